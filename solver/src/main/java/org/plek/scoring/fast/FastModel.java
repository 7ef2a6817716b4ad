package org.plek.scoring.fast;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Caregiver;
import org.plek.domain.Escort;
import org.plek.domain.Group;
import org.plek.domain.HouseNorm;
import org.plek.domain.Interval;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.RegularChild;
import org.plek.domain.Schedule;
import org.plek.domain.TimeRange;
import org.plek.domain.Timeline;
import org.plek.domain.WeeklyHours;
import org.plek.rules.ChildClasses;
import org.plek.rules.ChildCounts;
import org.plek.rules.Circumstances;
import org.plek.rules.Clause;
import org.plek.rules.Level;
import org.plek.rules.Norm;
import org.plek.rules.RulePacks;

/**
 * What does not change while a problem is searched, per group and slot: caregivers, norms, regular
 * children. Indexes are {@code group * slots + slot}.
 */
final class FastModel {
  private static final int NO_OWN_LIMIT = 100_000;

  final ProblemIndex index;
  final Timeline timeline;
  final int slots;
  final int groups;
  final int providers;
  final int[] providerOf;
  final int[] firstGroup;

  /** Day of a slot. */
  final int[] dayOf;

  final List<ClassScheme> schemes = new ArrayList<>();
  final int[] schemeOfGroup;

  /** The same as an object. */
  final ClassScheme[] schemeOf;

  /** Row of each session by scheme; -1 where it changes within the session's windows. */
  final byte[][] sessionRow;

  final byte[] rostered;

  /** Rostered and, where the policy calls in, on call. */
  final byte[] reachable;

  final short[] norm;
  final List<NormTable> norms = new ArrayList<>();

  /** Most children of a group by provider and house. */
  final int[] groupCap;

  /** Most children of a provider by licence, overbooked where it may; by day where that differs. */
  private final int[] providerCap;

  private final int[] @Nullable [] capOfDay;

  /** Regular children, without own ones, by class at group level. */
  final long[] regular;

  final int[] providerRegular;

  /** Location norms by provider; absent where the location never counts. */
  final short[][] locationNorm;

  /** Caregivers at a location, rostered and reachable. */
  final byte[][] locationRostered;

  final byte[][] locationStaff;
  final long[][] locationRegular;

  /** Whether the group's childminder escorts and leaves nobody at home. */
  final boolean[] escorts;

  /** Hours of the regular children of the groups that escort. */
  final Map<Integer, List<Interval>> regularStays = new HashMap<>();

  /** Groups that count together in some slots. */
  final JoinedUnits joined;

  /** Slots in which the provider is open, by its own opening. */
  final BitSet[] providerOpen;

  /** Slots in which the group is open. */
  final BitSet[] groupOpen;

  private final Map<TableKey, Short> tables = new HashMap<>();

  private record TableKey(Norm norm, int classes, int limit) {}

  private final Map<Asked, Short> asked = new HashMap<>();

  private record Asked(
      ClassScheme scheme, Level level, LocalDate date, Circumstances circumstances, int limit) {}

