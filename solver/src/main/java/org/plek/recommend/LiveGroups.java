package org.plek.recommend;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Child;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Request;
import org.plek.domain.Stay;
import org.plek.domain.Timeline;
import org.plek.domain.Urgency;
import org.plek.rules.RulePacks;
import org.plek.scoring.fast.LiveMasks;

/**
 * All groups of the network with their masks. A provider that changes gets masks of its own, so
 * that nothing else is made again.
 */
final class LiveGroups {
  /** Slots of a place in which somebody left. */
  record Freed(Place place, int from, int until) {}

  /** Freed places remembered; beyond, everything is looked at again. Chosen by plek. */
  private static final int MOST_FREED = 4096;

  private final LiveFacts facts;
  private final RulePacks packs;
  private final Map<String, Place> byGroup = new HashMap<>();
  private final List<Place> places = new ArrayList<>();
  private final Map<String, Placement> counted = new HashMap<>();
  private final List<Freed> freed = new ArrayList<>();

  /** Number of the first of {@link #freed}, counted from the start. */
  private int firstFreed;

  /** The latest moment asked about, and its number. */
  private LocalDateTime now = LocalDateTime.MIN;

  private int moment;

  private int[] changes = {};
  private int eventsMade;

  private double[] latitude = {};
  private double[] longitude = {};
  private int carers;
  private Doors doors = new Doors(List.of());
  private boolean sorted;

  LiveGroups(LiveFacts facts, RulePacks packs, Collection<Placement> standing) {
    this.facts = facts;
    this.packs = packs;
    // Numbered as they are asked, so that what is asked one after the other lies side by side.
    add(facts.providers().values().stream().sorted(LiveGroups::compare).toList());
    standing.forEach(this::put);
  }

  private void add(List<Provider> providers) {
    Problem network =
        facts.problem(facts.asOf(), facts.policy(), providers, List.of(), List.of(), List.of());
    ProblemIndex index = new ProblemIndex(network);
    LiveMasks masks = new LiveMasks(index, packs);
    Map<String, Place.Events> events = new HashMap<>();
    for (int g = 0; g < index.groups().size(); g++) {
      Provider provider = providers.get(index.providerOf(g));
      Place.Events ofProvider = events.computeIfAbsent(provider.id(), id -> newEvents());
      Place place =
          new Place(provider, index.groups().get(g), masks, g, ofProvider, facts.days() + 1);
      byGroup.put(place.group().id(), place);
      places.add(place);
    }
    sorted = false;
  }

  private Place.Events newEvents() {
    if (eventsMade == changes.length) {
      changes = Arrays.copyOf(changes, 2 * eventsMade + 64);
    }
    return new Place.Events(eventsMade++);
  }

  /** How often somebody came or went at a provider, by the number of its events. */
  int changes(int events) {
    return changes[events];
  }

  /** Home carers first, then from south to north. */
  private static int compare(Provider one, Provider other) {
    boolean carer = one.kind() == ProviderKind.HOME_CARER;
    if (carer != (other.kind() == ProviderKind.HOME_CARER)) {
      return carer ? -1 : 1;
    }
    int north = Double.compare(one.location().latitude(), other.location().latitude());
    return north == 0 ? one.id().compareTo(other.id()) : north;
  }

  /** Groups of all providers, those of home carers first, then from south to north. */
  List<Place> places() {
    if (!sorted) {
      places.sort(
          Comparator.comparing(Place::provider, LiveGroups::compare)
              .thenComparing(place -> place.group().id()));
      latitude = places.stream().mapToDouble(p -> p.provider().location().latitude()).toArray();
      longitude = places.stream().mapToDouble(p -> p.provider().location().longitude()).toArray();
      carers = (int) places.stream().filter(Place::atHome).count();
      doors = new Doors(places);
      for (int i = 0; i < places.size(); i++) {
        places.get(i).order = i;
      }
      sorted = true;
    }
    return places;
  }

  /** What most often keeps a child out, by the numbers of {@link #places}. */
  Doors doors() {
    return doors;
  }

  /** How many places are home carers'; the others follow. */
  int carers() {
    return carers;
  }

  /** The first place that is no home carer's and not south of a latitude. */
  int firstFrom(double south) {
    int found = Arrays.binarySearch(latitude, carers, latitude.length, south);
    int at = found >= 0 ? found : -found - 1;
    while (at > carers && latitude[at - 1] >= south) {
      at--;
    }
    return at;
  }

  double latitude(int place) {
    return latitude[place];
  }

  double longitude(int place) {
    return longitude[place];
  }

  /** A provider is new or has changed. */
  void put(Provider provider) {
    remove(provider.id());
    add(List.of(provider));
    for (String session : facts.sessionsAt(provider.id())) {
      Placement there = counted.get(session);
      if (there != null) {
        count(there, 1, provider.id());
      }
    }
  }

