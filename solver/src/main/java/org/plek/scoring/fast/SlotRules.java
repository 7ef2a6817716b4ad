package org.plek.scoring.fast;

import java.util.Objects;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.domain.Urgency;
import org.plek.options.KnownFaces;
import org.plek.options.OptionTable;
import org.plek.rules.ChildCounts;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;

/**
 * What single slots allow and cost, asked outside a search, for bounds and for other solvers. All
 * answers are about children of care sessions beside the regular ones, by the law itself and not by
 * its closure. Not safe for several threads.
 */
public final class SlotRules {
  /** What {@link #groupCost} and {@link #providerCost} answer where a rule is broken. */
  public static final long BROKEN = -1;

  private final ProblemIndex index;
  private final FastState state;
  private final FastModel model;
  private final Presence presence;
  private final SlotSums sums;
  private final KnownFaces faces;
  private final int[] weekOfSlot;

  /** Reads a problem; agreed placements count as care sessions here, not as regular. */
  public SlotRules(ProblemIndex index, RulePacks packs, Travel travel, OptionTable table) {
    this.index = index;
    // Any slot may be asked about, so all are kept and each is at its own place.
    state = new FastState(index, packs, travel, table, KeptSlots.all(index));
    model = state.model();
    presence = state.occupancy().presence();
    sums = state.occupancy().sums();
    faces = new KnownFaces(index);
    Tally tally = state.startTally();
    for (Placement placement : index.problem().placements()) {
      int session = index.session(placement.sessionId());
      if (session >= 0 && state.option(session) >= 0) {
        state.remove(session, tally);
      }
    }
    weekOfSlot = new int[model.slots];
    int dayOfWeek = index.problem().from().getDayOfWeek().getValue() - 1;
    java.util.Arrays.setAll(weekOfSlot, t -> (model.dayOf[t] + dayOfWeek) / 7);
  }

  /** Kinds of children that the rules of a group tell apart. */
  public int kinds(int group) {
    return model.schemes.get(model.schemeOfGroup[group]).groupClasses.count() * variants(group);
  }

  /** Kinds of each class of age in a group: a kind is its class times these plus its variant. */
  public int variants(int group) {
    GroupTerms terms = presence.terms[group];
    return terms == null ? 1 : terms.variants();
  }

  /** The kind of a care session's child in a group on the day of a slot. */
  public int kind(int session, int group, int slot) {
    int scheme = model.schemeOfGroup[group];
    int row = model.row(scheme, session, model.dayOf[slot]);
    int childClass = model.schemes.get(scheme).groupClass(row);
    GroupTerms terms = presence.terms[group];
    if (terms == null) {
      return childClass;
    }
    Request request = index.problem().requests().get(index.requestOf(session));
    boolean first = !faces.knows(index.childOf(session), model.providerOf[group]);
    boolean urgent = request.urgency() == Urgency.URGENT;
    return childClass * terms.variants() + terms.variant(urgent, first, request.programme());
  }

  /** Kinds of children that the rules of a provider as a whole tell apart. */
  public int kindsAtProvider(int provider) {
    ClassScheme scheme = model.schemes.get(model.schemeOfGroup[model.firstGroup[provider]]);
    return model.locationNorm[provider] == null ? 1 : scheme.locationClasses.count();
  }

  /** The kind of a care session's child at a provider on the day of a slot. */
  public int kindAtProvider(int session, int provider, int slot) {
    if (model.locationNorm[provider] == null) {
      return 0;
    }
    int scheme = model.schemeOfGroup[model.firstGroup[provider]];
    return model.schemes.get(scheme).locationClass(model.row(scheme, session, model.dayOf[slot]));
  }

  /**
   * Weighted soft cost of a group in a slot: caregivers called in, over the floor of regular ones.
   *
   * @param children children of care sessions by kind
   * @return {@link #BROKEN} where ratio, size, caps, kept-free or bought places or quota are broken
   */
  public long groupCost(int group, int slot, int[] children) {
    GroupTerms terms = presence.terms[group];
    int variants = terms == null ? 1 : terms.variants();
    long more = 0;
    for (int kind = 0; kind < children.length; kind++) {
      more += children[kind] * ChildCounts.one(kind / variants);
      if (terms != null) {
        terms.change(slot, kind % variants, children[kind]);
      }
    }
    Tally tally = new Tally();
    presence.counts[model.groupBase[group] + slot] += more;
    sums.sumGroup(group, slot, 1, tally);
    presence.counts[model.groupBase[group] + slot] -= more;
    for (int kind = 0; terms != null && kind < children.length; kind++) {
      terms.change(slot, kind % variants, -children[kind]);
    }
    return tally.hard > 0 ? BROKEN : tally.soft;
  }

