package org.plek.datasets.generator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plek.domain.AgeRange;
import org.plek.domain.ProviderKind;
import org.plek.domain.RegularChild;
import org.plek.domain.Schedule;
import org.plek.domain.WeeklyHours;
import org.plek.rules.Level;
import org.plek.rules.Norm;

/** Draws the regular children of a provider: ages the law allows together, days and hours. */
final class RegularChildren {
  /**
   * Share of booked days on which a regular child stays away (Vilnius, Nov and Dec 2022: 28–34 % of
   * all on a working day); the middle of that range.
   */
  static final double ABSENCE = 0.31;

  private static final int DRAWS = 12;

  private final SlotLaw law;
  private final Site site;
  private final LocalDate from;
  private final LocalDate last;
  private final Chance chance;

  RegularChildren(SlotLaw law, Site site, LocalDate from, int days, Chance chance) {
    this.law = law;
    this.site = site;
    this.from = from;
    this.last = from.plusDays(days);
    this.chance = chance;
  }

  /** Children per group; fewer than asked where no further child would be legal. */
  List<List<RegularChild>> make(List<Integer> sizes) {
    List<List<RegularChild>> groups = new ArrayList<>();
    sizes.forEach(size -> groups.add(new ArrayList<>()));
    for (int i = 0; i < site.regularChildren(); i++) {
      int roomiest = 0;
      for (int g = 1; g < sizes.size(); g++) {
        if (room(sizes, groups, g) > room(sizes, groups, roomiest)) {
          roomiest = g;
        }
      }
      RegularChild child = child(i, groups.get(roomiest), sizes.get(roomiest));
      if (child != null) {
        groups.get(roomiest).add(child);
      }
    }
    return groups;
  }

  private int room(List<Integer> sizes, List<List<RegularChild>> groups, int group) {
    return sizes.get(group) - groups.get(group).size() - (group == 0 ? site.keptFreePlaces() : 0);
  }

  private @org.jspecify.annotations.Nullable RegularChild child(
      int number, List<RegularChild> others, int size) {
    AgeRange ages = regularAges(site.ages());
    for (int draw = 0; draw < DRAWS; draw++) {
      int months =
          draw < DRAWS - 1
              ? chance.between(ages.fromMonths(), ages.toMonths())
              : ages.toMonths() - 1;
      LocalDate birth = from.minusMonths(months).minusDays(chance.between(0, 28));
      RegularChild child =
          new RegularChild(
              "r" + (number + 1),
              birth,
              months >= 13 + chance.between(0, 4),
              false,
              hours(),
              null,
              null,
              ABSENCE,
              null);
      if (site.keepBreach()
          || (legal(others, child, size, from) && legal(others, child, size, last))) {
        return child;
      }
    }
    return null;
  }

  /** Regular children are small; only sites for school children have older ones. */
  private static AgeRange regularAges(AgeRange accepted) {
    int youngest = Math.max(3, accepted.fromMonths());
    int oldest = youngest < 40 ? Math.min(44, accepted.toMonths()) : accepted.toMonths();
    return new AgeRange(youngest, Math.max(youngest + 1, oldest - 1));
  }

  private boolean legal(List<RegularChild> others, RegularChild child, int size, LocalDate date) {
    long counts = law.one(Level.GROUP, child, date);
    for (RegularChild other : others) {
      counts += law.one(Level.GROUP, other, date);
    }
    Norm norm = law.group(date, false, false);
    int most = site.kind() == ProviderKind.DAYCARE ? Norm.IMPOSSIBLE - 1 : 1;
    return others.size() < size
        && norm.overSize(counts) == 0
        && norm.overComposition(counts) == 0
        && norm.caregiversRequired(counts) <= most;
  }

  private Schedule hours() {
    List<DayOfWeek> open = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.getValue() <= 5 && !on(day).isEmpty()) {
        open.add(day);
      }
    }
    if (open.isEmpty()) {
      for (DayOfWeek day : DayOfWeek.values()) {
        if (!on(day).isEmpty()) {
          open.add(day);
        }
      }
    }
    int days =
        site.keepBreach() || site.besides().fullWeeks() ? 5 : 5 - chance.weighted(60, 15, 15, 10);
    while (open.size() > days) {
      open.remove(chance.between(0, open.size()));
    }
    int lateness = chance.between(0, 9) * 15;
    int length = (32 + chance.between(0, 9)) * 15;
    List<WeeklyHours> hours = new ArrayList<>();
    for (DayOfWeek day : open) {
      WeeklyHours range = longest(on(day));
      hours.add(stay(day, range, lateness, length));
    }
    return new Schedule(hours, List.of());
  }

  private WeeklyHours stay(DayOfWeek day, WeeklyHours range, int lateness, int length) {
    int open = (WeekHours.from(range) + 14) / 15 * 15;
    int close = WeekHours.to(range) / 15 * 15;
    int base = close - Math.max(open, 390) >= 240 ? Math.max(open, 390) : open;
    int arrive = base + lateness;
    if (site.keepBreach()) {
      arrive = base + lateness % 60;
    }
    if (close - arrive < 120) {
      arrive = open;
    }
    // Hours start on their own date.
    arrive = Math.min(arrive, 1425);
    int leave = Math.min(close, arrive + length);
    return WeekHours.of(day, arrive, Math.max(leave, arrive + 15));
  }

  private List<WeeklyHours> on(DayOfWeek day) {
    return site.opening().week().stream()
        .filter(
            h ->
                h.day() == day
                    && WeekHours.to(h) / 15 * 15 - (WeekHours.from(h) + 14) / 15 * 15 >= 15)
        .toList();
  }

  private static WeeklyHours longest(List<WeeklyHours> ranges) {
    WeeklyHours longest = ranges.getFirst();
    for (WeeklyHours range : ranges) {
      if (WeekHours.to(range) - WeekHours.from(range)
          > WeekHours.to(longest) - WeekHours.from(longest)) {
        longest = range;
      }
    }
    return longest;
  }
}
