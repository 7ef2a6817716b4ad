package org.plek.benchmarks.proofs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plek.benchmarks.proofs.LinearModel.Terms;
import org.plek.benchmarks.proofs.OptionLegs.Run;
import org.plek.domain.CareSession;
import org.plek.domain.Interval;
import org.plek.domain.LeastVolume;
import org.plek.domain.Leg;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;
import org.plek.domain.Urgency;
import org.plek.options.KnownFaces;
import org.plek.scoring.ConstraintName;

/**
 * What depends on the care sessions of one family together: a child in one place, siblings together
 * or apart, all or nothing, least volume, few providers, settling in.
 */
final class FamilyRows {
  private final PlanModel model;
  private final ProblemIndex index;
  private final KnownFaces faces;

  FamilyRows(PlanModel model) {
    this.model = model;
    index = model.index;
    faces = new KnownFaces(index);
  }

  void add() {
    List<List<Integer>> ofFamily = new ArrayList<>();
    index.problem().families().forEach(family -> ofFamily.add(new ArrayList<>()));
    for (int s = 0; s < model.table.sessions(); s++) {
      ofFamily.get(index.familyOf(index.requestOf(s))).add(s);
    }
    for (int r = 0; r < index.problem().requests().size(); r++) {
      addAllOrNothing(r);
      addTogether(r);
      addLeastVolume(r);
    }
    for (List<Integer> sessions : ofFamily) {
      Map<Integer, List<Integer>> ofChild = new TreeMap<>();
      for (int s : sessions) {
        ofChild.computeIfAbsent(index.childOf(s), key -> new ArrayList<>()).add(s);
      }
      ofChild.forEach(this::addChild);
      if (ofChild.size() > 1 && model.softUnit() > 0) {
        addApart(sessions);
      }
    }
  }

  private void addAllOrNothing(int request) {
    if (!index.problem().requests().get(request).limits().allOrNothing()) {
      return;
    }
    int first = index.firstSession(request);
    for (int s = first + 1; s < index.firstSession(request + 1); s++) {
      Terms row = model.placed(first, 1, new Terms());
      model.linear.addRow(0, model.placed(s, -1, row), 0);
    }
  }

  private void addTogether(int request) {
    Request facts = index.problem().requests().get(request);
    if (!facts.limits().siblingsTogether()) {
      return;
    }
    int end = index.firstSession(request + 1);
    for (int one = index.firstSession(request); one < end; one++) {
      for (int other = one + 1; other < end; other++) {
        if (index.childOf(one) != index.childOf(other) && meet(one, other)) {
          model.linear.addRow(0, model.placed(other, -1, model.placed(one, 1, new Terms())), 0);
          addShared(one, other);
          addShared(other, one);
        }
      }
    }
  }

  /** Where one is, the other has a leg at one of the same providers. */
  private void addShared(int one, int other) {
    Map<List<Integer>, List<Integer>> byPlaces = new java.util.LinkedHashMap<>();
    for (int o = model.table.firstOption(one); o < model.table.endOption(one); o++) {
      List<Integer> places = new ArrayList<>();
      for (int p : model.providersOf(o)) {
        places.add(p);
      }
      byPlaces.computeIfAbsent(places, key -> new ArrayList<>()).add(o);
    }
    byPlaces.forEach(
        (places, options) -> {
          Terms row = new Terms();
          options.forEach(o -> row.plus(1, o));
          for (int o = model.table.firstOption(other); o < model.table.endOption(other); o++) {
            boolean shares = false;
            for (int p : model.providersOf(o)) {
              shares |= places.contains(p);
            }
            if (shares) {
              row.plus(-1, o);
            }
          }
          model.linear.addRow(LinearModel.NO_LOWER, row, 0);
        });
  }

