package org.plek.scoring.plain;

import java.time.LocalDateTime;
import java.util.List;
import java.util.StringJoiner;
import org.plek.rules.ChildClasses;
import org.plek.rules.ChildCounts;
import org.plek.rules.Norm;

/** Numbers in English. */
final class Words {
  private Words() {}

  /** {@code 2026-12-08 08:15–09:30}, the second date only where it differs. */
  static String times(LocalDateTime from, LocalDateTime until) {
    String end =
        from.toLocalDate().equals(until.toLocalDate())
            ? until.toLocalTime().toString()
            : until.toLocalDate() + " " + until.toLocalTime();
    return from.toLocalDate() + " " + from.toLocalTime() + "–" + end;
  }

  /** {@code 5 children (0 years: 2, 1 year: 3)}. */
  static String children(long counts, ChildClasses classes) {
    StringJoiner byClass = new StringJoiner(", ", " (", ")").setEmptyValue("");
    for (int c = 0; c < classes.count(); c++) {
      if (ChildCounts.of(counts, c) > 0) {
        byClass.add(classes.name(c) + ": " + ChildCounts.of(counts, c));
      }
    }
    return count(ChildCounts.total(counts), "child", "children") + byClass;
  }

  /** {@code 1 child}, {@code 2 children}. */
  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** {@code need 2 caregivers, 1 is present}, with the clauses broken. */
  static String shortfall(long counts, ChildClasses classes, Norm norm, int caregivers) {
    int required = norm.caregiversRequired(counts);
    String need =
        required >= Norm.IMPOSSIBLE
            ? " are more than any number of caregivers may have"
            : " need "
                + count(required, "caregiver", "caregivers")
                + ", "
                + caregivers
                + (caregivers == 1 ? " is" : " are")
                + " present";
    List<Norm.Breach> always = norm.breaches(counts, Norm.IMPOSSIBLE);
    List<Norm.Breach> broken =
        norm.breaches(counts, caregivers).stream().filter(b -> !always.contains(b)).toList();
    return children(counts, classes) + need + law(broken.isEmpty() ? always : broken);
  }

  /** The clauses broken whatever the caregivers. */
  static String law(Norm norm, long counts) {
    return law(norm.breaches(counts, Norm.IMPOSSIBLE));
  }

  private static String law(List<Norm.Breach> breaches) {
    StringJoiner clauses = new StringJoiner("; ", " (", ")").setEmptyValue("");
    for (Norm.Breach breach : breaches) {
      clauses.add(breach.article());
    }
    return clauses.toString();
  }
}
