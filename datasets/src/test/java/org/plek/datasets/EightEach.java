package org.plek.datasets;

import java.time.LocalDate;
import java.util.List;
import org.plek.domain.ProviderKind;
import org.plek.rules.ChildClasses;
import org.plek.rules.ChildCounts;
import org.plek.rules.Circumstances;
import org.plek.rules.Level;
import org.plek.rules.Norm;
import org.plek.rules.RulePack;

/** A law small enough to work out by hand: one caregiver for every eight children. */
public record EightEach(String id) implements RulePack {
  @Override
  public String version() {
    return "1";
  }

  @Override
  public ChildClasses classes(ProviderKind kind, Level level) {
    return new ChildClasses() {
      @Override
      public int count() {
        return 1;
      }

      @Override
      public String name(int childClass) {
        return "all";
      }

      @Override
      public int classOf(LocalDate birthDate, boolean walking, boolean own, LocalDate date) {
        return 0;
      }
    };
  }

  @Override
  public boolean counts(ProviderKind kind, Level level, LocalDate date) {
    return level == Level.GROUP;
  }

  @Override
  public Norm norm(ProviderKind kind, Level level, LocalDate date, Circumstances circumstances) {
    return new Norm() {
      @Override
      public int caregiversRequired(long counts) {
        return (ChildCounts.total(counts) + 7) / 8;
      }

      @Override
      public int overSize(long counts) {
        return Math.max(0, ChildCounts.total(counts) - 18);
      }

      @Override
      public int overComposition(long counts) {
        return 0;
      }

      @Override
      public List<Breach> breaches(long counts, int caregivers) {
        return List.of();
      }
    };
  }

  @Override
  public int overbookedCapacity(ProviderKind kind, int licensedCapacity, LocalDate date) {
    return licensedCapacity;
  }

  @Override
  public int homeCareDaysPerWeek(LocalDate date) {
    return 7;
  }

  @Override
  public int homeCareFamilies(LocalDate date) {
    return 1;
  }
}
