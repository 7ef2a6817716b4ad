package org.plek.api.jobs;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.ConditionalPlacement;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Point;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Request;
import org.plek.rules.RulePacks;
import org.plek.scoring.plain.Availability;
import org.plek.scoring.plain.ConditionalPlaces;
import org.plek.scoring.plain.Explainer;
import org.plek.scoring.plain.Explanation;
import org.plek.scoring.plain.GroupRoom;

/** Cuts problems out of the live network, for whoever plans or explains. */
public final class Look {
  private final LiveNetwork network;
  private final InstantSource clock;

  Look(LiveNetwork network, InstantSource clock) {
    this.network = network;
    this.clock = clock;
  }

  /**
   * The network at one moment.
   *
   * @param problem what it is about; agreed placements are in it
   * @param lastEvent number of the last event known in it
   * @param leftOut requests that are open and not in it, with the reason
   */
  public record Moment(Problem problem, long lastEvent, Map<String, String> leftOut) {}

  /** What a planning run decides about, as things are now. */
  public Moment planning(LocalDate from, int days) {
    Facts facts = network.facts();
    long last = facts.lastEvent;
    Section section = new Section(facts);
    Map<String, String> leftOut = new TreeMap<>();
    for (Request request : section.reachingBeyond(from, days)) {
      Horizon whole = Horizon.of(request, List.of());
      leftOut.put(
          request.id(),
          "It is all or nothing and asks for more than the dates of the run. Maybe plan "
              + whole.days()
              + " days from "
              + whole.from()
              + ".");
    }
    return new Moment(section.planning(clock.instant(), from, days), last, leftOut);
  }

  /**
   * Who is where, and how much room there is, with everybody who is agreed.
   *
   * @param providerIds providers
   * @param from first date
   * @param days dates
   * @param step slots that are put together
   */
  public List<GroupRoom> rooms(List<String> providerIds, LocalDate from, int days, int step) {
    if (providerIds.isEmpty()) {
      return List.of();
    }
    Problem part =
        new Section(network.facts())
            .part(Set.copyOf(providerIds), Set.of(), clock.instant(), from, days);
    Availability availability =
        new Availability(
            new ProblemIndex(part),
            RulePacks.bundled(),
            new GreatCircleTravel(part.policy()),
            part.placements());
    int until = availability.timeline().horizonSlots();
    return providerIds.stream()
        .flatMap(id -> availability.of(id, 0, until, step).stream())
        .toList();
  }

  /**
   * Room in an area, without anything about a person.
   *
   * @param area area, {@code -} if unknown
   * @param kind kind of provider
   * @param someRoom whether one of them has room over the whole time
   * @param providers providers with room; absent where there are fewer than five homes of people
   * @param free free places by age class, each as if alone; absent there, too
   */
  public record AreaRoom(
      String area,
      ProviderKind kind,
      boolean someRoom,
      @Nullable Integer providers,
      @Nullable Map<String, Integer> free) {}

  /** Room by area and kind of provider over a time of one date. */
  public List<AreaRoom> areas(LocalDate date, LocalTime from, LocalTime until) {
    Facts facts = network.facts();
    record Cell(String area, ProviderKind kind) {}
    Map<Cell, List<String>> cells =
        new TreeMap<>(Comparator.comparing(Cell::area).thenComparing(Cell::kind));
    for (Versioned<Provider> provider : facts.providers.values()) {
      String area = provider.value().area();
      cells
          .computeIfAbsent(
              new Cell(area == null ? "-" : area, provider.value().kind()),
              cell -> new ArrayList<>())
          .add(provider.value().id());
    }
    Problem part =
        new Section(facts).part(facts.providers.keySet(), Set.of(), clock.instant(), date, 1);
    Availability availability =
        new Availability(
            new ProblemIndex(part),
            RulePacks.bundled(),
            new GreatCircleTravel(part.policy()),
            part.placements());
    int first = availability.timeline().floorSlot(date.atTime(from));
    int end = availability.timeline().ceilSlot(date.atTime(until));
    List<AreaRoom> areas = new ArrayList<>();
    cells.forEach(
        (cell, ids) -> {
          Map<String, Integer> free = new TreeMap<>();
          int withRoom = 0;
          for (String id : ids) {
            int places = 0;
            for (GroupRoom room : availability.of(id, first, end, end - first)) {
              for (int c = 0; c < room.classes().size(); c++) {
                int here = room.slots().getFirst().free().get(c);
                free.merge(room.classes().get(c), here, Integer::sum);
                places = Math.max(places, here);
              }
            }
            withRoom += places > 0 ? 1 : 0;
          }
          boolean shown =
              cell.kind() == ProviderKind.DAYCARE || ids.size() >= Requests.SMALLEST_CELL;
          areas.add(
              new AreaRoom(
                  cell.area(),
                  cell.kind(),
                  withRoom > 0,
                  shown ? withRoom : null,
                  shown ? free : null));
        });
    return areas;
  }

  /**
   * Why a care session of a request is where it is now, or nowhere.
   *
   * @param mostProviders providers tried, nearest first
   */
  public Explanation explain(String requestId, String sessionId, int mostProviders) {
    Problem around = around(requestId, mostProviders);
    return new Explainer(
            new ProblemIndex(around),
            RulePacks.bundled(),
            new GreatCircleTravel(around.policy()),
            around.placements())
        .explain(sessionId, mostProviders);
  }

  /**
   * Places for the care sessions of a request that have none, which are legal only when enough
   * regular children stay away; nothing is held. On the day they are held as any place is, with the
   * children who are there. None where the policy accepts no expected absence.
   */
  public List<ConditionalPlacement> conditional(String requestId) {
    Problem around = around(requestId, Explainer.NEAREST);
    Set<String> own =
        network.facts().request(requestId).allSessions(around.from(), around.until()).stream()
            .map(CareSession::id)
            .collect(Collectors.toSet());
    return new ConditionalPlaces(
            new ProblemIndex(around),
            RulePacks.bundled(),
            new GreatCircleTravel(around.policy()),
            around.placements())
        .find().stream().filter(one -> own.contains(one.sessionId())).toList();
  }

  /** A request with the providers nearest to its family and everybody who is agreed there. */
  private Problem around(String requestId, int mostProviders) {
    Facts facts = network.facts();
    Request request = facts.request(requestId);
    Instant now = clock.instant();
    Set<String> providers = new TreeSet<>(nearest(facts, request, mostProviders));
    List<List<org.plek.domain.Leg>> stays = new ArrayList<>();
    for (Agreement agreement : facts.agreements(facts.agreementsOfRequest, requestId)) {
      if (agreement.keepsPlacesAt(now)) {
        providers.addAll(agreement.providers());
        stays.addAll(agreement.stays().values());
      }
    }
    Horizon horizon = Horizon.of(request, stays);
    return new Section(facts)
        .part(providers, Set.of(request.familyId()), now, horizon.from(), horizon.days());
  }

  private static List<String> nearest(Facts facts, Request request, int most) {
    Point home = facts.family(request.familyId()).home();
    return facts.providers.values().stream()
        .map(Versioned::value)
        .map(
            provider ->
                Map.entry(provider.id(), GreatCircleTravel.kilometres(home, provider.location())))
        .sorted(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The request of a care session; the id itself if nobody asks it. */
  public String requestOf(String sessionId) {
    return network.facts().requestOf(sessionId);
  }

  /** The law of the network: id of its rule pack. */
  public String country() {
    return network.facts().settings.value().rulePack();
  }

  /** The moment as local time of the network. */
  public java.time.LocalDateTime now() {
    return network.facts().local(clock.instant());
  }
}
