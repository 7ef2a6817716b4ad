package org.plek.scoring.fast;

import java.util.Arrays;
import org.plek.domain.Family;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Policy;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.domain.Urgency;
import org.plek.options.KnownFaces;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;

/**
 * A plan in the making over integer arrays: which option each care session has, who is where in
 * each slot, and what all of it is worth. Changes go one session at a time and keep every sum
 * right; the sums go to the {@link Tally} of whoever changes. Agreed placements stand from the
 * start.
 *
 * <p>Chains may change one state at the same time when they touch different providers and different
 * families.
 */
public final class FastState {
  /** How much a strict tier weighs against the next. */
  private static final long TIER_FACTOR = 25;

  private static final ConstraintName[] STATIC_AIMS = {
    ConstraintName.UNKNOWN_FACES,
    ConstraintName.HANDOVERS,
    ConstraintName.TRAVEL,
    ConstraintName.PRICE,
    ConstraintName.WISHES,
    ConstraintName.PUBLISHED_CHANGES
  };

  private final ProblemIndex index;
  private final OptionTable table;
  private final FastModel model;
  private final Weights weights;
  private final Legs legs;
  private final Occupancy occupancy;
  private final HomeCarers carers;
  private final Escorts escorts;
  private final Families families;
  private final KnownFaces faces;

  private final boolean[] agreed;
  private final int[] unservedWeight;
  private final long[] unservedCost;
  private final int[] publishedAmount;
  private final int[] tier;

  private final int[] load;
  private final long[] offer;
  private final int spreadWeight;
  private final int[] weekOfSlot;
  private final long[][] weekOccupied;
  private final long[][] weekOffer;

  private final Tally start = new Tally();

  /**
   * The state in which only agreed placements stand.
   *
   * @param packs the rule packs
   */
  public FastState(ProblemIndex index, RulePacks packs, Travel travel, OptionTable table) {
    this.index = index;
    this.table = table;
    Problem problem = index.problem();
    weights = new Weights(problem.policy());
    model = new FastModel(index, packs);
    legs = new Legs(model, table);
    occupancy = new Occupancy(model, weights);
    carers = new HomeCarers(model, legs, occupancy, travel);
    escorts = new Escorts(model, legs, table, travel);
    faces = new KnownFaces(index);
    families = new Families(model, legs, table, faces, weights);
    int sessions = index.sessions().size();
    agreed = new boolean[sessions];
    unservedWeight = new int[sessions];
    unservedCost = new long[sessions];
    publishedAmount = new int[sessions];
    tier = new int[sessions];
    load = new int[model.providers];
    offer = new long[model.providers];
    spreadWeight = weights.of(ConstraintName.EVEN_SPREAD);
    weekOfSlot = new int[model.slots];
    int dayOfWeek = problem.from().getDayOfWeek().getValue() - 1;
    Arrays.setAll(weekOfSlot, t -> (model.dayOf[t] + dayOfWeek) / 7);
    weekOccupied = new long[model.providers][];
    weekOffer = new long[model.providers][];
    fillOffers();
    fillPriorities();
    occupancy.sumAll(start);
    carers.sumAll(start);
    placeAgreed();
  }

  private void fillOffers() {
    int weeks = weekOfSlot[model.slots - 1] + 1;
    for (int p = 0; p < model.providers; p++) {
      Provider provider = index.problem().providers().get(p);
      if (provider.overbooking()) {
        weekOccupied[p] = new long[weeks];
        weekOffer[p] = new long[weeks];
      }
      for (int t = 0; t < model.slots; t++) {
        boolean open = model.providerOpen[p].get(t);
        int regular = model.providerRegular[p * model.slots + t];
        offer[p] += open ? provider.licensedCapacity() - regular : 0;
        if (provider.overbooking()) {
          weekOccupied[p][weekOfSlot[t]] += regular;
          weekOffer[p][weekOfSlot[t]] += open ? provider.licensedCapacity() : 0;
        }
      }
      offer[p] = Math.max(1, offer[p]);
      if (provider.overbooking()) {
        for (int week = 0; week < weeks; week++) {
          start.hard(ConstraintName.WEEKLY_OCCUPANCY, overWeek(p, week));
        }
      }
    }
  }

