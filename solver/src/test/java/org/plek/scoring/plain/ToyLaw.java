package org.plek.scoring.plain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.ProviderKind;
import org.plek.rules.CaseAnswer;
import org.plek.rules.ChildClasses;
import org.plek.rules.ChildCounts;
import org.plek.rules.Circumstances;
import org.plek.rules.Clause;
import org.plek.rules.LegalCase;
import org.plek.rules.Level;
import org.plek.rules.Norm;
import org.plek.rules.Provision;
import org.plek.rules.RulePack;

/**
 * A law with small numbers that tell readings apart. Babies are under 12 months.
 *
 * <ul>
 *   <li>Until 2026 per group: a caregiver for 3 babies or 6 others, in fractions, rounded up; at
 *       rest one for 14; in the window half, rounded up; others count an eighth with {@code Q}; no
 *       number suffices for more than 30.
 *   <li>From 2027 per location: a caregiver for 5 children.
 *   <li>A group holds 12, only 8 where all are babies; childminders and home carers mind at most 4
 *       children and 2 babies, own ones included.
 *   <li>Overbooking by a tenth, rounded up; 3 days a week at home, two families at once.
 * </ul>
 */
final class ToyLaw implements RulePack {
  private static final LocalDate CHANGE = LocalDate.of(2027, 1, 1);

  @Override
  public String id() {
    return "TOY";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public List<Provision> provisions() {
    return List.of();
  }

  @Override
  public Set<String> choices() {
    return Set.of();
  }

  @Override
  public <T extends Clause> Optional<T> clause(
      Class<T> clause, ProviderKind kind, LocalDate date, Set<String> choices) {
    return Optional.empty();
  }

  @Override
  public CaseAnswer answer(LegalCase legalCase) {
    throw new IllegalArgumentException("The toy law answers no single case.");
  }

  @Override
  public ChildClasses classes(ProviderKind kind, Level level) {
    return level == Level.GROUP ? new ByAge() : new Everybody();
  }

  @Override
  public boolean counts(ProviderKind kind, Level level, LocalDate date) {
    return (level == Level.GROUP) == date.isBefore(CHANGE);
  }

  @Override
  public Norm norm(ProviderKind kind, Level level, LocalDate date, Circumstances circumstances) {
    return new ToyNorm(kind, level, counts(kind, level, date), circumstances);
  }

  @Override
  public int overbookedCapacity(ProviderKind kind, int licensedCapacity, LocalDate date) {
    return Math.ceilDiv(licensedCapacity * 11, 10);
  }

  @Override
  public int homeCareDaysPerWeek(LocalDate date) {
    return 3;
  }

  @Override
  public int homeCareFamilies(LocalDate date) {
    return date.isBefore(CHANGE) ? 2 : 1;
  }

  @Override
  public int leastPayPerHour(LocalDate date, int age) {
    return date.isBefore(CHANGE) ? age < 21 ? 1177 : 1471 : 1500;
  }

  private static final class ByAge implements ChildClasses {
    @Override
    public int count() {
      return 2;
    }

    @Override
    public String name(int childClass) {
      return childClass == 0 ? "babies" : "others";
    }

    @Override
    public int classOf(LocalDate birthDate, boolean walking, boolean own, LocalDate date) {
      return ChronoUnit.MONTHS.between(birthDate, date) < 12 ? 0 : 1;
    }
  }

  private static final class Everybody implements ChildClasses {
    @Override
    public int count() {
      return 1;
    }

    @Override
    public String name(int childClass) {
      return "children";
    }

    @Override
    public int classOf(LocalDate birthDate, boolean walking, boolean own, LocalDate date) {
      return 0;
    }
  }

  private record ToyNorm(ProviderKind kind, Level level, boolean counting, Circumstances here)
      implements Norm {
    @Override
    public int caregiversRequired(long counts) {
      int babies = ChildCounts.of(counts, 0);
      int others = ChildCounts.of(counts, 1);
      int total = babies + others;
      if (!counting || total == 0) {
        return 0;
      }
      if (level == Level.LOCATION) {
        return Math.ceilDiv(total, 5);
      }
      if (total > 30) {
        return IMPOSSIBLE;
      }
      int perOther = here.qualifications().contains("Q") ? 3 : 4;
      int required =
          here.resting()
              ? Math.ceilDiv(total, 14)
              : Math.ceilDiv(8 * babies + perOther * others, 24);
      if (here.threeHourWindow()) {
        required = Math.ceilDiv(required, 2);
      }
      Integer house = houseRatio();
      return house == null ? required : Math.max(required, Math.ceilDiv(total, house));
    }

    private @Nullable Integer houseRatio() {
      var house = here.houseNorm();
      return house == null ? null : house.childrenPerCaregiver();
    }

    @Override
    public int overSize(long counts) {
      int most = ChildCounts.of(counts, 1) == 0 ? 8 : 12;
      return level == Level.LOCATION ? 0 : Math.max(0, ChildCounts.total(counts) - most);
    }

    @Override
    public int overComposition(long counts) {
      if (kind == ProviderKind.DAYCARE) {
        return 0;
      }
      long all = counts + here.ownChildren().packed();
      return Math.max(0, ChildCounts.total(all) - 4) + Math.max(0, ChildCounts.of(all, 0) - 2);
    }

    @Override
    public List<Breach> breaches(long counts, int caregivers) {
      List<Breach> breaches = new ArrayList<>();
      if (caregiversRequired(counts) > caregivers) {
        breaches.add(new Breach("toy.ratio", "TOY art. 1", "Too few caregivers."));
      }
      if (overSize(counts) > 0) {
        breaches.add(new Breach("toy.size", "TOY art. 2", "The group is too large."));
      }
      if (overComposition(counts) > 0) {
        breaches.add(new Breach("toy.caps", "TOY art. 3", "Too many children."));
      }
      return breaches;
    }
  }
}
