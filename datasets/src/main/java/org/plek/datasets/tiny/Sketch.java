package org.plek.datasets.tiny;

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
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Point;
import org.plek.domain.Policy;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Request;
import org.plek.domain.Stay;

/**
 * A problem with plain defaults: Flemish law, the week from Monday 2 March 2026, seen from noon on
 * the day before, everybody living at one square of Mechelen.
 */
final class Sketch {
  private static final double KILOMETRES_PER_DEGREE = 111.195;
  private static final double LATITUDE = 51.028;

  private final String id;
  private String rulePack = "VL";
  private LocalDate from = LocalDate.of(2026, 3, 2);
  private int days = 7;
  private Policy policy = Policy.plain("plain");
  private final List<Provider> providers = new ArrayList<>();
  private final List<Family> families = new ArrayList<>();
  private final List<Request> requests = new ArrayList<>();
  private final List<Stay> history = new ArrayList<>();
  private final List<Placement> placements = new ArrayList<>();

  Sketch(String id) {
    this.id = "tiny-" + id;
  }

  static Point at(double kilometresEast, double kilometresNorth) {
    double perDegreeEast = KILOMETRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(LATITUDE));
    return new Point(
        rounded(LATITUDE + kilometresNorth / KILOMETRES_PER_DEGREE),
        rounded(4.48 + kilometresEast / perDegreeEast));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }

  Sketch law(String pack) {
    rulePack = pack;
    return this;
  }

  Sketch horizon(String first, int length) {
    from = LocalDate.parse(first);
    days = length;
    return this;
  }

  Sketch policy(Policy other) {
    policy = other;
    return this;
  }

  Sketch daycare(String name, UnaryOperator<ProviderSketch> facts) {
    return provider(name, ProviderKind.DAYCARE, facts);
  }

  Sketch childminder(String name, UnaryOperator<ProviderSketch> facts) {
    return provider(name, ProviderKind.CHILDMINDER, facts);
  }

  Sketch homeCarer(String name, UnaryOperator<ProviderSketch> facts) {
    return provider(name, ProviderKind.HOME_CARER, facts);
  }

  private Sketch provider(String name, ProviderKind kind, UnaryOperator<ProviderSketch> facts) {
    providers.add(facts.apply(new ProviderSketch(name, kind)).provider());
    return this;
  }

  /** A family of children {@code name born}, at the square. */
  Sketch family(String name, String... children) {
    return family(name, at(0, 0), Set.of(), Set.of(), children);
  }

  Sketch familyMarked(String name, String mark, String... children) {
    return family(name, at(0, 0), Set.of(mark), Set.of(), Set.of(), children);
  }

  Sketch family(
      String name,
      Point home,
      Set<String> needs,
      Set<String> excludedProviders,
      String... children) {
    return family(name, home, Set.of(), needs, excludedProviders, children);
  }

  private Sketch family(
      String name,
      Point home,
      Set<String> marks,
      Set<String> needs,
      Set<String> excludedProviders,
      String... children) {
    List<Child> all = new ArrayList<>();
    for (String child : children) {
      String[] parts = child.split(" ");
      all.add(new Child(parts[0], LocalDate.parse(parts[1]), true, needs));
    }
    families.add(
        new Family(name, home, null, marks, Set.of("nl"), Set.of(), excludedProviders, null, all));
    return this;
  }

  Sketch request(String name, String family, UnaryOperator<RequestSketch> facts) {
    requests.add(facts.apply(new RequestSketch(from, name, family)).request());
    return this;
  }

  Sketch past(String childId, String providerId, String date) {
    history.add(new Stay(childId, providerId, LocalDate.parse(date), 240));
    return this;
  }

  Sketch before(
      PlacementState state,
      @Nullable String heldUntil,
      String session,
      String provider,
      String time) {
    placements.add(
        new Placement(
            session,
            state,
            heldUntil == null ? null : LocalDateTime.parse(heldUntil),
            List.of(leg(provider, time, 0))));
    return this;
  }

  /** A placement of one leg. */
  Placement put(String session, String provider, String time) {
    return put(session, leg(provider, time, 0));
  }

  Placement put(String session, Leg... legs) {
    return new Placement(session, PlacementState.PROPOSED, null, List.of(legs));
  }

  Leg leg(String provider, String time, int escortMinutes) {
    Interval interval = Times.interval(from, time);
    return new Leg(provider, provider + "-1", interval.start(), interval.end(), escortMinutes);
  }

  Problem problem() {
    return new Problem(
        id,
        ZoneId.of("Europe/Brussels"),
        from.minusDays(1).atTime(12, 0),
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
}
