package org.plek.scoring.fast;

import org.jspecify.annotations.Nullable;
import org.plek.domain.Placement;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
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
  private final KnownGroups knownGroups;
  private final Entitlements entitlements;
  private final KnownFaces faces;

  private final Faces settled;
  private final @Nullable Shares shares;
  private final Volumes volumes;
  private final Priorities priorities;
  private final Spread spread;

  private final boolean[] agreed;
  private final boolean[] urgent;
  private final int[] mostSaved;
  private final int lateWeight;
  private final int shareWeight;

  private final Tally start = new Tally();

  /**
   * The state in which only agreed placements stand.
   *
   * @param packs the rule packs
   */
  public FastState(ProblemIndex index, RulePacks packs, Travel travel, OptionTable table) {
    this(index, packs, travel, table, KeptSlots.of(index, packs, table));
  }

  /** The same with the slots to keep given. */
  FastState(ProblemIndex index, RulePacks packs, Travel travel, OptionTable table, KeptSlots kept) {
    this.index = index;
    this.table = table;
    Problem problem = index.problem();
    weights = new Weights(problem.policy());
    model = new FastModel(index, packs, kept);
    legs = new Legs(model, table);
    occupancy = new Occupancy(model, weights);
    carers = new HomeCarers(model, legs, occupancy, travel);
    escorts = new Escorts(model, legs, table, travel);
    entitlements = new Entitlements(model);
    faces = new KnownFaces(index);
    families = new Families(model, legs, table, weights);
    settled = new Faces(model, legs, faces, weights);
    knownGroups = new KnownGroups(model, legs, settled.sessionsOfChild);
    shares =
        problem.policy().shares().isEmpty()
            ? null
            : new Shares(model, legs, settled.sessionsOfChild, weights, start);
    volumes = new Volumes(model, legs, table);
    spread = new Spread(occupancy.presence(), weights, start);
    priorities = new Priorities(index, weights, start);
    agreed = new boolean[index.sessions().size()];
    urgent = new boolean[problem.requests().size()];
    for (int r = 0; r < urgent.length; r++) {
      urgent[r] = problem.requests().get(r).urgency() == Urgency.URGENT;
    }
    mostSaved = new int[agreed.length];
    for (int s = 0; s < mostSaved.length; s++) {
      mostSaved[s] = settled.mostSaved(s) + families.mostSaved(s) + spread.mostSaved(table, s);
    }
    boolean floors =
        problem.policy().quotas().stream().anyMatch(q -> q.minRegularPercent() != null);
    lateWeight =
        (problem.policy().callIn() ? weights.of(ConstraintName.CALLED_IN) : 0)
            + (floors ? weights.of(ConstraintName.REGULAR_FLOOR) : 0);
    shareWeight = shares == null ? 0 : shares.mostSaved();
    occupancy.sumAll(start);
    carers.sumAll(start);
    placeAgreed();
  }

  private void placeAgreed() {
    for (Placement placement : index.problem().placements()) {
      int s = index.session(placement.sessionId());
      if (s >= 0 && index.agreed(placement) && !agreed[s]) {
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
    return priorities.tier[session];
  }

  /** Cost of leaving a session unserved in the objective of the search, strict tiers applied. */
  public long unservedCost(int session) {
    return priorities.cost[session];
  }

  /**
   * Lowers what leaving sessions out costs, or brings it back.
   *
   * @param most above the static cost of the session's cheapest option; {@link Long#MAX_VALUE} for
   *     what it really costs
   * @param tally the only one of this state; becomes the sum at the new costs
   */
  public void limitUnservedCost(long most, Tally tally) {
    priorities.limit(most, table, legs, tally);
  }

  /**
   * Whether the masks let an unplaced session take an option: every slot rule, and neither its
   * child nor a home carer is elsewhere, and she has hours and days left. Escorts, weeks of
   * overbooking, visits over midnight and bundles are known after {@link #place}, from the tally.
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
    return !families.clashes(session, option);
  }

  private boolean freeLeg(int session, int group, int from, int to) {
    if (entitlements.refuse(session, group, from, to)) {
      return false;
    }
    if (carers.isHomeCarer(group) && carers.elsewhere(group, familyOf(session), from, to)) {
      return false;
    }
    return slotsFree(session, group, from, to);
  }

  private boolean slotsFree(int session, int group, int from, int to) {
    int scheme = model.schemeOfGroup[group];
    int row = model.sessionRow[scheme][session];
    if (row == ClassScheme.ADULT) {
      return true;
    }
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
   * {@code first << 32 | last}; -1 when the masks there refuse nothing.
   */
  public long refusedSlots(int session, int option) {
    return refusedSlots(session, option, table.start(option));
  }

  /** The same of the slots from a given one of the leg on. */
  public long refusedSlots(int session, int option, int from) {
    int group = table.group(option);
    int scheme = model.schemeOfGroup[group];
    int row = model.row(scheme, session, model.dayOf[table.start(option)]);
    if (row == ClassScheme.ADULT || from >= table.end(option)) {
      return -1;
    }
    GroupTerms terms = occupancy.terms(group);
    int variant = terms == null ? 0 : variant(terms, session, group);
    return occupancy.refused(group, row, variant, from, table.end(option));
  }

  /** Whether the masks refuse an unplaced session in no slot of the first leg of an option. */
  public boolean slotsFree(int session, int option) {
    return slotsFree(session, table.group(option), table.start(option), table.end(option));
  }

  /** The same by a loop over the children counted in each slot: the control of the masks. */
  public boolean slotsFreeByCounts(int session, int option) {
    int group = table.group(option);
    int row = model.row(model.schemeOfGroup[group], session, model.dayOf[table.start(option)]);
    GroupTerms terms = occupancy.terms(group);
    int variant = terms == null ? 0 : variant(terms, session, group);
    return occupancy.freeByCounts(group, row, variant, table.start(option), table.end(option));
  }

  private int variant(GroupTerms terms, int session, int group) {
    if (terms.variants() == 1) {
      return 0;
    }
    int request = index.requestOf(session);
    return terms.variant(
        urgent[request],
        terms.asksFirstTimers() && !faces.knows(index.childOf(session), model.providerOf[group]),
        index.problem().requests().get(request).programme());
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
    sumLegLimits(session, option, -1, tally);
    legs.place(session, option);
    families.count(session, 1);
    changeLeg(2 * session, 1, tally);
    sumPairs(2 * session, 1, tally);
    if (legs.group[2 * session + 1] >= 0) {
      changeLeg(2 * session + 1, 1, tally);
      sumPairs(2 * session + 1, 1, tally);
    }
    sumLegLimits(session, option, 1, tally);
    sumOthers(session, 1, tally);
    priorities.unserved(session, -1, tally);
    tally.soft += table.cost(option);
  }

  /** Takes a placed session out. */
  public void remove(int session, Tally tally) {
    int option = legs.option[session];
    sumOthers(session, -1, tally);
    sumLegLimits(session, option, -1, tally);
    if (legs.group[2 * session + 1] >= 0) {
      sumPairs(2 * session + 1, -1, tally);
      changeLeg(2 * session + 1, -1, tally);
    }
    sumPairs(2 * session, -1, tally);
    changeLeg(2 * session, -1, tally);
    families.count(session, -1);
    legs.remove(session);
    sumLegLimits(session, option, 1, tally);
    priorities.unserved(session, 1, tally);
    tally.soft -= table.cost(option);
  }

  /** What a placed session amounts to together with the others of its family. */
  private void sumOthers(int session, int sign, Tally tally) {
    Stay stay = tally.stay;
    stay.setPlaced(model, legs, session);
    families.sum(stay, sign, tally);
    knownGroups.sum(session, sign, tally);
    settled.sum(stay, sign, tally);
    volumes.sum(stay, sign, tally);
    if (shares != null) {
      shares.sum(session, sign, tally);
    }
  }

  /**
   * What the objective would change by if a session took an option instead of what it has, or has
   * not, now: static cost, care served, family aims and even spread. Caregivers called in, floors
   * of regular children and shares are known after placing only; {@link #lateSaved} bounds them.
   *
   * @param tally whose scratch is used; its sums stay as they are
   */
  public long estimate(int session, int option, Tally tally) {
    Stay stay = tally.stay;
    int current = legs.option[session];
    long added = familySoft(stay, session, option);
    int provider = table.providerOf(option);
    int slots = table.end(option) - table.start(option);
    if (current < 0) {
      return added
          + spread.soft(provider, slots)
          - priorities.cost[session]
          - priorities.missedCost[session];
    }
    int currentProvider = table.providerOf(current);
    int currentSlots = table.end(current) - table.start(current);
    long spreadChange =
        provider == currentProvider
            ? spread.soft(provider, slots - currentSlots)
            : spread.soft(provider, slots) + spread.soft(currentProvider, -currentSlots);
    return added + spreadChange - familySoft(stay, session, current);
  }

  /** The soft cost that an option of an unplaced session would add, family aims included. */
  public long added(int session, int option, Tally tally) {
    return familySoft(tally.stay, session, option)
        + spread.soft(table.providerOf(option), table.end(option) - table.start(option));
  }

  private long familySoft(Stay stay, int session, int option) {
    stay.set(model, table, legs, session, option);
    return table.cost(option) + families.soft(stay) + settled.soft(stay);
  }

  /** The most that moving a session can save besides its static cost. */
  public int mostSaved(int session) {
    return mostSaved[session] + lateSaved(session);
  }

  /** The most by which sums that {@link #estimate} leaves out can fall when a session moves. */
  public int lateSaved(int session) {
    int slots = legs.option[session] < 0 ? 0 : legs.end[2 * session] - legs.start[2 * session];
    return lateWeight * slots + shareWeight;
  }

  /** Whether a group is that of a home carer. */
  public boolean homeCarer(int group) {
    return carers.isHomeCarer(group);
  }

  /**
   * The legs that keep the home carer of an option's first leg from coming, families elsewhere.
   *
   * @param found filled from the front
   * @return how many there are, or the length of {@code found} when there are at least so many
   */
  public int inTheWay(int session, int option, int[] found) {
    return carers.inTheWay(
        table.group(option), familyOf(session), table.start(option), table.end(option), found);
  }

  /** What one home carer who is called in at all weighs. */
  public int carerWeight() {
    return weights.of(ConstraintName.CARERS_USED);
  }

  /** The first day of the horizon in the week, from Monday on, of a day. */
  public int firstOfWeek(int day) {
    return carers.firstOfWeek(day);
  }

  /** The first day after the week of a day, or after the horizon. */
  public int firstOfNextWeek(int day) {
    return carers.firstOfNextWeek(day);
  }

  /** Days of the horizon, one more than dates where care runs past midnight of the last. */
  public int days() {
    return model.timeline.days() + 1;
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
    if (row == ClassScheme.ADULT) {
      occupancy.changeAdult(group, from, to, sign);
    } else if (row >= 0) {
      occupancy.change(group, row, variant, from, to, sign, tally);
    } else {
      for (int s = from; s < to; ) {
        int end = Math.min(to, model.timeline.dayStart(model.dayOf[s] + 1));
        int rowOfDay = model.row(scheme, session, model.dayOf[s]);
        occupancy.change(group, rowOfDay, variant, s, end, sign, tally);
        s = end;
      }
    }
    spread.change(provider, from, to, sign, tally);
    entitlements.change(session, group, from, to, sign, tally);
  }

  int unservedWeight(int session) {
    return priorities.weight[session];
  }

  Spread spread() {
    return spread;
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
        amounts[ConstraintName.PUBLISHED_CHANGES.ordinal()] += priorities.published[s];
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
    return volumes.has(provider);
  }

  /** Sessions of a request that are now with a provider. */
  public int[] sessionsAt(int request, int provider) {
    return volumes.sessionsAt(request, provider);
  }

  /** Whether two sessions must share a provider or both stay out. */
  public boolean mustBeTogether(int one, int other) {
    return Families.mustBeTogether(index, one, other);
  }

  /** Whether some provider with a least volume could serve a request. */
  public boolean mayNeedVolume(int request) {
    return volumes.concerns(request);
  }

  /** Minutes and days missing to a provider's least volume for a request; 0 if not served there. */
  public int missingVolume(int request, int provider) {
    return volumes.missing(request, provider, -1);
  }

  /** Whether a session has a leg with a provider. */
  public boolean isAt(int session, int provider) {
    return legs.isAt(session, provider);
  }

  Occupancy occupancy() {
    return occupancy;
  }

  FastModel model() {
    return model;
  }
}
