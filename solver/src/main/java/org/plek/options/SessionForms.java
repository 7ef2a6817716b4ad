package org.plek.options;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.plek.domain.SessionForm;
import org.plek.domain.TimeRange;

/** Whether a stay has a form that a provider sells. */
final class SessionForms {
  private static final long DAY = LocalTime.MAX.toNanoOfDay() + 1;

  private SessionForms() {}

  /** What is wrong with the stay, or null. */
  static @Nullable String refusal(SessionForm form, Span span) {
    if (span.minutes() < form.minMinutes()) {
      return span.minutes() + " minutes is less than the least, " + form.minMinutes();
    }
    if (form.maxMinutes() > 0 && span.minutes() > form.maxMinutes()) {
      return span.minutes() + " minutes is more than the most, " + form.maxMinutes();
    }
    if (!form.blocks().isEmpty() && !insideOneRun(form, span)) {
      return "no run of touching blocks holds " + span.start() + " to " + span.end();
    }
    return null;
  }

  /** Whether touching blocks hold the stay from start to end. */
  static boolean insideOneRun(SessionForm form, Span span) {
    // Nanoseconds since the midnight before the start.
    long reached = span.start().toLocalTime().toNanoOfDay();
    long end =
        (span.end().toLocalDate().toEpochDay() - span.startDay()) * DAY
            + span.end().toLocalTime().toNanoOfDay();
    boolean further = true;
    while (further && reached < end) {
      further = false;
      long midnight = Math.floorDiv(reached, DAY) * DAY;
      for (TimeRange block : form.blocks()) {
        long from = block.from().toNanoOfDay();
        long to = block.to().toNanoOfDay() + (block.overnight() ? DAY : 0);
        for (long start = midnight; start >= midnight - DAY; start -= DAY) {
          if (start + from <= reached && reached < start + to) {
            reached = start + to;
            further = true;
          }
        }
      }
    }
    return reached >= end;
  }
}
