package org.plek.scoring.plain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plek.cost.Price;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.domain.Urgency;
import org.plek.rules.ChildClasses;
import org.plek.rules.ChildCounts;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;

/**
 * A plan on which changes are tried: placements taken out and put in together, measured by the
 * rules of {@link PlainScorer} on everything they touch, and taken back. Not for several threads at
 * once.
 */
public final class Workbench {
  private final Facts facts;
  private final WhatIf whatIf;
  private final Candidates candidates;

  /** What stood at the start for care sessions that were changed since. */
  private final Map<String, Optional<Placement>> start = new HashMap<>();

  /** Placements put and, as absent ones, taken since the start. */
  private final Map<String, Optional<Placement>> changes = new HashMap<>();

  /** What was judged of each state that the plan was in: trials go there and come back. */
  private final Map<Map<String, Optional<Placement>>, Judged> judgedBefore = new HashMap<>();

  private Judged judged = new Judged();

  /** Kept per provider until something there changes. */
  private final Map<Integer, Map<DayInGroup, BitSet>> refusedSlots = new HashMap<>();

  /**
   * Reads the problem and the placements that stand.
   *
   * @param standing placements of the problem's care sessions, agreed ones included
   */
  public Workbench(
      ProblemIndex index, RulePacks packs, Travel travel, Collection<Placement> standing) {
    this(index, packs, travel, standing, null);
  }

  /**
   * The same with providers made ready before.
   *
   * @param kept of workbenches of other problems of the same network
   */
  public Workbench(
      ProblemIndex index,
      RulePacks packs,
      Travel travel,
      Collection<Placement> standing,
      @Nullable PreparedProviders kept) {
    Rules rules = new Rules(index, packs::pack, travel, kept);
    facts = rules.facts;
    whatIf = new WhatIf(rules, List.copyOf(standing));
    judgedBefore.put(Map.of(), judged);
    candidates = new Candidates(facts);
  }

  /** The problem by its numbers. */
  public ProblemIndex index() {
    return facts.index;
  }

  /** The placement that stands for a care session, if one does. */
  public @Nullable Placement standing(String sessionId) {
    PlacedCare care = whatIf.placed.of(facts.index.session(sessionId));
    return care == null ? null : care.placement();
  }

  /** Of placements that would come to one state of the plan. */
  private static final class Judged {
    final Map<List<Placement>, Verdict> verdicts = new HashMap<>();

    /** By care sessions: what their families have beside providers while these have no place. */
    final Map<List<Integer>, Ledger> ofFamilies = new HashMap<>();
  }

  /** Lets a placement stand from now on. */
  public void put(Placement placement) {
    PlacedCare care = facts.placed(placement);
    whatIf.add(care);
    changed(care, Optional.of(placement));
  }

  /** Takes the placement of a care session out for good. */
  public void take(String sessionId) {
    PlacedCare care = placed(sessionId);
    whatIf.remove(care);
    changed(care, Optional.empty());
  }

  private void changed(PlacedCare care, Optional<Placement> now) {
    String session = care.placement().sessionId();
    // What was there is the other one: a placement is never put over another.
    start.putIfAbsent(session, now.isPresent() ? Optional.empty() : Optional.of(care.placement()));
    if (now.equals(start.get(session))) {
      changes.remove(session);
    } else {
      changes.put(session, now);
    }
    judged = judgedBefore.computeIfAbsent(Map.copyOf(changes), key -> new Judged());
    care.legs().forEach(leg -> refusedSlots.remove(leg.provider()));
  }

  private PlacedCare placed(String sessionId) {
    return Objects.requireNonNull(
        whatIf.placed.of(facts.index.session(sessionId)), () -> sessionId + " has no placement.");
  }

  /**
   * Every way to place a care session with one provider in one leg: each group, each time that lies
   * on the timeline.
   */
  public List<Placement> ways(String sessionId, String providerId) {
    return candidates
        .with(facts.index.session(sessionId), facts.index.provider(providerId))
        .stream()
        .map(PlacedCare::placement)
        .filter(way -> onTimeline(way.legs().getFirst()))
        .toList();
  }

