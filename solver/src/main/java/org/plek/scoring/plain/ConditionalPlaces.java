package org.plek.scoring.plain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.ConditionalPlacement;
import org.plek.domain.ExpectedAbsence;
import org.plek.domain.Family;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Policy;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.rules.RulePack;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.ConstraintName.Level;

/**
 * Places that come free only when regular children stay away, for care sessions that a plan leaves
 * without one, where the policy accepts the risk. The plan itself stays as it is. Licence, law and
 * the size of the house may hang on absences; everything else, what the policy keeps back included,
 * holds with everybody present.
 */
public final class ConditionalPlaces {
  private static final Set<ConstraintName> HANG_ON_ABSENCES =
      Set.of(
          ConstraintName.LICENSED_CAPACITY,
          ConstraintName.RATIO,
          ConstraintName.GROUP_SIZE,
          ConstraintName.COMPOSITION_CAP);

  private final Facts facts;
  private final @Nullable ExpectedAbsence policy;
  private final WhatIf whatIf;
  private final AbsenceRisk risk;

  /**
   * @param placements the plan, agreed placements included
   */
  public ConditionalPlaces(
      ProblemIndex index, RulePacks packs, Travel travel, List<Placement> placements) {
    this(index, packs::pack, travel, placements);
  }

  ConditionalPlaces(
      ProblemIndex index,
      Function<String, RulePack> packs,
      Travel travel,
      List<Placement> placements) {
    Rules rules = new Rules(index, packs, travel);
    facts = rules.facts;
    policy = facts.policy.expectedAbsence();
    whatIf = new WhatIf(rules, placements);
    risk = new AbsenceRisk(whatIf);
  }

  private record Found(PlacedCare care, AbsenceRisk.Answer answer) {}

  /**
   * One conditional place for every care session without a place that has one with an accepted
   * risk, of the nearest providers the one of least risk. First come those whose care weighs most
   * by the policy; each counts those before it as there. None where the policy does not accept it.
   */
  public List<ConditionalPlacement> find() {
    if (policy == null) {
      return List.of();
    }
    Candidates candidates = new Candidates(facts);
    NearestProviders nearest = new NearestProviders(facts);
    List<ConditionalPlacement> found = new ArrayList<>();
    for (int session : unplaced()) {
      Found best = best(session, candidates, nearest, policy.acceptedRisk());
      if (best != null) {
        whatIf.add(best.care());
        Placement placement = best.care().placement();
        found.add(
            new ConditionalPlacement(
                placement.sessionId(),
                placement.legs(),
                best.answer().risk(),
                best.answer().needs()));
      }
    }
    return found;
  }

  private List<Integer> unplaced() {
    return IntStream.range(0, facts.index.sessions().size())
        .filter(session -> whatIf.placed.of(session) == null)
        .boxed()
        .sorted(Comparator.comparingInt(this::tier).thenComparingInt(session -> -weight(session)))
        .toList();
  }

  private int tier(int session) {
    Policy all = facts.policy;
    return all.strictTiers()
        ? all.tierOf(request(session), family(session), facts.index.sessions().get(session))
        : 0;
  }

  private int weight(int session) {
    CareSession care = facts.index.sessions().get(session);
    return facts.policy.unservedWeight(
        request(session), family(session), care, SessionRules.askedMinutes(care, facts.timeline));
  }

  private Request request(int session) {
    return facts.request(facts.index.requestOf(session));
  }

  private Family family(int session) {
    return facts.family(facts.index.familyOf(facts.index.requestOf(session)));
  }

  private @Nullable Found best(
      int session, Candidates candidates, NearestProviders nearest, double acceptedRisk) {
    Found best = null;
    for (int provider : nearest.to(session, Explainer.NEAREST)) {
      List<PlacedCare> open =
          candidates.with(session, provider).stream()
              .filter(care -> whatIf.closedSlots(care.first()) == 0)
              .toList();
      int step = Math.max(1, Math.ceilDiv(open.size(), Explainer.STARTS_IN_SUMMARY));
      for (int i = 0; i < open.size(); i += step) {
        PlacedCare care = open.get(i);
        Set<ConstraintName> broken = broken(care);
        AbsenceRisk.Answer answer =
            HANG_ON_ABSENCES.containsAll(broken) ? risk.of(care, acceptedRisk) : null;
        if (answer != null && answer.needs().stream().allMatch(need -> need.fewestAbsent() == 0)) {
          return null; // It fits as it is: no place for it hangs on anybody.
        }
        if (answer != null && (best == null || answer.risk() < best.answer().risk())) {
          best = new Found(care, answer);
        }
      }
    }
    return best;
  }

  private Set<ConstraintName> broken(PlacedCare care) {
    Verdict change = whatIf.change(care);
    Set<ConstraintName> broken = new TreeSet<>();
    for (ConstraintName name : ConstraintName.values()) {
      if (name.level() == Level.HARD && change.of(name) > 0) {
        broken.add(name);
      }
    }
    return broken;
  }

  /**
   * What is wrong with conditional places that somebody lists for the plan, one sentence each: a
   * rule that holds whoever comes, a risk above the accepted one, or one that is stated too low.
   */
  public List<String> faults(List<ConditionalPlacement> listed) {
    List<String> faults = new ArrayList<>();
    for (ConditionalPlacement one : listed) {
      String id = one.sessionId();
      int session = facts.index.session(id);
      PlacedCare care =
          session < 0
              ? null
              : facts.placed(new Placement(id, PlacementState.PROPOSED, null, one.legs()));
      if (care == null || care.legs().size() != 1 || whatIf.placed.of(session) != null) {
        faults.add(id + " is unknown, has a place already, or has not one leg.");
        continue;
      }
      String fault = fault(care, one.risk());
      if (fault != null) {
        faults.add(id + " " + fault + ".");
      }
      whatIf.add(care);
    }
    return faults;
  }

  private @Nullable String fault(PlacedCare care, double stated) {
    if (policy == null) {
      return "is conditional, but the policy accepts no expected absence";
    }
    Set<ConstraintName> broken = broken(care);
    broken.removeAll(HANG_ON_ABSENCES);
    if (!broken.isEmpty()) {
      return "breaks " + broken.iterator().next() + ", whoever stays away";
    }
    AbsenceRisk.Answer answer = risk.of(care, 1);
    double real = answer == null ? 1 : answer.risk();
    if (real > policy.acceptedRisk()) {
      return "has a risk of %s, above the accepted %s"
          .formatted(words(real), words(policy.acceptedRisk()));
    }
    return real > stated
        ? "states a risk of %s, but has one of %s".formatted(words(stated), words(real))
        : null;
  }

  private static String words(double risk) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * risk);
  }
}