  /** Whether a place is still there. */
  boolean stands(Place place) {
    return byGroup.get(place.group().id()) == place;
  }

  /** Number that the next thing freed will have. */
  int nextFreed() {
    return firstFreed + freed.size();
  }

  /** Whether a number is from before the last change that may have made room anywhere. */
  boolean outdated(int number) {
    return number - firstFreed < 0; // Right also when the numbers have gone round.
  }

  /** What was freed from a number on; absent where that is no longer known. */
  @Nullable List<Freed> freedSince(int number) {
    return outdated(number) ? null : freed.subList(number - firstFreed, freed.size());
  }

  /** Number of a moment asked about. Time goes on: going back, all is looked at again. */
  int moment(LocalDateTime asOf) {
    if (!asOf.equals(now)) {
      if (asOf.isBefore(now)) {
        changed();
      }
      now = asOf;
      moment++;
    }
    return moment;
  }

  /** What was found to have no other place may have one now, anywhere. */
  void changed() {
    firstFreed = nextFreed() + 1;
    freed.clear();
  }

  void remove(String providerId) {
    changed();
    places.removeIf(place -> place.provider().id().equals(providerId));
    byGroup.values().removeIf(place -> place.provider().id().equals(providerId));
    sorted = false;
  }

  void put(Placement placement) {
    removePlacement(placement.sessionId());
    counted.put(placement.sessionId(), placement);
    count(placement, 1, null);
  }

  void removePlacement(String sessionId) {
    Placement before = counted.remove(sessionId);
    if (before != null) {
      count(before, -1, null);
    }
  }

  private void count(Placement placement, int sign, @Nullable String onlyAt) {
    for (Leg leg : placement.legs()) {
      Place place = byGroup.get(leg.groupId());
      if (place != null && (onlyAt == null || onlyAt.equals(leg.providerId()))) {
        count(place, placement, leg, sign);
      }
    }
  }

  private void count(Place place, Placement placement, Leg leg, int sign) {
    Timeline timeline = place.masks().timeline();
    int from = Math.max(0, timeline.floorSlot(leg.start()));
    int until = Math.min(timeline.slots(), timeline.ceilSlot(leg.end()));
    if (from >= until) {
      return;
    }
    int day = place.masks().dayOf(from);
    DayLegs ofDay = place.on(day);
    int overnight = until > timeline.dayStart(day + 1) ? 1 : 0;
    if (sign > 0) {
      Request request = facts.requestOf(placement.sessionId());
      Child child = facts.childOf(placement.sessionId());
      int row = place.masks().row(place.number(), child, timeline.date(day));
      Counted one =
          new Counted(placement, request, child, variant(place, request, child), from, until);
      ofDay.add(one, row);
      change(place, one, 1);
      changes[place.events().number]++;
      place.events().overnight += overnight;
      return;
    }
    for (int i = 0; i < ofDay.size(); i++) {
      // As it was counted: request or history may have changed since.
      Counted one = ofDay.get(i);
      if (one.placement.equals(placement) && one.from == from) {
        ofDay.remove(i);
        change(place, one, -1);
        changes[place.events().number]++;
        place.events().overnight -= overnight;
        if (freed.size() == MOST_FREED) {
          changed();
        }
        freed.add(new Freed(place, from, until));
        return;
      }
    }
  }

  /** Adds or takes out a leg on the masks. */
  private void change(Place place, Counted one, int sign) {
    LiveMasks masks = place.masks();
    for (int from = one.from; from < one.until; ) {
      int day = masks.dayOf(from);
      int end = Math.min(one.until, masks.timeline().dayStart(day + 1));
      int row = masks.row(place.number(), one.child, masks.timeline().date(day));
      masks.change(place.number(), row, one.variant, from, end, sign);
      from = end;
    }
  }

  int variant(Place place, Request request, Child child) {
    return variant(place, request, !knows(request.familyId(), child.id(), place.provider()));
  }

  static int variant(Place place, Request request, boolean firstTimer) {
    return place
        .masks()
        .variant(
            place.number(), request.urgency() == Urgency.URGENT, firstTimer, request.programme());
  }

  /** Whether a child has been with no provider and is regular nowhere. */
  boolean isNew(String familyId, String childId) {
    return facts.regularAt(childId).isEmpty() && facts.history(familyId).isEmpty();
  }

  /**
   * Whether a child has been with a provider before the horizon or is regular there, or so with one
   * for whom the provider stands in.
   */
  boolean knows(String familyId, String childId, Provider provider) {
    for (String there : facts.regularAt(childId)) {
      if (there.equals(provider.id()) || facts.standIns(there).contains(provider.id())) {
        return true;
      }
    }
    for (Stay stay : facts.history(familyId)) {
      if (stay.childId().equals(childId)
          && stay.date().isBefore(facts.from())
          && (stay.providerId().equals(provider.id())
              || facts.standIns(stay.providerId()).contains(provider.id()))) {
        return true;
      }
    }
    return false;
  }
}
