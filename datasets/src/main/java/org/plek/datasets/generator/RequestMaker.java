package org.plek.datasets.generator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Child;
import org.plek.domain.Family;
import org.plek.domain.FamilyLimits;
import org.plek.domain.Point;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Request;
import org.plek.domain.TravelMode;
import org.plek.domain.Urgency;
import org.plek.domain.Wishes;

/** Draws what a family asks. */
final class RequestMaker {
  /** Share of requests with some hours between 18:00 and 07:00 or at the weekend (US 2019). */
  static final double ATYPICAL_SHARE = 0.40;

  /**
   * Share of families of several children that ask for all of them at once: 57 % of the 28 % with
   * several make the 16 % with a sibling in a chosen place (Vilnius).
   */
  static final double ALL_CHILDREN_SHARE = 0.57;

  private static final List<String> GENERAL_REASONS =
      List.of("SHIFT_WORK", "REGULAR_CARER_ILL", "HOSPITAL_VISIT", "COURT_SUMMONS");

  /** How a request looks, with how often of a hundred and why. */
  private enum Shape {
    ERRAND(26, "JOB_INTERVIEW"),
    FLEXIBLE(18, "RELIEF"),
    WEEKLY(14, "SUDDEN_JOB"),
    ALTERNATING(8, "SUDDEN_JOB"),
    ROTA(4, "SHIFT_WORK"),
    COURSE(6, "TRAINING"),
    SERIES(8, "HOSPITAL_VISIT"),
    UNTIL_SEVEN(6, "SUDDEN_JOB"),
    PARENT_AWAY(10, "TRAINING");

    private final double share;
    private final String reason;

    Shape(double share, String reason) {
      this.share = share;
      this.reason = reason;
    }

    static Shape draw(Chance chance) {
      Shape[] shapes = values();
      double[] shares = new double[shapes.length];
      for (int s = 0; s < shapes.length; s++) {
        shares[s] = shapes[s].share;
      }
      return shapes[chance.weighted(shares)];
    }
  }

  private final GeneratorParameters parameters;
  private final List<String> programmes;
  private final int typicalCents;

  RequestMaker(GeneratorParameters parameters, List<Provider> network) {
    this.parameters = parameters;
    programmes =
        List.copyOf(
            new LinkedHashSet<>(
                parameters.policy().boughtPlaces().stream().map(b -> b.programme()).toList()));
    int[] prices =
        network.stream()
            .mapToInt(provider -> provider.tariff().centsPerChildHour())
            .filter(cents -> cents > 0)
            .sorted()
            .toArray();
    typicalCents = prices.length == 0 ? 0 : prices[prices.length / 2];
  }

  /** A request of exactly one care session, to end on the number asked for. */
  Request single(String id, FamilyMaker.Drawn drawn, Chance chance) {
    return make(
        id, drawn, Shape.ERRAND, List.of(drawn.family().children().getFirst()), false, chance);
  }

  Request next(String id, FamilyMaker.Drawn drawn, Chance chance) {
    List<Child> all = drawn.family().children();
    List<Child> asked =
        all.size() > 1 && chance.in(ALL_CHILDREN_SHARE) ? all : List.of(chance.pick(all));
    return make(id, drawn, Shape.draw(chance), asked, chance.in(ATYPICAL_SHARE), chance);
  }

  private Request make(
      String id,
      FamilyMaker.Drawn drawn,
      Shape shape,
      List<Child> children,
      boolean atypical,
      Chance chance) {
    Urgency urgency = Asking.urgency(chance);
    CareShapes care =
        new CareShapes(parameters.from(), parameters.days(), id, children, urgency, chance);
    switch (shape) {
      case ERRAND -> care.errand();
      case FLEXIBLE -> care.flexibleDays(1 + chance.between(0, 2));
      case WEEKLY -> care.weekly(false);
      case ALTERNATING -> care.weekly(true);
      case ROTA -> care.rota();
      case COURSE -> care.course();
      case SERIES -> care.series();
      case UNTIL_SEVEN -> care.untilSeven();
      case PARENT_AWAY -> care.parentAway();
    }
    // A rota has its atypical hours already.
    if (atypical && shape != Shape.ROTA && shape != Shape.UNTIL_SEVEN) {
      care.atypical();
    }
    Family family = drawn.family();
    return new Request(
        id,
        family.id(),
        Asking.askedAt(parameters.asOf(), urgency, chance),
        urgency,
        reason(shape, urgency, chance),
        programmes.isEmpty() || !chance.in(0.08) ? null : chance.pick(programmes),
        shape == Shape.PARENT_AWAY ? destination(family.home(), chance) : null,
        limits(shape, children.size(), chance),
        wishes(drawn, chance),
        care.sessions(),
        care.patterns());
  }

  private static String reason(Shape shape, Urgency urgency, Chance chance) {
    if (urgency == Urgency.URGENT && chance.in(0.3)) {
      return "ACUTE_CRISIS";
    }
    if (chance.in(0.1)) {
      return "SOCIAL_PEDAGOGICAL";
    }
    return chance.in(0.7) ? shape.reason : chance.pick(GENERAL_REASONS);
  }

  private static Point destination(Point home, Chance chance) {
    return Surroundings.near(home, 2.5, 8, chance);
  }

  private FamilyLimits limits(Shape shape, int children, Chance chance) {
    TravelMode mode = TravelMode.values()[chance.weighted(15, 25, 10, 50)];
    int travel = chance.pick(List.of(10, 15, 20, 30, 30, 45));
    @Nullable Integer cents =
        typicalCents == 0 || chance.in(0.6)
            ? null
            : (int) (typicalCents * (1.1 + 1.6 * chance.fraction()));
    return new FamilyLimits(
        mode,
        travel,
        cents,
        children > 1 && chance.in(0.7),
        shape == Shape.COURSE || chance.in(0.08),
        shape == Shape.UNTIL_SEVEN || chance.in(0.2));
  }

  private static Wishes wishes(FamilyMaker.Drawn drawn, Chance chance) {
    Set<ProviderKind> kinds =
        chance.in(0.25) ? Set.of(ProviderKind.values()[chance.weighted(6, 3, 1)]) : Set.of();
    Set<String> languages = chance.in(0.15) ? drawn.family().languages() : Set.of();
    return new Wishes(new LinkedHashSet<>(drawn.wished()), kinds, languages);
  }
}
