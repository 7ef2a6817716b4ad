package org.plek.scoring.plain;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plek.domain.Urgency;
import org.plek.scoring.ConstraintName;

/** One child over all its placements. */
final class ChildRules {
  private final Facts facts;

  ChildRules(Facts facts) {
    this.facts = facts;
  }

  void score(List<PlacedCare> cares, Ledger ledger) {
    List<PlacedLeg> legs = cares.stream().flatMap(care -> care.legs().stream()).toList();
    onePlaceAtATime(legs, ledger);
    Map<Integer, PlacedLeg> firstLegs = new HashMap<>();
    for (PlacedLeg leg : legs) {
      firstLegs.merge(leg.provider(), leg, ChildRules::earlier);
    }
    providersPerChild(firstLegs, ledger);
    firstLegs.values().forEach(leg -> settlingIn(leg, ledger));
  }

  private static PlacedLeg earlier(PlacedLeg one, PlacedLeg other) {
    int order = one.leg().start().compareTo(other.leg().start());
    if (order == 0) {
      order = Integer.compare(one.session(), other.session());
    }
    return order <= 0 ? one : other;
  }

  private void onePlaceAtATime(List<PlacedLeg> legs, Ledger ledger) {
    for (int i = 0; i < legs.size(); i++) {
      PlacedLeg leg = legs.get(i);
      for (int j = i + 1; j < legs.size(); j++) {
        PlacedLeg other = legs.get(j);
        int overlap = leg.overlap(other);
        if (overlap > 0) {
          String there = facts.sessionId(other.session()) + " with " + other.leg().providerId();
          twoPlaces(leg, overlap, there, ledger);
        }
      }
      for (Facts.RegularHours regular : facts.regularHours(leg.child())) {
        if (leg.from() < leg.until()) {
          BitSet both = regular.slots().get(leg.from(), leg.until());
          twoPlaces(
              leg, both.cardinality(), "its regular hours with " + regular.providerId(), ledger);
        }
      }
    }
  }

  private void twoPlaces(PlacedLeg leg, int slots, String there, Ledger ledger) {
    ledger.note(
        ConstraintName.ONE_PLACE_AT_A_TIME,
        () ->
            new Place(
                FitRules.place(facts, leg).label() + " and " + there,
                leg.leg().providerId(),
                leg.leg().groupId()),
        leg.leg().start(),
        leg.leg().end(),
        slots,
        () -> List.of(facts.sessionId(leg.session())),
        () ->
            "child "
                + facts.child(leg.child()).id()
                + " is in two places in "
                + Words.count(slots, "quarter of an hour", "quarters of an hour"));
  }

  private void providersPerChild(Map<Integer, PlacedLeg> firstLegs, Ledger ledger) {
    if (firstLegs.size() < 2) {
      return;
    }
    PlacedLeg any = firstLegs.values().iterator().next();
    String child = facts.child(any.child()).id();
    ledger.note(
        ConstraintName.PROVIDERS_PER_CHILD,
        () -> new Place("child " + child, null, null),
        null,
        null,
        firstLegs.size() - 1,
        () -> firstLegs.values().stream().map(leg -> facts.sessionId(leg.session())).toList(),
        () -> firstLegs.size() + " providers");
  }

  private void settlingIn(PlacedLeg leg, Ledger ledger) {
    int most = facts.policy.settlingInMinutes();
    boolean urgent = facts.request(leg.request()).urgency() == Urgency.URGENT;
    if (most == 0 || leg.minutes() <= most || urgent || facts.known(leg.child(), leg.provider())) {
      return;
    }
    ledger.note(
        ConstraintName.SETTLING_IN,
        () -> FitRules.place(facts, leg),
        leg.leg().start(),
        leg.leg().end(),
        1,
        () -> List.of(facts.sessionId(leg.session())),
        () -> "the first stay lasts " + leg.minutes() + " minutes, settling in at most " + most);
  }
}
