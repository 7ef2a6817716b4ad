package org.plek.options;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.scoring.ConstraintName;

/**
 * Every concrete way to serve each care session, by the numbers of {@link ProblemIndex}. Options of
 * a session are contiguous, those of two legs last; each is legal under every rule that session and
 * provider decide alone. A session whose placement is agreed has exactly one option: that
 * placement, whatever the rules say.
 *
 * <p>Structure of arrays, 12 bytes an option of one leg. Not changed after it is made.
 */
public final class OptionTable {
  private static final int SPLIT = 1 << 31;

  private final ProblemIndex index;
  private final AskedTimes times;
  private final StaticAmounts amounts;
  private final @Nullable Placement[] agreed;
  private final DropReport drops;

  private final int[] first;

  /** The group, or the number of the split with the highest bit set. */
  private final int[] place;

  private final char[] start;
  private final char[] end;
  private final int[] cost;

  private final int[] splitFirstGroup;
  private final int[] splitSecondGroup;
  private final char[] splitSecondStart;
  private final char[] splitSecondEnd;
  private final byte[] splitEscortSide;
  private final char[] splitEscortMinutes;

  OptionTable(
      ProblemIndex index,
      AskedTimes times,
      StaticAmounts amounts,
      @Nullable Placement[] agreed,
      DropReport drops,
      int[] first,
      OptionBuffer filled) {
    this.index = index;
    this.times = times;
    this.amounts = amounts;
    this.agreed = agreed;
    this.drops = drops;
    this.first = first;
    place = filled.place();
    start = filled.start();
    end = filled.end();
    cost = filled.cost();
    splitFirstGroup = filled.splitFirstGroup();
    splitSecondGroup = filled.splitSecondGroup();
    splitSecondStart = filled.splitSecondStart();
    splitSecondEnd = filled.splitSecondEnd();
    splitEscortSide = filled.splitEscortSide();
    splitEscortMinutes = filled.splitEscortMinutes();
  }

  /** Number of care sessions. */
  public int sessions() {
    return first.length - 1;
  }

  /** Number of options in all. */
  public int options() {
    return place.length;
  }

  /** First option of a session. */
  public int firstOption(int session) {
    return first[session];
  }

  /** The option after the last of a session. */
  public int endOption(int session) {
    return first[session + 1];
  }

  /** The first option of two legs of a session; {@link #endOption(int)} if there is none. */
  public int firstSplit(int session) {
    int low = first[session];
    int high = first[session + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (split(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The care session of an option. */
  public int sessionOf(int option) {
    int low = 0;
    int high = first.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (first[middle] <= option) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Group of the first leg. */
  public int group(int option) {
    int group = place[option];
    return group >= 0 ? group : splitFirstGroup[group & ~SPLIT];
  }

  /** Provider of the first leg. */
  public int providerOf(int option) {
    return index.providerOf(group(option));
  }

  /** First slot of presence in the first leg. */
  public int start(int option) {
    return start[option];
  }

  /** First slot after the presence in the first leg. */
  public int end(int option) {
    return end[option];
  }

  /**
   * Weighted static soft cost, lower is better: unknown faces, handovers, travel, price, wishes and
   * changes against the published proposal. What depends on other placements is not in it.
   */
  public int cost(int option) {
    return cost[option];
  }

  /** Whether the option has two legs. */
  public boolean split(int option) {
    return place[option] < 0;
  }

  /** Group of the second leg; only for an option of two legs. */
  public int secondGroup(int option) {
    return splitSecondGroup[place[option] & ~SPLIT];
  }

  /** First slot of presence in the second leg; only for an option of two legs. */
  public int secondStart(int option) {
    return splitSecondStart[place[option] & ~SPLIT];
  }

  /** First slot after the presence in the second leg; only for an option of two legs. */
  public int secondEnd(int option) {
    return splitSecondEnd[place[option] & ~SPLIT];
  }

  /** Who escorts at the handover: 0 nobody, 1 the first provider brings, 2 the second fetches. */
  public int escortSide(int option) {
    int split = place[option];
    return split >= 0 ? 0 : splitEscortSide[split & ~SPLIT];
  }

  /** Minutes on the way with the escort; 0 without. */
  public int escortMinutes(int option) {
    int split = place[option];
    return split >= 0 ? 0 : splitEscortMinutes[split & ~SPLIT];
  }

  /** The legs of an option with their exact local times. */
  public List<Leg> legs(int session, int option) {
    Placement given = agreed[session];
    if (given != null) {
      return given.legs();
    }
    int one = group(option);
    int last = split(option) ? secondGroup(option) : one;
    LocalDateTime from = times.start(session, index.providerOf(one), start(option));
    LocalDateTime until = times.end(session, index.providerOf(last), from);
    if (!split(option)) {
      return List.of(leg(one, from, until, 0));
    }
    LocalDateTime handover = index.timeline().time(secondStart(option));
    int escort = escortMinutes(option);
    return List.of(
        leg(one, from, handover, escortSide(option) == 1 ? escort : 0),
        leg(last, handover, until, escortSide(option) == 2 ? escort : 0));
  }

  private Leg leg(int group, LocalDateTime from, LocalDateTime until, int escortMinutes) {
    Provider provider = index.problem().providers().get(index.providerOf(group));
    return new Leg(provider.id(), index.groups().get(group).id(), from, until, escortMinutes);
  }

  /** The option of a session with exactly these legs, or -1. */
  public int indexOf(int session, List<Leg> legs) {
    if (legs.isEmpty()) {
      return -1;
    }
    int group = index.group(legs.getFirst().groupId());
    for (int option = first[session]; option < first[session + 1]; option++) {
      if (group(option) == group
          && split(option) == (legs.size() == 2)
          && legs(session, option).equals(legs)) {
        return option;
      }
    }
    return -1;
  }

  /**
   * The amount, before weighting, of one soft constraint in {@link #cost(int)}; 0 for constraints
   * that are not static.
   */
  public long staticAmount(ConstraintName name, int option) {
    int session = sessionOf(option);
    return amounts.amount(name, session, legs(session, option));
  }

  /** What rules and limits dropped while the table was made. */
  public DropReport drops() {
    return drops;
  }
}
