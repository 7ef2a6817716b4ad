package org.plek.api.cli;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Leg;
import org.plek.scoring.plain.Match;

/** Stays in one line for people; breaches and stays as trees for JSON. */
final class Breaches {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private Breaches() {}

  static String line(Leg leg) {
    return leg.groupId() + " " + times(leg.start(), leg.end());
  }

  static String line(List<Leg> legs) {
    return String.join(", then ", legs.stream().map(Breaches::line).toList());
  }

  static Map<String, Object> document(Match match) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("constraint", match.constraint().name());
    document.put("amount", match.amount());
    put(document, "providerId", match.providerId());
    put(document, "groupId", match.groupId());
    put(document, "from", match.from());
    put(document, "until", match.until());
    document.put("sessionIds", match.sessionIds());
    document.put("text", match.text());
    return document;
  }

  static List<Map<String, Object>> document(List<Leg> legs) {
    return legs.stream()
        .map(
            leg -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("providerId", leg.providerId());
              one.put("groupId", leg.groupId());
              one.put("start", leg.start().toString());
              one.put("end", leg.end().toString());
              one.put("escortMinutes", leg.escortMinutes());
              return one;
            })
        .toList();
  }

  private static void put(Map<String, Object> document, String name, @Nullable Object value) {
    if (value != null) {
      document.put(name, value.toString());
    }
  }

  private static String times(LocalDateTime from, LocalDateTime until) {
    boolean sameDate = from.toLocalDate().equals(until.toLocalDate());
    return MOMENT.format(from) + "–" + (sameDate ? TIME : MOMENT).format(until);
  }
}
