package org.plek.offer;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plek.domain.AgeRange;
import org.plek.domain.Group;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Timeline;
import org.plek.domain.Travel;
import org.plek.rules.Level;
import org.plek.rules.RulePacks;
import org.plek.scoring.plain.Availability;
import org.plek.scoring.plain.GroupRoom;
import org.plek.scoring.plain.SlotRoom;

/**
 * How many more children of an age there is room for in every slot of a time: licence, caregivers,
 * sizes and caps are tried, what hangs on a single request (notice, least volume, the way) is not.
 */
public final class FreePlaces {
  private final ProblemIndex index;
  private final RulePacks packs;
  private final Availability availability;

  /**
   * @param placements what stands
   */
  public FreePlaces(
      ProblemIndex index, RulePacks packs, Travel travel, List<Placement> placements) {
    this.index = index;
    this.packs = packs;
    availability = new Availability(index, packs, travel, placements);
  }

  /**
   * Free places by area, areas in order of their codes.
   *
   * @param kind the kind of provider
   * @param start start, local time, inside the horizon
   * @param end end, local time
   * @param ageMonths age of the child in completed months; it does not walk yet
   * @throws IllegalArgumentException when the time lies outside the horizon or ends before it
   *     starts
   */
  public List<AreaPlaces> byArea(
      ProviderKind kind, LocalDateTime start, LocalDateTime end, int ageMonths) {
    Map<String, List<Integer>> places = new TreeMap<>();
    for (Provider provider : index.problem().providers()) {
      if (provider.kind() == kind && accepts(provider, ageMonths)) {
        String area = provider.area() == null ? "-" : provider.area();
        places
            .computeIfAbsent(area, key -> new ArrayList<>())
            .add(at(provider.id(), start, end, ageMonths));
      }
    }
    return places.entrySet().stream()
        .map(
            entry ->
                new AreaPlaces(
                    entry.getKey(),
                    entry.getValue().size(),
                    (int) entry.getValue().stream().filter(free -> free > 0).count(),
                    entry.getValue().stream().mapToInt(Integer::intValue).sum()))
        .toList();
  }

  /** Free places of one provider for the whole time; of several groups the one with most. */
  public int at(String providerId, LocalDateTime start, LocalDateTime end, int ageMonths) {
    Timeline timeline = index.timeline();
    int from = timeline.floorSlot(start);
    int until = timeline.ceilSlot(end);
    if (from < 0 || from >= until || until > timeline.slots()) {
      throw new IllegalArgumentException(
          "From %s to %s is no time in the horizon of %s. Maybe ask for a date from %s on."
              .formatted(start, end, index.problem().id(), index.problem().from()));
    }
    Provider provider = index.problem().providers().get(index.provider(providerId));
    LocalDate date = start.toLocalDate();
    String pack = provider.rulePack() == null ? index.problem().rulePack() : provider.rulePack();
    int childClass =
        packs
            .pack(pack)
            .classes(provider.kind(), Level.GROUP)
            .classOf(date.minusMonths(ageMonths), false, date);
    int most = 0;
    for (GroupRoom room : availability.of(providerId, from, until, until - from)) {
      Group group = index.groups().get(index.group(room.groupId()));
      AgeRange ages = group.ages() == null ? provider.ages() : group.ages();
      if (ages.accepts(ageMonths)) {
        for (SlotRoom whole : room.slots()) {
          most = Math.max(most, whole.free().get(childClass));
        }
      }
    }
    return most;
  }

  /**
   * Until when a child could stay that comes at a moment: the first quarter of an hour on that date
   * that has no room; null when there is none even at the start.
   */
  public @Nullable LocalDateTime freeUntil(String providerId, LocalDateTime start, int ageMonths) {
    Timeline timeline = index.timeline();
    int from = timeline.floorSlot(start);
    int until = from;
    int end = timeline.ceilSlot(start.toLocalDate().plusDays(1).atStartOfDay());
    while (until < end
        && at(providerId, timeline.time(until), timeline.time(until + 1), ageMonths) > 0) {
      until++;
    }
    return until == from ? null : timeline.time(until);
  }

  private static boolean accepts(Provider provider, int ageMonths) {
    return provider.ages().accepts(ageMonths);
  }
}