  private void fillPriorities() {
    Problem problem = index.problem();
    Policy policy = problem.policy();
    int unit = weights.of(ConstraintName.UNSERVED);
    for (int r = 0; r < problem.requests().size(); r++) {
      Request request = problem.requests().get(r);
      Family family = problem.families().get(index.familyOf(r));
      int rank = policy.tierOf(request, family);
      long factor = 1;
      for (int i = rank; policy.strictTiers() && i < policy.tiers().size(); i++) {
        factor *= TIER_FACTOR;
      }
      for (int s = index.firstSession(r); s < index.firstSession(r + 1); s++) {
        tier[s] = rank;
        unservedWeight[s] =
            policy.unservedWeight(request, family, index.sessions().get(s).careMinutes());
        unservedCost[s] = Math.max(1, unservedWeight[s]) * unit * factor;
      }
    }
    for (Placement placement : problem.placements()) {
      int s = index.session(placement.sessionId());
      if (s >= 0 && placement.state() == PlacementState.PROPOSED && !placement.legs().isEmpty()) {
        long days =
            placement.legs().getFirst().start().toLocalDate().toEpochDay()
                - problem.asOf().toLocalDate().toEpochDay();
        publishedAmount[s] = (int) Math.max(1, 15 - days);
      }
    }
    int published = weights.of(ConstraintName.PUBLISHED_CHANGES);
    for (int s = 0; s < tier.length; s++) {
      start.amounts[ConstraintName.UNSERVED.ordinal()] += unservedWeight[s];
      start.unserved += unservedCost[s];
      start.soft += (long) publishedAmount[s] * published;
    }
  }

  private void placeAgreed() {
    for (int f = 0; f < index.problem().families().size(); f++) {
      families.sum(f, 1, start);
    }
    for (Placement placement : index.problem().placements()) {
      int s = index.session(placement.sessionId());
      if (s >= 0 && placement.agreedAt(index.problem().asOf()) && !agreed[s]) {
        agreed[s] = true;
        if (table.firstOption(s) < table.endOption(s)) {
          place(s, table.firstOption(s), start);
        }
      }
    }
  }

  /** The sums of the state in which only agreed placements stand; a copy. */
  public Tally startTally() {
    Tally copy = new Tally();
    copy.add(start);
    return copy;
  }

  /** Whether a session's placement is agreed, so that it never moves. */
  public boolean agreed(int session) {
    return agreed[session];
  }

  /** The option that a session has, or -1. */
  public int option(int session) {
    return legs.option[session];
  }

  /** Rank of a session's priority tier, 0 first. */
  public int tier(int session) {
    return tier[session];
  }

  /** Cost of leaving a session unserved in the objective of the search, strict tiers applied. */
  public long unservedCost(int session) {
    return unservedCost[session];
  }

  /**
   * Whether the masks let an unplaced session take an option: every slot rule, and neither its
   * child nor a home carer is elsewhere. Ways between homes, escorts, weeks of overbooking and
   * bundles are known after {@link #place}, from the tally.
   */
  public boolean free(int session, int option) {
    if (!freeLeg(session, table.group(option), table.start(option), table.end(option))) {
      return false;
    }
    if (table.split(option)
        && !freeLeg(
            session,
            table.secondGroup(option),
            table.secondStart(option),
            table.secondEnd(option))) {
      return false;
    }
    return !families.clashes(familyOf(session), session, option);
  }

  private boolean freeLeg(int session, int group, int from, int to) {
    if (carers.isHomeCarer(group) && carers.elsewhere(group, familyOf(session), from, to)) {
      return false;
    }
    int scheme = model.schemeOfGroup[group];
    int row = model.sessionRow[scheme][session];
    GroupTerms terms = occupancy.terms(group);
    int variant = terms == null ? 0 : variant(terms, session, group);
    if (row >= 0) {
      return occupancy.free(group, row, variant, from, to);
    }
    for (int s = from; s < to; ) {
      int end = Math.min(to, model.timeline.dayStart(model.dayOf[s] + 1));
      if (!occupancy.free(group, model.row(scheme, session, model.dayOf[s]), variant, s, end)) {
        return false;
      }
      s = end;
    }
    return true;
  }

  /**
   * The first and the last slot that keep an unplaced session from the first leg of an option, as
   * {@code first << 32 | last}; -1 when the masks there refuse nothing. Whoever could make room
   * covers them both.
   */
  public long refusedSlots(int session, int option) {
    int group = table.group(option);
    int scheme = model.schemeOfGroup[group];
    int row = model.row(scheme, session, model.dayOf[table.start(option)]);
    GroupTerms terms = occupancy.terms(group);
    int variant = terms == null ? 0 : variant(terms, session, group);
    return occupancy.refused(group, row, variant, table.start(option), table.end(option));
  }

