package org.plek.api.http;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.api.access.Role;
import org.plek.api.jobs.Desk;
import org.plek.api.jobs.NetworkSettings;
import org.plek.api.jobs.Versioned;
import org.plek.domain.Policy;

/** Networks and what happened in them. */
final class NetworkRoutes {
  private static final String NETWORKS = "/api/v1/networks";
  static final String NETWORK = NETWORKS + "/{network}";

  private NetworkRoutes() {}

  static List<Route> of() {
    return List.of(
        Route.get(NETWORKS, "networks", "Networks that I work in.", Guard.NONE)
            .does(
                call ->
                    Reply.of(
                        200,
                        Map.of(
                            "items",
                            call.desk().networks().stream()
                                .filter(
                                    id ->
                                        call.is(Role.ADMINISTRATOR)
                                            || call.account().networks().contains(id))
                                .toList()))),
        Route.post(NETWORKS, "addNetwork", "Makes a network.", Guard.NONE, Role.ADMINISTRATOR)
            .taking(Bodies.NetworkBody.class)
            .giving(Bodies.NetworkBody.class)
            .does(
                call -> {
                  Bodies.NetworkBody body = call.body(Bodies.NetworkBody.class);
                  return shown(
                      201, call.desk().add(settings(body, null), body.policy(), call.by(null)));
                }),
        Route.get(
                NETWORK,
                "network",
                "A network: zone, rule pack, policy, terms.",
                Guard.NETWORK,
                Role.BROKER,
                Role.PLANNER,
                Role.ADMINISTRATOR,
                Role.ANALYST)
            .giving(Bodies.NetworkBody.class)
            .does(call -> shown(200, call.desk().network(call.path("network")))),
        Route.put(
                NETWORK,
                "changeNetwork",
                "Changes a network.",
                Guard.NETWORK,
                Role.PLANNER,
                Role.ADMINISTRATOR)
            .taking(Bodies.NetworkBody.class)
            .giving(Bodies.NetworkBody.class)
            .fromVersion()
            .does(
                call -> {
                  Bodies.NetworkBody body = call.body(Bodies.NetworkBody.class);
                  if (!body.id().equals(call.path("network"))) {
                    throw new Problem(422, "INVALID", "A network keeps its id.");
                  }
                  Versioned<NetworkSettings> there = call.desk().network(body.id());
                  Long version = call.ifMatchNumber();
                  return shown(
                      200,
                      call.desk()
                          .change(
                              settings(body, there.value().terms()),
                              body.policy(),
                              version == null ? there.version() : version,
                              call.by(null)));
                }),
        Route.get(
                NETWORK + "/events",
                "events",
                "What happened in a network, oldest first, without names.",
                Guard.NETWORK,
                Role.PLANNER,
                Role.AUDITOR)
            .asking("after", "limit")
            .does(
                call ->
                    Reply.of(
                        200,
                        Map.of(
                            "items",
                            call.desk()
                                .archive()
                                .events(
                                    call.path("network"),
                                    call.number("after", 0, 0, Long.MAX_VALUE),
                                    (int) call.number("limit", 50, 1, 200))))),
        Route.get(
                NETWORK + "/need",
                "need",
                "Requests by area, level of help and outcome; cells under five hidden.",
                Guard.NETWORK,
                Role.ANALYST,
                Role.PLANNER,
                Role.BROKER)
            .asking("from", "until")
            .does(
                call ->
                    Reply.of(
                        200,
                        Map.of(
                            "items",
                            call.requests()
                                .need(call.date("from", null), call.date("until", null))))));
  }

  private static NetworkSettings settings(
      Bodies.NetworkBody body, NetworkSettings.@Nullable Terms there) {
    ZoneId zone;
    try {
      zone = ZoneId.of(body.zone());
    } catch (DateTimeException e) {
      throw new Problem(422, "INVALID", "zone is no time zone. Maybe Europe/Brussels.");
    }
    if (!body.id().matches("[A-Za-z0-9._-]{1,60}")) {
      throw new Problem(422, "INVALID", "An id has 1 to 60 letters, digits, dots and dashes.");
    }
    return new NetworkSettings(
        body.id(),
        zone,
        body.rulePack(),
        Policy.plain("plain"),
        terms(body.terms(), there == null ? NetworkSettings.Terms.DEFAULT : there));
  }

  private static NetworkSettings.Terms terms(
      Bodies.@Nullable Terms body, NetworkSettings.Terms usual) {
    if (body == null) {
      return usual;
    }
    Integer hold = body.holdMinutes();
    Integer longest = body.longestHoldMinutes();
    Boolean lastWord = body.providerLastWord();
    var answers = body.answerMinutes();
    return new NetworkSettings.Terms(
        hold == null ? usual.holdMinutes() : hold,
        longest == null ? usual.longestHoldMinutes() : longest,
        answers == null ? usual.answerMinutes() : answers,
        lastWord == null ? usual.providerLastWord() : lastWord);
  }

  private static Reply shown(int status, Versioned<NetworkSettings> network) {
    NetworkSettings settings = network.value();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", settings.id());
    body.put("zone", settings.zone().getId());
    body.put("rulePack", settings.rulePack());
    body.put("policy", Desk.policyDocument(settings.policy()));
    body.put("terms", settings.terms());
    return Reply.of(status, body).version(network.version());
  }
}