  private boolean onTimeline(Leg leg) {
    return facts.timeline.floorSlot(leg.start()) >= 0
        && facts.timeline.ceilSlot(leg.end()) <= facts.timeline.slots();
  }

  /** Quarters of an hour in which a placement's groups are closed; cheap to ask. */
  public int closedQuarters(Placement placement) {
    return facts.placed(placement).legs().stream().mapToInt(whatIf::closedSlots).sum();
  }

  /**
   * What changes when some placements go and others come, all at once.
   *
   * @param out care sessions whose placements go
   * @param in placements of care sessions that then have none
   */
  public Verdict judge(Collection<String> out, Collection<Placement> in) {
    if (!out.isEmpty()) {
      return judged(new Trial(out, in));
    }
    return judged.verdicts.computeIfAbsent(List.copyOf(in), key -> judged(new Trial(out, key)));
  }

  private Verdict judged(Trial trial) {
    Ledger before = trial.out.isEmpty() ? without(trial) : trial.before(Ledger.comparing());
    return new Verdict(before, trial.after(Ledger.comparing()));
  }

  /** As things are, where placements would come; that of their families is the same everywhere. */
  private Ledger without(Trial trial) {
    Ledger ledger = Ledger.comparing();
    whatIf.atProviders(trial.touched, ledger);
    ledger.add(
        judged.ofFamilies.computeIfAbsent(
            trial.in.stream().map(PlacedCare::session).toList(),
            sessions -> {
              Ledger ofFamilies = Ledger.comparing();
              whatIf.ofFamilies(trial.touched, ofFamilies);
              return ofFamilies;
            }));
    return ledger;
  }

  /** The places and times at which such a change makes one constraint worse, in order. */
  public List<Match> worse(
      Collection<String> out, Collection<Placement> in, ConstraintName constraint) {
    Trial trial = new Trial(out, in);
    Ledger before = trial.before(Ledger.explaining(constraint::equals));
    Ledger after = trial.after(Ledger.explaining(constraint::equals));
    return Ledger.matches(after.since(before).worse(), facts.timeline);
  }

  /**
   * Whether some quarter of an hour of a way refuses the child alone, whatever else the stay is
   * like: closed, or a rule of that quarter would be broken. Much cheaper to ask for many times of
   * one care session than {@link #judge}; a way not refused here may still break another rule.
   */
  public boolean refusedInSomeQuarter(Placement way) {
    for (PlacedLeg leg : facts.placed(way).legs()) {
      if (whatIf.closedSlots(leg) > 0) {
        return true;
      }
      int slot = refusedSlots(leg).nextSetBit(leg.from());
      if (slot >= 0 && slot < leg.until()) {
        return true;
      }
    }
    return false;
  }

  /** Slots on the days of a leg in which its child alone would break a rule of the slot. */
  private BitSet refusedSlots(PlacedLeg leg) {
    int firstDay = facts.dayOf[leg.from()];
    int lastDay = facts.dayOf[leg.until() - 1];
    BitSet all = new BitSet();
    for (int day = firstDay; day <= lastDay; day++) {
      int from = facts.timeline.dayStart(day);
      int until = facts.timeline.dayStart(day + 1);
      all.or(
          refusedSlots
              .computeIfAbsent(leg.provider(), key -> new HashMap<>())
              .computeIfAbsent(
                  new DayInGroup(
                      leg.child(),
                      facts.request(leg.request()).urgency(),
                      facts.request(leg.request()).programme(),
                      leg.group(),
                      day),
                  key -> measuredSlots(leg, from, until)));
    }
    return all;
  }

  /** What decides about a child in the quarters of a day. */
  private record DayInGroup(
      int child, Urgency urgency, @Nullable String programme, int group, int day) {}

  private BitSet measuredSlots(PlacedLeg leg, int from, int until) {
    Site site = whatIf.presence(leg.provider()).site;
    Room room = site.rooms.get(site.roomOf(leg));
    int first = room.open.nextSetBit(from);
    int end = room.open.previousSetBit(until - 1) + 1;
    BitSet refused = new BitSet();
    if (first < 0 || first >= end) {
      return refused;
    }
    PlacedCare whole =
        facts.placed(
            new Placement(
                facts.sessionId(leg.session()),
                PlacementState.PROPOSED,
                null,
                List.of(
                    new Leg(
                        leg.leg().providerId(),
                        leg.leg().groupId(),
                        facts.timeline.time(first),
                        facts.timeline.time(end),
                        0))));
    Trial trial = new Trial(List.of(), List.of(whole.placement()));
    Ledger before = trial.before(Ledger.comparing());
    for (Ledger.Entry worse : trial.after(Ledger.comparing()).since(before).worse()) {
      if (worse.slot() >= 0) {
        refused.set(worse.slot());
      }
    }
    return refused;
  }