  FastModel(ProblemIndex index, RulePacks packs) {
    this.index = index;
    timeline = index.timeline();
    slots = timeline.slots();
    Problem problem = index.problem();
    groups = index.groups().size();
    providers = problem.providers().size();
    providerOf = new int[groups];
    Arrays.setAll(providerOf, index::providerOf);
    firstGroup = new int[providers + 1];
    Arrays.setAll(firstGroup, index::firstGroup);
    dayOf = new int[slots];
    Arrays.setAll(dayOf, timeline::dayOf);

    schemeOfGroup = new int[groups];
    Map<String, Integer> schemeIds = new HashMap<>();
    for (int g = 0; g < groups; g++) {
      Provider provider = problem.providers().get(providerOf[g]);
      String packId = provider.rulePack() == null ? problem.rulePack() : provider.rulePack();
      schemeOfGroup[g] =
          schemeIds.computeIfAbsent(
              packId + "/" + provider.kind(),
              key -> {
                schemes.add(
                    new ClassScheme(
                        packs.pack(packId), provider.kind(), problem.from(), problem.until()));
                return schemes.size() - 1;
              });
    }
    schemeOf = new ClassScheme[groups];
    Arrays.setAll(schemeOf, g -> schemes.get(schemeOfGroup[g]));
    sessionRow = sessionRows();

    rostered = new byte[groups * slots];
    reachable = new byte[groups * slots];
    norm = new short[groups * slots];
    regular = new long[groups * slots];
    groupCap = new int[groups];
    providerCap = new int[providers];
    capOfDay = new int[providers][];
    providerRegular = new int[providers * slots];
    locationNorm = new short[providers][];
    locationRostered = new byte[providers][];
    locationStaff = new byte[providers][];
    locationRegular = new long[providers][];
    escorts = new boolean[groups];
    for (int g = 0; g < groups; g++) {
      Escort escort = problem.providers().get(providerOf[g]).escort();
      escorts[g] = escort != null && !escort.assistantStays();
    }
    providerOpen = new BitSet[providers];
    groupOpen = new BitSet[groups];
    for (int p = 0; p < providers; p++) {
      fillProvider(p);
    }
    joined = new JoinedUnits(this);
  }

  private byte[][] sessionRows() {
    int sessions = index.sessions().size();
    byte[][] rows = new byte[schemes.size()][sessions];
    for (int scheme = 0; scheme < schemes.size(); scheme++) {
      for (int s = 0; s < sessions; s++) {
        rows[scheme][s] = sessionRow(schemes.get(scheme), s);
      }
    }
    return rows;
  }