  private int variant(GroupTerms terms, int session, int group) {
    Request request = index.problem().requests().get(index.requestOf(session));
    return terms.variant(
        request.urgency() == Urgency.URGENT,
        !faces.knows(index.childOf(session), model.providerOf[group]),
        request.programme());
  }

  /** Family of a session. */
  public int familyOf(int session) {
    return index.familyOf(index.requestOf(session));
  }

  /**
   * Gives an unplaced session an option, whatever rules it breaks; the tally tells.
   *
   * @param option one of the session's own
   */
  public void place(int session, int option, Tally tally) {
    int family = familyOf(session);
    families.sum(family, -1, tally);
    sumLegLimits(session, option, -1, tally);
    legs.place(session, option);
    changeLeg(2 * session, 1, tally);
    sumPairs(2 * session, 1, tally);
    if (legs.group[2 * session + 1] >= 0) {
      changeLeg(2 * session + 1, 1, tally);
      sumPairs(2 * session + 1, 1, tally);
    }
    sumLegLimits(session, option, 1, tally);
    families.sum(family, 1, tally);
    tally.amounts[ConstraintName.UNSERVED.ordinal()] -= unservedWeight[session];
    tally.unserved -= unservedCost[session];
    tally.soft += table.cost(option) - publishedCost(session);
  }

  /** Takes a placed session out. */
  public void remove(int session, Tally tally) {
    int option = legs.option[session];
    int family = familyOf(session);
    families.sum(family, -1, tally);
    sumLegLimits(session, option, -1, tally);
    if (legs.group[2 * session + 1] >= 0) {
      sumPairs(2 * session + 1, -1, tally);
      changeLeg(2 * session + 1, -1, tally);
    }
    sumPairs(2 * session, -1, tally);
    changeLeg(2 * session, -1, tally);
    legs.remove(session);
    sumLegLimits(session, option, 1, tally);
    families.sum(family, 1, tally);
    tally.amounts[ConstraintName.UNSERVED.ordinal()] += unservedWeight[session];
    tally.unserved += unservedCost[session];
    tally.soft -= table.cost(option) - publishedCost(session);
  }

  private long publishedCost(int session) {
    return (long) publishedAmount[session] * weights.of(ConstraintName.PUBLISHED_CHANGES);
  }

  /**
   * Places an unplaced session if no rule of its own is broken by it; bundles are left to the
   * caller.
   *
   * @return whether it was placed
   */
  public boolean tryPlace(int session, int option, Tally tally) {
    if (!free(session, option)) {
      return false;
    }
    long before = tally.hard;
    place(session, option, tally);
    if (tally.hard > before) {
      remove(session, tally);
      return false;
    }
    return true;
  }

  private void changeLeg(int leg, int sign, Tally tally) {
    int group = legs.group[leg];
    int session = leg >> 1;
    int from = legs.start[leg];
    int to = legs.end[leg];
    int provider = model.providerOf[group];
    int scheme = model.schemeOfGroup[group];
    int row = model.sessionRow[scheme][session];
    GroupTerms terms = occupancy.terms(group);
    int variant = terms == null ? 0 : variant(terms, session, group);
    if (row >= 0) {
      occupancy.change(group, row, variant, from, to, sign, tally);
    } else {
      for (int s = from; s < to; ) {
        int end = Math.min(to, model.timeline.dayStart(model.dayOf[s] + 1));
        int rowOfDay = model.row(scheme, session, model.dayOf[s]);
        occupancy.change(group, rowOfDay, variant, s, end, sign, tally);
        s = end;
      }
    }
    int before = load[provider];
    load[provider] = before + sign * (to - from);
    tally.soft(
        ConstraintName.EVEN_SPREAD,
        spread(load[provider], provider) - spread(before, provider),
        spreadWeight);
    long[] weeks = weekOccupied[provider];
    if (weeks != null) {
      int firstWeek = weekOfSlot[from];
      int lastWeek = weekOfSlot[to - 1];
      for (int week = firstWeek; week <= lastWeek; week++) {
        tally.hard(ConstraintName.WEEKLY_OCCUPANCY, -overWeek(provider, week));
      }
      for (int t = from; t < to; t++) {
        weeks[weekOfSlot[t]] += sign;
      }
      for (int week = firstWeek; week <= lastWeek; week++) {
        tally.hard(ConstraintName.WEEKLY_OCCUPANCY, overWeek(provider, week));
      }
    }
  }

