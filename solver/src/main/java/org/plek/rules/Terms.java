package org.plek.rules;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clauses about care besides the numbers of children and caregivers in a slot. */
public sealed interface Terms extends Clause {
  /**
   * More children than places for a while.
   *
   * @param steps share by licensed capacity, smallest first
   * @param roundUp whether a part of a child counts as a whole one
   * @param weeklyOccupancyPercent most occupied hours of the week, of all hours
   */
  record Overbooking(List<OverbookingStep> steps, boolean roundUp, int weeklyOccupancyPercent)
      implements Terms {
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
  record LargestLicence(int most) implements Terms {}

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
      implements Terms {
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
   * Most different groups of a child with one provider in a week (Dutch stamgroep).
   *
   * @param groups without consent
   * @param withConsent with written consent of the parents
   */
  record HomeGroup(int groups, int withConsent) implements Terms {
    /** Most groups in a week. */
    public int most(boolean consent) {
      return consent ? withConsent : groups;
    }
  }

  /**
   * Most days a week of one home carer for one family; an hour counts as a day.
   *
   * @param most days a week
   * @param selfEmployed whether a self-employed carer may work under this rule
   * @param relatives whether direct family may
   */
  record DaysPerWeek(int most, boolean selfEmployed, boolean relatives) implements Terms {}

  /**
   * Most families at once with one home carer.
   *
   * @param most families
   * @param ownChildren whether the carer may mind own children at the same time
   */
  record FamiliesAtOnce(int most, boolean ownChildren) implements Terms {}

  /**
   * Least pay for an hour worked, whatever the number of children.
   *
   * @param rates by age of the carer, oldest first
   */
  record LeastPay(List<PayRate> rates) implements Terms {
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
  record Licence(boolean required) implements Terms {}

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
      implements Terms {
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
  record OccasionalReasons(List<String> reasons, int mostMonths) implements Terms {
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
      implements Terms {}

  /**
   * Who goes first.
   *
   * @param order codes, the first first
   */
  record PriorityOrder(List<String> order) implements Terms {
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
  record WorkPriority(int leastPercent, List<String> alsoMarks) implements Terms {
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
  record MarkedPriority(List<String> marks, int least, List<String> oneOf) implements Terms {
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
  record UrgentPlace(int mostLeadDays, int mostMonths) implements Terms {}
}
