package org.plek.rules;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one provision of a law says, as numbers: the closed set of kinds that plek understands. The
 * name of a kind in a pack is the name of its record. Classes of children are counted from 0, the
 * youngest first, as in the pack's {@link ClassScheme}.
 */
public sealed interface Clause permits Clause.ForNorm, Terms {
  /** What is wrong with the numbers, with advice; empty when nothing is. */
  default List<String> faults() {
    return List.of();
  }

  /** A clause that takes part in a {@link Norm}. */
  sealed interface ForNorm extends Clause {}

  /** A clause that states how many caregivers the children present need. */
  sealed interface Ratio extends ForNorm {}

  /**
   * So many children for a caregiver who is alone, and for each of two or more.
   *
   * @param alone most children of one caregiver
   * @param together most children for each of two or more caregivers
   */
  record AloneTogether(int alone, int together) implements Ratio {
    @Override
    public List<String> faults() {
      return atLeastOne("alone", alone, "together", together);
    }
  }

  /**
   * A wider ratio in hours of rest; the ordinary ratio stays allowed.
   *
   * @param children most children for each caregiver
   * @param leastCaregivers least caregivers for the wider ratio
   * @param mostMinutesPerDay longest rest
   */
  record Resting(int children, int leastCaregivers, int mostMinutesPerDay) implements ForNorm {
    @Override
    public List<String> faults() {
      return atLeastOne("children", children, "leastCaregivers", leastCaregivers);
    }
  }

  /**
   * A table by the youngest and oldest class present (Dutch beroepskracht-kindratio).
   *
   * @param rows the table
   * @param formula formula Z, which may ask for more; absent where the law has none
   * @param oneChildLess one caregiver more where the group without one child would need more
   * @param comparedWith whether that rule looks at the smaller group's number before or after its
   *     own correction
   */
  record TableRatio(
      List<TableRow> rows, @Nullable Formula formula, boolean oneChildLess, Neighbour comparedWith)
      implements Ratio {
    public TableRatio {
      rows = List.copyOf(rows);
    }

    @Override
    public List<String> faults() {
      List<String> faults = new ArrayList<>();
      for (TableRow row : rows) {
        if (row.youngest() < 0 || row.youngest() > row.oldest() || row.oldest() > 3) {
          faults.add("row %d to %d: classes are 0 to 3".formatted(row.youngest(), row.oldest()));
        }
        for (String cell : row.staff()) {
          if (!cell.matches("\\d+(\\^\\d+)?( / \\d+(\\^\\d+)?)*")) {
            faults.add("cell \"%s\": write 12, 14^8 or 15^3 / 14^4".formatted(cell));
          }
        }
      }
      return faults;
    }
  }

  /**
   * A row of a {@link TableRatio}.
   *
   * @param youngest youngest class present
   * @param oldest oldest class present
   * @param staff most children for 1, 2, 3 ... caregivers; {@code 14^8} allows 14 with at most 8
   *     children of class 0; alternatives are separated by {@code " / "}
   */
  record TableRow(int youngest, int oldest, List<String> staff) {
    public TableRow {
      staff = List.copyOf(staff);
    }
  }

  /**
   * Formula Z: children of class 0 over their divisor plus the others over theirs, these together
   * over a further divisor; rounded up; only with a child of class 0.
   *
   * @param divisors by class
   * @param othersOverTenths the further divisor in tenths (12 is 1.2)
   */
  record Formula(List<Integer> divisors, int othersOverTenths) {
    public Formula {
      divisors = List.copyOf(divisors);
    }
  }

  /** Which number of the smaller group counts for the one-child-less rule. */
  enum Neighbour {
    /** Before its own correction. */
    UNCORRECTED,
    /** After its own correction. */
    CORRECTED
  }

  /**
   * Mixed ages, filled from the youngest: a caregiver takes the ratio of the youngest child left
   * and is filled up with the next older ones.
   *
   * @param children most children of a caregiver, by class of the youngest
   * @param qualified the same when somebody with one of the qualifications is present
   * @param qualifications which qualifications, any of them
   */
  record YoungestFirst(List<Integer> children, List<Integer> qualified, List<String> qualifications)
      implements Ratio {
    public YoungestFirst {
      children = List.copyOf(children);
      qualified = List.copyOf(qualified);
      qualifications = List.copyOf(qualifications);
    }

    @Override
    public List<String> faults() {
      return sameLength(children, qualified);
    }
  }

