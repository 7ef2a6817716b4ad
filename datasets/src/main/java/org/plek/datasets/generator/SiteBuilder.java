package org.plek.datasets.generator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Caregiver;
import org.plek.domain.Group;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.RegularChild;
import org.plek.domain.Schedule;
import org.plek.domain.WeeklyHours;
import org.plek.rules.RulePack;

/**
 * Makes a provider from what a register or a map knows of a site: groups of a legal size, regular
 * children whose ages the law allows together, and caregivers enough for them in every slot of the
 * horizon. What it makes is modelled; see {@code datasets/docs/generator.md}.
 */
public final class SiteBuilder {
  /** Ten hours on end, for the Dutch three-hour rule: Besluit kwaliteit kinderopvang, art. 7. */
  private static final int LEAST_MINUTES_FOR_FEWER_CAREGIVERS = 600;

  private final Function<String, RulePack> packs;
  private final String rulePack;
  private final LocalDate from;
  private final int days;
  private final long seed;

  /**
   * @param packs finds a rule pack by its id
   * @param rulePack rule pack of sites that name none
   * @param from first date of the horizon for which staff is made sufficient
   * @param days dates in the horizon
   * @param seed seed of all chance
   */
  public SiteBuilder(
      Function<String, RulePack> packs, String rulePack, LocalDate from, int days, long seed) {
    this.packs = packs;
    this.rulePack = rulePack;
    this.from = from;
    this.days = days;
    this.seed = seed;
  }

  /** First date of the horizon. */
  public LocalDate from() {
    return from;
  }

  /** Largest group that is made under a rule pack; the law's where it has one, else our choice. */
  static int largestGroup(String rulePack) {
    return switch (rulePack) {
      case "VL" -> 18;
      case "NL" -> 16;
      case "EN" -> 24;
      case "FR" -> 20;
      default -> 12;
    };
  }

  /** Makes the provider; the children it could not make legally are missing from its groups. */
  public Provider build(Site site) {
    Chance chance = Chance.of(seed, "site/" + site.id());
    String packId = site.rulePack() == null ? rulePack : site.rulePack();
    Set<String> choices = new LinkedHashSet<>(site.terms().ruleChoices());
    List<String> qualifications = qualifications(packId, chance);
    RegularChild own = own(site);
    SlotLaw law =
        new SlotLaw(
            packs.apply(packId),
            site.kind(),
            site.capacity(),
            choices,
            new LinkedHashSet<>(qualifications),
            own);
    List<Integer> sizes = sizes(site, packId);
    List<List<RegularChild>> regular =
        new RegularChildren(law, site, from, days, chance).make(sizes);
    if (own != null) {
      regular.getFirst().add(own);
    }
    List<Group> groups = new ArrayList<>();
    for (int g = 0; g < sizes.size(); g++) {
      boolean large = site.kind() == ProviderKind.DAYCARE && sizes.get(g) >= 12;
      groups.add(
          new Group(
              site.id() + "-g" + (g + 1),
              sizes.get(g),
              null,
              null,
              large && "VL".equals(packId) ? weekdays(site, 750, 870, 0) : List.of(),
              large && "NL".equals(packId)
                  ? weekdays(site, 780, 870, LEAST_MINUTES_FOR_FEWER_CAREGIVERS)
                  : List.of(),
              null,
              regular.get(g)));
    }
    // The timeline reaches one date beyond the horizon, for care over midnight.
    Staffing staffing = new Staffing(law, site, groups, from, days + 1);
    List<Caregiver> caregivers =
        site.kind() == ProviderKind.DAYCARE
            ? staffing.rosters(chance, qualifications)
            : List.of(alone(site, qualifications));
    return new Provider(
        site.id(),
        site.kind(),
        site.location(),
        site.area(),
        site.rulePack(),
        choices,
        site.capacity(),
        null,
        site.opening(),
        site.ages(),
        new LinkedHashSet<>(site.languages()),
        new LinkedHashSet<>(site.needsServed()),
        Set.of(),
        Set.of(),
        site.terms().leastVolume(),
        site.terms().registrationDays(),
        site.terms().noticeMinutes(),
        site.terms().form(),
        site.tariff(),
        false,
        true,
        false,
        site.terms().homeCare(),
        site.terms().escort(),
        Set.of(),
        groups,
        caregivers);
  }

  /** At home all day and night, every day: where it would be too much at any time, it is. */
  private @Nullable RegularChild own(Site site) {
    int months = site.besides().ownChildMonths();
    if (site.kind() != ProviderKind.CHILDMINDER || months == 0) {
      return null;
    }
    return new RegularChild(
        "own",
        from.minusMonths(months),
        months >= 14,
        true,
        new Schedule(WeekHours.on(List.of(DayOfWeek.values()), 0, 1440), List.of()),
        null,
        null,
        0,
        null);
  }

  private static Caregiver alone(Site site, List<String> qualifications) {
    return new Caregiver(
        site.id() + "-c1",
        null,
        site.opening(),
        Schedule.NEVER,
        true,
        new LinkedHashSet<>(qualifications));
  }

  private static List<Integer> sizes(Site site, String packId) {
    if (!site.groupSizes().isEmpty()) {
      return site.groupSizes();
    }
    if (site.kind() != ProviderKind.DAYCARE) {
      return List.of(site.capacity());
    }
    int count = (site.capacity() + largestGroup(packId) - 1) / largestGroup(packId);
    List<Integer> sizes = new ArrayList<>();
    for (int g = 0; g < count; g++) {
      sizes.add((site.capacity() + g) / count);
    }
    return sizes;
  }

  private static List<String> qualifications(String packId, Chance chance) {
    return switch (packId) {
      case "FR" -> List.of("CATEGORY_1");
      case "EN" -> chance.in(0.3) ? List.of("LEVEL_6") : List.of();
      default -> List.of();
    };
  }

  /** Midday hours of the weekdays on which the site is open throughout them, and long enough. */
  private static List<WeeklyHours> weekdays(
      Site site, int fromMinute, int toMinute, int leastMinutes) {
    List<WeeklyHours> hours = new ArrayList<>();
    for (WeeklyHours open : site.opening().week()) {
      if (open.day().getValue() <= 5
          && WeekHours.from(open) <= fromMinute
          && WeekHours.to(open) >= toMinute
          && Math.min(WeekHours.to(open), 24 * 60) - WeekHours.from(open) >= leastMinutes
          && open.from().isBefore(LocalTime.NOON)) {
        hours.add(WeekHours.of(open.day(), fromMinute, toMinute));
      }
    }
    return hours;
  }
}
