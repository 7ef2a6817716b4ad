package org.plek;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.plek.domain.AgeRange;
import org.plek.domain.Arrangements;
import org.plek.domain.BoughtPlaces;
import org.plek.domain.CareSession;
import org.plek.domain.Caregiver;
import org.plek.domain.Child;
import org.plek.domain.Closure;
import org.plek.domain.Continuity;
import org.plek.domain.Dates;
import org.plek.domain.Escort;
import org.plek.domain.Family;
import org.plek.domain.FamilyLimits;
import org.plek.domain.Group;
import org.plek.domain.HomeCareTerms;
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
import org.plek.domain.Programme;
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
import org.plek.domain.Stay;
import org.plek.domain.ThroughFlowRule;
import org.plek.domain.TravelMode;
import org.plek.domain.Urgency;
import org.plek.domain.WeeklyHours;
import org.plek.domain.Wishes;

/**
 * A small town in which everybody is near everybody and there is too little room, drawn from a
 * seed: all kinds of providers, all four packs, every rule now and then. For tests that walk
 * through many states.
 */
public final class CrowdedTown {
  private static final List<String> PACKS = List.of("NL", "VL", "EN", "FR");

  private static final Point SCHOOL = new Point(51.02, 4.43);

  private final SplittableRandom random;
  private final LocalDate from;
  private final int days;
  private final String pack;
  private final List<Provider> providers = new ArrayList<>();
  private final List<Family> families = new ArrayList<>();
  private final List<Request> requests = new ArrayList<>();
  private final List<Stay> history = new ArrayList<>();
  private final List<Reserve> reserves = new ArrayList<>();
  private final List<BoughtPlaces> bought = new ArrayList<>();
  private final List<Quota> quotas = new ArrayList<>();
  private final List<Placement> placements = new ArrayList<>();

  private CrowdedTown(long seed, LocalDate from) {
    random = new SplittableRandom(seed);
    pack = PACKS.get((int) Math.floorMod(seed, 4L));
    this.from = from;
    days = 5 + random.nextInt(6);
  }

  /** Across a change of the clocks, a change of the law, or neither. */
  private static LocalDate from(long seed) {
    return switch ((int) Math.floorMod(seed / 4, 3L)) {
      case 0 -> LocalDate.of(2026, 10, 21);
      case 1 -> LocalDate.of(2026, 12, 28);
      default -> LocalDate.of(2027, 3, 25);
    };
  }

  /**
   * A town two days before a law of few changes: fixed faces of Dutch children from 1 January 2018,
   * another overbooking of French daycares from 1 September 2021.
   *
   * @param seed its remainder by 4 is 0 for the Dutch law, 3 for the French
   */
  public static Problem beforeTheLawChanges(long seed) {
    LocalDate change = seed % 4 == 3 ? LocalDate.of(2021, 9, 1) : LocalDate.of(2018, 1, 1);
    return new CrowdedTown(seed, change.minusDays(2)).problem(seed, 1, 0, 0, 40);
  }

  /** The town of a seed. */
  public static Problem of(long seed, int daycares, int childminders, int homeCarers, int homes) {
    return new CrowdedTown(seed, from(seed))
        .problem(seed, daycares, childminders, homeCarers, homes);
  }

