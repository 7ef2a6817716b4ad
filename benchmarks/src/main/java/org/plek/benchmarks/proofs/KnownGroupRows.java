package org.plek.benchmarks.proofs;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plek.benchmarks.proofs.LinearModel.Terms;
import org.plek.domain.Caregiver;
import org.plek.domain.Group;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.TimeRange;
import org.plek.domain.Timeline;
import org.plek.rules.Terms.FixedFaces;
import org.plek.rules.Terms.HomeGroup;

/** Few groups a week and few caregivers for a child with one provider; exact. */
final class KnownGroupRows {
  private final PlanModel model;
  private final ProblemIndex index;

  /** Families that agree to a second group. */
  private final Set<String> consenting;

  KnownGroupRows(PlanModel model) {
    this.model = model;
    index = model.index;
    consenting =
        index.problem().requests().stream()
            .filter(each -> each.continuity().secondGroup())
            .map(Request::familyId)
            .collect(Collectors.toSet());
  }

  void add() {
    for (int p = 0; p < index.problem().providers().size(); p++) {
      Provider provider = index.problem().providers().get(p);
      Optional<HomeGroup> home = clause(HomeGroup.class, provider);
      if (home.isPresent() && provider.groups().size() > 1) {
        addHomeGroup(home.get(), p);
      }
      Optional<FixedFaces> faces = clause(FixedFaces.class, provider);
      for (int g = index.firstGroup(p); faces.isPresent() && g < index.firstGroup(p + 1); g++) {
        List<BitSet> rosters = rosters(provider, index.groups().get(g));
        Map<Integer, List<Integer>> ofChild = new TreeMap<>();
        for (int leg : model.legs.ofGroup(g)) {
          ofChild.computeIfAbsent(child(leg), key -> new ArrayList<>()).add(leg);
        }
        ofChild.forEach((child, legs) -> addFaces(faces.get(), child, legs, rosters));
      }
    }
  }

  private <T extends org.plek.rules.Terms> Optional<T> clause(Class<T> kind, Provider provider) {
    String own = provider.rulePack();
    return model
        .packs
        .pack(own == null ? index.problem().rulePack() : own)
        .clause(kind, provider.kind(), index.problem().from(), provider.ruleChoices());
  }

  private int child(int leg) {
    return index.childOf(model.legs.session(leg));
  }

  private LocalDate date(int leg) {
    return index.timeline().date(index.timeline().dayOf(model.legs.start(leg)));
  }

  private void addHomeGroup(HomeGroup rule, int provider) {
    record ChildWeek(int child, LocalDate monday) {}
    Map<ChildWeek, Map<Integer, List<Integer>>> weeks = new LinkedHashMap<>();
    for (int leg :
        model.legs.ofGroups(index.firstGroup(provider), index.firstGroup(provider + 1))) {
      LocalDate monday = date(leg).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      weeks
          .computeIfAbsent(new ChildWeek(child(leg), monday), key -> new TreeMap<>())
          .computeIfAbsent(model.legs.group(leg), key -> new ArrayList<>())
          .add(leg);
    }
    weeks.forEach(
        (week, byGroup) -> {
          Set<Integer> usual = usualGroups(week.child, provider);
          int family = index.familyOf(index.requestOf(sessionOf(byGroup)));
          int most = rule.most(consents(family)) - usual.size();
          if (most < 0) {
            byGroup.values().forEach(this::forbidAll);
            return;
          }
          byGroup.keySet().removeAll(usual);
          if (byGroup.size() > most) {
            Terms groups = new Terms();
            byGroup.values().forEach(legs -> groups.plus(1, present(legs)));
            model.linear.addRow(LinearModel.NO_LOWER, groups, most);
          }
        });
  }

  private int sessionOf(Map<Integer, List<Integer>> byGroup) {
    return model.legs.session(byGroup.values().iterator().next().getFirst());
  }

  private Set<Integer> usualGroups(int child, int provider) {
    Set<Integer> usual = new TreeSet<>();
    String id = index.children().get(child).id();
    for (int g = index.firstGroup(provider); g < index.firstGroup(provider + 1); g++) {
      if (index.groups().get(g).regularChildren().stream()
          .anyMatch(each -> id.equals(each.childId()))) {
        usual.add(g);
      }
    }
    return usual;
  }

  private boolean consents(int family) {
    return consenting.contains(index.problem().families().get(family).id());
  }

  private void forbidAll(Collection<Integer> legs) {
    bySession(legs)
        .values()
        .forEach(row -> model.linear.addRow(LinearModel.NO_LOWER, sum(1, row, new Terms()), 0));
  }

  /** A variable that is 1 where any of these legs is taken. */
  private int present(Collection<Integer> legs) {
    int present = model.linear.addVariable(0, 1, 0);
    bySession(legs)
        .values()
        .forEach(
            options ->
                model.linear.addRow(
                    LinearModel.NO_LOWER, sum(1, options, new Terms().plus(-1, present)), 0));
    return present;
  }

