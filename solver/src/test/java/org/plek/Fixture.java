package org.plek;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Child;
import org.plek.domain.Family;
import org.plek.domain.FamilyRate;
import org.plek.domain.Funding;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Point;
import org.plek.domain.Policy;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Request;
import org.plek.domain.Stay;

/**
 * A small language for the problems of tests. Everything has a plain default, so that a test names
 * only what matters to it:
 *
 * <pre>{@code
 * Problem problem =
 *     Fixture.from("2026-03-02", 7)
 *         .daycare("Sun", p -> p.at(1, 0).open("Mon-Fri 08:00-18:00").places(12))
 *         .childminder("Ann", p -> p.at(2, 0).open("Mon-Sat 07:00-20:00").escort(CAR, 15))
 *         .family("Peeters", f -> f.at(0, 0).child("Lea", "2024-05-01"))
 *         .request("r1", "Peeters", r -> r.care("Lea", "2026-03-02 08:00-12:30"))
 *         .problem();
 * }</pre>
 *
 * Places are kilometres east and north of a square in Mechelen; dates are ISO; hours are {@code
 * "Mon-Fri 08:00-18:00; Sat 09:00-12:00"}, over midnight when the end is not after the start.
 */
public final class Fixture {
  private static final Point SQUARE = new Point(51.028, 4.480);
  private static final double KILOMETRES_PER_DEGREE = 111.195;

  private final LocalDate from;
  private final int days;
  private LocalDateTime asOf;
  private ZoneId zone = ZoneId.of("Europe/Brussels");
  private String rulePack = "NL";
  private Policy policy = Policy.plain("plain");
  private final List<Provider> providers = new ArrayList<>();
  private final List<Family> families = new ArrayList<>();
  private final List<Request> requests = new ArrayList<>();
  private final List<Stay> history = new ArrayList<>();
  private final List<Placement> placements = new ArrayList<>();

  private Fixture(String from, int days) {
    this.from = LocalDate.parse(from);
    this.days = days;
    asOf = this.from.minusDays(1).atTime(12, 0);
  }

  /** A horizon of some dates, looked at from noon on the day before. */
  public static Fixture from(String date, int days) {
    return new Fixture(date, days);
  }

  /** The moment of the problem. */
  public Fixture asOf(String moment) {
    asOf = LocalDateTime.parse(moment);
    return this;
  }

  /** The time zone; Brussels otherwise. */
  public Fixture zone(String id) {
    zone = ZoneId.of(id);
    return this;
  }

  /** The rule pack; NL otherwise. */
  public Fixture rulePack(String id) {
    rulePack = id;
    return this;
  }

  /** Changes the policy, {@link Policy#plain} otherwise. */
  public Fixture policy(UnaryOperator<Policy> change) {
    policy = change.apply(policy);
    return this;
  }

  /** A daycare at the square, open 07:00 to 19:00 every day, one group, two caregivers. */
  public Fixture daycare(String id, UnaryOperator<ProviderFixture> facts) {
    providers.add(facts.apply(new ProviderFixture(id, ProviderKind.DAYCARE)).provider());
    return this;
  }

  /** A childminder at the square, open 07:00 to 19:00 every day. */
  public Fixture childminder(String id, UnaryOperator<ProviderFixture> facts) {
    providers.add(facts.apply(new ProviderFixture(id, ProviderKind.CHILDMINDER)).provider());
    return this;
  }

  /** A home carer living at the square, there 07:00 to 19:00 every day, travelling by car. */
  public Fixture homeCarer(String id, UnaryOperator<ProviderFixture> facts) {
    providers.add(facts.apply(new ProviderFixture(id, ProviderKind.HOME_CARER)).provider());
    return this;
  }

  /** A provider made elsewhere. */
  public Fixture provider(Provider provider) {
    providers.add(provider);
    return this;
  }

  /** A family at the square. */
  public Fixture family(String id, UnaryOperator<FamilyFixture> facts) {
    families.add(facts.apply(new FamilyFixture(id)).family());
    return this;
  }

  /** A family made elsewhere. */
  public Fixture family(Family family) {
    families.add(family);
    return this;
  }

  /** A planned request of a family that drives, 30 minutes at most, asked a month before. */
  public Fixture request(String id, String familyId, UnaryOperator<RequestFixture> facts) {
    requests.add(
        facts.apply(new RequestFixture(id, familyId, from.minusDays(30).atTime(9, 0))).request());
    return this;
  }

