package org.plek.datasets.importers;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plek.datasets.generator.WeekHours;
import org.plek.domain.WeeklyHours;

/**
 * Reads {@code Godziny pracy: Poniedziałek, Wtorek 06:30-17:00 Sobota 8:00-12:00}.
 *
 * @param segments segments of days and hours found
 * @param hours hours that could be read, merged by day
 * @param odd what could not be taken as it stands, one sentence each
 */
record PolishHours(int segments, List<WeeklyHours> hours, List<String> odd) {
  private static final List<String> DAYS =
      List.of("Poniedziałek", "Wtorek", "Środa", "Czwartek", "Piątek", "Sobota", "Niedziela");
  private static final Pattern SEGMENT =
      Pattern.compile("([\\p{L}, ]+?)\\s+(\\d{1,2}):(\\d{2})-(\\d{1,2}):(\\d{2})");
  private static final int SHORTEST_MINUTES = 60;

  static PolishHours read(String text) {
    String rest = text.replace("Godziny pracy:", "").strip();
    Matcher matcher = SEGMENT.matcher(rest);
    List<WeeklyHours> hours = new ArrayList<>();
    List<String> odd = new ArrayList<>();
    int segments = 0;
    int read = 0;
    while (matcher.find()) {
      if (!rest.substring(read, matcher.start()).isBlank()) {
        odd.add("not read: " + rest.substring(read, matcher.start()).strip());
      }
      read = matcher.end();
      segments++;
      int from = minute(matcher.group(2), matcher.group(3));
      int to = minute(matcher.group(4), matcher.group(5));
      String times = rest.substring(matcher.start(2), matcher.end());
      if (from < 0 || to < 0 || from >= 1440) {
        odd.add(times + " is no time of day");
        continue;
      }
      if (to == 1439) {
        odd.add(times + " read as until midnight");
        to = 1440;
      }
      if (from == to) {
        odd.add(times + " means unknown");
        continue;
      }
      if (to < from) {
        to += 1440;
        odd.add(times + " read as crossing midnight");
      }
      if (to - from < SHORTEST_MINUTES) {
        odd.add(times + " is shorter than an hour, taken as unknown");
        continue;
      }
      for (String name : matcher.group(1).split(",")) {
        int day = DAYS.indexOf(name.strip());
        if (day < 0) {
          odd.add("no weekday: " + name.strip());
        } else {
          hours.add(WeekHours.of(DayOfWeek.of(day + 1), from, to));
        }
      }
    }
    if (!rest.substring(read).isBlank()) {
      odd.add("not read: " + rest.substring(read).strip());
    }
    return new PolishHours(segments, WeekHours.merged(hours), odd);
  }

  private static int minute(String hour, String minute) {
    int h = Integer.parseInt(hour);
    int m = Integer.parseInt(minute);
    return h > 24 || m > 59 ? -1 : h * 60 + m;
  }
}
