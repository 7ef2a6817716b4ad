package org.plek.api.jobs;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plek.api.store.AlreadyThere;
import org.plek.api.store.Documents;
import org.plek.api.store.Networks;
import org.plek.api.store.Store;
import org.plek.api.store.Transaction;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Problem;
import org.plek.domain.Request;
import org.plek.domain.Stay;
import tools.jackson.databind.JsonNode;

/** Fills a new network from a problem, in one write. */
final class Loading {
  private Loading() {}

  static void load(Store store, NetworkSettings settings, Problem problem, Instant now, By by) {
    String network = settings.id();
    try {
      store.change(
          tx -> {
            tx.networks().add(network, Rows.settings(settings), now);
            documents(tx, network, problem, now, by);
            agreements(tx, network, problem, now);
            tx.networks()
                .append(
                    network,
                    0,
                    List.of(
                        new Networks.NewEvent(
                            "NETWORK_LOADED",
                            network,
                            by.actor(),
                            by.how().name(),
                            Rows.json(
                                Map.of(
                                    "providers", problem.providers().size(),
                                    "families", problem.families().size(),
                                    "requests", problem.requests().size())))),
                    now);
          });
    } catch (AlreadyThere e) {
      throw new Refused(Refused.Code.EXISTS, "Network " + network + " exists.");
    }
  }

  private static void documents(
      Transaction tx, String network, Problem problem, Instant now, By by) {
    Documents documents = tx.documents();
    List<JsonNode> providers = Parts.providers(problem.providers());
    for (int i = 0; i < providers.size(); i++) {
      var provider = problem.providers().get(i);
      documents.add(
          network,
          Documents.Kind.PROVIDER,
          new Documents.Row(
              provider.id(), null, provider.area(), providers.get(i).toString(), 0, now));
    }
    List<JsonNode> families = Parts.families(problem.families());
    for (int i = 0; i < families.size(); i++) {
      var family = problem.families().get(i);
      documents.add(
          network,
          Documents.Kind.FAMILY,
          new Documents.Row(family.id(), null, family.area(), families.get(i).toString(), 0, now));
    }
    List<JsonNode> requests = Parts.requests(problem.requests());
    for (int i = 0; i < requests.size(); i++) {
      Request request = problem.requests().get(i);
      documents.add(
          network,
          Documents.Kind.REQUEST,
          new Documents.Row(
              request.id(), request.familyId(), null, requests.get(i).toString(), 0, now));
      documents.putProgress(
          network,
          Rows.row(request.id(), new Progress(HelpLevel.BROKERED, null, null, by.actor(), 0)),
          now);
    }
    Map<String, String> familyOfChild = Rows.familiesOfChildren(problem.families());
    Map<String, List<Stay>> history = new LinkedHashMap<>();
    for (Stay stay : problem.history()) {
      String family = familyOfChild.get(stay.childId());
      if (family != null) {
        history.computeIfAbsent(family, f -> new ArrayList<>()).add(stay);
      }
    }
    history.forEach(
        (family, stays) ->
            documents.add(
                network,
                Documents.Kind.HISTORY,
                new Documents.Row(family, family, null, Rows.json(stays), 0, now)));
  }

  private static void agreements(Transaction tx, String network, Problem problem, Instant now) {
    Map<String, Request> requestOf = new HashMap<>();
    for (Request request : problem.requests()) {
      request
          .allSessions(problem.from(), problem.until())
          .forEach(session -> requestOf.put(session.id(), request));
    }
    record Key(String requestId, PlacementState state) {}
    Map<Key, Map<String, List<Leg>>> stays = new LinkedHashMap<>();
    Map<Key, Placement> any = new HashMap<>();
    for (Placement placement : problem.placements()) {
      Request request = requestOf.get(placement.sessionId());
      if (request != null && placement.agreedAt(problem.asOf())) {
        Key key = new Key(request.id(), placement.state());
        stays
            .computeIfAbsent(key, k -> new LinkedHashMap<>())
            .put(placement.sessionId(), placement.legs());
        any.put(key, placement);
      }
    }
    ZoneId zone = problem.zone();
    stays.forEach(
        (key, legs) -> {
          Request request =
              java.util.Objects.requireNonNull(requestOf.get(legs.keySet().iterator().next()));
          Placement placement = java.util.Objects.requireNonNull(any.get(key));
          Agreement agreement =
              new Agreement(
                  "a-" + request.id() + "-" + key.state().ordinal(),
                  request.id(),
                  request.familyId(),
                  legs,
                  state(placement, zone, now),
                  null,
                  1,
                  now);
          tx.agreements().add(network, Rows.row(agreement));
        });
  }

  private static AgreementState state(Placement placement, ZoneId zone, Instant now) {
    var until = placement.heldUntil();
    return switch (placement.state()) {
      case HELD ->
          new AgreementState.Held(
              until == null ? now.plusSeconds(900) : until.atZone(zone).toInstant());
      case OFFERED -> new AgreementState.Offered(now.plusSeconds(72 * 3600), List.of());
      default -> new AgreementState.Confirmed(List.of(), Set.of());
    };
  }
}