  private boolean meet(int one, int other) {
    for (Interval mine : asked(one)) {
      for (Interval theirs : asked(other)) {
        if (mine.start().isBefore(theirs.end()) && theirs.start().isBefore(mine.end())) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Interval> asked(int session) {
    CareSession care = index.sessions().get(session);
    Interval away = care.parentAway();
    return away == null ? care.windows() : List.of(away);
  }

  private void addLeastVolume(int request) {
    Map<Integer, List<Integer>> legsAt = new TreeMap<>();
    for (int s = index.firstSession(request); s < index.firstSession(request + 1); s++) {
      for (int o = model.table.firstOption(s); o < model.table.endOption(s); o++) {
        int[] providers = model.providersOf(o);
        for (int i = 0; i < providers.length; i++) {
          if (!index
              .problem()
              .providers()
              .get(providers[i])
              .leastVolume()
              .equals(LeastVolume.NONE)) {
            legsAt.computeIfAbsent(providers[i], key -> new ArrayList<>()).add(2 * o + i);
          }
        }
      }
    }
    legsAt.forEach(this::addLeastVolume);
  }

  private void addLeastVolume(int provider, List<Integer> legs) {
    LeastVolume least = index.problem().providers().get(provider).leastVolume();
    int days = index.problem().days();
    long leastMinutes = (long) least.minutesPerMonth() * Math.min(days, 30) / 30;
    if (leastMinutes > 0) {
      int served = served(legs);
      Terms minutes = new Terms().plus(-leastMinutes, served);
      legs.forEach(leg -> minutes.plus(minutes(leg), leg >> 1));
      model.linear.addRow(0, minutes, LinearModel.NO_UPPER);
    }
    if (least.daysPerWeek() > 0) {
      int toMonday = (8 - index.problem().from().getDayOfWeek().getValue()) % 7;
      for (int monday = toMonday; monday + 7 <= days; monday += 7) {
        int first = monday;
        addLeastDays(
            least.daysPerWeek(),
            legs.stream().filter(leg -> day(leg) >= first && day(leg) < first + 7).toList());
      }
    }
  }

  private void addLeastDays(int leastDays, List<Integer> legs) {
    if (legs.isEmpty()) {
      return;
    }
    int served = served(legs);
    Terms days = new Terms().plus(-leastDays, served);
    Map<Integer, Terms> byDay = new TreeMap<>();
    legs.forEach(leg -> byDay.computeIfAbsent(day(leg), key -> new Terms()).plus(1, leg >> 1));
    byDay.forEach(
        (day, terms) -> {
          int that = model.linear.addVariable(0, 1, 0);
          days.plus(1, that);
          model.linear.addRow(0, terms.plus(-1, that), LinearModel.NO_UPPER);
        });
    model.linear.addRow(0, days, LinearModel.NO_UPPER);
  }

  /** A variable that is at least 1 when some session takes one of these legs. */
  private int served(List<Integer> legs) {
    int served = model.linear.addVariable(0, 1, 0);
    bySession(legs)
        .values()
        .forEach(
            options ->
                model.linear.addRow(
                    LinearModel.NO_LOWER, new Terms().plus(1, ints(options)).plus(-1, served), 0));
    return served;
  }

  private Map<Integer, List<Integer>> bySession(List<Integer> legs) {
    Map<Integer, List<Integer>> bySession = new TreeMap<>();
    legs.forEach(
        leg ->
            bySession
                .computeIfAbsent(model.legs.session(leg), key -> new ArrayList<>())
                .add(leg >> 1));
    return bySession;
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private int day(int leg) {
    return index.timeline().dayOf(model.legs.start(leg));
  }

  private long minutes(int leg) {
    Leg exact = model.table.legs(model.legs.session(leg), leg >> 1).get(leg & 1);
    return index.timeline().minutes(exact.start(), exact.end());
  }

  private void addChild(int child, List<Integer> sessions) {
    List<Integer> legs = new ArrayList<>();
    Map<Integer, List<Integer>> legsAt = new TreeMap<>();
    for (int s : sessions) {
      for (int o = model.table.firstOption(s); o < model.table.endOption(s); o++) {
        int[] providers = model.providersOf(o);
        for (int i = 0; i < providers.length; i++) {
          legs.add(2 * o + i);
          legsAt.computeIfAbsent(providers[i], key -> new ArrayList<>()).add(2 * o + i);
        }
      }
    }
    if (sessions.size() > 1) {
      addOnePlace(ints(legs));
    }
    if (model.softUnit() == 0 || legs.isEmpty()) {
      return;
    }
    addFewProviders(legsAt);
    int settling = index.problem().policy().settlingInMinutes();
    if (settling > 0) {
      legsAt.forEach(
          (provider, there) -> {
            if (!faces.knows(child, provider)) {
              addSettlingIn(there, settling);
            }
          });
    }
  }

  /** At most one option of a child covers a slot; rows that others imply are left out. */
  private void addOnePlace(int[] legs) {
    List<BitSet> kept = new ArrayList<>();
    List<Run> runs = new ArrayList<>(model.legs.runs(legs));
    runs.sort((a, b) -> Integer.compare(b.legs().length, a.legs().length));
    for (Run run : runs) {
      BitSet options = new BitSet();
      Set<Integer> sessions = new HashSet<>();
      for (int leg : run.legs()) {
        options.set(leg >> 1);
        sessions.add(model.legs.session(leg));
      }
      if (sessions.size() > 1 && kept.stream().noneMatch(other -> contains(other, options))) {
        kept.add(options);
        model.linear.addRow(
            LinearModel.NO_LOWER, new Terms().plus(1, options.stream().toArray()), 1);
      }
    }
  }

  private static boolean contains(BitSet large, BitSet small) {
    BitSet rest = (BitSet) small.clone();
    rest.andNot(large);
    return rest.isEmpty();
  }

  private void addFewProviders(Map<Integer, List<Integer>> legsAt) {
    long weight = model.weights.of(ConstraintName.PROVIDERS_PER_CHILD);
    if (weight == 0 || legsAt.size() < 2) {
      return;
    }
    int extra = model.linear.addVariable(0, legsAt.size() - 1, weight);
    Terms providers = new Terms().plus(-1, extra);
    legsAt.forEach((provider, legs) -> providers.plus(1, served(legs)));
    model.linear.addRow(LinearModel.NO_LOWER, providers, 1);
  }

  /**
   * The first leg of a child with a provider, if it is long and not urgent, costs: a long leg does,
   * unless an earlier one is there.
   */
  private void addSettlingIn(List<Integer> legs, int settlingMinutes) {
    List<Integer> costly =
        legs.stream()
            .filter(leg -> !urgent(model.legs.session(leg)) && minutes(leg) > settlingMinutes)
            .toList();
    if (costly.isEmpty()) {
      return;
    }
    int unsettled = model.linear.addVariable(0, 1, model.weights.of(ConstraintName.SETTLING_IN));
    Map<Integer, List<Integer>> bySession = new TreeMap<>();
    costly.forEach(
        leg ->
            bySession.computeIfAbsent(model.legs.session(leg), key -> new ArrayList<>()).add(leg));
    bySession.forEach(
        (session, own) -> {
          List<Integer> starts = own.stream().map(model.legs::start).distinct().sorted().toList();
          for (int start : starts) {
            Terms row = new Terms().plus(-1, unsettled);
            own.stream()
                .filter(leg -> model.legs.start(leg) <= start)
                .forEach(leg -> row.plus(1, leg >> 1));
            legs.stream()
                .filter(leg -> earlier(leg, session, start))
                .forEach(leg -> row.plus(-1, leg >> 1));
            model.linear.addRow(LinearModel.NO_LOWER, row, 0);
          }
        });
  }

  private boolean earlier(int leg, int session, int start) {
    int other = model.legs.session(leg);
    return other != session
        && (model.legs.start(leg) < start || (model.legs.start(leg) == start && other < session));
  }

  private boolean urgent(int session) {
    return index.problem().requests().get(index.requestOf(session)).urgency() == Urgency.URGENT;
  }

  private void addApart(List<Integer> sessions) {
    long weight = model.weights.of(ConstraintName.SIBLINGS_APART);
    for (int i = 0; weight > 0 && i < sessions.size(); i++) {
      for (int j = i + 1; j < sessions.size(); j++) {
        int one = sessions.get(i);
        int other = sessions.get(j);
        if (index.childOf(one) != index.childOf(other)) {
          Map<Integer, Map<Integer, List<Integer>>> mine = firstLegs(one);
          Map<Integer, Map<Integer, List<Integer>>> theirs = firstLegs(other);
          mine.forEach(
              (day, byProvider) -> {
                Map<Integer, List<Integer>> others = theirs.get(day);
                if (others != null) {
                  addApart(byProvider, others, weight);
                }
              });
        }
      }
    }
  }

  /** Options of a session by start day and first provider. */
  private Map<Integer, Map<Integer, List<Integer>>> firstLegs(int session) {
    Map<Integer, Map<Integer, List<Integer>>> found = new TreeMap<>();
    for (int o = model.table.firstOption(session); o < model.table.endOption(session); o++) {
      found
          .computeIfAbsent(day(2 * o), key -> new TreeMap<>())
          .computeIfAbsent(model.table.providerOf(o), key -> new ArrayList<>())
          .add(o);
    }
    return found;
  }

  /** Both placed on a day costs, unless they are with the same first provider. */
  private void addApart(
      Map<Integer, List<Integer>> mine, Map<Integer, List<Integer>> theirs, long weight) {
    int apart = model.linear.addVariable(0, 1, weight);
    Terms row = new Terms().plus(-1, apart);
    mine.values().forEach(options -> row.plus(1, ints(options)));
    theirs.values().forEach(options -> row.plus(1, ints(options)));
    mine.forEach(
        (provider, options) -> {
          List<Integer> same = theirs.get(provider);
          if (same != null) {
            int both = model.linear.addVariable(0, 1, 0);
            row.plus(-1, both);
            model.linear.addRow(
                LinearModel.NO_LOWER, new Terms().plus(-1, ints(options)).plus(1, both), 0);
            model.linear.addRow(
                LinearModel.NO_LOWER, new Terms().plus(-1, ints(same)).plus(1, both), 0);
          }
        });
    model.linear.addRow(LinearModel.NO_LOWER, row, 1);
  }
}
