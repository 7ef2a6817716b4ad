package org.plek.scoring.fast;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.options.OptionTable;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;

/**
 * Slots of care at each provider: even spread, home carers who are used at all, and the hours of a
 * week of overbooking.
 */
final class Spread {
  private final FastModel model;
  private final int weight;
  private final int carerWeight;
  private final boolean[] homeCarer;
  private final int[] load;
  private final long[] offer;
  private final int[] weekOfSlot;
  private final long[] @Nullable [] weekOccupied;
  private final long[][] weekOffer;

  /**
   * Counts what is on offer beside the children who are present.
   *
   * @param regular with regular children only
   */
  Spread(Presence regular, Weights weights, Tally start) {
    model = regular.model;
    weight = weights.of(ConstraintName.EVEN_SPREAD);
    carerWeight = weights.of(ConstraintName.CARERS_USED);
    ProblemIndex index = model.index;
    homeCarer = new boolean[model.providers];
    load = new int[model.providers];
    offer = new long[model.providers];
    weekOfSlot = new int[model.slots];
    int dayOfWeek = index.problem().from().getDayOfWeek().getValue() - 1;
    Arrays.setAll(weekOfSlot, t -> (model.dayOf[t] + dayOfWeek) / 7);
    weekOccupied = new long[model.providers][];
    weekOffer = new long[model.providers][];
    int weeks = weekOfSlot[model.slots - 1] + 1;
    for (int p = 0; p < model.providers; p++) {
      fill(p, index.problem().providers().get(p), weeks, regular, start);
    }
  }

  private void fill(int p, Provider provider, int weeks, Presence present, Tally start) {
    homeCarer[p] = provider.kind() == ProviderKind.HOME_CARER;
    long[] occupied = new long[weeks];
    long[] offered = new long[weeks];
    BitSet open = model.providerOpen[p];
    for (int place = 0; place < model.kept.count(p); place++) {
      int t = model.kept.slot(p, place);
      int regular = present.ofProvider[model.providerBase[p] + place];
      offer[p] -= open.get(t) ? regular : 0;
      occupied[weekOfSlot[t]] += regular;
    }
    for (int t = open.nextSetBit(0); t >= 0; t = open.nextSetBit(t + 1)) {
      offer[p] += provider.licensedCapacity();
      offered[weekOfSlot[t]] += provider.licensedCapacity();
    }
    offer[p] = Math.max(1, offer[p]);
    if (provider.overbooking()) {
      weekOccupied[p] = occupied;
      weekOffer[p] = offered;
      for (int week = 0; week < weeks; week++) {
        start.hard(ConstraintName.WEEKLY_OCCUPANCY, over(p, week, occupied));
      }
    }
  }

  /** Adds ({@code sign} 1) or takes out (-1) the slots of a stay. */
  void change(int provider, int from, int to, int sign, Tally tally) {
    int before = load[provider];
    int after = before + sign * (to - from);
    load[provider] = after;
    tally.soft(ConstraintName.EVEN_SPREAD, of(after, provider) - of(before, provider), weight);
    if (homeCarer[provider]) {
      tally.soft(ConstraintName.CARERS_USED, used(after) - used(before), carerWeight);
    }
    long[] occupied = weekOccupied[provider];
    if (occupied == null) {
      return;
    }
    int firstWeek = weekOfSlot[from];
    int lastWeek = weekOfSlot[to - 1];
    for (int week = firstWeek; week <= lastWeek; week++) {
      tally.hard(ConstraintName.WEEKLY_OCCUPANCY, -over(provider, week, occupied));
    }
    for (int t = from; t < to; t++) {
      occupied[weekOfSlot[t]] += sign;
    }
    for (int week = firstWeek; week <= lastWeek; week++) {
      tally.hard(ConstraintName.WEEKLY_OCCUPANCY, over(provider, week, occupied));
    }
  }

  /** Weighted cost of so many more slots at a provider. */
  long soft(int provider, int slots) {
    int now = load[provider];
    long used = homeCarer[provider] ? (used(now + slots) - used(now)) * (long) carerWeight : 0;
    return (of(now + slots, provider) - of(now, provider)) * weight + used;
  }

  long offer(int provider) {
    return offer[provider];
  }

  /** Child slots free in a week of an overbooking provider; -1 where it does not overbook. */
  long weekRoom(int provider, int week) {
    long[] occupied = weekOccupied[provider];
    return occupied == null ? -1 : weekOffer[provider][week] - occupied[week];
  }

  /** About the most that a move of one session can save here. */
  int mostSaved(OptionTable table, int session) {
    int first = table.firstOption(session);
    return first == table.endOption(session)
        ? 0
        : 2 * weight * (table.end(first) - table.start(first)) + carerWeight;
  }

  private static int used(int slots) {
    return slots > 0 ? 1 : 0;
  }

  private long of(long slots, int provider) {
    return slots * slots / offer[provider];
  }

  private long over(int provider, int week, long[] occupied) {
    return Math.max(0, occupied[week] - weekOffer[provider][week]);
  }
}