  /** A stay of four hours in the past. */
  public Fixture history(String childId, String providerId, String date) {
    history.add(new Stay(childId, providerId, LocalDate.parse(date), 240));
    return this;
  }

  /** A placement of one leg in the only group of a provider, {@code "2026-03-02 08:00-12:30"}. */
  public Fixture placed(String sessionId, PlacementState state, String provider, String time) {
    var interval = Hours.interval(time);
    return placed(
        sessionId, state, new Leg(provider, provider + "-1", interval.start(), interval.end(), 0));
  }

  /** A placement of one leg or two. */
  public Fixture placed(String sessionId, PlacementState state, Leg... legs) {
    placements.add(new Placement(sessionId, state, null, List.of(legs)));
    return this;
  }

  /** The problem. */
  public Problem problem() {
    return new Problem(
        "fixture",
        zone,
        asOf,
        from,
        days,
        rulePack,
        policy,
        providers,
        families,
        requests,
        history,
        placements);
  }

  /** The problem, numbered. */
  public ProblemIndex index() {
    return new ProblemIndex(problem());
  }

  /** A place, in kilometres east and north of the square. */
  public static Point point(double kilometresEast, double kilometresNorth) {
    double latitude = SQUARE.latitude() + kilometresNorth / KILOMETRES_PER_DEGREE;
    double perDegree = KILOMETRES_PER_DEGREE * Math.cos(Math.toRadians(SQUARE.latitude()));
    return new Point(latitude, SQUARE.longitude() + kilometresEast / perDegree);
  }

  /** The facts of a family. */
  public static final class FamilyFixture {
    private final String id;
    private Point home = SQUARE;
    private Set<String> marks = Set.of();
    private Set<String> registeredWith = Set.of();
    private Set<String> excluded = Set.of();
    private @Nullable String sharesWith;
    private final List<Child> children = new ArrayList<>();
    private FamilyRate rate = FamilyRate.NONE;

    private FamilyFixture(String id) {
      this.id = id;
    }

    /** Home, in kilometres east and north of the square. */
    public FamilyFixture at(double kilometresEast, double kilometresNorth) {
      home = point(kilometresEast, kilometresNorth);
      return this;
    }

    /** A child who walks. */
    public FamilyFixture child(String childId, String birthDate, String... needs) {
      children.add(new Child(childId, LocalDate.parse(birthDate), true, Set.of(needs)));
      return this;
    }

    /** A child who does not walk yet. */
    public FamilyFixture baby(String childId, String birthDate) {
      children.add(new Child(childId, LocalDate.parse(birthDate), false, Set.of()));
      return this;
    }

    /** An adult who depends on care, 80 years old. */
    public FamilyFixture adult(String adultId) {
      children.add(new Child(adultId, LocalDate.of(1946, 1, 1), true, Set.of(), true, List.of()));
      return this;
    }

    /** Funded hours of the child named last. */
    public FamilyFixture funded(Funding... fundings) {
      Child last = children.removeLast();
      children.add(
          new Child(
              last.id(),
              last.birthDate(),
              last.walking(),
              last.needs(),
              last.adult(),
              List.of(fundings)));
      return this;
    }

    /** Certificates of the family. */
    public FamilyFixture rate(@Nullable Integer dayRateCents, int subsidyPermille) {
      rate = new FamilyRate(dayRateCents, subsidyPermille);
      return this;
    }

    /** Marks that a policy may give priority to. */
    public FamilyFixture marks(String... codes) {
      marks = Set.of(codes);
      return this;
    }

    /** Providers where the family is registered. */
    public FamilyFixture registeredWith(String... providerIds) {
      registeredWith = Set.of(providerIds);
      return this;
    }

    /** Providers that the family does not want. */
    public FamilyFixture excludes(String... providerIds) {
      excluded = Set.of(providerIds);
      return this;
    }

    /** Shares a home carer with another family. */
    public FamilyFixture sharesHomeCareWith(String familyId) {
      sharesWith = familyId;
      return this;
    }

    private Family family() {
      return new Family(
          id,
          home,
          null,
          marks,
          Set.of("nl"),
          registeredWith,
          excluded,
          sharesWith,
          children,
          rate);
    }
  }
}
