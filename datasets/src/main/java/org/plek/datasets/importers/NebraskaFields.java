package org.plek.datasets.importers;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plek.domain.AgeRange;

/** Reads the odd spellings of ages, hours and days of the roster. */
final class NebraskaFields {
  private static final Pattern AGES =
      Pattern.compile(
          "(\\d+(?:\\.\\d+)?)\\s*([A-Z]+)\\s*TO\\s*(\\d+(?:\\.\\d+)?)\\s*([A-Z][A-Z/ ]*)");
  private static final Pattern HOURS = Pattern.compile("(\\d{4}) To (\\d{4})");

  private NebraskaFields() {}

  /** Days read from the left; {@code odd} where a letter had to be left out or guessed. */
  record Days(Set<DayOfWeek> days, boolean odd) {
    boolean weekend() {
      return days.contains(DayOfWeek.SATURDAY) || days.contains(DayOfWeek.SUNDAY);
    }
  }

  /** Minutes of the day; an end at or before the start crosses midnight. */
  record Hours(int fromMinute, int toMinute) {
    boolean dayAndNight() {
      return toMinute - fromMinute == 1440;
    }
  }

  /** Ages in months, or null when the text cannot be read. */
  static @Nullable AgeRange ages(String text) {
    Matcher matcher = AGES.matcher(text.toUpperCase(Locale.ROOT).strip());
    if (!matcher.matches()) {
      return null;
    }
    double from = months(matcher.group(1), matcher.group(2));
    double to = months(matcher.group(3), matcher.group(4));
    return from < 0 || to <= from
        ? null
        : new AgeRange((int) Math.ceil(from - 1e-9), (int) Math.ceil(to - 1e-9));
  }

  private static double months(String number, String unit) {
    double value = Double.parseDouble(number);
    return switch (unit.charAt(0)) {
      case 'W' -> value * 7 * 12 / 365.25;
      case 'M' -> value;
      case 'Y' -> value * 12;
      default -> -1;
    };
  }

  /** Opening hours, or null when the text cannot be read. */
  static @Nullable Hours hours(String text) {
    Matcher matcher = HOURS.matcher(text.strip());
    if (!matcher.matches()) {
      return null;
    }
    int from = minute(matcher.group(1));
    int to = minute(matcher.group(2));
    if (from < 0 || to < 0) {
      return null;
    }
    if (from == to) {
      // 0001 To 0001 and 0600 To 0600 mean day and night.
      return new Hours(0, 1440);
    }
    return new Hours(from, to <= from ? to + 1440 : to);
  }

  private static int minute(String text) {
    int hour = Integer.parseInt(text.substring(0, 2));
    int minute = Integer.parseInt(text.substring(2));
    return hour > 24 || minute > 59 || hour == 24 && minute > 0 ? -1 : hour * 60 + minute;
  }

  /** Days of a string such as {@code MTWTHFSSU}; empty when nothing can be read. */
  static Days days(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    boolean odd = false;
    String rest = text.toUpperCase(Locale.ROOT).strip();
    int last = 0;
    while (!rest.isEmpty()) {
      int length = 1;
      int day;
      if (rest.startsWith("TH")) {
        length = 2;
        day = 4;
      } else if (rest.startsWith("SA")) {
        length = 2;
        day = days.contains(DayOfWeek.SATURDAY) ? 7 : 6;
        odd |= day == 7;
      } else if (rest.startsWith("SU") || rest.startsWith("SN")) {
        length = 2;
        day = 7;
      } else {
        day =
            switch (rest.charAt(0)) {
              case 'M' -> 1;
              case 'T' -> last < 2 ? 2 : 4;
              case 'W' -> 3;
              case 'R' -> 4;
              case 'F' -> 5;
              case 'S' -> days.contains(DayOfWeek.SATURDAY) ? 7 : 6;
              default -> 0;
            };
      }
      rest = rest.substring(length);
      boolean weekdayFollows = rest.matches(".*[MTWRF].*");
      if (day == 0 || day <= last || day >= 6 && weekdayFollows) {
        odd = true;
      } else {
        days.add(DayOfWeek.of(day));
        last = day;
      }
    }
    return new Days(days, odd);
  }

  static List<DayOfWeek> inOrder(Set<DayOfWeek> days) {
    List<DayOfWeek> ordered = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (days.contains(day)) {
        ordered.add(day);
      }
    }
    return ordered;
  }
}