  private byte sessionRow(ClassScheme scheme, int session) {
    var child = index.children().get(index.childOf(session));
    var care = index.sessions().get(session);
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    var windows = new ArrayList<>(care.windows());
    if (care.parentAway() != null) {
      windows.add(care.parentAway());
    }
    for (var window : windows) {
      LocalDate start = window.start().toLocalDate();
      LocalDate end = window.end().toLocalDate();
      first = start.isBefore(first) ? start : first;
      last = end.isAfter(last) ? end : last;
    }
    if (care.parentAway() != null) {
      first = first.minusDays(1);
      last = last.plusDays(1);
    }
    int row = scheme.rowOf(child, first);
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      if (scheme.rowOf(child, date) != row) {
        return -1;
      }
    }
    return (byte) row;
  }

  /** The row of a session's child on a day. */
  int row(int scheme, int session, int day) {
    int row = sessionRow[scheme][session];
    return row >= 0
        ? row
        : schemes
            .get(scheme)
            .rowOf(index.children().get(index.childOf(session)), timeline.date(day));
  }

  /** Most children of a provider in a slot. */
  int capacity(int provider, int slot) {
    int[] byDay = capOfDay[provider];
    return byDay == null ? providerCap[provider] : byDay[dayOf[slot]];
  }

  private void fillProvider(int p) {
    Provider provider = index.problem().providers().get(p);
    ClassScheme scheme = schemes.get(schemeOfGroup[firstGroup[p]]);
    providerCap[p] = provider.licensedCapacity();
    if (provider.overbooking()) {
      int[] byDay = new int[timeline.days() + 1];
      for (int day = 0; day < byDay.length; day++) {
        byDay[day] =
            scheme.pack.overbookedCapacity(
                provider.kind(), provider.licensedCapacity(), timeline.date(day));
      }
      providerCap[p] = byDay[0];
      if (Arrays.stream(byDay).distinct().count() > 1) {
        capOfDay[p] = byDay;
      }
    }
    providerOpen[p] = inward(provider.opening());
    if (scheme.locationCounts) {
      locationNorm[p] = new short[slots];
      Arrays.fill(locationNorm[p], (short) -1);
      locationRostered[p] = new byte[slots];
      locationStaff[p] = new byte[slots];
      locationRegular[p] = new long[slots];
    }
    int locationPeople = provider.licensedCapacity();
    long[] locationOwn = new long[slots];
    for (int g = firstGroup[p]; g < firstGroup[p + 1]; g++) {
      fillGroup(p, g, provider, scheme, locationOwn);
    }
    if (scheme.locationCounts) {
      fillLocation(p, provider, scheme, locationOwn, locationPeople);
    }
  }

  private void fillGroup(int p, int g, Provider provider, ClassScheme scheme, long[] locationOwn) {
    Group group = index.groups().get(g);
    int base = g * slots;
    groupOpen[g] = group.opening() == null ? providerOpen[p] : inward(group.opening());
    int house =
        group.houseNorm() == null || group.houseNorm().maxChildren() == null
            ? Integer.MAX_VALUE
            : group.houseNorm().maxChildren();
    groupCap[g] = Math.min(group.maxChildren(), house);
    Map<String, BitSet> qualified = new HashMap<>();
    for (Caregiver caregiver : caregiversOf(provider, group)) {
      BitSet present = inward(caregiver.hours());
      present.stream().forEach(t -> rostered[base + t]++);
      for (String code : caregiver.qualifications()) {
        qualified.computeIfAbsent(code, key -> new BitSet(slots)).or(present);
      }
      if (index.problem().policy().callIn()) {
        present.or(inward(caregiver.onCall()));
      }
      present.stream().forEach(t -> reachable[base + t]++);
    }
    long[] own = new long[slots];
    int most = fillRegular(p, g, group, scheme, own, locationOwn);
    BitSet resting = restOf(g);
    BitSet window = windowOf(g);
    HouseNorm perCaregiver =
        group.houseNorm() == null
            ? null
            : new HouseNorm(group.houseNorm().childrenPerCaregiver(), null);
    int limit = roundUp(Math.max(most, Math.min(groupCap[g], 400)) + 1);
    Map<Long, Short> ofDay = new HashMap<>();
    int day = -1;
    for (int t = 0; t < slots; t++) {
      if (dayOf[t] != day) {
        day = dayOf[t];
        ofDay.clear();
      }
      long codes = 0;
      int bit = 0;
      for (BitSet slotsQualified : qualified.values()) {
        codes |= slotsQualified.get(t) ? 1L << bit : 0;
        bit++;
      }
      long key =
          own[t] * 1_000_003 + codes * 4 + (resting.get(t) ? 2 : 0) + (window.get(t) ? 1 : 0);
      Short known = ofDay.get(key);
      if (known == null) {
        int slot = t;
        List<String> present =
            qualified.entrySet().stream()
                .filter(entry -> entry.getValue().get(slot))
                .map(Map.Entry::getKey)
                .toList();
        known =
            table(
                scheme,
                Level.GROUP,
                timeline.date(day),
                circumstances(
                    provider, resting.get(t), window.get(t), present, perCaregiver, own[t]),
                limit);
        ofDay.put(key, known);
      }
      norm[base + t] = known;
    }
  }

  private int fillRegular(
      int p, int g, Group group, ClassScheme scheme, long[] own, long[] locationOwn) {
    int base = g * slots;
    int most = 0;
    for (RegularChild child : group.regularChildren()) {
      BitSet present = present(child, g);
      int day = -1;
      long one = 0;
      long oneAtLocation = 0;
      for (int t = present.nextSetBit(0); t >= 0; t = present.nextSetBit(t + 1)) {
        if (dayOf[t] != day) {
          day = dayOf[t];
          LocalDate date = timeline.date(day);
          one = oneOf(scheme.groupClasses, child, date);
          oneAtLocation = scheme.locationCounts ? oneOf(scheme.locationClasses, child, date) : 0;
        }
        if (child.own()) {
          own[t] += one;
          locationOwn[t] += oneAtLocation;
          continue;
        }
        regular[base + t] += one;
        providerRegular[p * slots + t]++;
        if (scheme.locationCounts) {
          locationRegular[p][t] += oneAtLocation;
        }
        most = Math.max(most, ChildCounts.total(regular[base + t]));
      }
    }
    return most;
  }

  private static long oneOf(ChildClasses classes, RegularChild child, LocalDate date) {
    return ChildCounts.one(classes.classOf(child.birthDate(), child.walking(), child.own(), date));
  }

  /** Slots in which a regular child is booked; its comings and goings are noted for escorts. */
  private BitSet present(RegularChild child, int group) {
    BitSet present = new BitSet(slots);
    for (int day = -1; day < timeline.days() + 1; day++) {
      LocalDate date = timeline.date(day);
      if ((child.from() != null && date.isBefore(child.from()))
          || (child.until() != null && !date.isBefore(child.until()))) {
        continue;
      }
      for (TimeRange range : child.hours().on(date)) {
        LocalDateTime start = Timeline.start(date, range);
        LocalDateTime end = Timeline.end(date, range);
        int from = Math.max(0, timeline.floorSlot(start));
        int to = Math.min(slots, timeline.ceilSlot(end));
        if (from < to) {
          present.set(from, to);
          if (!child.own() && escorts[group]) {
            regularStays
                .computeIfAbsent(group, key -> new ArrayList<>())
                .add(new Interval(start, end));
          }
        }
      }
    }
    return present;
  }

  private void fillLocation(int p, Provider provider, ClassScheme scheme, long[] own, int people) {
    BitSet resting = new BitSet(slots);
    resting.set(0, slots);
    for (int g = firstGroup[p]; g < firstGroup[p + 1]; g++) {
      resting.and(restOf(g));
      for (int t = 0; t < slots; t++) {
        locationRostered[p][t] += rostered[g * slots + t];
        locationStaff[p][t] += reachable[g * slots + t];
      }
    }
    int most = people;
    for (int t = 0; t < slots; t++) {
      most = Math.max(most, ChildCounts.total(locationRegular[p][t]));
    }
    int limit = roundUp(Math.min(most, 400) + 1);
    int day = -1;
    Map<Long, Short> ofDay = new HashMap<>();
    for (int t = 0; t < slots; t++) {
      if (dayOf[t] != day) {
        day = dayOf[t];
        ofDay.clear();
      }
      if (!scheme.pack.counts(scheme.kind, Level.LOCATION, timeline.date(day))) {
        continue;
      }
      long key = own[t] * 1_000_003 + (resting.get(t) ? 1 : 0);
      Short known = ofDay.get(key);
      if (known == null) {
        known =
            table(
                scheme,
                Level.LOCATION,
                timeline.date(day),
                circumstances(provider, resting.get(t), false, List.of(), null, own[t]),
                limit);
        ofDay.put(key, known);
      }
      locationNorm[p][t] = known;
    }
  }

  static Circumstances circumstances(
      Provider provider,
      boolean resting,
      boolean window,
      Collection<String> qualifications,
      @org.jspecify.annotations.Nullable HouseNorm houseNorm,
      long own) {
    return new Circumstances(
        NO_OWN_LIMIT,
        NO_OWN_LIMIT,
        provider.ruleChoices(),
        resting,
        window,
        java.util.Set.copyOf(qualifications),
        provider.standIn(),
        provider.extendedAgreement(),
        houseNorm,
        new ChildCounts(own));
  }

  /** The table of a norm that no pack knows. */
  short tableOf(ClassScheme scheme, Norm norm, int limit) {
    int classes = scheme.groupClasses.count();
    return tables.computeIfAbsent(
        new TableKey(norm, classes, limit),
        missing -> {
          norms.add(new NormTable(norm, classes, limit));
          return (short) (norms.size() - 1);
        });
  }

  short table(
      ClassScheme scheme, Level level, LocalDate date, Circumstances circumstances, int limit) {
    return asked.computeIfAbsent(
        new Asked(scheme, level, date, circumstances, limit),
        key -> {
          Norm found = scheme.pack.norm(scheme.kind, level, date, circumstances);
          int classes = scheme.pack.classes(scheme.kind, level).count();
          return tables.computeIfAbsent(
              new TableKey(found, classes, limit),
              missing -> {
                norms.add(new NormTable(found, classes, limit));
                return (short) (norms.size() - 1);
              });
        });
  }

  static List<Caregiver> caregiversOf(Provider provider, Group group) {
    return provider.caregivers().stream()
        .filter(Caregiver::counts)
        .filter(
            caregiver ->
                caregiver.groupId() == null
                    ? provider.groups().size() == 1
                    : caregiver.groupId().equals(group.id()))
        .toList();
  }

  private static int roundUp(int children) {
    for (int size = 8; ; size = size < 32 ? size + 4 : size * 3 / 2) {
      if (size >= children) {
        return size;
      }
    }
  }

  /** Slots of planned rest of a group, as far as the law of each date knows them. */
  BitSet restOf(int group) {
    BitSet rest = weekly(index.groups().get(group).resting());
    Provider provider = index.problem().providers().get(providerOf[group]);
    if (!rest.isEmpty()) {
      for (int day = 0; day <= timeline.days(); day++) {
        var rule =
            schemeOf[group].pack.clause(
                Clause.Resting.class, provider.kind(), timeline.date(day), provider.ruleChoices());
        if (rule.isPresent()) {
          shorten(rest, day, rule.get().mostMinutesPerDay());
        }
      }
    }
    return rest;
  }

  /** Slots in which a group plans fewer caregivers, as far as the law of each date allows it. */
  BitSet windowOf(int group) {
    BitSet window = weekly(index.groups().get(group).threeHourWindow());
    if (window.isEmpty()) {
      return window;
    }
    int p = providerOf[group];
    Provider provider = index.problem().providers().get(p);
    for (int day = 0; day <= timeline.days(); day++) {
      var found =
          schemeOf[group].pack.clause(
              Clause.FewerCaregivers.class,
              provider.kind(),
              timeline.date(day),
              provider.ruleChoices());
      if (found.isEmpty()) {
        continue;
      }
      int run = 0;
      int longest = 0;
      for (int t = timeline.dayStart(day); t < timeline.dayStart(day + 1); t++) {
        run = providerOpen[p].get(t) ? run + 1 : 0;
        longest = Math.max(longest, run);
        LocalDateTime moment = timeline.time(t);
        for (Clause.Barred barred : found.get().barred()) {
          if (!moment.toLocalTime().isBefore(barred.from())
              && moment.toLocalTime().isBefore(barred.to())) {
            window.clear(t);
          }
        }
      }
      boolean longEnough = longest * Timeline.SLOT_MINUTES >= found.get().leastOpeningMinutes();
      shorten(window, day, longEnough ? found.get().mostMinutesPerDay() : 0);
    }
    return window;
  }

  /** Keeps the first minutes of a day. */
  private void shorten(BitSet hours, int day, int minutes) {
    int kept = 0;
    for (int t = timeline.dayStart(day); t < timeline.dayStart(day + 1); t++) {
      if (hours.get(t) && ++kept > minutes / Timeline.SLOT_MINUTES) {
        hours.clear(t);
      }
    }
  }

  BitSet weekly(List<WeeklyHours> hours) {
    return inward(new Schedule(hours, List.of()));
  }

  /** Slots that lie wholly inside the hours. */
  BitSet inward(Schedule schedule) {
    BitSet set = new BitSet(slots);
    for (int day = -1; day < timeline.days() + 1; day++) {
      LocalDate date = timeline.date(day);
      for (TimeRange range : schedule.on(date)) {
        int from = Math.max(0, timeline.ceilSlot(Timeline.start(date, range)));
        int to = Math.min(slots, timeline.floorSlot(Timeline.end(date, range)));
        if (from < to) {
          set.set(from, to);
        }
      }
    }
    return set;
  }
}