  /**
   * Every class by itself, rounded up, added.
   *
   * @param children most children of a caregiver, by class
   * @param qualified the same when somebody with one of the qualifications is present
   * @param qualifications which qualifications, any of them
   */
  record SeparateBands(List<Integer> children, List<Integer> qualified, List<String> qualifications)
      implements Ratio {
    public SeparateBands {
      children = List.copyOf(children);
      qualified = List.copyOf(qualified);
      qualifications = List.copyOf(qualifications);
    }

    @Override
    public List<String> faults() {
      return sameLength(children, qualified);
    }
  }

  /**
   * Fractions of all classes added, rounded up once.
   *
   * @param children most children of a caregiver, by class
   */
  record FractionalSum(List<Integer> children) implements Ratio {
    public FractionalSum {
      children = List.copyOf(children);
    }
  }

  /**
   * So many children for each caregiver, whatever their age.
   *
   * @param children most children of a caregiver
   */
  record Flat(int children) implements Ratio {
    @Override
    public List<String> faults() {
      return atLeastOne("children", children, "children", children);
    }
  }

  /**
   * One ratio for a group of one class only, another for a mixed group.
   *
   * @param children most children of a caregiver, by the only class present
   * @param mixed most children of a caregiver where several classes are present
   */
  record ByComposition(List<Integer> children, int mixed) implements Ratio {
    public ByComposition {
      children = List.copyOf(children);
    }
  }

  /**
   * At least so many caregivers from so many children on.
   *
   * @param fromChildren from this number of children on
   * @param caregivers least caregivers
   */
  record LeastCaregivers(int fromChildren, int caregivers) implements ForNorm {}

  /**
   * Nobody is alone with children without one of these qualifications.
   *
   * @param qualifications any of them
   */
  record LoneCaregiver(List<String> qualifications) implements ForNorm {
    public LoneCaregiver {
      qualifications = List.copyOf(qualifications);
    }
  }

  /**
   * Largest group.
   *
   * @param most most children
   * @param mostIfOnlyYoungest most children where all are of class 0; absent for no difference
   * @param mostYoungestIfMixed most children of class 0 in a mixed group; absent for no limit
   */
  record GroupSize(
      int most, @Nullable Integer mostIfOnlyYoungest, @Nullable Integer mostYoungestIfMixed)
      implements ForNorm {}

  /**
   * Nested caps by age, own children included; each further person present carries them again.
   *
   * @param caps the caps
   * @param persons most persons who mind children together; 1 for one person alone
   * @param exceedingFromMonths where this clause widens another for children of an age only: their
   *     least age in months; absent otherwise
   */
  record Caps(List<Cap> caps, int persons, @Nullable Integer exceedingFromMonths)
      implements ForNorm {
    public Caps {
      caps = List.copyOf(caps);
    }
  }

  /**
   * Most children at once of some classes.
   *
   * @param of who is counted, for people: {@code children under 4}
   * @param classes the classes
   * @param most most children
   * @param extended most children under the exceptional licence; absent for no difference
   */
  record Cap(String of, List<Integer> classes, int most, @Nullable Integer extended) {
    public Cap {
      classes = List.copyOf(classes);
    }
  }

  /**
   * Above so many children somebody must be able to stand in.
   *
   * @param children most children without a stand-in
   * @param withinMinutes how soon the stand-in must be there
   */
  record StandIn(int children, int withinMinutes) implements ForNorm {}

  /**
   * Hours with fewer caregivers (Dutch drie-uursregeling): half of those required, rounded up.
   *
   * @param mostMinutesPerDay most minutes a day
   * @param leastOpeningMinutes only where the site is open this long without a break
   * @param barred hours in which it is not allowed
   * @param sameEveryWeek the hours must be the same every week
   */
  record FewerCaregivers(
      int mostMinutesPerDay, int leastOpeningMinutes, List<Barred> barred, boolean sameEveryWeek)
      implements ForNorm {
    public FewerCaregivers {
      barred = List.copyOf(barred);
    }

    /** Least caregivers in the window where the ratio asks for so many. */
    public static int least(int required) {
      return required >= Norm.IMPOSSIBLE ? required : (required + 1) / 2;
    }
  }

  /**
   * Hours of the day, half open.
   *
   * @param from start
   * @param to end
   */
  record Barred(LocalTime from, LocalTime to) {}

  private static List<String> atLeastOne(String first, int one, String second, int two) {
    List<String> faults = new ArrayList<>();
    if (one < 1) {
      faults.add(first + " is " + one + ", at least 1 is needed");
    }
    if (two < 1 && !first.equals(second)) {
      faults.add(second + " is " + two + ", at least 1 is needed");
    }
    return faults;
  }

  private static List<String> sameLength(List<Integer> children, List<Integer> qualified) {
    return children.size() == qualified.size()
        ? List.of()
        : List.of("children and qualified: name one number for each class in both");
  }
}
