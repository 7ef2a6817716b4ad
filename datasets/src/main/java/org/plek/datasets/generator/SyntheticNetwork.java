package org.plek.datasets.generator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.plek.domain.AgeRange;
import org.plek.domain.Escort;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.LeastVolume;
import org.plek.domain.Point;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Schedule;
import org.plek.domain.SessionForm;
import org.plek.domain.Tariff;
import org.plek.domain.TimeRange;
import org.plek.domain.TravelMode;
import org.plek.domain.WeeklyHours;
import org.plek.rules.RulePack;

/**
 * A network that needs no register: daycares, childminders and home carers around real towns of
 * Flanders, the Netherlands, England and France. Every provider is invented.
 */
public final class SyntheticNetwork {
  private static final List<DayOfWeek> WORKDAYS = List.of(DayOfWeek.values()).subList(0, 5);
  private static final List<DayOfWeek> ALL_DAYS = List.of(DayOfWeek.values());

  private final SiteBuilder builder;
  private final double occupancy;
  private final double staffedShare;
  private final double fullWeekShare;
  private final long seed;

  /**
   * @param packs finds a rule pack by its id
   * @param from first date of the horizon for which staff suffices
   * @param days dates in the horizon
   * @param occupancy regular children per licensed place, 0 to 1
   * @param staffedShare share of daycare groups rostered for all their places, 0 to 1
   * @param fullWeekShare share of providers whose regular children come on every weekday
   * @param seed seed of all chance
   */
  public SyntheticNetwork(
      Function<String, RulePack> packs,
      LocalDate from,
      int days,
      double occupancy,
      double staffedShare,
      double fullWeekShare,
      long seed) {
    this.builder = new SiteBuilder(packs, "VL", from, days, seed);
    this.occupancy = occupancy;
    this.staffedShare = staffedShare;
    this.fullWeekShare = fullWeekShare;
    this.seed = seed;
  }

  private boolean fullWeeks(String id) {
    return fullWeekShare > 0 && Chance.of(seed, "weeks/" + id).in(fullWeekShare);
  }

  /**
   * Makes providers with exactly this number of groups in all.
   *
   * @param towns where
   * @param groups groups in all: about 55 % of daycares, 30 % childminders, 15 % home carers
   */
  public List<Provider> make(List<Town> towns, int groups) {
    List<Provider> providers = new ArrayList<>();
    int missing = groups;
    while (missing > 0) {
      int number = providers.size() + 1;
      Town town = towns.get((number - 1) % towns.size());
      Chance chance = Chance.of(seed, "provider/" + number);
      Site site = site("%s-%04d".formatted(town.code(), number), town, missing, chance);
      Provider provider = builder.build(site);
      providers.add(provider);
      missing -= provider.groups().size();
    }
    return providers;
  }

  private Site site(String id, Town town, int mostGroups, Chance chance) {
    // Daycares have 2.2 groups in the mean, so fewer of them make 55 % of the groups.
    ProviderKind kind = ProviderKind.values()[chance.weighted(55 / 2.2, 30, 15)];
    Point location = Surroundings.near(town.centre(), 2.2, 9, chance);
    return switch (kind) {
      case DAYCARE ->
          daycare(
              id,
              town,
              location,
              Math.min(mostGroups, 1 + chance.weighted(35, 30, 20, 10, 5)),
              chance);
      case CHILDMINDER -> childminder(id, town, location, chance);
      case HOME_CARER -> homeCarer(id, town, location, chance);
    };
  }

  private Site daycare(String id, Town town, Point location, int groups, Chance chance) {
    List<Integer> sizes = new ArrayList<>();
    int capacity = 0;
    for (int g = 0; g < groups; g++) {
      int largest = Math.min(18, SiteBuilder.largestGroup(town.rulePack()));
      int size = largest - chance.between(0, 6);
      sizes.add(size);
      capacity += size;
    }
    int kept = Policies.keptFreePlaces(id, groups);
    int children = (int) Math.round(capacity * Math.min(1, occupancy + 0.08 * chance.spread()));
    return new Site(
        id,
        ProviderKind.DAYCARE,
        location,
        town.name(),
        town.rulePack(),
        capacity,
        Math.min(children, capacity - kept),
        false,
        sizes,
        daycareHours(chance),
        new AgeRange(town.rulePack().equals("EN") ? 9 : 3, town.rulePack().equals("EN") ? 60 : 48),
        languages(town, chance),
        needs(chance, 0.5),
        new Tariff(
            town.daycareCents() + 10 * chance.between(-8, 9), 0, 15, chance.in(0.2) ? 180 : 0),
        new Site.Terms(
            LeastVolume.NONE,
            chance.in(0.2) ? 2 : 0,
            chance.in(0.3) ? 24 * 60 : 0,
            daycareForm(chance),
            null,
            null,
            town.rulePack().equals("FR") && chance.in(0.4) ? List.of("FR_6") : List.of()),
        kept,
        staffedShare,
        new Site.Besides(chance.in(0.25), 0, fullWeeks(id)));
  }

