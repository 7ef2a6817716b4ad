package org.plek.api.jobs;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plek.api.jobs.Refused.Code;
import org.plek.api.store.Documents;
import org.plek.domain.CareSession;
import org.plek.domain.Interval;
import org.plek.domain.Request;
import tools.jackson.databind.JsonNode;

/** Requests of one network: filed, helped, closed; every one counts, placed or not. */
public final class Requests {
  private final LiveNetwork network;
  private final InstantSource clock;

  Requests(LiveNetwork network, InstantSource clock) {
    this.network = network;
    this.clock = clock;
  }

  /**
   * A request and how far it is.
   *
   * @param request what is asked
   * @param progress how far it is
   * @param version version of both: changes when either does
   */
  public record Filed(Request request, Progress progress, String version) {}

  /** A request. */
  public Filed find(String id) {
    return filed(network.facts(), id);
  }

  private static Filed filed(Facts facts, String id) {
    Request request = facts.request(id);
    Progress progress =
        facts.progress.getOrDefault(
            id, new Progress(HelpLevel.BROKERED, null, null, By.PLEK.actor(), 0));
    long version = Objects.requireNonNull(facts.requests.get(id)).version();
    return new Filed(request, progress, version + "." + progress.version());
  }

  /** Requests by id; of a family, or of all. */
  public List<Filed> all(@Nullable String familyId) {
    Facts facts = network.facts();
    return facts.requests.values().stream()
        .map(Versioned::value)
        .filter(request -> familyId == null || request.familyId().equals(familyId))
        .map(Request::id)
        .sorted()
        .map(id -> filed(facts, id))
        .toList();
  }

  /**
   * Files a request. The same request filed again under its id is the same request.
   *
   * @throws InvalidPart when the document is not valid
   * @throws Refused when another request has this id
   */
  public Filed file(JsonNode body, HelpLevel level, By by) {
    return network.write(
        clock.instant(),
        change -> {
          Facts facts = change.facts();
          Request request = Parts.request(body, facts.known(change.now()));
          Versioned<Request> there = facts.requests.get(request.id());
          if (there != null) {
            if (there.value().equals(request)) {
              return filed(facts, request.id());
            }
            throw new Refused(
                Code.EXISTS, "Request " + request.id() + " exists with other content.");
          }
          refuseForeignSessions(facts, request);
          Documents.Row row = row(request, 1, change.now());
          change.row(
              tx -> tx.documents().add(change.network(), Documents.Kind.REQUEST, row),
              () -> facts.show(request, 1, change.now()));
          Progress progress = new Progress(level, null, null, by.actor(), 0);
          change.progress(request.id(), progress);
          change.event("REQUEST_FILED", request.id(), by, Map.of("level", level));
          return new Filed(request, progress.stored(), "1.1");
        });
  }

  private static Documents.Row row(Request request, long version, Instant at) {
    return new Documents.Row(
        request.id(),
        request.familyId(),
        null,
        Parts.requests(List.of(request)).getFirst().toString(),
        version,
        at);
  }

  private static void refuseForeignSessions(Facts facts, Request request) {
    for (CareSession session : request.sessions()) {
      String owner = facts.requestOfSession.get(session.id());
      if (owner != null && !owner.equals(request.id())) {
        throw new Refused(
            Code.EXISTS, "Care session " + session.id() + " belongs to request " + owner + ".");
      }
    }
  }

  /**
   * Changes what is asked, while nothing is held, offered or agreed for it.
   *
   * @param version version that the change is based on
   */
  public Filed change(String id, JsonNode body, String version, By by) {
    return network.write(
        clock.instant(),
        change -> {
          Facts facts = change.facts();
          Filed there = current(facts, id, version);
          Request request = Parts.request(body, facts.known(change.now()));
          if (!request.id().equals(id) || !request.familyId().equals(there.request().familyId())) {
            throw new Refused(Code.INVALID, "A request keeps its id and its family.");
          }
          for (Agreement agreement : facts.agreements(facts.agreementsOfRequest, id)) {
            if (agreement.keepsPlacesAt(change.now())) {
              throw new Refused(
                  Code.WRONG_STATE,
                  "Agreement " + agreement.id() + " rests on this request. Maybe end that first.");
            }
          }
          refuseForeignSessions(facts, request);
          long stored = Objects.requireNonNull(facts.requests.get(id)).version();
          change.row(
              tx ->
                  tx.documents()
                      .put(
                          change.network(),
                          Documents.Kind.REQUEST,
                          row(request, stored, change.now())),
              () -> facts.show(request, stored + 1, change.now()));
          change.dropProposal(id);
          change.event("REQUEST_CHANGED", id, by, Map.of());
          return new Filed(
              request, there.progress(), (stored + 1) + "." + there.progress().version());
        });
  }

  private static Filed current(Facts facts, String id, @Nullable String version) {
    Filed there = filed(facts, id);
    if (version != null && !there.version().equals(version)) {
      throw new Refused(
          Code.STALE,
          "Request "
              + id
              + " is at version "
              + there.version()
              + ". Maybe read it again and decide anew.");
    }
    return there;
  }

  /** Changes how much the desk does for a request. */
  public Filed help(String id, HelpLevel level, @Nullable String version, By by) {
    return progress(
        id,
        version,
        "HELP_LEVEL",
        by,
        (change, there) -> {
          if (level != HelpLevel.BROKERED) {
            refuseLive(change, id);
          }
          return open(there).progress().with(level);
        });
  }

