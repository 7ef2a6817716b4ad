package org.plek.recommend;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Caregiver;
import org.plek.domain.Copies;
import org.plek.domain.DayException;
import org.plek.domain.Group;
import org.plek.domain.LeastVolume;
import org.plek.domain.Placement;
import org.plek.domain.Policy;
import org.plek.domain.Provider;
import org.plek.domain.Reserve;
import org.plek.domain.Schedule;
import org.plek.domain.TimeRange;
import org.plek.domain.Timeline;
import org.plek.recommend.Fitting.Refused;
import org.plek.recommend.SmallestChange.CaregiverLonger;
import org.plek.recommend.SmallestChange.MoreVolume;
import org.plek.recommend.SmallestChange.ReserveReleased;
import org.plek.scoring.ConstraintName;

/** The smallest changes of one provider's own: reserves, caregivers, least volume. */
final class ProviderChanges {
  private final Changes changes;
  private final Provider provider;
  private final List<List<CareSession>> target;
  private final Refused refused;

  ProviderChanges(
      Changes changes, Provider provider, List<List<CareSession>> target, Refused refused) {
    this.changes = changes;
    this.provider = provider;
    this.target = target;
    this.refused = refused;
  }

  private @Nullable List<Placement> placed(Part part) {
    return changes.placed(part, provider.id(), target);
  }

  private Part part() {
    return changes.part(provider.id());
  }

  /** The fewest kept-free places of one group. */
  @Nullable SmallestChange reserveReleased() {
    Set<String> groups = new TreeSet<>();
    provider.groups().forEach(group -> groups.add(group.id()));
    List<Reserve> reserves =
        changes.facts().policy().reserves().stream()
            .filter(reserve -> groups.contains(reserve.groupId()))
            .toList();
    if (reserves.isEmpty() || placed(part().instead(without(reserves))) == null) {
      return null;
    }
    int most = reserves.stream().mapToInt(Reserve::places).max().orElse(0);
    for (int places = 1; places <= most; places++) {
      for (Reserve reserve : reserves) {
        if (places <= reserve.places()) {
          List<Placement> then = placed(part().instead(with(reserve, places)));
          if (then != null) {
            return new ReserveReleased(reserve.groupId(), places, then);
          }
        }
      }
    }
    return null;
  }

  private Policy without(List<Reserve> reserves) {
    List<Reserve> kept = new ArrayList<>(changes.facts().policy().reserves());
    kept.removeAll(reserves);
    return Copies.with(changes.facts().policy(), Map.of("reserves", kept));
  }

  private Policy with(Reserve released, int places) {
    List<Reserve> kept = new ArrayList<>();
    boolean done = false;
    for (Reserve reserve : changes.facts().policy().reserves()) {
      if (done || !reserve.equals(released)) {
        kept.add(reserve);
        continue;
      }
      done = true;
      if (places < reserve.places()) {
        kept.add(Copies.with(reserve, Map.of("places", reserve.places() - places)));
      }
    }
    return Copies.with(changes.facts().policy(), Map.of("reserves", kept));
  }

  /** How many minutes and days are missing to the least volume, each with nothing else missing. */
  @Nullable SmallestChange moreVolume() {
    LeastVolume least = provider.leastVolume();
    int minutes = Math.toIntExact(missing(new LeastVolume(least.minutesPerMonth(), 0)));
    int horizon = Math.min(changes.facts().days(), 30);
    int asked = (int) ((long) least.minutesPerMonth() * horizon / 30);
    int lowered = minutes == 0 ? least.minutesPerMonth() : (asked - minutes) * 30 / horizon;
    for (int days = 0; days <= least.daysPerWeek(); days++) {
      LeastVolume volume = new LeastVolume(lowered, least.daysPerWeek() - days);
      List<Placement> then =
          placed(part().instead(Copies.with(provider, Map.of("leastVolume", volume))));
      if (then != null) {
        return new MoreVolume(minutes, days, then);
      }
    }
    return null;
  }

  private long missing(LeastVolume volume) {
    return changes
        .judged(
            part().instead(Copies.with(provider, Map.of("leastVolume", volume))), refused.tried())
        .of(ConstraintName.LEAST_VOLUME);
  }

