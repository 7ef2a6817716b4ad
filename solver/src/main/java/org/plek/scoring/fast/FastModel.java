package org.plek.scoring.fast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.plek.domain.Timeline;
import org.plek.rules.ChildClasses;
import org.plek.rules.ChildCounts;
import org.plek.rules.Circumstances;
import org.plek.rules.Level;
import org.plek.rules.RulePacks;

/**
 * What does not change while a problem is searched, per group and slot: caregivers and norms.
 * Indexes are {@code groupBase[group] + place}, where the place of a slot is that of {@link
 * KeptSlots}.
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

  /** Where the slots of each provider are. */
  final KeptSlots kept;

  /** Where the places of each group and of each provider begin. */
  final int[] groupBase;

  final int[] providerBase;

  /** Day of a slot. */
  final int[] dayOf;

  final List<ClassScheme> schemes = new ArrayList<>();
  final int[] schemeOfGroup;

  /** The same as an object. */
  final ClassScheme[] schemeOf;

  /** Row of each session by scheme; -1 where it changes within the session's windows. */
  final byte[][] sessionRow;

  final byte[] rostered;

  /** Rostered and, where the policy calls in, on call; else the same array. */
  final byte[] reachable;

  final short[] norm;
  final NormTable[] norms;

  /** Most children of a group by provider and house. */
  final int[] groupCap;

  /** Most children of a provider by licence, overbooked where it may; by day where that differs. */
  private final int[] providerCap;

  private final int[] @Nullable [] capOfDay;

  /** Location norms by provider; absent where the location never counts. */
  final short[][] locationNorm;

  /** Caregivers at a location, rostered and reachable. */
  final byte[][] locationRostered;

  final byte[][] locationStaff;

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

  final SlotHours hours;

  FastModel(ProblemIndex index, RulePacks packs, KeptSlots kept) {
    this.index = index;
    this.kept = kept;
    groupBase = kept.ofGroup;
    providerBase = kept.ofProvider;
    dayOf = kept.dayOf;
    timeline = index.timeline();
    slots = timeline.slots();
    Problem problem = index.problem();
    groups = index.groups().size();
    providers = problem.providers().size();
    providerOf = new int[groups];
    Arrays.setAll(providerOf, index::providerOf);
    firstGroup = new int[providers + 1];
    Arrays.setAll(firstGroup, index::firstGroup);
    hours = new SlotHours(timeline);
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

    rostered = new byte[groupBase[groups]];
    reachable = problem.policy().callIn() ? new byte[groupBase[groups]] : rostered;
    norm = new short[groupBase[groups]];
    groupCap = new int[groups];
    providerCap = new int[providers];
    capOfDay = new int[providers][];
    locationNorm = new short[providers][];
    locationRostered = new byte[providers][];
    locationStaff = new byte[providers][];
    escorts = new boolean[groups];
    for (int g = 0; g < groups; g++) {
      Escort escort = problem.providers().get(providerOf[g]).escort();
      escorts[g] = escort != null && !escort.assistantStays();
    }
    providerOpen = new BitSet[providers];
    groupOpen = new BitSet[groups];
    NormTables tables = new NormTables();
    PlannedHours planned = new PlannedHours(this);
    for (int p = 0; p < providers; p++) {
      fillProvider(p, planned, tables);
    }
    joined = new JoinedUnits(this, tables);
    norms = tables.all();
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

  /** Most children of a provider at a place. */
  int capacity(int provider, int place) {
    int[] byDay = capOfDay[provider];
    return byDay == null ? providerCap[provider] : byDay[kept.day(provider, place)];
  }

  private void fillProvider(int p, PlannedHours planned, NormTables tables) {
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
    providerOpen[p] = hours.inward(provider.opening());
    long[] locationOwn = new long[slots];
    long[] locationRegular = new long[slots];
    for (int g = firstGroup[p]; g < firstGroup[p + 1]; g++) {
      fillGroup(p, g, provider, scheme, locationOwn, locationRegular, planned, tables);
    }
    if (scheme.locationCounts) {
      int most = provider.licensedCapacity();
      for (long there : locationRegular) {
        most = Math.max(most, ChildCounts.total(there));
      }
      fillLocation(p, provider, scheme, locationOwn, most, planned, tables);
    }
  }

  private void fillGroup(
      int p,
      int g,
      Provider provider,
      ClassScheme scheme,
      long[] locationOwn,
      long[] locationRegular,
      PlannedHours planned,
      NormTables tables) {
    Group group = index.groups().get(g);
    groupOpen[g] = group.opening() == null ? providerOpen[p] : hours.inward(group.opening());
    int house =
        group.houseNorm() == null || group.houseNorm().maxChildren() == null
            ? Integer.MAX_VALUE
            : group.houseNorm().maxChildren();
    groupCap[g] = Math.min(group.maxChildren(), house);
    byte[] rosteredAt = new byte[slots];
    byte[] reachableAt = new byte[slots];
    Map<String, BitSet> qualified = new HashMap<>();
    for (Caregiver caregiver : caregiversOf(provider, group)) {
      BitSet present = hours.inward(caregiver.hours());
      present.stream().forEach(t -> rosteredAt[t]++);
      for (String code : caregiver.qualifications()) {
        qualified.computeIfAbsent(code, key -> new BitSet(slots)).or(present);
      }
      if (index.problem().policy().callIn()) {
        present.or(hours.inward(caregiver.onCall()));
      }
      present.stream().forEach(t -> reachableAt[t]++);
    }
    long[] own = new long[slots];
    long[] regular = new long[slots];
    for (RegularChild child : group.regularChildren()) {
      addRegular(
          child, scheme, child.own() ? own : regular, child.own() ? locationOwn : locationRegular);
      if (!child.own() && escorts[g]) {
        regularStays.computeIfAbsent(g, key -> new ArrayList<>()).addAll(hours.stays(child));
      }
    }
    int most = 0;
    for (long there : regular) {
      most = Math.max(most, ChildCounts.total(there));
    }
    BitSet resting = planned.restOf(g);
    BitSet window = planned.windowOf(g);
    HouseNorm perCaregiver =
        group.houseNorm() == null
            ? null
            : new HouseNorm(group.houseNorm().childrenPerCaregiver(), null);
    int limit = roundUp(Math.max(most, Math.min(groupCap[g], 400)) + 1);
    Map<Long, Short> ofDay = new HashMap<>();
    int day = -1;
    for (int place = 0; place < kept.count(p); place++) {
      int t = kept.slot(p, place);
      rostered[groupBase[g] + place] = rosteredAt[t];
      reachable[groupBase[g] + place] = reachableAt[t];
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
        List<String> present =
            qualified.entrySet().stream()
                .filter(entry -> entry.getValue().get(t))
                .map(Map.Entry::getKey)
                .toList();
        known =
            tables.table(
                scheme,
                Level.GROUP,
                timeline.date(day),
                circumstances(
                    provider, resting.get(t), window.get(t), present, perCaregiver, own[t]),
                limit);
        ofDay.put(key, known);
      }
      norm[groupBase[g] + place] = known;
    }
  }

  /** Counts a regular child in its slots, by class at group and at location level. */
  private void addRegular(RegularChild child, ClassScheme scheme, long[] inGroup, long[] there) {
    BitSet present = hours.present(child);
    int day = -1;
    long one = 0;
    long oneAtLocation = 0;
    for (int t = present.nextSetBit(0); t >= 0; t = present.nextSetBit(t + 1)) {
      if (dayOf[t] != day) {
        day = dayOf[t];
        one = oneOf(scheme.groupClasses, child, timeline.date(day));
        oneAtLocation =
            scheme.locationCounts ? oneOf(scheme.locationClasses, child, timeline.date(day)) : 0;
      }
      inGroup[t] += one;
      there[t] += oneAtLocation;
    }
  }

  static long oneOf(ChildClasses classes, RegularChild child, LocalDate date) {
    return ChildCounts.one(classes.classOf(child.birthDate(), child.walking(), child.own(), date));
  }

  private void fillLocation(
      int p,
      Provider provider,
      ClassScheme scheme,
      long[] own,
      int most,
      PlannedHours planned,
      NormTables tables) {
    int width = kept.count(p);
    short[] norms = new short[width];
    byte[] rosteredThere = new byte[width];
    byte[] staff = new byte[width];
    Arrays.fill(norms, (short) -1);
    locationNorm[p] = norms;
    locationRostered[p] = rosteredThere;
    locationStaff[p] = staff;
    BitSet resting = new BitSet(slots);
    resting.set(0, slots);
    for (int g = firstGroup[p]; g < firstGroup[p + 1]; g++) {
      resting.and(planned.restOf(g));
      for (int place = 0; place < width; place++) {
        rosteredThere[place] += rostered[groupBase[g] + place];
        staff[place] += reachable[groupBase[g] + place];
      }
    }
    int limit = roundUp(Math.min(most, 400) + 1);
    int day = -1;
    Map<Long, Short> ofDay = new HashMap<>();
    for (int place = 0; place < width; place++) {
      int t = kept.slot(p, place);
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
            tables.table(
                scheme,
                Level.LOCATION,
                timeline.date(day),
                circumstances(provider, resting.get(t), false, List.of(), null, own[t]),
                limit);
        ofDay.put(key, known);
      }
      norms[place] = known;
    }
  }

  static Circumstances circumstances(
      Provider provider,
      boolean resting,
      boolean window,
      Collection<String> qualifications,
      @Nullable HouseNorm houseNorm,
      long own) {
    return new Circumstances(
        NO_OWN_LIMIT,
        NO_OWN_LIMIT,
        provider.ruleChoices(),
        resting,
        window,
        Set.copyOf(qualifications),
        provider.standIn(),
        provider.extendedAgreement(),
        houseNorm,
        new ChildCounts(own));
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
}