  /** Options with one of these legs, each once. */
  private Map<Integer, Set<Integer>> bySession(Collection<Integer> legs) {
    Map<Integer, Set<Integer>> bySession = new TreeMap<>();
    legs.forEach(
        leg ->
            bySession
                .computeIfAbsent(model.legs.session(leg), key -> new TreeSet<>())
                .add(leg >> 1));
    return bySession;
  }

  private static Terms sum(long factor, Collection<Integer> variables, Terms terms) {
    variables.forEach(each -> terms.plus(factor, each));
    return terms;
  }

  /**
   * Faces are chosen, no more of them than the law has for the child's age at its first stay, and a
   * stay needs one of those who then work.
   */
  private void addFaces(FixedFaces rule, int child, List<Integer> legs, List<BitSet> rosters) {
    LocalDate born = index.children().get(child).birthDate();
    List<Stay> stays = new ArrayList<>();
    for (int leg : legs) {
      int months = (int) Period.between(born, date(leg)).toTotalMonths();
      stays.add(new Stay(leg, rule.most(months, 1), working(leg, rosters)));
    }
    int least = stays.stream().mapToInt(Stay::most).min().orElseThrow();
    int most = stays.stream().mapToInt(Stay::most).max().orElseThrow();
    if (seenByFew(stays.stream().map(Stay::working).distinct().toList(), least, new BitSet())) {
      return;
    }
    int[] faces = new int[rosters.size()];
    Terms chosen = new Terms();
    for (int c = 0; c < faces.length; c++) {
      faces[c] = model.linear.addVariable(0, 1, 0);
      chosen.plus(1, faces[c]);
    }
    if (least < most) {
      // A child grows older only: any stay at which fewer are allowed comes before the others.
      List<Integer> young =
          stays.stream().filter(stay -> stay.most == least).map(Stay::leg).toList();
      chosen.plus((long) most - least, present(young));
    }
    model.linear.addRow(LinearModel.NO_LOWER, chosen, most);
    Map<Integer, List<Stay>> ofSession = new TreeMap<>();
    stays.forEach(
        stay ->
            ofSession
                .computeIfAbsent(model.legs.session(stay.leg), key -> new ArrayList<>())
                .add(stay));
    for (List<Stay> own : ofSession.values()) {
      for (BitSet some : own.stream().map(Stay::working).distinct().toList()) {
        Set<Integer> options = new TreeSet<>();
        own.stream()
            .filter(stay -> within(stay.working, some))
            .forEach(stay -> options.add(stay.leg >> 1));
        Terms row = sum(1, options, new Terms());
        some.stream().forEach(c -> row.plus(-1, faces[c]));
        model.linear.addRow(LinearModel.NO_LOWER, row, 0);
      }
    }
  }

  /** A leg, the most faces of the child were it the first, and who works then. */
  private record Stay(int leg, int most, BitSet working) {}

  private static boolean within(BitSet small, BitSet large) {
    BitSet rest = (BitSet) small.clone();
    rest.andNot(large);
    return rest.isEmpty();
  }

  /** Whether so many faces suffice for all stays that there could be. */
  private static boolean seenByFew(List<BitSet> working, int left, BitSet chosen) {
    Optional<BitSet> unseen =
        working.stream().filter(there -> !there.intersects(chosen)).findFirst();
    if (unseen.isEmpty()) {
      return true;
    }
    return left > 0
        && unseen.get().stream()
            .anyMatch(
                c -> {
                  BitSet more = (BitSet) chosen.clone();
                  more.set(c);
                  return seenByFew(working, left - 1, more);
                });
  }

  private BitSet working(int leg, List<BitSet> rosters) {
    BitSet working = new BitSet();
    for (int c = 0; c < rosters.size(); c++) {
      int next = rosters.get(c).nextSetBit(model.legs.start(leg));
      working.set(c, next >= 0 && next < model.legs.end(leg));
    }
    return working;
  }

  /** Slots in which each caregiver of a group works. */
  private List<BitSet> rosters(Provider provider, Group group) {
    return provider.caregivers().stream()
        .filter(Caregiver::counts)
        .filter(
            each ->
                each.groupId() == null
                    ? provider.groups().size() == 1
                    : each.groupId().equals(group.id()))
        .map(this::slots)
        .toList();
  }

  private BitSet slots(Caregiver caregiver) {
    Timeline timeline = index.timeline();
    BitSet slots = new BitSet(timeline.slots());
    // The night before the horizon reaches into it.
    for (int day = -1; day <= timeline.days(); day++) {
      LocalDate date = timeline.date(day);
      for (TimeRange range : caregiver.hours().on(date)) {
        int from = Math.max(0, timeline.ceilSlot(Timeline.start(date, range)));
        int until = Math.min(timeline.slots(), timeline.floorSlot(Timeline.end(date, range)));
        if (from < until) {
          slots.set(from, until);
        }
      }
    }
    return slots;
  }
}
