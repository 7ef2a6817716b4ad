package org.plek.api.summary;

import java.util.List;

/** Columns for the hours of a day: care served and, on top, care without a place. */
final class HourChart {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 260;
  private static final int LEFT = 56;
  private static final int BOTTOM = 28;
  private static final int TOP = 12;

  private HourChart() {}

  static String svg(List<Tally> hours) {
    long most = round(hours.stream().mapToLong(Tally::askedMinutes).max().orElse(1));
    double scale = (double) (HEIGHT - BOTTOM - TOP) / most;
    double step = (double) (WIDTH - LEFT) / hours.size();
    StringBuilder svg = new StringBuilder();
    svg.append("<figure><svg viewBox=\"0 0 ").append(WIDTH).append(' ').append(HEIGHT);
    svg.append("\" role=\"img\" aria-label=\"Hours of care by hour of the day, served and without")
        .append(" a place; the numbers are in the table below\">\n");
    for (int tick = 0; tick <= 4; tick++) {
      double y = HEIGHT - BOTTOM - tick / 4.0 * (HEIGHT - BOTTOM - TOP);
      svg.append(
          "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
              .formatted(LEFT, WIDTH, y, y));
      svg.append(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n"
              .formatted(LEFT - 6, y + 4, SummaryText.hours(Math.round(most * tick / 4.0))));
    }
    for (int hour = 0; hour < hours.size(); hour++) {
      Tally tally = hours.get(hour);
      double x = LEFT + hour * step + step * 0.14;
      double served = tally.servedMinutes() * scale;
      double without = tally.unservedMinutes() * scale;
      double base = HEIGHT - BOTTOM;
      column(svg, "served", x, base - served, step * 0.72, served);
      column(svg, "without", x, base - served - without, step * 0.72, without);
      svg.append(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%02d</text>\n"
              .formatted(LEFT + (hour + 0.5) * step, HEIGHT - 8, hour));
    }
    return svg.append("</svg>\n<figcaption><span class=\"key served\"></span> served ")
        .append("<span class=\"key without\"></span> without a place; hours of care by hour of")
        .append(" the day</figcaption></figure>\n")
        .toString();
  }

  /** The least 4, 8 or 20 × 10ⁿ hours that hold so many minutes, so that ticks are even. */
  private static long round(long minutes) {
    for (long ten = 1; ; ten *= 10) {
      for (long steps : new long[] {4, 8, 20}) {
        if (steps * ten * 60 >= minutes) {
          return steps * ten * 60;
        }
      }
    }
  }

  private static void column(
      StringBuilder svg, String style, double x, double y, double width, double height) {
    if (height > 0) {
      svg.append(
          "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>"
              .formatted(style, x, y, width, height));
    }
  }
}