  /** Price for the family of all legs, in cents. */
  public long cents(Placement placement) {
    return facts.cents(facts.placed(placement));
  }

  /** Price for the family of all legs with its lines, and what besides may be asked. */
  public Price price(Placement placement) {
    return facts.costs.price(facts.placed(placement).session(), placement.legs());
  }

  /** Deposit in cents that the family pays once to the provider of a leg if it is new there. */
  public long depositCents(Placement placement, Leg leg) {
    return facts.costs.depositCents(
        facts.placed(placement).session(), facts.index.provider(leg.providerId()), leg.start());
  }

  /** Minutes of care in all legs. */
  public int minutes(Placement placement) {
    return facts.placed(placement).legs().stream().mapToInt(PlacedLeg::minutes).sum();
  }

  /** Minutes of the family from home and back home. */
  public int travelMinutes(Placement placement) {
    PlacedCare care = facts.placed(placement);
    return facts.minutesFromHome(care.first()) + facts.minutesToHome(care.last());
  }

  /** Whether the child knows every provider of a placement. */
  public boolean known(Placement placement) {
    return facts.placed(placement).legs().stream()
        .allMatch(leg -> facts.known(leg.child(), leg.provider()));
  }

  /** The tightest quarter of an hour of the groups while placements of the plan are there. */
  public Tightest tightest(Collection<Placement> standing) {
    Tightest tightest = null;
    int fewest = Integer.MAX_VALUE;
    for (Placement placement : standing) {
      for (PlacedLeg leg : facts.placed(placement).legs()) {
        SitePresence here = whatIf.presence(leg.provider());
        SitePresence.InRoom in = here.rooms.get(here.site.roomOf(leg));
        for (int slot = leg.from(); slot < leg.until(); slot++) {
          int spare =
              in.room.reachable[slot] - in.room.norms[slot].caregiversRequired(in.counts[slot]);
          if (spare < fewest) {
            fewest = spare;
            tightest = tightest(leg, in, slot);
          }
        }
      }
    }
    return Objects.requireNonNull(tightest, "No placement has a leg.");
  }

  private Tightest tightest(PlacedLeg leg, SitePresence.InRoom in, int slot) {
    long counts = in.counts[slot];
    ChildClasses classes = in.room.classes;
    Map<String, Integer> byClass = new LinkedHashMap<>();
    for (int c = 0; c < classes.count(); c++) {
      byClass.put(classes.name(c), ChildCounts.of(counts, c));
    }
    return new Tightest(
        leg.leg().providerId(),
        leg.leg().groupId(),
        facts.timeline.time(slot),
        byClass,
        in.room.norms[slot].caregiversRequired(counts),
        in.room.reachable[slot],
        in.room.mostChildren);
  }

  /** One change. */
  private final class Trial {
    final List<PlacedCare> out = new ArrayList<>();
    final List<PlacedCare> in = new ArrayList<>();
    private final List<PlacedCare> touched = new ArrayList<>();

    Trial(Collection<String> sessionsOut, Collection<Placement> placementsIn) {
      sessionsOut.forEach(id -> out.add(placed(id)));
      placementsIn.forEach(placement -> in.add(facts.placed(placement)));
      touched.addAll(out);
      touched.addAll(in);
    }

    Ledger before(Ledger ledger) {
      return whatIf.measured(touched, out, ledger);
    }

    /** Measured once the change is made; then it is taken back. */
    Ledger after(Ledger ledger) {
      out.forEach(whatIf::remove);
      in.forEach(whatIf::add);
      whatIf.measured(touched, in, ledger);
      in.reversed().forEach(whatIf::remove);
      out.reversed().forEach(whatIf::add);
      return ledger;
    }
  }
}
