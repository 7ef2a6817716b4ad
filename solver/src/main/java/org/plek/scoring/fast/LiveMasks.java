package org.plek.scoring.fast;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Child;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Timeline;
import org.plek.rules.RulePacks;
import org.plek.scoring.Weights;

/**
 * The masks for children who are in no table of options: which groups could have one more child
 * now, and what that adds to the soft aims of the place. Changed by single stays, asked by anybody.
 * As in the search, the masks use the closure of the law. Not for several threads at once.
 */
public final class LiveMasks {
  private final FastModel model;
  private final Presence presence;
  private final SlotSums sums;
  private final Masks masks;
  private final Spread spread;
  private final boolean[] withSlotCost;

  /** Takes sums of which only differences are asked. */
  private final Tally scratch = new Tally();

  /**
   * Regular children stand from the start.
   *
   * @param index a network; its requests and placements play no part
   */
  public LiveMasks(ProblemIndex index, RulePacks packs) {
    Weights weights = new Weights(index.problem().policy());
    // Anybody may come at any time, so all slots are kept and each is at its own place.
    model = new FastModel(index, packs, KeptSlots.all(index));
    presence = new Presence(model);
    sums = new SlotSums(presence, weights);
    masks = new Masks(presence);
    spread = new Spread(presence, weights, new Tally());
    withSlotCost = new boolean[model.groups];
    for (int g = 0; g < model.groups; g++) {
      withSlotCost[g] = index.problem().policy().callIn() || presence.terms[g] != null;
    }
    for (int p = 0; p < model.providers; p++) {
      masks.refreshAll(p);
    }
  }

  /** Row of a child in a group's masks on a date. */
  public int row(int group, Child child, LocalDate date) {
    return model.schemeOf[group].rowOf(child, date);
  }

  /** Number of a group's way of sorting children: groups of one number have equal rows. */
  public int scheme(int group) {
    return model.schemeOfGroup[group];
  }

  /** How the terms of a group see a child. */
  public int variant(int group, boolean urgent, boolean firstTimer, @Nullable String programme) {
    GroupTerms terms = presence.terms[group];
    return terms == null ? 0 : terms.variant(urgent, firstTimer, programme);
  }

  /** The slots in which a group is open, 64 a word; slots after the last word are closed. */
  public long[] open(int group) {
    return model.groupOpen[group].toLongArray();
  }

  /** Whether no rule of a slot refuses one more child in {@code [from, until)} of one day. */
  public boolean free(int group, int row, int variant, int from, int until) {
    return row == ClassScheme.ADULT || masks.free(group, row, variant, from, until);
  }

  /** First and last refused slot as {@code first << 32 | last}, or -1. */
  public long refused(int group, int row, int variant, int from, int until) {
    return row == ClassScheme.ADULT ? -1 : masks.refused(group, row, variant, from, until);
  }

  /**
   * A child in a group in slots of one day.
   *
   * @param row as {@link #row} says for the day
   * @param variant as {@link #variant} says
   */
  public record Hours(int row, int variant, int from, int until) {}

  /** Whether no rule of a slot would refuse one more child while another one is out. */
  public boolean freeWithout(int group, Hours asked, Hours out) {
    int from = Math.max(asked.from(), out.from());
    int until = Math.min(asked.until(), out.until());
    if (from >= until) {
      return free(group, asked.row(), asked.variant(), asked.from(), asked.until());
    }
    if ((asked.from() < from && !free(group, asked.row(), asked.variant(), asked.from(), from))
        || (until < asked.until()
            && !free(group, asked.row(), asked.variant(), until, asked.until()))) {
      return false;
    }
    if (asked.row() == ClassScheme.ADULT) {
      return true;
    }
    int provider = model.providerOf[group];
    // A child who leaves may leave a kept or bought place empty: then a free slot can close, too.
    boolean everySlot = presence.terms[group] != null || presence.withReserves[provider];
    int t = from;
    int end = until;
    if (!everySlot) {
      long refused = masks.refused(group, asked.row(), asked.variant(), from, until);
      t = refused < 0 ? until : (int) (refused >>> 32);
      end = refused < 0 ? until : (int) refused + 1;
    }
    while (t < end) {
      if (!everySlot && masks.free(group, asked.row(), asked.variant(), t, t + 1)) {
        t++;
      } else if (refusesWithout(group, asked, out, t)) {
        return false;
      } else {
        t = presence.endOfRun(group, provider, t, end);
      }
    }
    return true;
  }

  private boolean refusesWithout(int group, Hours asked, Hours out, int slot) {
    add(group, out, slot, slot + 1, -1);
    boolean refused = masks.refuses(group, slot, asked.row(), asked.variant());
    add(group, out, slot, slot + 1, 1);
    return refused;
  }

  private void add(int group, Hours one, int from, int until, int sign) {
    if (one.row() == ClassScheme.ADULT) {
      presence.addAdult(group, from, until, sign);
    } else {
      presence.add(group, one.row(), one.variant(), from, until, sign);
    }
  }

  /** Adds ({@code sign} 1) or takes out (-1) a child in {@code [from, until)} of one day. */
  public void change(int group, int row, int variant, int from, int until, int sign) {
    int provider = model.providerOf[group];
    if (row == ClassScheme.ADULT) {
      presence.addAdult(group, from, until, sign);
    } else {
      presence.add(group, row, variant, from, until, sign);
      for (int g = model.firstGroup[provider]; g < model.firstGroup[provider + 1]; g++) {
        masks.refresh(g, from, until);
      }
    }
    spread.change(provider, from, until, sign, scratch);
  }

  /** Weighted soft cost of one more stay at the place: spread, called in, regular floor. */
  public long cost(int group, int row, int variant, int from, int until) {
    long cost = spread.soft(model.providerOf[group], until - from);
    if (!withSlotCost[group] || row == ClassScheme.ADULT) {
      return cost;
    }
    long before = scratch.soft;
    sum(group, from, until, -1);
    presence.add(group, row, variant, from, until, 1);
    sum(group, from, until, 1);
    presence.add(group, row, variant, from, until, -1);
    return cost + scratch.soft - before;
  }

  private void sum(int group, int from, int until, int sign) {
    int provider = model.providerOf[group];
    for (int t = from; t < until; ) {
      int end = presence.endOfRun(group, provider, t, until);
      sums.sum(group, provider, t, sign * (end - t), scratch);
      t = end;
    }
  }

  /** Slots of the network. */
  public Timeline timeline() {
    return model.timeline;
  }

  /** Day of a slot. */
  public int dayOf(int slot) {
    return model.dayOf[slot];
  }
}
