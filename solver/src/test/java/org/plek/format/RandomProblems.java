package org.plek.format;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plek.domain.AgeRange;
import org.plek.domain.Arrangements;
import org.plek.domain.BlackOut;
import org.plek.domain.BoughtPlaces;
import org.plek.domain.CarePattern;
import org.plek.domain.CareSession;
import org.plek.domain.Caregiver;
import org.plek.domain.Child;
import org.plek.domain.Closure;
import org.plek.domain.Continuity;
import org.plek.domain.Dates;
import org.plek.domain.DayException;
import org.plek.domain.Entitlement;
import org.plek.domain.Escort;
import org.plek.domain.ExpectedAbsence;
import org.plek.domain.Family;
import org.plek.domain.FamilyLimits;
import org.plek.domain.Group;
import org.plek.domain.HouseNorm;
import org.plek.domain.Interval;
import org.plek.domain.JoinedHours;
import org.plek.domain.LeastVolume;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Point;
import org.plek.domain.Policy;
import org.plek.domain.PriorityTier;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Quota;
import org.plek.domain.RegularChild;
import org.plek.domain.Request;
import org.plek.domain.Reserve;
import org.plek.domain.Schedule;
import org.plek.domain.SchoolWays;
import org.plek.domain.SearchLimits;
import org.plek.domain.SessionForm;
import org.plek.domain.Share;
import org.plek.domain.Stay;
import org.plek.domain.Tariff;
import org.plek.domain.ThroughFlowRule;
import org.plek.domain.TimeRange;
import org.plek.domain.TravelMode;
import org.plek.domain.Urgency;
import org.plek.domain.WeeklyHours;
import org.plek.domain.Wishes;

/** Valid problems with every field now and then at its default and now and then not. */
public final class RandomProblems {
  static final LocalDate FROM = LocalDate.of(2026, 10, 19); // Six days before the clocks change.
  static final int DAYS = 14;

  private final SplittableRandom random;
  private final List<String> familyIds = new ArrayList<>();
  private final List<String> providerIds = new ArrayList<>();

