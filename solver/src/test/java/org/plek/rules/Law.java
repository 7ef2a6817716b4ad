package org.plek.rules;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.HouseNorm;
import org.plek.domain.ProviderKind;

/** Norms in few words for tests. */
final class Law {
  static final Circumstances PLAIN = with(Set.of(), Set.of());
  private static final int ANY = 9999;

  private Law() {}

  static Circumstances with(Set<String> choices, Set<String> qualifications) {
    return circumstances(choices, qualifications, false, false, null, ChildCounts.NONE);
  }

  static Circumstances circumstances(
      Set<String> choices,
      Set<String> qualifications,
      boolean resting,
      boolean window,
      @Nullable HouseNorm house,
      ChildCounts own) {
    return new Circumstances(
        ANY, ANY, choices, resting, window, qualifications, true, false, house, own);
  }

  static Norm daycare(String pack, String date, Circumstances circumstances) {
    return norm(pack, ProviderKind.DAYCARE, Level.GROUP, date, circumstances);
  }

  static Norm norm(
      String pack, ProviderKind kind, Level level, String date, Circumstances circumstances) {
    return RulePacks.bundled().pack(pack).norm(kind, level, LocalDate.parse(date), circumstances);
  }

  static long children(int... byClass) {
    long counts = 0;
    for (int c = 0; c < byClass.length; c++) {
      counts += byClass[c] * ChildCounts.one(c);
    }
    return counts;
  }
}