  /** Closes a request with how it ended; {@link Outcome#PLACED} follows from agreements alone. */
  public Filed close(String id, Outcome outcome, @Nullable String version, By by) {
    if (outcome == Outcome.PLACED) {
      throw new Refused(
          Code.INVALID, "A request is PLACED by its agreements. Maybe confirm those.");
    }
    return progress(
        id,
        version,
        "CLOSED",
        by,
        (change, there) -> {
          refuseLive(change, id);
          return open(there).progress().with(outcome, there.progress().statement());
        });
  }

  /** Opens a closed request again; a statement that was given stays. */
  public Filed reopen(String id, @Nullable String version, By by) {
    return progress(
        id,
        version,
        "REOPENED",
        by,
        (change, there) -> {
          Outcome outcome = there.progress().outcome();
          if (outcome == null || outcome == Outcome.PLACED) {
            throw new Refused(
                Code.WRONG_STATE,
                "Request "
                    + id
                    + (outcome == null ? " is open." : " is placed.")
                    + (outcome == null ? "" : " Maybe cancel an agreement."));
          }
          return there.progress().with(null, there.progress().statement());
        });
  }

  /**
   * Closes a request for which no place was found, and gives the dated statement of it.
   *
   * @param reasons what stood in the way, in words without names
   */
  public Filed noSolution(String id, List<String> reasons, @Nullable String version, By by) {
    return progress(
        id,
        version,
        "NO_SOLUTION",
        by,
        (change, there) -> {
          refuseLive(change, id);
          Request request = open(there).request();
          Horizon horizon = Horizon.of(request, List.of());
          List<CareSession> sessions = request.allSessions(horizon.from(), horizon.until());
          return there
              .progress()
              .with(
                  Outcome.NO_CAPACITY,
                  new Statement(
                      change.now(),
                      change.network(),
                      id,
                      change.facts().providers.size(),
                      sessions.size(),
                      sessions.stream().mapToLong(Requests::minutes).sum(),
                      reasons,
                      by));
        });
  }

  private static long minutes(CareSession session) {
    Interval away = session.parentAway();
    return away == null
        ? session.minutes()
        : java.time.Duration.between(away.start(), away.end()).toMinutes();
  }

  private static Filed open(Filed there) {
    if (there.progress().outcome() != null) {
      throw new Refused(
          Code.WRONG_STATE,
          "Request "
              + there.request().id()
              + " is closed as "
              + there.progress().outcome()
              + ". Maybe reopen it first.");
    }
    return there;
  }

  private static void refuseLive(Change change, String id) {
    Facts facts = change.facts();
    for (Agreement agreement : facts.agreements(facts.agreementsOfRequest, id)) {
      if (agreement.isLiveAt(change.now())) {
        throw new Refused(
            Code.LIVE_OFFER,
            "Request "
                + id
                + " has a live offer, "
                + agreement.id()
                + " ("
                + agreement.state().label()
                + "). Maybe release that one first.");
      }
    }
  }

  private interface Step {
    Progress from(Change change, Filed there);
  }

  private Filed progress(String id, @Nullable String version, String event, By by, Step step) {
    return network.write(
        clock.instant(),
        change -> {
          Filed there = current(change.facts(), id, version);
          Progress after = step.from(change, there);
          change.progress(id, after);
          if (after.outcome() != null || after.level() != HelpLevel.BROKERED) {
            change.dropProposal(id);
          }
          change.event(event, id, by, after);
          Progress stored = after.stored();
          return new Filed(
              there.request(),
              stored,
              there.version().substring(0, there.version().indexOf('.') + 1) + stored.version());
        });
  }

  /**
   * One cell of the count of need.
   *
   * @param area area of the family, {@code -} if unknown
   * @param level level of help
   * @param outcome outcome, {@code OPEN} while there is none
   * @param requests how many; absent where it is fewer than five and not none
   */
  public record Need(String area, HelpLevel level, String outcome, @Nullable Integer requests) {}

  /** Requests asked in a range of dates by area, level and outcome; small cells hidden. */
  public List<Need> need(LocalDate from, LocalDate until) {
    Facts facts = network.facts();
    record Cell(String area, HelpLevel level, String outcome) {}
    Map<Cell, Integer> cells =
        new TreeMap<>(
            java.util.Comparator.comparing(Cell::area)
                .thenComparing(Cell::level)
                .thenComparing(Cell::outcome));
    for (Versioned<Request> versioned : facts.requests.values()) {
      Request request = versioned.value();
      LocalDate asked = request.askedAt().toLocalDate();
      if (asked.isBefore(from) || !asked.isBefore(until)) {
        continue;
      }
      Progress progress = filed(facts, request.id()).progress();
      String area = facts.family(request.familyId()).area();
      Outcome outcome = progress.outcome();
      cells.merge(
          new Cell(
              area == null ? "-" : area,
              progress.level(),
              outcome == null ? "OPEN" : outcome.name()),
          1,
          Integer::sum);
    }
    return cells.entrySet().stream()
        .map(
            cell ->
                new Need(
                    cell.getKey().area(),
                    cell.getKey().level(),
                    cell.getKey().outcome(),
                    cell.getValue() < SMALLEST_CELL ? null : cell.getValue()))
        .toList();
  }

  /** Smallest number that is shown to somebody who sees totals only. */
  public static final int SMALLEST_CELL = 5;
}
