package org.plek.scoring.fast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plek.rules.Circumstances;
import org.plek.rules.Level;
import org.plek.rules.Norm;

/** Makes each table of a norm once; needed only while a model is made. */
final class NormTables {
  private final List<NormTable> made = new ArrayList<>();
  private final Map<Key, Short> numbers = new HashMap<>();
  private final Map<Asked, Short> asked = new HashMap<>();

  private record Key(Norm norm, int classes, int limit) {}

  private record Asked(
      ClassScheme scheme, Level level, LocalDate date, Circumstances circumstances, int limit) {}

  /** Number of the table of what the law of a date asks. */
  short table(
      ClassScheme scheme, Level level, LocalDate date, Circumstances circumstances, int limit) {
    return asked.computeIfAbsent(
        new Asked(scheme, level, date, circumstances, limit),
        key ->
            table(
                scheme.pack.norm(scheme.kind, level, date, circumstances),
                scheme.pack.classes(scheme.kind, level).count(),
                limit));
  }

  /** Number of the table of a norm. */
  short table(Norm norm, int classes, int limit) {
    return numbers.computeIfAbsent(
        new Key(norm, classes, limit),
        missing -> {
          made.add(new NormTable(norm, classes, limit));
          return (short) (made.size() - 1);
        });
  }

  /** All tables by number. */
  NormTable[] all() {
    return made.toArray(NormTable[]::new);
  }
}