  private Problem problem(long seed, int daycares, int childminders, int homeCarers, int homes) {
    for (int i = 0; i < daycares; i++) {
      daycare("d" + i);
    }
    for (int i = 0; i < childminders; i++) {
      person("c" + i, ProviderKind.CHILDMINDER);
    }
    for (int i = 0; i < homeCarers; i++) {
      person("h" + i, ProviderKind.HOME_CARER);
    }
    for (int i = 0; i < homes; i++) {
      family(i, homes);
    }
    LocalDateTime asOf = from.minusDays(1).atTime(17, 0);
    Policy policy =
        new Policy(
            "drawn",
            List.of(
                new PriorityTier("crisis", 5, Set.of("CRISIS"), Set.of(), Set.of(), 0),
                new PriorityTier("alone", 3, Set.of(), Set.of(), Set.of("SINGLE_PARENT"), 1)),
            random.nextInt(3) == 0,
            Map.of(Urgency.URGENT, 3, Urgency.SOON, 2),
            true,
            Map.of(),
            random.nextBoolean() ? 240 : 0,
            random.nextBoolean(),
            reserves,
            bought,
            quotas,
            CrowdedUse.entitlements(random, from, providers.getFirst().id()),
            CrowdedUse.blackOuts(random, from, providers.getFirst().id()),
            Map.of(),
            1.3,
            SearchLimits.DEFAULT,
            List.of(new Programme("FACTORY", 450, null, random.nextBoolean())),
            ThroughFlowRule.NONE,
            null,
            CrowdedUse.shares(random, from, providers.getFirst().id()));
    return new Problem(
        "town-" + seed,
        ZoneId.of("Europe/Brussels"),
        asOf,
        from,
        days,
        pack,
        policy,
        providers,
        families,
        requests,
        history,
        placements);
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private Point near() {
    return new Point(51.0 + random.nextDouble() * 0.04, 4.4 + random.nextDouble() * 0.06);
  }

  private LocalTime time(int fromHour, int toHour) {
    int quarter = 4 * fromHour + random.nextInt(4 * (toHour - fromHour) + 1);
    int minutes = quarter * 15 + (oneIn(6) ? 5 : 0);
    return LocalTime.of(minutes / 60 % 24, minutes % 60);
  }

  private Schedule daily(LocalTime start, LocalTime end) {
    List<WeeklyHours> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.add(new WeeklyHours(day, start, end, !end.isAfter(start)));
    }
    return new Schedule(week, List.of());
  }

  private List<WeeklyHours> now(LocalTime start, LocalTime end) {
    return oneIn(3) ? daily(start, end).week() : List.of();
  }

  private void daycare(String id) {
    int groupCount = 1 + random.nextInt(3);
    List<Group> groups = new ArrayList<>();
    List<Caregiver> caregivers = new ArrayList<>();
    int places = 0;
    for (int i = 0; i < groupCount; i++) {
      String group = id + "-g" + i;
      int size = 5 + random.nextInt(9);
      places += size;
      groups.add(
          new Group(
              group,
              size,
              null,
              null,
              now(LocalTime.of(12, 30), LocalTime.of(14, 30)),
              pack.equals("NL") ? now(LocalTime.of(7, 0), LocalTime.of(8, 0)) : List.of(),
              oneIn(4) ? new HouseNorm(oneIn(2) ? 5 : null, oneIn(2) ? size - 1 : null) : null,
              regular(group, size / 2, false)));
      int staff = 1 + random.nextInt(3);
      for (int j = 0; j < staff; j++) {
        caregivers.add(
            new Caregiver(
                group + "-s" + j,
                group,
                daily(time(6, 8), time(17, 20)),
                oneIn(3) ? daily(LocalTime.of(6, 0), LocalTime.of(21, 0)) : Schedule.NEVER,
                !oneIn(8),
                oneIn(3) ? Set.of("LEVEL_6", "CATEGORY_1") : Set.of()));
      }
      terms(group);
    }
    boolean overbooking = oneIn(3);
    provider(
        id,
        ProviderKind.DAYCARE,
        oneIn(2) ? places : places - 2,
        daily(LocalTime.of(6, 30), LocalTime.of(pack.equals("NL") && id.equals("d1") ? 16 : 20, 0)),
        overbooking,
        null,
        null,
        groups,
        caregivers);
  }

  private void terms(String group) {
    if (oneIn(3)) {
      reserves.add(
          new Reserve(
              group,
              1 + random.nextInt(2),
              oneIn(2) ? 0 : 60 * 48,
              4 + random.nextInt(30),
              oneIn(2) ? Dates.ALWAYS : new Dates(from.plusDays(1), null)));
    }
    if (oneIn(4)) {
      bought.add(new BoughtPlaces(group, "FACTORY", 1 + random.nextInt(2)));
    }
    if (oneIn(4)) {
      quotas.add(
          new Quota(
              group,
              oneIn(2) ? 3 : null,
              oneIn(3) ? 30 : null,
              oneIn(2) ? 2 : null,
              oneIn(2) ? 60 : null,
              new Dates(null, from.plusDays(1))));
      if (oneIn(2)) {
        quotas.add(
            new Quota(group, 2, null, oneIn(2) ? 1 : null, 30, new Dates(from.plusDays(1), null)));
      }
    }
  }

