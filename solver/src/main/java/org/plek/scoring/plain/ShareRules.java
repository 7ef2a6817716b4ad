package org.plek.scoring.plain;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plek.domain.Share;
import org.plek.domain.Stay;
import org.plek.scoring.ConstraintName;

/** Shares of some families in the children of a provider's year, history and plan together. */
final class ShareRules {
  private final Facts facts;
  private final Map<String, List<Stay>> history = new HashMap<>();

  ShareRules(Facts facts) {
    this.facts = facts;
    if (!facts.policy.shares().isEmpty()) {
      for (Stay stay : facts.problem.history()) {
        if (facts.index.child(stay.childId()) >= 0) {
          history.computeIfAbsent(stay.providerId(), key -> new ArrayList<>()).add(stay);
        }
      }
    }
  }

  void score(SitePresence here, Ledger ledger) {
    for (Share share : facts.policy.shares()) {
      if (share.owedBy(here.site.provider.id())) {
        childrenByYear(here, share)
            .forEach((year, children) -> note(here, share, year, children, ledger));
      }
    }
  }

  /** Children with care that counts, in each year of the horizon. */
  private Map<Year, Set<Integer>> childrenByYear(SitePresence here, Share share) {
    Map<Year, Set<Integer>> children = new TreeMap<>();
    for (int day = 0; day <= facts.timeline.days(); day++) {
      children.putIfAbsent(Year.from(facts.timeline.date(day)), new HashSet<>());
    }
    for (Stay stay : history.getOrDefault(here.site.provider.id(), List.of())) {
      count(children, share, stay.date(), facts.index.child(stay.childId()));
    }
    for (PlacedLeg leg : here.legs) {
      if (leg.from() < leg.until()) {
        count(children, share, facts.timeline.date(facts.dayOf[leg.from()]), leg.child());
      }
    }
    return children;
  }

  private static void count(
      Map<Year, Set<Integer>> children, Share share, LocalDate date, int child) {
    Set<Integer> ofYear = children.get(Year.from(date));
    if (ofYear != null && share.counts(date)) {
      ofYear.add(child);
    }
  }

  private void note(
      SitePresence here, Share share, Year year, Set<Integer> children, Ledger ledger) {
    int all = children.size();
    int meant = 0;
    for (int child : children) {
      meant += share.meant(facts.family(facts.index.familyOfChild(child))) ? 1 : 0;
    }
    int marked = meant;
    ledger.note(
        ConstraintName.SHARE,
        () -> here.site.place,
        null,
        null,
        share.missing(all, meant),
        () -> here.legs.stream().map(leg -> facts.sessionId(leg.session())).distinct().toList(),
        () ->
            "%d of %s of %s are of the families of share %s, at least %d %% are wanted"
                .formatted(
                    marked,
                    Words.count(all, "child", "children"),
                    year,
                    share.id(),
                    share.percent()));
  }
}
