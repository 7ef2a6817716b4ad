package org.plek.scoring.plain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plek.domain.Caregiver;
import org.plek.domain.Group;
import org.plek.domain.Provider;
import org.plek.domain.RegularChild;
import org.plek.domain.Request;
import org.plek.rules.Terms;
import org.plek.scoring.ConstraintName;

/** The groups and caregivers that a child knows, where the law limits how many (Netherlands). */
final class KnownGroupRules {
  private final Facts facts;

  /** Families of which some request brings the parents' consent to a second group. */
  private final Set<String> consenting = new HashSet<>();

  KnownGroupRules(Facts facts) {
    this.facts = facts;
    for (Request request : facts.problem.requests()) {
      if (request.continuity().secondGroup()) {
        consenting.add(request.familyId());
      }
    }
  }

  void score(List<PlacedCare> cares, Ledger ledger) {
    Map<Integer, List<PlacedLeg>> byProvider = new TreeMap<>();
    for (PlacedCare care : cares) {
      for (PlacedLeg leg : care.legs()) {
        byProvider.computeIfAbsent(leg.provider(), key -> new ArrayList<>()).add(leg);
      }
    }
    byProvider.forEach((provider, legs) -> atProvider(facts.provider(provider), legs, ledger));
  }

  private void atProvider(Provider provider, List<PlacedLeg> legs, Ledger ledger) {
    homeGroup(provider, legs, ledger);
    fixedFaces(provider, legs, ledger);
  }

  private <T extends Terms> Optional<T> clause(Class<T> clause, Provider provider, LocalDate date) {
    return facts.pack(provider).clause(clause, provider.kind(), date, provider.ruleChoices());
  }

  /** By the law of the Monday of each week. */
  private void homeGroup(Provider provider, List<PlacedLeg> legs, Ledger ledger) {
    String child = facts.child(legs.getFirst().child()).id();
    boolean consents = consenting.contains(facts.family(legs.getFirst().family()).id());
    Map<LocalDate, Set<String>> weeks = new TreeMap<>();
    for (PlacedLeg leg : legs) {
      LocalDate monday =
          leg.leg().start().toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      weeks.computeIfAbsent(monday, key -> new TreeSet<>()).add(leg.leg().groupId());
    }
    weeks.forEach(
        (monday, groups) -> {
          Terms.HomeGroup rule = clause(Terms.HomeGroup.class, provider, monday).orElse(null);
          if (rule == null) {
            return;
          }
          int most = rule.most(consents);
          groups.addAll(regularGroups(provider, child));
          ledger.note(
              ConstraintName.HOME_GROUP,
              () ->
                  new Place(
                      "child " + child + " with " + provider.id() + " in the week of " + monday,
                      provider.id(),
                      null),
              null,
              null,
              Math.max(0, groups.size() - most),
              () -> legs.stream().map(leg -> facts.sessionId(leg.session())).toList(),
              () -> "groups " + String.join(", ", groups) + ", at most " + most);
        });
  }

  private static Set<String> regularGroups(Provider provider, String child) {
    Set<String> regular = new TreeSet<>();
    for (Group group : provider.groups()) {
      for (RegularChild there : group.regularChildren()) {
        if (child.equals(there.childId())) {
          regular.add(group.id());
        }
      }
    }
    return regular;
  }

  /** By the law of the date of the first stay in each group. */
  private void fixedFaces(Provider provider, List<PlacedLeg> legs, Ledger ledger) {
    Map<Integer, List<PlacedLeg>> byGroup = new TreeMap<>();
    legs.forEach(leg -> byGroup.computeIfAbsent(leg.group(), key -> new ArrayList<>()).add(leg));
    byGroup.forEach(
        (group, here) -> {
          LocalDate first =
              here.stream()
                  .map(leg -> leg.leg().start().toLocalDate())
                  .min(LocalDate::compareTo)
                  .orElseThrow();
          Terms.FixedFaces rule = clause(Terms.FixedFaces.class, provider, first).orElse(null);
          if (rule == null) {
            return;
          }
          LocalDate born = facts.child(here.getFirst().child()).birthDate();
          int months = (int) Period.between(born, first).toTotalMonths();
          int most = rule.most(months, 1);
          List<BitSet> working = here.stream().map(leg -> working(provider, leg)).toList();
          BitSet all = new BitSet();
          working.forEach(all::or);
          int missing = leastWithoutFace(working, most, new BitSet(), all, 0);
          ledger.note(
              ConstraintName.FIXED_FACES,
              () ->
                  new Place(
                      "child "
                          + facts.child(here.getFirst().child()).id()
                          + " in group "
                          + facts.index.groups().get(group).id(),
                      provider.id(),
                      facts.index.groups().get(group).id()),
              null,
              null,
              missing,
              () -> here.stream().map(leg -> facts.sessionId(leg.session())).toList(),
              () ->
                  "with "
                      + most
                      + " fixed caregivers "
                      + Words.count(missing, "stay", "stays")
                      + " of "
                      + here.size()
                      + " would see none of them");
        });
  }

  /** Caregivers of the group, by number, who are rostered at some time of a stay. */
  private BitSet working(Provider provider, PlacedLeg leg) {
    BitSet there = new BitSet();
    for (int i = 0; i < provider.caregivers().size(); i++) {
      Caregiver caregiver = provider.caregivers().get(i);
      boolean here =
          caregiver.groupId() == null
              ? provider.groups().size() == 1
              : caregiver.groupId().equals(leg.leg().groupId());
      if (here
          && caregiver.counts()
          && leg.from() < leg.until()
          && Hours.anyInward(caregiver.hours(), facts.timeline, leg.from(), leg.until())) {
        there.set(i);
      }
    }
    return there;
  }

  /** Stays without a face, with the best choice of so many faces. */
  private static int leastWithoutFace(
      List<BitSet> working, int left, BitSet chosen, BitSet from, int next) {
    int least = 0;
    for (BitSet there : working) {
      least += there.intersects(chosen) ? 0 : 1;
    }
    for (int i = from.nextSetBit(next);
        i >= 0 && left > 0 && least > 0;
        i = from.nextSetBit(i + 1)) {
      chosen.set(i);
      least = Math.min(least, leastWithoutFace(working, left - 1, chosen, from, i + 1));
      chosen.clear(i);
    }
    return least;
  }
}
