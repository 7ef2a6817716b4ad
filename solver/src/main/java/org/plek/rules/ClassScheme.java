package org.plek.rules;

import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.ProviderKind;

/**
 * How a law sorts children for some kinds of care.
 *
 * @param care the kinds of care
 * @param classes youngest first; the last takes everybody left
 * @param ownUntil until when a childminder's own child counts; absent for always
 */
record ClassScheme(List<ProviderKind> care, List<AgeClass> classes, @Nullable AgeLimit ownUntil)
    implements ChildClasses {
  ClassScheme {
    care = List.copyOf(care);
    classes = List.copyOf(classes);
  }

  /**
   * One class.
   *
   * @param name for people
   * @param until age at which it ends; absent for none
   * @param walking only children who walk, or only those who do not; absent for both
   */
  record AgeClass(String name, @Nullable AgeLimit until, @Nullable Boolean walking) {}

  /**
   * An age at which something ends; exactly one is named.
   *
   * @param months so many completed months
   * @param augustAfterBirthday the 31st of August that follows this birthday
   * @param augustOfAge the 31st of August of the year in which the child becomes this age
   */
  record AgeLimit(
      @Nullable Integer months,
      @Nullable Integer augustAfterBirthday,
      @Nullable Integer augustOfAge) {
    boolean reached(LocalDate birthDate, LocalDate date) {
      if (months != null) {
        return Period.between(birthDate, date).toTotalMonths() >= months;
      }
      if (augustAfterBirthday != null) {
        LocalDate birthday = birthDate.plusYears(augustAfterBirthday);
        LocalDate august = LocalDate.of(birthday.getYear(), Month.AUGUST, 31);
        return date.isAfter(birthday.isAfter(august) ? august.plusYears(1) : august);
      }
      int years = augustOfAge == null ? 0 : augustOfAge;
      return date.isAfter(LocalDate.of(birthDate.getYear() + years, Month.AUGUST, 31));
    }

    int named() {
      return (months == null ? 0 : 1)
          + (augustAfterBirthday == null ? 0 : 1)
          + (augustOfAge == null ? 0 : 1);
    }
  }

  @Override
  public int count() {
    return classes.size();
  }

  @Override
  public String name(int childClass) {
    return classes.get(childClass).name();
  }

  @Override
  public int classOf(LocalDate birthDate, boolean walking, boolean own, LocalDate date) {
    if (own && ownUntil != null && ownUntil.reached(birthDate, date)) {
      return NOT_COUNTED;
    }
    for (int c = 0; c < classes.size() - 1; c++) {
      AgeClass of = classes.get(c);
      boolean young = of.until() == null || !of.until().reached(birthDate, date);
      boolean gait = of.walking() == null || of.walking() == walking;
      if (young && gait) {
        return c;
      }
    }
    return classes.size() - 1;
  }

  List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (classes.isEmpty() || classes.size() > ChildCounts.MAX_CLASSES) {
      faults.add(classes.size() + " classes, 1 to 4 are possible");
    }
    for (AgeClass of : classes) {
      if (of.until() != null && of.until().named() != 1) {
        faults.add("class \"" + of.name() + "\": name exactly one limit of age");
      }
    }
    if (ownUntil != null && ownUntil.named() != 1) {
      faults.add("ownUntil: name exactly one limit of age");
    }
    return faults;
  }
}
