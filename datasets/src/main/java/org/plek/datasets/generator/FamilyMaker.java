package org.plek.datasets.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Child;
import org.plek.domain.Family;
import org.plek.domain.Point;
import org.plek.domain.Provider;
import org.plek.domain.Stay;

/** Draws families around the providers of a network. */
final class FamilyMaker {
  private static final List<String> OTHER_LANGUAGES = List.of("ar", "en", "fr", "pl", "tr", "uk");
  private static final List<String> MARKS =
      List.of(
          "SINGLE_PARENT", "LOW_INCOME", "SEEKS_WORK", "NO_DIPLOMA", "HEALTH_OR_CARE", "FOSTER");
  private static final double[] MARK_SHARES = {0.18, 0.2, 0.25, 0.15, 0.08, 0.01};

  private final GeneratorParameters parameters;
  private final Surroundings surroundings;
  private final List<String> needs;
  private final List<Stay> history = new ArrayList<>();

  FamilyMaker(GeneratorParameters parameters, List<Provider> network, Surroundings surroundings) {
    this.parameters = parameters;
    this.surroundings = surroundings;
    Set<String> served = new java.util.TreeSet<>();
    network.forEach(provider -> served.addAll(provider.needsServed()));
    needs = List.copyOf(served);
  }

  /** A family and the providers around its home, nearest first. */
  record Drawn(Family family, List<Provider> near, List<String> wished) {}

  /** Stays in the past of the families drawn so far. */
  List<Stay> history() {
    return history;
  }

  /**
   * Draws the next family.
   *
   * @param partner a family that shares a home carer with this one, living next door
   */
  Drawn next(String id, @Nullable Family partner, Chance chance) {
    Provider centre = surroundings.anyProvider(chance);
    Point home =
        partner == null
            ? Surroundings.near(
                centre.location(),
                Math.min(1.6, parameters.maxHomeKilometres() / 2),
                parameters.maxHomeKilometres(),
                chance)
            : Surroundings.near(partner.home(), 0.1, 0.4, chance);
    List<Provider> near = surroundings.nearest(home, 8);
    List<Child> children = children(id, centre, chance);
    List<String> wished = wished(near, chance);
    Set<String> registered = new LinkedHashSet<>();
    wished.stream().filter(provider -> chance.in(0.5)).forEach(registered::add);
    for (Child child : children) {
      registered.addAll(past(child, near, chance));
    }
    Set<String> excluded = new LinkedHashSet<>();
    if (chance.in(0.02)) {
      String unwanted = near.getLast().id();
      if (!wished.contains(unwanted) && !registered.contains(unwanted)) {
        excluded.add(unwanted);
      }
    }
    Family family =
        new Family(
            id,
            home,
            centre.area(),
            marks(chance),
            languages(centre, chance),
            registered,
            excluded,
            partner == null ? null : partner.id(),
            children);
    return new Drawn(family, near, wished);
  }

  private List<Child> children(String familyId, Provider centre, Chance chance) {
    int count = 1 + chance.weighted(72, 24, 4);
    List<Child> children = new ArrayList<>();
    boolean school = centre.ages().fromMonths() >= 40;
    for (int c = 0; c < count; c++) {
      int months =
          c == 0 && !school || chance.in(0.75) ? chance.between(4, 40) : chance.between(40, 96);
      LocalDate birth = parameters.from().minusMonths(months).minusDays(chance.between(0, 28));
      Set<String> childNeeds = new LinkedHashSet<>();
      if (!needs.isEmpty() && chance.in(0.05)) {
        childNeeds.add(chance.pick(needs));
      }
      children.add(
          new Child(
              familyId + "-" + (c + 1), birth, months >= 13 + chance.between(0, 4), childNeeds));
    }
    return children;
  }

  /** Choices listed: none 3 %, one 37, two 8, three 8, four 7, five 36 (published, Vilnius). */
  private static List<String> wished(List<Provider> near, Chance chance) {
    int count = Math.min(near.size(), chance.weighted(3, 37, 8, 8, 7, 36));
    return near.stream().limit(count).map(Provider::id).toList();
  }

  private List<String> past(Child child, List<Provider> near, Chance chance) {
    if (!chance.in(0.3)) {
      return List.of();
    }
    Provider known = near.get(chance.between(0, Math.min(3, near.size())));
    int stays = 1 + chance.between(0, 4);
    int ago = 4;
    boolean any = false;
    for (int s = 0; s < stays; s++) {
      ago += 1 + chance.between(0, 14);
      LocalDate date = parameters.from().minusDays(ago);
      int months = (int) java.time.temporal.ChronoUnit.MONTHS.between(child.birthDate(), date);
      if (known.ages().accepts(months)) {
        history.add(new Stay(child.id(), known.id(), date, 60 * (3 + chance.between(0, 6))));
        any = true;
      }
    }
    return any ? List.of(known.id()) : List.of();
  }

  private static Set<String> marks(Chance chance) {
    Set<String> marks = new LinkedHashSet<>();
    for (int m = 0; m < MARKS.size(); m++) {
      if (chance.in(MARK_SHARES[m])) {
        marks.add(MARKS.get(m));
      }
    }
    return marks;
  }

  private static Set<String> languages(Provider centre, Chance chance) {
    Set<String> languages = new LinkedHashSet<>();
    boolean other = chance.in(0.15);
    if (other) {
      languages.add(chance.pick(OTHER_LANGUAGES));
    }
    if (!other || chance.in(0.6)) {
      centre.languages().stream().sorted().findFirst().ifPresent(languages::add);
    }
    return languages;
  }
}