  /** The shortest time by which one caregiver starts earlier or stays longer. */
  @Nullable SmallestChange caregiverLonger() {
    for (boolean opening : new boolean[] {false, true}) {
      CaregiverLonger found = caregiverLonger(opening);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable CaregiverLonger caregiverLonger(boolean opening) {
    CaregiverLonger shortest = null;
    int least = Changes.MOST_QUARTERS + 1;
    for (LocalDate date : Variants.dates(refused.tried())) {
      if (everybody(date, opening) == null) {
        continue;
      }
      for (Caregiver caregiver : provider.caregivers()) {
        if (!caregiver.counts()) {
          continue;
        }
        for (boolean earlier : new boolean[] {true, false}) {
          int quarters = fewest(caregiver, date, earlier, opening, least - 1);
          if (quarters > 0) {
            Longer longer = new Longer(caregiver, date, earlier, quarters, opening);
            List<Placement> then = placed(part().instead(longer.provider()));
            if (then != null) {
              least = quarters;
              shortest = longer.change(then);
            }
          }
        }
      }
    }
    return shortest;
  }

  /** With every caregiver as long as can be: where that does not help, nothing less does. */
  private @Nullable List<Placement> everybody(LocalDate date, boolean opening) {
    Provider all = provider;
    for (Caregiver caregiver : provider.caregivers()) {
      if (caregiver.counts()) {
        for (boolean earlier : new boolean[] {true, false}) {
          all =
              new Longer(
                      caregiver,
                      date,
                      earlier,
                      possible(caregiver, date, earlier, opening, Changes.MOST_QUARTERS),
                      opening)
                  .of(all);
        }
      }
    }
    return placed(part().instead(all));
  }

  /** Fewest quarters that help, at most {@code most}; more never hurts. 0 where none do. */
  private int fewest(
      Caregiver caregiver, LocalDate date, boolean earlier, boolean opening, int most) {
    int high = possible(caregiver, date, earlier, opening, most);
    if (high < 1 || !helps(new Longer(caregiver, date, earlier, high, opening))) {
      return 0;
    }
    int low = 0;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (helps(new Longer(caregiver, date, earlier, middle, opening))) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** Most quarters up to {@code most} that do not reach another date. */
  private int possible(
      Caregiver caregiver, LocalDate date, boolean earlier, boolean opening, int most) {
    int quarters = most;
    while (quarters > 0 && !new Longer(caregiver, date, earlier, quarters, opening).possible()) {
      quarters--;
    }
    return quarters;
  }

  private boolean helps(Longer longer) {
    return placed(part().instead(longer.provider())) != null;
  }

  /** A caregiver longer on one date, the hours next to the first or the last range. */
  private final class Longer {
    private final Caregiver caregiver;
    private final LocalDate date;
    private final boolean earlier;
    private final int minutes;
    private final boolean opening;

    Longer(Caregiver caregiver, LocalDate date, boolean earlier, int quarters, boolean opening) {
      this.caregiver = caregiver;
      this.date = date;
      this.earlier = earlier;
      this.opening = opening;
      minutes = quarters * Timeline.SLOT_MINUTES;
    }

    boolean possible() {
      return added(caregiver.hours()) != null;
    }

    Provider provider() {
      return of(provider);
    }

    Provider of(Provider before) {
      TimeRange added = added(caregiver.hours());
      if (added == null) {
        return before;
      }
      List<Caregiver> caregivers = new ArrayList<>();
      for (Caregiver each : before.caregivers()) {
        caregivers.add(
            each.id().equals(caregiver.id())
                ? Copies.with(each, Map.of("hours", plus(each.hours(), added)))
                : each);
      }
      List<Group> groups = new ArrayList<>();
      for (Group group : before.groups()) {
        Schedule own = group.opening();
        groups.add(
            opening && own != null && works(group)
                ? Copies.with(group, Map.of("opening", plus(own, added)))
                : group);
      }
      Schedule hours = opening ? plus(before.opening(), added) : before.opening();
      return Copies.with(
          before, Map.of("opening", hours, "groups", groups, "caregivers", caregivers));
    }

    private boolean works(Group group) {
      return caregiver.groupId() == null || group.id().equals(caregiver.groupId());
    }

    CaregiverLonger change(List<Placement> then) {
      TimeRange added = Objects.requireNonNull(added(caregiver.hours()));
      String group = caregiver.groupId();
      LocalDateTime until = Timeline.end(date, added);
      return new CaregiverLonger(
          caregiver.id(),
          group == null ? provider.groups().getFirst().id() : group,
          Timeline.start(date, added),
          until,
          opening,
          then);
    }

    /** The time added; null without hours that date, or where it would reach another date. */
    private @Nullable TimeRange added(Schedule hours) {
      List<TimeRange> ranges = hours.on(date);
      if (ranges.isEmpty()) {
        return null;
      }
      TimeRange next = earlier ? ranges.getFirst() : ranges.getLast();
      for (TimeRange range : ranges) {
        boolean further =
            earlier ? range.from().isBefore(next.from()) : range.to().isAfter(next.to());
        next = further ? range : next;
      }
      if (earlier) {
        LocalTime from = next.from().minusMinutes(minutes);
        return from.isBefore(next.from()) ? new TimeRange(from, next.from(), false) : null;
      }
      LocalTime to = next.to().plusMinutes(minutes);
      return !next.overnight() && to.isAfter(next.to())
          ? new TimeRange(next.to(), to, false)
          : null;
    }

    /** The schedule with the time added, joined to the ranges that it touches. */
    private Schedule plus(Schedule schedule, TimeRange added) {
      LocalTime from = added.from();
      LocalTime to = added.to();
      List<TimeRange> ranges = new ArrayList<>();
      for (TimeRange range : schedule.on(date)) {
        boolean touches =
            !range.overnight() && !range.from().isAfter(to) && !range.to().isBefore(from);
        if (touches) {
          from = range.from().isBefore(from) ? range.from() : from;
          to = range.to().isAfter(to) ? range.to() : to;
        } else {
          ranges.add(range);
        }
      }
      ranges.add(new TimeRange(from, to, false));
      List<DayException> exceptions = new ArrayList<>(schedule.exceptions());
      exceptions.removeIf(exception -> exception.date().equals(date));
      exceptions.add(new DayException(date, ranges));
      return new Schedule(schedule.week(), exceptions);
    }
  }
}
