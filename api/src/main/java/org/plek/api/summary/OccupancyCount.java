package org.plek.api.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plek.domain.Group;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.RegularChild;
import org.plek.domain.Schedule;
import org.plek.domain.TimeRange;
import org.plek.domain.Timeline;

/** Counts the children of each provider per slot and sums them up per date. */
final class OccupancyCount {
  private static final int MINUTES_OF_DAY = 24 * 60;
  private static final int UNKNOWN = Integer.MIN_VALUE;

  private final ProblemIndex index;
  private final Timeline timeline;
  private final int[] starts;
  private final int[] ends;

  OccupancyCount(ProblemIndex index) {
    this.index = index;
    this.timeline = index.timeline();
    starts = new int[(timeline.days() + 2) * MINUTES_OF_DAY];
    ends = new int[starts.length];
    Arrays.fill(starts, UNKNOWN);
    Arrays.fill(ends, UNKNOWN);
  }

  List<Occupancy.OfProvider> of(List<Placement> placements) {
    List<Provider> providers = index.problem().providers();
    List<List<Leg>> legs = new ArrayList<>();
    providers.forEach(provider -> legs.add(new ArrayList<>()));
    for (Placement placement : placements) {
      for (Leg leg : placement.legs()) {
        int provider = index.provider(leg.providerId());
        if (provider >= 0) {
          legs.get(provider).add(leg);
        }
      }
    }
    List<Occupancy.OfProvider> counted = new ArrayList<>();
    for (int p = 0; p < providers.size(); p++) {
      counted.add(of(providers.get(p), legs.get(p)));
    }
    return counted;
  }

  private Occupancy.OfProvider of(Provider provider, List<Leg> legs) {
    int slots = timeline.slots();
    int[] regular = new int[slots];
    int[] occasional = new int[slots];
    boolean[] open = new boolean[slots];
    for (Group group : provider.groups()) {
      Schedule opening = group.opening() == null ? provider.opening() : group.opening();
      // From the day before: a night that began then reaches into the first date.
      for (int day = -1; day < timeline.days(); day++) {
        LocalDate date = index.problem().from().plusDays(day);
        for (TimeRange range : opening.on(date)) {
          int from = timeline.ceilSlot(Timeline.start(date, range));
          int until = timeline.floorSlot(Timeline.end(date, range));
          int first = clip(from);
          Arrays.fill(open, first, Math.max(first, clip(until)), true);
        }
        for (RegularChild child : group.regularChildren()) {
          if (!child.own() && contracted(child, date)) {
            for (TimeRange range : child.hours().on(date)) {
              add(regular, start(day, range), end(day, range));
            }
          }
        }
      }
    }
    for (Leg leg : legs) {
      add(occasional, timeline.floorSlot(leg.start()), timeline.ceilSlot(leg.end()));
    }
    List<Occupancy> days = new ArrayList<>();
    for (int day = 0; day < timeline.days(); day++) {
      days.add(ofDay(day, provider.licensedCapacity(), regular, occasional, open));
    }
    return new Occupancy.OfProvider(
        provider.id(), provider.kind().name(), provider.licensedCapacity(), days);
  }

  private Occupancy ofDay(int day, int capacity, int[] regular, int[] occasional, boolean[] open) {
    int openSlots = 0;
    int peak = 0;
    long regularSlots = 0;
    long occasionalSlots = 0;
    for (int slot = timeline.dayStart(day); slot < timeline.dayStart(day + 1); slot++) {
      openSlots += open[slot] ? 1 : 0;
      peak = Math.max(peak, regular[slot] + occasional[slot]);
      regularSlots += regular[slot];
      occasionalSlots += occasional[slot];
    }
    return new Occupancy(
        openSlots, peak, regularSlots, occasionalSlots, (long) capacity * openSlots);
  }

  /** As {@link Timeline#floorSlot} of the start; most children share a few hours. */
  private int start(int day, TimeRange range) {
    int key = (day + 1) * MINUTES_OF_DAY + range.from().toSecondOfDay() / 60;
    if (starts[key] == UNKNOWN) {
      starts[key] = timeline.floorSlot(Timeline.start(timeline.date(day), range));
    }
    return starts[key];
  }

  private int end(int day, TimeRange range) {
    int dayOfEnd = range.overnight() ? day + 1 : day;
    int key = (dayOfEnd + 1) * MINUTES_OF_DAY + range.to().toSecondOfDay() / 60;
    if (ends[key] == UNKNOWN) {
      ends[key] = timeline.ceilSlot(Timeline.end(timeline.date(day), range));
    }
    return ends[key];
  }

  private static boolean contracted(RegularChild child, LocalDate date) {
    return (child.from() == null || !date.isBefore(child.from()))
        && (child.until() == null || date.isBefore(child.until()));
  }

  private void add(int[] counts, int from, int until) {
    for (int slot = clip(from); slot < clip(until); slot++) {
      counts[slot]++;
    }
  }

  private int clip(int slot) {
    return Math.max(0, Math.min(timeline.slots(), slot));
  }
}