  private List<RegularChild> regular(String group, int most, boolean own) {
    List<RegularChild> children = new ArrayList<>();
    int count = most == 0 ? 0 : random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      children.add(
          new RegularChild(
              group + (own ? "-own" : "-r") + i,
              born(),
              oneIn(2),
              own,
              daily(time(7, 10), time(15, 18)),
              oneIn(4) ? from.plusDays(2) : null,
              oneIn(4) ? from.plusDays(4) : null,
              0.1,
              null));
    }
    return children;
  }

  private LocalDate born() {
    return from.minusMonths(2 + random.nextInt(60)).plusDays(random.nextInt(days));
  }

  private void person(String id, ProviderKind kind) {
    boolean atHome = kind == ProviderKind.HOME_CARER;
    boolean nights = oneIn(3);
    Schedule hours =
        nights
            ? daily(LocalTime.of(15, 0), LocalTime.of(9, 0))
            : daily(LocalTime.of(6, 0), LocalTime.of(22, 0));
    List<RegularChild> children = new ArrayList<>();
    if (!atHome) {
      children.addAll(regular(id, 2, false));
      children.addAll(regular(id, 1, true));
    }
    provider(
        id,
        kind,
        4 + random.nextInt(3),
        hours,
        false,
        atHome
            ? new HomeCareTerms(
                TravelMode.BICYCLE,
                oneIn(2) ? 600 : 0,
                oneIn(2) ? 1500 : 0,
                oneIn(2) ? 4 : 0,
                oneIn(4),
                oneIn(2),
                oneIn(3) ? 16 + random.nextInt(10) : null)
            : null,
        atHome || oneIn(3) ? null : new Escort(TravelMode.WALK, 60, oneIn(3)),
        List.of(new Group(id, 6, null, null, List.of(), List.of(), null, children)),
        List.of(new Caregiver(id + "-self", null, hours, Schedule.NEVER, true, Set.of())));
  }

  private void provider(
      String id,
      ProviderKind kind,
      int capacity,
      Schedule opening,
      boolean overbooking,
      @Nullable HomeCareTerms homeCare,
      @Nullable Escort escort,
      List<Group> groups,
      List<Caregiver> caregivers) {
    providers.add(
        new Provider(
            id,
            kind,
            near(),
            null,
            null,
            oneIn(2) && pack.equals("FR") ? Set.of("FR_6") : Set.of(),
            capacity,
            null,
            opening,
            new AgeRange(0, 150),
            Set.of("nl"),
            Set.of(),
            Set.of(),
            Set.of(),
            kind == ProviderKind.CHILDMINDER && oneIn(2)
                ? new LeastVolume(20 * 60, 1 + random.nextInt(2))
                : LeastVolume.NONE,
            0,
            0,
            SessionForm.ANY,
            TownPrices.tariff(random, kind),
            overbooking,
            oneIn(2),
            oneIn(3),
            homeCare,
            escort,
            Set.of(),
            groups,
            caregivers,
            arrangements(kind, groups)));
  }

  private Arrangements arrangements(ProviderKind kind, List<Group> groups) {
    if (kind == ProviderKind.HOME_CARER || oneIn(2)) {
      return Arrangements.NONE;
    }
    LocalDate closed = from.plusDays(random.nextInt(days));
    return new Arrangements(
        oneIn(3) ? List.of(new Closure(closed, closed.plusDays(1), "FEVER")) : List.of(),
        kind == ProviderKind.CHILDMINDER ? Set.of("c0", "c1") : Set.of(),
        groups.size() < 2
            ? List.of()
            : List.of(
                new JoinedHours(
                    Set.of(groups.get(0).id(), groups.get(1).id()),
                    daily(LocalTime.of(6, 30), LocalTime.of(9, 0)).week()),
                new JoinedHours(
                    Set.copyOf(groups.stream().map(Group::id).toList()),
                    daily(LocalTime.of(16, 0), LocalTime.of(19, 0)).week())));
  }

  private void family(int number, int homes) {
    String id = "f" + number;
    int childCount = 1 + (oneIn(2) ? 1 : 0) + (oneIn(5) ? 1 : 0);
    List<Child> children = new ArrayList<>();
    for (int i = 0; i < childCount; i++) {
      children.add(
          new Child(
              id + "-k" + i, born(), oneIn(2), Set.of(), oneIn(8), TownPrices.fundings(random)));
    }
    int partner = number ^ 1;
    families.add(
        new Family(
            id,
            near(),
            null,
            oneIn(3) ? Set.of("SINGLE_PARENT") : Set.of(),
            Set.of("nl"),
            Set.of(),
            Set.of(),
            number % 8 < 2 && partner < homes ? "f" + partner : null,
            children,
            TownPrices.rate(random)));
    if (oneIn(2)) {
      Provider known = providers.get(random.nextInt(providers.size()));
      history.add(new Stay(id + "-k0", known.id(), from.minusDays(1 + random.nextInt(9)), 240));
      history.add(
          new Stay(
              id + "-k0",
              known.id(),
              from.plusDays(random.nextInt(12) - 6),
              180,
              oneIn(3) ? "FACTORY" : null,
              oneIn(2) ? "WORK" : null));
    }
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      request(id, id + "-q" + i, children);
    }
  }

  private void request(String family, String id, List<Child> children) {
    boolean together = children.size() > 1 && oneIn(2);
    List<CareSession> sessions = new ArrayList<>();
    int moments = 1 + random.nextInt(4);
    for (int m = 0; m < moments; m++) {
      LocalDate date = from.plusDays(random.nextInt(days));
      int form = random.nextInt(5);
      LocalDateTime start = date.atTime(time(6, 17));
      int minutes = 15 * (4 + random.nextInt(30));
      for (int c = 0; c < children.size(); c++) {
        String session = id + "-m" + m + "-" + c;
        String child = children.get(c).id();
        if (!together && c > 0 && oneIn(2)) {
          continue;
        }
        sessions.add(
            switch (form) {
              case 0 ->
                  new CareSession(
                      session,
                      child,
                      minutes,
                      List.of(
                          new Interval(start, start.plusMinutes(minutes + 120)),
                          new Interval(
                              start.plusDays(1), start.plusDays(1).plusMinutes(minutes + 60))),
                      null);
              case 1 ->
                  new CareSession(
                      session,
                      child,
                      0,
                      List.of(),
                      new Interval(start, start.plusMinutes(minutes)));
              default ->
                  new CareSession(
                      session,
                      child,
                      minutes,
                      List.of(new Interval(start, start.plusMinutes(minutes))),
                      null,
                      oneIn(4)
                          ? new SchoolWays(oneIn(3) ? null : SCHOOL, oneIn(3) ? SCHOOL : null)
                          : SchoolWays.NONE);
            });
      }
    }
    Request request =
        new Request(
            id,
            family,
            from.minusDays(1 + requests.size() % 20).atTime(10, 0),
            Urgency.values()[random.nextInt(3)],
            oneIn(4) ? "CRISIS" : "WORK",
            oneIn(4) ? "FACTORY" : null,
            near(),
            new FamilyLimits(TravelMode.BICYCLE, 60, null, together, oneIn(4), oneIn(2)),
            oneIn(3)
                ? new Wishes(Set.of(providers.getFirst().id()), Set.of(), Set.of("fr"))
                : Wishes.NONE,
            oneIn(6) ? from.plusDays(random.nextInt(days)) : null,
            sessions,
            List.of(),
            new Continuity(oneIn(8) ? providers.getLast().id() : null, oneIn(2)));
    requests.add(request);
    if (!request.limits().allOrNothing() && !together && oneIn(5)) {
      place(sessions.getFirst());
    }
  }

  private void place(CareSession session) {
    if (session.windows().size() != 1 || session.parentAway() != null) {
      return;
    }
    Provider provider = providers.get(random.nextInt(providers.size()));
    Interval window = session.windows().getFirst();
    placements.add(
        new Placement(
            session.id(),
            oneIn(2) ? PlacementState.CONFIRMED : PlacementState.PROPOSED,
            null,
            List.of(
                new Leg(
                    provider.id(),
                    provider.groups().getFirst().id(),
                    window.start(),
                    window.end(),
                    0))));
  }
}
