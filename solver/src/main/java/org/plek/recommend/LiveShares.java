package org.plek.recommend;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import org.plek.domain.Child;
import org.plek.domain.Family;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.Share;
import org.plek.domain.Stay;

/** What a child more or less at a provider means for the shares of some families there. */
final class LiveShares {
  private final LiveFacts facts;
  private final Family family;
  private final Child child;
  private final LocalDate date;
  private final LocalDateTime asOf;

  /** What was found before, by provider: one is asked about for each of its groups. */
  private final Map<String, Long> found = new HashMap<>();

  LiveShares(LiveFacts facts, Asked asked) {
    this.facts = facts;
    family = asked.family;
    child = asked.child;
    date = asked.start.toLocalDate();
    asOf = asked.asOf;
  }

  /** What more is missing when the child comes, in hundredths of a child; maybe negative. */
  long more(String providerId) {
    return facts.policy().shares().isEmpty() ? 0 : found.computeIfAbsent(providerId, this::counted);
  }

  private long counted(String providerId) {
    long more = 0;
    for (Share share : facts.policy().shares()) {
      if (share.owedBy(providerId) && share.counts(date)) {
        Map<String, Boolean> there = children(share, providerId);
        if (!there.containsKey(child.id())) {
          int meant = (int) there.values().stream().filter(each -> each).count();
          int one = share.meant(family) ? 1 : 0;
          more += share.missing(there.size() + 1, meant + one) - share.missing(there.size(), meant);
        }
      }
    }
    return more;
  }

  /** Children of the year at a provider, each with whether it is of those meant. */
  private Map<String, Boolean> children(Share share, String providerId) {
    Map<String, Boolean> children = new HashMap<>();
    for (String familyId : facts.pastFamiliesAt(providerId)) {
      boolean meant = share.meant(facts.family(familyId));
      for (Stay stay : facts.history(familyId)) {
        if (stay.providerId().equals(providerId) && counts(share, stay.date())) {
          children.put(stay.childId(), meant);
        }
      }
    }
    for (String sessionId : facts.sessionsAt(providerId)) {
      Placement placement = facts.standing(sessionId, asOf);
      if (placement != null) {
        for (Leg leg : placement.legs()) {
          if (leg.providerId().equals(providerId) && counts(share, leg.start().toLocalDate())) {
            String familyId = facts.requestOf(sessionId).familyId();
            children.put(facts.childOf(sessionId).id(), share.meant(facts.family(familyId)));
          }
        }
      }
    }
    return children;
  }

  private boolean counts(Share share, LocalDate day) {
    return share.counts(day) && Year.from(day).equals(Year.from(date));
  }
}
