package org.plek.offer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plek.domain.Child;
import org.plek.domain.Family;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.RegularChild;
import org.plek.domain.Stay;
import org.plek.domain.ThroughFlowRule;
import org.plek.domain.Travel;
import org.plek.domain.TravelMode;
import org.plek.rules.RulePacks;

/**
 * Through-flow (doorstroom): who comes so often that an occasional place has silted up, and which
 * regular place would suit. Counted over history and plan together.
 */
public final class ThroughFlow {
  private static final int MOST_SUITS = 5;

  private record Use(int child, int provider) {}

  private final ProblemIndex index;
  private final Problem problem;
  private final RulePacks packs;
  private final Travel travel;
  private final List<Placement> placements;
  private final ThroughFlowRule rule;
  private final Set<Use> regular = new HashSet<>();

  private ThroughFlow(
      ProblemIndex index, RulePacks packs, Travel travel, List<Placement> placements) {
    this.index = index;
    this.packs = packs;
    this.travel = travel;
    this.placements = placements;
    problem = index.problem();
    rule = problem.policy().throughFlow();
    for (int group = 0; group < index.groups().size(); group++) {
      for (RegularChild child : index.groups().get(group).regularChildren()) {
        if (child.childId() != null) {
          regular.add(new Use(index.child(child.childId()), index.providerOf(group)));
        }
      }
    }
  }

  /** Children whose use has become regular, in the order of families; none without a rule. */
  public static List<RegularUse> of(
      ProblemIndex index, RulePacks packs, Travel travel, List<Placement> placements) {
    return new ThroughFlow(index, packs, travel, placements).all();
  }

  private List<RegularUse> all() {
    Map<Use, TreeSet<LocalDate>> dates =
        new TreeMap<>(Comparator.comparingInt(Use::child).thenComparingInt(Use::provider));
    for (Stay stay : problem.history()) {
      note(dates, index.child(stay.childId()), index.provider(stay.providerId()), stay.date());
    }
    for (Placement placement : placements) {
      int child = index.childOf(index.session(placement.sessionId()));
      for (Leg leg : placement.legs()) {
        note(dates, child, index.provider(leg.providerId()), leg.start().toLocalDate());
      }
    }
    List<RegularUse> found = new ArrayList<>();
    dates.forEach(
        (use, days) -> {
          if (!regular.contains(use)) {
            addIfRegular(use, days, found);
          }
        });
    return found;
  }

  private static void note(
      Map<Use, TreeSet<LocalDate>> dates, int child, int provider, LocalDate date) {
    if (child >= 0 && provider >= 0) {
      dates.computeIfAbsent(new Use(child, provider), key -> new TreeSet<>()).add(date);
    }
  }

  private void addIfRegular(Use use, TreeSet<LocalDate> days, List<RegularUse> found) {
    if (days.last().isBefore(problem.from().minusWeeks(1))) {
      return; // It has stopped.
    }
    SortedSet<DayOfWeek> weekdays = new TreeSet<>();
    int longest = 0;
    for (DayOfWeek day : DayOfWeek.values()) {
      int weeks = weeksInARow(days, day);
      longest = Math.max(longest, weeks);
      if (rule.sameWeekdayWeeks() > 0 && weeks >= rule.sameWeekdayWeeks()) {
        weekdays.add(day);
      }
    }
    int months = (int) days.stream().map(YearMonth::from).distinct().count();
    boolean byMonths = rule.months() > 0 && months >= rule.months();
    if (!weekdays.isEmpty() || byMonths) {
      Family family = problem.families().get(index.familyOfChild(use.child()));
      found.add(
          new RegularUse(
              family.id(),
              index.children().get(use.child()).id(),
              problem.providers().get(use.provider()).id(),
              weekdays,
              longest,
              months,
              suits(use, family)));
    }
  }

  /** Weeks in a row with care on a weekday, up to the last one, which may be at most a week ago. */
  private int weeksInARow(TreeSet<LocalDate> days, DayOfWeek day) {
    LocalDate last =
        days.descendingSet().stream()
            .filter(date -> date.getDayOfWeek() == day)
            .findFirst()
            .orElse(LocalDate.MIN);
    if (last.isBefore(problem.from().with(TemporalAdjusters.previousOrSame(day)).minusWeeks(1))) {
      return 0;
    }
    int weeks = 0;
    while (days.contains(last.minusWeeks(weeks))) {
      weeks++;
    }
    return weeks;
  }

  /** Where the child could come as a regular one: room without it in all its present hours. */
  private List<RegularUse.Suit> suits(Use use, Family family) {
    List<Leg> hours = new ArrayList<>();
    List<Placement> others = new ArrayList<>();
    TravelMode mode = TravelMode.BICYCLE;
    int furthest = 0;
    for (Placement placement : placements) {
      int session = index.session(placement.sessionId());
      if (index.childOf(session) != use.child()) {
        others.add(placement);
        continue;
      }
      var limits = problem.requests().get(index.requestOf(session)).limits();
      mode = limits.mode();
      furthest = Math.max(furthest, limits.maxTravelMinutes());
      placement.legs().stream()
          .filter(leg -> index.provider(leg.providerId()) == use.provider())
          .forEach(hours::add);
    }
    if (hours.isEmpty()) {
      return List.of(); // Nothing in the plan says at what hours.
    }
    FreePlaces free = new FreePlaces(index, packs, travel, others);
    List<RegularUse.Suit> suits = new ArrayList<>();
    for (int p = 0; p < problem.providers().size(); p++) {
      Provider provider = problem.providers().get(p);
      if (provider.kind() == ProviderKind.HOME_CARER
          || family.excludedProviders().contains(provider.id())
          || provider.excludedFamilies().contains(family.id())) {
        continue;
      }
      int way = travel.minutes(family.home(), provider.location(), mode);
      int places = places(free, provider, index.children().get(use.child()), hours);
      if (places > 0 && (way <= furthest || p == use.provider())) {
        suits.add(new RegularUse.Suit(provider.id(), way, places));
      }
    }
    String here = problem.providers().get(use.provider()).id();
    return suits.stream()
        .sorted(
            Comparator.comparing((RegularUse.Suit suit) -> !suit.providerId().equals(here))
                .thenComparing(RegularUse.Suit::travelMinutes)
                .thenComparing(RegularUse.Suit::providerId))
        .limit(MOST_SUITS)
        .collect(Collectors.toList());
  }

  private static int places(FreePlaces free, Provider provider, Child child, List<Leg> hours) {
    int least = Integer.MAX_VALUE;
    for (Leg leg : hours) {
      int months =
          (int) Period.between(child.birthDate(), leg.start().toLocalDate()).toTotalMonths();
      least = Math.min(least, free.at(provider.id(), leg.start(), leg.end(), months));
    }
    return least;
  }
}