  private RandomProblems(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A problem that is valid and the same for the same numbers. */
  public static Problem problem(long seed, int providers, int families) {
    return new RandomProblems(seed).make(seed, providers, families);
  }

  private Problem make(long seed, int providerCount, int familyCount) {
    for (int i = 0; i < providerCount; i++) {
      providerIds.add("p" + i);
    }
    for (int i = 0; i < familyCount; i++) {
      familyIds.add("f" + i);
    }
    List<Provider> providers = providerIds.stream().map(this::provider).toList();
    List<Family> families = new ArrayList<>();
    for (int i = 0; i < familyCount; i++) {
      families.add(family(i, familyCount));
    }
    List<Request> requests = new ArrayList<>();
    for (Family family : families) {
      requests.add(request(family));
    }
    List<Stay> history = new ArrayList<>();
    for (Family family : families) {
      if (flip()) {
        history.add(
            new Stay(
                family.children().get(0).id(), any(providerIds), FROM.minusDays(up(90) + 1), 240));
      }
    }
    return new Problem(
        "problem " + seed,
        ZoneId.of("Europe/Brussels"),
        FROM.minusDays(1).atTime(9, 30),
        FROM,
        DAYS,
        "BE_VL",
        flip() ? Policy.plain("plain") : policy(providers),
        providers,
        families,
        requests,
        history,
        placements(requests, providers));
  }

  private Provider provider(String id) {
    ProviderKind kind = any(List.of(ProviderKind.values()));
    int capacity = 1 + up(18);
    Schedule opening = schedule();
    boolean implied = kind != ProviderKind.DAYCARE && flip();
    List<Group> groups =
        implied
            ? ProviderChecks.impliedGroups(id, capacity)
            : groups(id, kind == ProviderKind.DAYCARE ? 1 + up(3) : 1, kind);
    return new Provider(
        id,
        kind,
        point(),
        maybe(() -> "area" + up(9)),
        maybe(() -> "NL"),
        codes("FR_6", "FR_8"),
        capacity,
        maybe(this::schedule),
        opening,
        new AgeRange(up(4), 30 + up(20)),
        codes("nl", "fr", "tr"),
        codes("EPIPEN", "WHEELCHAIR"),
        codes("JOB", "CARE", "CRISIS"),
        flip() ? Set.of() : Set.of(Urgency.URGENT, Urgency.SOON),
        flip() ? LeastVolume.NONE : new LeastVolume(up(2000), up(5)),
        up(20),
        up(5000),
        flip() ? SessionForm.ANY : new SessionForm(60, 600, List.of(range(8, 12), range(12, 18))),
        flip() ? Tariff.FREE : RandomPrices.tariff(random),
        flip(),
        flip(),
        flip(),
        kind != ProviderKind.HOME_CARER
            ? null
            : flip() ? NetworkShapes.HOME_CARE : RandomPrices.homeCare(random, mode()),
        maybe(() -> new Escort(mode(), 1 + up(30), flip())),
        flip() ? Set.of() : Set.of(any(familyIds)),
        groups,
        implied ? ProviderChecks.impliedCaregivers(id, opening) : caregivers(id, groups),
        flip() ? Arrangements.NONE : arrangements(groups));
  }

  private Arrangements arrangements(List<Group> groups) {
    return new Arrangements(
        flip()
            ? List.of()
            : List.of(new Closure(FROM, FROM.plusDays(1 + up(3)), maybe(() -> "FEVER"))),
        flip() ? Set.of() : Set.of(any(providerIds)),
        groups.size() < 2
            ? List.of()
            : List.of(
                new JoinedHours(
                    Set.of(groups.get(0).id(), groups.get(1).id()),
                    List.of(weekly(DayOfWeek.MONDAY, 7, 9)))));
  }

  private SchoolWays school() {
    return flip() ? SchoolWays.NONE : new SchoolWays(maybe(this::point), point());
  }

  private List<Group> groups(String provider, int count, ProviderKind kind) {
    List<Group> groups = new ArrayList<>();
    for (int g = 0; g < count; g++) {
      List<RegularChild> regular = new ArrayList<>();
      for (int c = up(4); c > 0; c--) {
        regular.add(
            new RegularChild(
                "r" + g + "-" + c,
                FROM.minusDays(100 + up(900)),
                flip(),
                kind == ProviderKind.CHILDMINDER && flip(),
                schedule(),
                maybe(() -> FROM.minusDays(up(300))),
                maybe(() -> FROM.plusDays(1 + up(300))),
                up(100) / 100.0,
                maybe(() -> any(familyIds) + "c0")));
      }
      groups.add(
          new Group(
              provider + "g" + g,
              1 + up(18),
              maybe(() -> new AgeRange(0, 18)),
              maybe(this::schedule),
              flip() ? List.of() : List.of(weekly(DayOfWeek.MONDAY, 13, 15)),
              flip() ? List.of() : List.of(weekly(DayOfWeek.FRIDAY, 12, 15)),
              maybe(() -> new HouseNorm(maybe(() -> 7), maybe(() -> 12))),
              regular));
    }
    return groups;
  }

  private List<Caregiver> caregivers(String provider, List<Group> groups) {
    List<Caregiver> caregivers = new ArrayList<>();
    for (int c = up(4); c > 0; c--) {
      caregivers.add(
          new Caregiver(
              provider + "k" + c,
              groups.size() > 1 || flip() ? any(groups).id() : null,
              schedule(),
              flip() ? Schedule.NEVER : schedule(),
              flip(),
              codes("LEVEL_6")));
    }
    return caregivers;
  }

  private Family family(int number, int count) {
    List<Child> children = new ArrayList<>();
    for (int c = 0; c <= up(3); c++) {
      children.add(
          new Child(
              "f" + number + "c" + c,
              FROM.minusDays(up(1500)),
              flip(),
              codes("EPIPEN", "QUIET"),
              up(9) == 0,
              RandomPrices.fundings(random)));
    }
    boolean paired = number / 2 % 2 == 0 && (number ^ 1) < count;
    return new Family(
        "f" + number,
        point(),
        maybe(() -> "area" + up(9)),
        codes("SINGLE_PARENT", "LOW_INCOME"),
        codes("nl", "fr"),
        flip() ? Set.of() : Set.of(any(providerIds)),
        flip() ? Set.of() : Set.of(any(providerIds)),
        paired ? "f" + (number ^ 1) : null,
        children,
        RandomPrices.rate(random));
  }

  private Request request(Family family) {
    String id = "q-" + family.id();
    List<CareSession> sessions = new ArrayList<>();
    for (Child child : family.children()) {
      sessions.add(session(id + "-" + child.id(), child.id()));
    }
    return new Request(
        id,
        family.id(),
        FROM.minusDays(1 + up(20)).atTime(10, up(60)),
        any(List.of(Urgency.values())),
        any(List.of("JOB", "CARE", "CRISIS")),
        maybe(() -> "VDAB"),
        point(),
        flip()
            ? RequestShapes.LIMITS
            : new FamilyLimits(mode(), up(60), maybe(() -> up(2000)), flip(), flip(), flip()),
        flip()
            ? Wishes.NONE
            : new Wishes(
                Set.of(any(providerIds)), Set.of(ProviderKind.CHILDMINDER), codes("nl", "tr")),
        maybe(() -> FROM.plusDays(up(20))),
        sessions,
        flip() ? List.of() : List.of(pattern(family)),
        flip() ? Continuity.NONE : new Continuity(maybe(() -> any(providerIds)), flip()));
  }

  private CareSession session(String id, String childId) {
    LocalDateTime start = FROM.plusDays(up(DAYS)).atTime(7 + up(4), 15 * up(4));
    return switch (up(4)) {
      case 0 -> {
        LocalDateTime end = start.plusMinutes(30 + 15 * up(40));
        CareSession fixed = RequestFixture.fixed(id, childId, start, end);
        yield new CareSession(id, childId, fixed.minutes(), fixed.windows(), null, school());
      }
      case 1 -> {
        LocalDateTime night = start.toLocalDate().atTime(20, 0);
        yield RequestFixture.fixed(id, childId, night, night.plusHours(10));
      }
      case 2 ->
          new CareSession(
              id,
              childId,
              240,
              List.of(
                  new Interval(start, start.plusHours(8)),
                  new Interval(start.plusHours(1), start.plusHours(9))),
              null);
      default ->
          new CareSession(id, childId, 0, List.of(), new Interval(start, start.plusHours(4)));
    };
  }

  private CarePattern pattern(Family family) {
    List<List<WeeklyHours>> weeks = new ArrayList<>();
    for (int w = 0; w <= up(3); w++) {
      weeks.add(List.of(weekly(DayOfWeek.TUESDAY, 7, 15), weekly(DayOfWeek.SUNDAY, 8, 12)));
    }
    return new CarePattern(
        "rota",
        family.children().stream().map(Child::id).toList(),
        FROM.minusDays(up(20)),
        FROM.plusDays(10 + up(20)),
        weeks,
        flip() ? Set.of() : Set.of(FROM.plusDays(2), FROM.plusDays(9)),
        school());
  }

  private List<Placement> placements(List<Request> requests, List<Provider> providers) {
    List<Placement> placements = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    for (Request request : requests) {
      List<CareSession> all = request.allSessions(FROM, FROM.plusDays(DAYS));
      CareSession session = any(all);
      if (session.windows().isEmpty() || flip() || !placed.add(session.id())) {
        continue;
      }
      Provider provider = any(providers);
      LocalDateTime start = session.windows().get(0).start();
      LocalDateTime handover = start.plusMinutes(30);
      LocalDateTime end = start.plusMinutes(60);
      Leg first = leg(provider, start, handover, up(20));
      PlacementState state = any(List.of(PlacementState.values()));
      placements.add(
          new Placement(
              session.id(),
              state,
              state == PlacementState.HELD && flip() ? FROM.atTime(12, 0) : null,
              flip() ? List.of(first) : List.of(first, leg(any(providers), handover, end, 0))));
    }
    return placements;
  }

  private Leg leg(Provider provider, LocalDateTime start, LocalDateTime end, int escortMinutes) {
    return new Leg(provider.id(), any(provider.groups()).id(), start, end, escortMinutes);
  }

  private Policy policy(List<Provider> providers) {
    Supplier<String> group = () -> any(any(providers).groups()).id();
    Map<Urgency, Integer> urgencies = new EnumMap<>(Urgency.class);
    urgencies.put(Urgency.URGENT, 3);
    if (flip()) {
      urgencies.put(Urgency.SOON, 2);
    }
    return new Policy(
        "policy",
        List.of(
            new PriorityTier(
                "first",
                4,
                codes("CRISIS"),
                Set.of(),
                Set.of("SINGLE_PARENT", "LOW_INCOME"),
                1 + up(2),
                codes("LOW_INCOME"),
                dates()),
            new PriorityTier("second", 2, Set.of(), Set.of(Urgency.URGENT), Set.of(), 1)),
        flip(),
        urgencies,
        flip(),
        flip() ? Map.of() : Map.of("UNSERVED", 5000, "TRAVEL", 3),
        up(200),
        flip(),
        List.of(new Reserve(group.get(), 1 + up(3), up(3000), up(36), dates())),
        flip() ? List.of() : List.of(new BoughtPlaces(group.get(), "VDAB", 2, up(2) * 1100)),
        List.of(
            new Quota(
                group.get(),
                maybe(() -> 3),
                maybe(() -> 40),
                maybe(() -> 1),
                maybe(() -> 60),
                dates())),
        entitlements(providers),
        flip()
            ? List.of()
            : List.of(
                new BlackOut(
                    "closed",
                    dates(),
                    flip() ? Set.of() : Set.of(any(providers).id()),
                    codes("VDAB"),
                    codes("CRISIS"),
                    Set.of())),
        flip() ? Map.of() : Map.of(TravelMode.WALK, 4.25, TravelMode.CAR, 30.0),
        1.0 + up(5) / 10.0,
        flip() ? SearchLimits.DEFAULT : new SearchLimits(40, 4, 6, 10),
        RandomPrices.programmes(random),
        flip() ? ThroughFlowRule.NONE : new ThroughFlowRule(up(9), up(7)),
        maybe(() -> new ExpectedAbsence(up(90) / 100.0 + 0.005, "counted at the door")),
        flip()
            ? List.of()
            : List.of(
                new Share(
                    "vulnerable",
                    1 + up(99),
                    codes("LOW_INCOME"),
                    1,
                    codes("SINGLE_PARENT"),
                    flip() ? Set.of() : Set.of(any(providers).id()),
                    dates())));
  }

  private List<Entitlement> entitlements(List<Provider> providers) {
    List<Entitlement> entitlements = new ArrayList<>();
    for (Entitlement.Measure measure : Entitlement.Measure.values()) {
      boolean spell = measure == Entitlement.Measure.SPELL_DAYS;
      Entitlement.Period period =
          spell ? Entitlement.Period.IN_TOTAL : any(List.of(Entitlement.Period.values()));
      entitlements.add(
          new Entitlement(
              measure.name(),
              any(List.of(Entitlement.Holder.values())),
              measure,
              period,
              period == Entitlement.Period.ROLLING ? 1 + up(30) : 0,
              spell ? up(10) : 0,
              up(100),
              flip() ? Map.of() : Map.of("VDAB", up(50)),
              flip() ? Set.of() : Set.of(any(providers).id()),
              codes("VDAB"),
              codes("CRISIS", "WORK"),
              flip() ? Entitlement.HALF_DAY_MINUTES : 240,
              dates()));
    }
    return entitlements;
  }

  private Dates dates() {
    LocalDate from = maybe(() -> FROM.plusDays(up(10)));
    return new Dates(from, maybe(() -> FROM.plusDays(11L + up(20))));
  }

  private Schedule schedule() {
    List<WeeklyHours> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      switch (up(4)) {
        case 0 -> week.add(weekly(day, 7, 18));
        case 1 -> {
          week.add(weekly(day, 8, 12));
          week.add(weekly(day, 13, 17));
        }
        case 2 -> week.add(new WeeklyHours(day, LocalTime.of(20, 0), LocalTime.of(6, 0), true));
        default -> {}
      }
    }
    return new Schedule(
        week,
        flip()
            ? List.of()
            : List.of(
                new DayException(FROM.plusDays(up(5)), List.of()),
                new DayException(FROM.plusDays(5L + up(5)), List.of(range(9, 12), range(12, 15)))));
  }

  private static WeeklyHours weekly(DayOfWeek day, int from, int to) {
    return new WeeklyHours(day, LocalTime.of(from, 0), LocalTime.of(to, 0), false);
  }

  private static TimeRange range(int from, int to) {
    return new TimeRange(LocalTime.of(from, 0), LocalTime.of(to, 0), false);
  }

  private Point point() {
    return new Point(51 + random.nextDouble() / 10, 4.4 + random.nextDouble() / 10);
  }

  private TravelMode mode() {
    return any(List.of(TravelMode.values()));
  }

  private Set<String> codes(String... codes) {
    Set<String> chosen = new HashSet<>();
    for (String code : codes) {
      if (flip()) {
        chosen.add(code);
      }
    }
    return chosen;
  }

  private boolean flip() {
    return random.nextBoolean();
  }

  private int up(int bound) {
    return random.nextInt(bound);
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return flip() ? value.get() : null;
  }
}