  private long spread(long slots, int provider) {
    return slots * slots / offer[provider];
  }

  private long overWeek(int provider, int week) {
    return Math.max(0, weekOccupied[provider][week] - weekOffer[provider][week]);
  }

  int unservedWeight(int session) {
    return unservedWeight[session];
  }

  long offer(int provider) {
    return offer[provider];
  }

  /** Child slots free in a week of an overbooking provider; -1 where it does not overbook. */
  long weekRoom(int provider, int week) {
    return weekOffer[provider] == null
        ? -1
        : weekOffer[provider][week] - weekOccupied[provider][week];
  }

  private void sumPairs(int leg, int sign, Tally tally) {
    int group = legs.group[leg];
    if (carers.isHomeCarer(group)) {
      carers.sumPairs(leg, sign, tally);
    }
    if (escorts.concerns(group)) {
      escorts.sum(leg, sign, tally);
    }
  }

  private void sumLegLimits(int session, int option, int sign, Tally tally) {
    sumLimits(session, table.group(option), table.start(option), table.end(option), sign, tally);
    if (table.split(option) && table.secondGroup(option) != table.group(option)) {
      sumLimits(
          session,
          table.secondGroup(option),
          table.secondStart(option),
          table.secondEnd(option),
          sign,
          tally);
    }
  }

  private void sumLimits(int session, int group, int from, int to, int sign, Tally tally) {
    if (carers.isHomeCarer(group)) {
      carers.sumLimits(
          group, familyOf(session), model.dayOf[from], model.dayOf[to - 1], sign, tally);
    }
  }

  /** Amount of every constraint by ordinal; rules that an option alone decides count 0. */
  public long[] amounts(Tally tally) {
    long[] amounts = tally.amounts.clone();
    for (int s = 0; s < agreed.length; s++) {
      if (legs.option[s] >= 0) {
        for (ConstraintName name : STATIC_AIMS) {
          amounts[name.ordinal()] += table.staticAmount(name, legs.option[s]);
        }
      } else {
        amounts[ConstraintName.PUBLISHED_CHANGES.ordinal()] += publishedAmount[s];
      }
    }
    return amounts;
  }

  /** The first session's leg that starts in a group on a day as {@code 2 * session + i}, or -1. */
  public int firstLeg(int group, int day) {
    return legs.first(group, day);
  }

  /** The next leg of the same group and day, or -1. */
  public int nextLeg(int leg) {
    return legs.next(leg);
  }

  /** First slot of a leg's presence. */
  public int legStart(int leg) {
    return legs.start[leg];
  }

  /** First slot after a leg's presence. */
  public int legEnd(int leg) {
    return legs.end[leg];
  }

  /** Day of a slot. */
  public int dayOf(int slot) {
    return model.dayOf[slot];
  }

  /** Care sessions of a family. */
  public int[] sessionsOf(int family) {
    return families.sessionsOf(family);
  }

  /** Whether a provider asks a least volume. */
  public boolean hasLeastVolume(int provider) {
    return families.hasVolume(provider);
  }

  /** Sessions of a request that are now with a provider. */
  public int[] sessionsAt(int request, int provider) {
    return families.sessionsAt(request, provider);
  }

  /** Whether two sessions must share a provider or both stay out. */
  public boolean mustBeTogether(int one, int other) {
    return Families.mustBeTogether(index, one, other);
  }

  /** Whether some provider with a least volume could serve a request. */
  public boolean mayNeedVolume(int request) {
    return families.withVolume(request);
  }

  /** Minutes and days missing to a provider's least volume for a request; 0 if not served there. */
  public int missingVolume(int request, int provider) {
    return families.missingVolume(request, provider);
  }

  /** Whether a session has a leg with a provider. */
  public boolean isAt(int session, int provider) {
    for (int leg = 2 * session; leg < 2 * session + 2; leg++) {
      if (legs.group[leg] >= 0 && model.providerOf[legs.group[leg]] == provider) {
        return true;
      }
    }
    return false;
  }

  /** For tests. */
  Occupancy occupancy() {
    return occupancy;
  }

  /** For tests. */
  FastModel model() {
    return model;
  }
}