  /**
   * Weighted soft cost of a provider as a whole in a slot; kept-free places are left out.
   *
   * @param children children of care sessions by kind at the provider
   * @return {@link #BROKEN} where capacity or the ratio of the location is broken
   */
  public long providerCost(int provider, int slot, int[] children) {
    long more = 0;
    int count = 0;
    for (int kind = 0; kind < children.length; kind++) {
      more += children[kind] * ChildCounts.one(kind);
      count += children[kind];
    }
    Tally tally = new Tally();
    long[] location = presence.atLocation[provider];
    presence.ofProvider[model.providerBase[provider] + slot] += (char) count;
    if (location != null) {
      location[slot] += more;
    }
    sums.sumProvider(provider, slot, 1, tally);
    presence.ofProvider[model.providerBase[provider] + slot] -= (char) count;
    if (location != null) {
      location[slot] -= more;
    }
    boolean broken =
        tally.amounts[ConstraintName.LICENSED_CAPACITY.ordinal()] > 0
            || tally.amounts[ConstraintName.RATIO.ordinal()] > 0;
    return broken ? BROKEN : tally.soft;
  }

  /** Slots of a group with equal answers of {@link #groupCost} have equal signatures. */
  public Object signature(int group, int slot) {
    int at = model.groupBase[group] + slot;
    GroupTerms terms = presence.terms[group];
    return java.util.List.of(
        model.norm[at],
        presence.counts[at],
        model.rostered[at],
        model.reachable[at],
        terms == null ? 0 : terms.quota(slot),
        terms == null ? 0 : terms.emptyKept(slot, -1),
        terms == null ? 0L : terms.keptChildren(slot, -1));
  }

  /** Slots of a provider with equal answers of {@link #providerCost} have equal signatures. */
  public Object signatureOfProvider(int provider, int slot) {
    short[] norm = model.locationNorm[provider];
    int count = presence.ofProvider[model.providerBase[provider] + slot];
    return norm == null
        ? count
        : java.util.List.of(
            count,
            norm[slot],
            Objects.requireNonNull(presence.atLocation[provider])[slot],
            Objects.requireNonNull(model.locationRostered[provider])[slot],
            Objects.requireNonNull(model.locationStaff[provider])[slot]);
  }

  /** Children that may still come to a group, whatever their ages. */
  public int room(int group, int slot) {
    int regular = ChildCounts.total(presence.counts[model.groupBase[group] + slot]);
    return Math.min(model.groupCap[group] - regular, roomOfProvider(model.providerOf[group], slot));
  }

  /** Children that may still come to a provider, whatever their ages. */
  public int roomOfProvider(int provider, int slot) {
    return model.capacity(provider, slot)
        - presence.ofProvider[model.providerBase[provider] + slot];
  }

  /** Kept-free places of a group that are empty in a slot while nobody urgent is there. */
  public int keptFree(int group, int slot) {
    GroupTerms terms = presence.terms[group];
    return terms == null ? 0 : terms.emptyKept(slot, -1);
  }

  /** Whether somebody is in a group already in a slot. */
  public boolean busy(int group, int slot) {
    return presence.counts[model.groupBase[group] + slot] != 0;
  }

  /** Amount of {@code UNSERVED} when a care session has no place. */
  public int unservedWeight(int session) {
    return state.unservedWeight(session);
  }

  /** Slots on offer of a provider over the horizon, by which its load is judged; at least 1. */
  public long offer(int provider) {
    return state.spread().offer(provider);
  }

  /** Week of a slot, counted from 0. */
  public int weekOf(int slot) {
    return weekOfSlot[slot];
  }

  /** Child slots still free in a week of an overbooking provider; -1 where it does not overbook. */
  public long weekRoom(int provider, int week) {
    return state.spread().weekRoom(provider, week);
  }

  /** Whether two placements break an escort that neither breaks alone. */
  public boolean escortClash(int session, int option, int otherSession, int otherOption) {
    Tally tally = new Tally();
    state.place(session, option, tally);
    long before = tally.amounts[ConstraintName.ESCORT.ordinal()];
    state.place(otherSession, otherOption, tally);
    long both = tally.amounts[ConstraintName.ESCORT.ordinal()];
    state.remove(session, tally);
    long other = tally.amounts[ConstraintName.ESCORT.ordinal()];
    state.remove(otherSession, tally);
    return both > before + other;
  }

  /** Whether an option alone breaks an escort: a regular child comes or goes meanwhile. */
  public boolean escortBroken(int session, int option) {
    Tally tally = new Tally();
    state.place(session, option, tally);
    boolean broken = tally.amounts[ConstraintName.ESCORT.ordinal()] > 0;
    state.remove(session, tally);
    return broken;
  }

  /** Whether a group's childminder goes on the way and leaves nobody at home. */
  public boolean escorts(int group) {
    return model.escorts[group];
  }
}