  private Site childminder(String id, Town town, Point location, Chance chance) {
    int capacity = town.childminderPlaces();
    int children = (int) Math.round(capacity * Math.min(1, 0.9 * occupancy) - chance.between(0, 2));
    int open = 390 + 15 * chance.between(0, 5);
    List<WeeklyHours> week =
        WeekHours.on(
            chance.in(0.25) ? ALL_DAYS.subList(0, 6) : WORKDAYS,
            open,
            1080 + 15 * chance.between(0, 9));
    return new Site(
        id,
        ProviderKind.CHILDMINDER,
        location,
        town.name(),
        town.rulePack(),
        capacity,
        Math.max(0, children),
        false,
        List.of(),
        new Schedule(week, List.of()),
        new AgeRange(3, 144),
        languages(town, chance),
        needs(chance, 0.2),
        new Tariff(town.childminderCents() + 5 * chance.between(-10, 11), 0, 15, 60),
        new Site.Terms(
            chance.in(0.3) ? new LeastVolume(480, 0) : LeastVolume.NONE,
            chance.in(0.2) ? 3 : 0,
            chance.in(0.4) ? 48 * 60 : 12 * 60,
            new SessionForm(chance.in(0.3) ? 120 : 0, 0, List.of()),
            null,
            chance.in(0.4)
                ? new Escort(
                    chance.in(0.5) ? TravelMode.BICYCLE : TravelMode.CAR, 15, chance.in(0.3))
                : null,
            List.of()),
        0,
        staffedShare,
        new Site.Besides(false, chance.in(0.25) ? chance.between(6, 60) : 0, fullWeeks(id)));
  }

  private Site homeCarer(String id, Town town, Point location, Chance chance) {
    List<WeeklyHours> week =
        switch (chance.weighted(4, 4, 2)) {
          case 0 -> WeekHours.on(ALL_DAYS, 390, 1320);
          case 1 -> WeekHours.on(ALL_DAYS.subList(1, 7), 480, 1380);
          default -> WeekHours.on(ALL_DAYS, 1080, 1440 + 480);
        };
    return new Site(
        id,
        ProviderKind.HOME_CARER,
        location,
        town.name(),
        town.rulePack(),
        4,
        0,
        false,
        List.of(),
        new Schedule(week, List.of()),
        new AgeRange(0, 156),
        languages(town, chance),
        needs(chance, 0.3),
        new Tariff(0, town.carerCents() + 10 * chance.between(-10, 21), 15, 120),
        new Site.Terms(
            LeastVolume.NONE,
            0,
            chance.in(0.5) ? 24 * 60 : 6 * 60,
            new SessionForm(120, 0, List.of()),
            new HomeCareTerms(chance.in(0.4) ? TravelMode.BICYCLE : TravelMode.CAR, 720, 2400, 5),
            null,
            List.of()),
        0,
        staffedShare,
        Site.Besides.NOBODY);
  }

  private static Schedule daycareHours(Chance chance) {
    int open = 405 + 15 * chance.between(0, 6);
    int close = 1065 + 15 * chance.between(0, 5);
    if (chance.in(0.04)) {
      // A site for shift work, open early and late.
      return new Schedule(WeekHours.on(ALL_DAYS, 330, 1350), List.of());
    }
    return new Schedule(WeekHours.on(WORKDAYS, open, close), List.of());
  }

  private static SessionForm daycareForm(Chance chance) {
    if (chance.in(0.15)) {
      return new SessionForm(
          0,
          0,
          List.of(
              new TimeRange(java.time.LocalTime.of(7, 30), java.time.LocalTime.of(13, 0), false),
              new TimeRange(java.time.LocalTime.of(13, 0), java.time.LocalTime.of(18, 0), false)));
    }
    return new SessionForm(chance.in(0.3) ? 180 : 0, 0, List.of());
  }

  private static List<String> languages(Town town, Chance chance) {
    List<String> languages = new ArrayList<>(List.of(town.language()));
    for (String other : List.of("en", "fr", "tr")) {
      if (!languages.contains(other) && chance.in(0.12)) {
        languages.add(other);
      }
    }
    return languages;
  }

  private static List<String> needs(Chance chance, double share) {
    List<String> needs = new ArrayList<>();
    if (chance.in(share)) {
      needs.add("ACCESSIBLE");
    }
    if (chance.in(share / 2)) {
      needs.add("ALLERGY_PLAN");
    }
    if (chance.in(share / 4)) {
      needs.add("TUBE_FEEDING");
    }
    return needs;
  }
}
