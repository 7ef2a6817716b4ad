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
public sealed interface Clause {
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

  /**
   * More children than places for a while.
   *
   * @param steps share by licensed capacity, smallest first
   * @param roundUp whether a part of a child counts as a whole one
   * @param weeklyOccupancyPercent most occupied hours of the week, of all hours
   */
  record Overbooking(List<OverbookingStep> steps, boolean roundUp, int weeklyOccupancyPercent)
      implements Clause {
    public Overbooking {
      steps = List.copyOf(steps);
    }

    /** Most children present for a licensed capacity. */
    public int most(int capacity) {
      for (OverbookingStep step : steps) {
        Integer upTo = step.upToCapacity();
        if (upTo == null || capacity <= upTo) {
          int hundredths = capacity * (100 + step.percent());
          return (hundredths + (roundUp ? 99 : 0)) / 100;
        }
      }
      return capacity;
    }
  }

  /**
   * One step of {@link Overbooking}.
   *
   * @param upToCapacity licensed capacity up to which it holds; absent for all larger ones
   * @param percent children above the capacity, in percent of it
   */
  record OverbookingStep(@Nullable Integer upToCapacity, int percent) {}

  /**
   * Largest licensed capacity of this kind of site.
   *
   * @param most places
   */
  record LargestLicence(int most) implements Clause {}

  /**
   * Most different caregivers of a child (Dutch vaste gezichten); the day that requires the fewest
   * caregivers decides.
   *
   * @param youngUntilMonths age until which a child counts as young
   * @param manyFromCaregivers required caregivers from which the higher numbers hold
   * @param young most faces of a young child with few caregivers
   * @param youngMany most faces of a young child with many
   * @param older most faces of an older child with few caregivers
   * @param olderMany most faces of an older child with many
   * @param excused reasons for a passing deviation that the provider's plan may describe
   */
  record FixedFaces(
      int youngUntilMonths,
      int manyFromCaregivers,
      int young,
      int youngMany,
      int older,
      int olderMany,
      List<String> excused)
      implements Clause {
    public FixedFaces {
      excused = List.copyOf(excused);
    }

    /**
     * Most different caregivers of a child where the ratio asks for so many on the strictest day.
     */
    public int most(int ageMonths, int requiredCaregivers) {
      boolean many = requiredCaregivers >= manyFromCaregivers;
      if (ageMonths < youngUntilMonths) {
        return many ? youngMany : young;
      }
      return many ? olderMany : older;
    }
  }

  /**
   * Most days a week of one home carer for one family; an hour counts as a day.
   *
   * @param most days a week
   * @param selfEmployed whether a self-employed carer may work under this rule
   * @param relatives whether direct family may
   */
  record DaysPerWeek(int most, boolean selfEmployed, boolean relatives) implements Clause {}

  /**
   * Most families at once with one home carer.
   *
   * @param most families
   * @param ownChildren whether the carer may mind own children at the same time
   */
  record FamiliesAtOnce(int most, boolean ownChildren) implements Clause {}

  /**
   * Least pay for an hour worked, whatever the number of children.
   *
   * @param rates by age of the carer, oldest first
   */
  record LeastPay(List<PayRate> rates) implements Clause {
    public LeastPay {
      rates = List.copyOf(rates);
    }

    /** Cents an hour for a carer of this age; the youngest known rate for one still younger. */
    public int centsPerHour(int age) {
      return rates.stream()
          .filter(rate -> age >= rate.fromAge())
          .findFirst()
          .orElse(rates.getLast())
          .centsPerHour();
    }

    @Override
    public List<String> faults() {
      return rates.isEmpty() ? List.of("rates: name at least one age") : List.of();
    }
  }

  /**
   * A rate of {@link LeastPay}.
   *
   * @param fromAge from this age in years
   * @param centsPerHour cents for an hour worked
   */
  record PayRate(int fromAge, int centsPerHour) {}

  /**
   * Whether care of this kind needs a licence.
   *
   * @param required whether it does
   */
  record Licence(boolean required) implements Clause {}

  /**
   * Care that needs no registration when all conditions named hold.
   *
   * @param roles who the carer is, any of them; empty for anybody
   * @param below whether the greatest hours are themselves excluded
   * @param mostChildMinutesPerDay longest stay of any child; absent for no limit
   * @param onlyIfPaid the limit of minutes holds only for paid care
   * @param mostDaysPerYear most days a year; absent for no limit
   * @param leastNoticeDays notice given so many days before; absent for none
   * @param from earliest hour; absent for none
   * @param to latest hour, on the next date where it lies before {@code from}; absent for none
   * @param childFromMonths least age of every child; absent for none
   * @param mostFamilies most families at once; absent for no limit
   */
  record NoRegistration(
      List<String> roles,
      @Nullable Integer mostChildMinutesPerDay,
      boolean below,
      boolean onlyIfPaid,
      @Nullable Integer mostDaysPerYear,
      @Nullable Integer leastNoticeDays,
      @Nullable LocalTime from,
      @Nullable LocalTime to,
      @Nullable Integer childFromMonths,
      @Nullable Integer mostFamilies)
      implements Clause {
    public NoRegistration {
      roles = List.copyOf(roles);
    }
  }

  /**
   * Reasons for which occasional care may be given, and how long.
   *
   * @param reasons reason codes, with other spellings of the same reason
   * @param mostMonths longest duration
   */
  record OccasionalReasons(List<String> reasons, int mostMonths) implements Clause {
    public OccasionalReasons {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * How much one child may use a form of occasional care.
   *
   * @param type the form, e.g. {@code halte_garderie}
   * @param mostHalfDaysPerWeek half days a week; absent for no limit
   * @param mostDaysInRow consecutive days; absent for no limit
   */
  record OccasionalUse(
      String type, @Nullable Integer mostHalfDaysPerWeek, @Nullable Integer mostDaysInRow)
      implements Clause {}

  /**
   * Who goes first.
   *
   * @param order codes, the first first
   */
  record PriorityOrder(List<String> order) implements Clause {
    public PriorityOrder {
      order = List.copyOf(order);
    }
  }

  /**
   * Absolute priority by how much the parents work or train.
   *
   * @param leastPercent least mean share of full time over the parents
   * @param alsoMarks marks that give the same priority
   */
  record WorkPriority(int leastPercent, List<String> alsoMarks) implements Clause {
    public WorkPriority {
      alsoMarks = List.copyOf(alsoMarks);
    }
  }

  /**
   * Priority of families with several marks.
   *
   * @param marks the marks
   * @param least how many are needed
   * @param oneOf at least one must be among these
   */
  record MarkedPriority(List<String> marks, int least, List<String> oneOf) implements Clause {
    public MarkedPriority {
      marks = List.copyOf(marks);
      oneOf = List.copyOf(oneOf);
    }
  }

  /**
   * Places kept for families who need care at once.
   *
   * @param mostLeadDays care must be needed within so many days
   * @param mostMonths longest duration
   */
  record UrgentPlace(int mostLeadDays, int mostMonths) implements Clause {}

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
