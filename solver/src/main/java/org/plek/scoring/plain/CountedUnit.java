package org.plek.scoring.plain;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plek.rules.ChildClasses;
import org.plek.rules.ChildCounts;
import org.plek.rules.Norm;

/**
 * Children who count together under the law, with the caregivers for them: a group, joined groups,
 * or a location, each in the slots in which the law counts so.
 */
public final class CountedUnit {
  private final String providerId;
  private final List<String> groupIds;
  private final boolean location;
  private final ChildClasses classes;
  private final IntFunction<@Nullable Norm> norm;
  private final IntFunction<Long> counts;
  private final IntUnaryOperator rostered;
  private final IntUnaryOperator reachable;
  private final IntUnaryOperator room;

  CountedUnit(
      String providerId,
      List<String> groupIds,
      boolean location,
      ChildClasses classes,
      IntFunction<@Nullable Norm> norm,
      IntFunction<Long> counts,
      IntUnaryOperator rostered,
      IntUnaryOperator reachable,
      IntUnaryOperator room) {
    this.providerId = providerId;
    this.groupIds = List.copyOf(groupIds);
    this.location = location;
    this.classes = classes;
    this.norm = norm;
    this.counts = counts;
    this.rostered = rostered;
    this.reachable = reachable;
    this.room = room;
  }

  /** The provider. */
  public String providerId() {
    return providerId;
  }

  /** Its groups: one, the joined ones, or all of the location. */
  public List<String> groupIds() {
    return groupIds;
  }

  /** Whether the law counts the whole location. */
  public boolean location() {
    return location;
  }

  /** Whether the law counts caregivers for this unit in a slot. */
  public boolean counted(int slot) {
    return norm.apply(slot) != null;
  }

  /** Children present, own ones aside. */
  public int children(int slot) {
    return ChildCounts.total(counts.apply(slot));
  }

  /** Caregivers required for exactly these children; 0 where the unit is not counted. */
  public int required(int slot) {
    Norm law = norm.apply(slot);
    return law == null ? 0 : law.caregiversRequired(counts.apply(slot));
  }

  /** Caregivers rostered who count. */
  public int rostered(int slot) {
    return rostered.applyAsInt(slot);
  }

  /** Those and, where the policy calls in, the ones on call. */
  public int reachable(int slot) {
    return reachable.applyAsInt(slot);
  }

  /**
   * Children of one age who could come besides, one after the other, with the caregivers reachable.
   *
   * @param date date of the slot
   * @param ageMonths their age
   * @param walking whether they walk
   */
  public int freePlaces(int slot, LocalDate date, int ageMonths, boolean walking) {
    Norm law = norm.apply(slot);
    if (law == null) {
      return 0;
    }
    long one = ChildCounts.one(classes.classOf(date.minusMonths(ageMonths), walking, date));
    long here = counts.apply(slot);
    int free = 0;
    for (int most = room.applyAsInt(slot); free < most; free++) {
      here += one;
      if (law.caregiversRequired(here) > reachable(slot)
          || law.overSize(here) > 0
          || law.overComposition(here) > 0) {
        break;
      }
    }
    return free;
  }
}
