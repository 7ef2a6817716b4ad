package org.plek.api.http;

import java.util.List;
import java.util.Map;
import org.plek.api.access.Role;
import org.plek.api.jobs.Desk;
import org.plek.api.jobs.HelpLevel;
import org.plek.api.jobs.Requests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests: filed, helped, closed. */
final class RequestRoutes {
  private static final String REQUESTS = NetworkRoutes.NETWORK + "/requests";
  private static final String REQUEST = REQUESTS + "/{request}";

  private RequestRoutes() {}

  static List<Route> of() {
    return List.of(
        Route.get(
                REQUESTS,
                "requests",
                "Requests by id, those that I may see.",
                Guard.NETWORK,
                Role.BROKER,
                Role.PLANNER,
                Role.FAMILY,
                Role.REFERRER)
            .asking("familyId", "after", "limit")
            .does(
                call ->
                    call.page(
                        call.requests().all(call.query("familyId")).stream()
                            .filter(filed -> call.may(own(filed)))
                            .toList(),
                        filed -> filed.request().id(),
                        page -> page.stream().map(RequestRoutes::view).toList())),
        Route.post(
                REQUESTS,
                "fileRequest",
                "Files a request; a referrer with the family's consent.",
                Guard.NETWORK,
                Role.BROKER,
                Role.FAMILY,
                Role.REFERRER)
            .taking(Bodies.NewRequest.class)
            .giving(Bodies.RequestView.class)
            .does(RequestRoutes::file),
        Route.get(
                REQUEST,
                "request",
                "A request and how far it is.",
                Guard.REQUEST,
                Role.BROKER,
                Role.PLANNER,
                Role.FAMILY,
                Role.PROVIDER,
                Role.REFERRER)
            .giving(Bodies.RequestView.class)
            .does(call -> shown(200, call.requests().find(call.path("request")))),
        Route.put(
                REQUEST,
                "changeRequest",
                "Changes what is asked, while nothing is held or agreed for it.",
                Guard.REQUEST,
                Role.BROKER,
                Role.FAMILY)
            .taking(org.plek.domain.Request.class)
            .giving(Bodies.RequestView.class)
            .fromVersion()
            .does(
                call -> {
                  String version = call.ifMatch();
                  return shown(
                      200,
                      call.requests()
                          .change(
                              call.path("request"),
                              call.documentOf("request"),
                              version == null
                                  ? call.requests().find(call.path("request")).version()
                                  : version,
                              call.by(null)));
                }),
        verb("help", "helpRequest", "Changes how much the desk does for a request.")
            .taking(Bodies.Helping.class)
            .does(
                call -> {
                  Bodies.Helping body = call.body(Bodies.Helping.class);
                  return shown(
                      200,
                      call.requests()
                          .help(
                              call.path("request"),
                              body.level(),
                              call.ifMatch(),
                              call.by(body.how())));
                }),
        verb("close", "closeRequest", "Closes a request with how it ended.")
            .taking(Bodies.Closing.class)
            .does(
                call -> {
                  Bodies.Closing body = call.body(Bodies.Closing.class);
                  return shown(
                      200,
                      call.requests()
                          .close(
                              call.path("request"),
                              body.outcome(),
                              call.ifMatch(),
                              call.by(body.how())));
                }),
        verb("reopen", "reopenRequest", "Opens a closed request again.")
            .taking(Bodies.Said.class)
            .does(
                call ->
                    shown(
                        200,
                        call.requests()
                            .reopen(
                                call.path("request"),
                                call.ifMatch(),
                                call.by(call.body(Bodies.Said.class).how())))),
        verb(
                "no-solution",
                "noSolution",
                "Closes a request for which no place was found, with a dated statement.")
            .taking(Bodies.NoSolution.class)
            .does(
                call -> {
                  Bodies.NoSolution body = call.body(Bodies.NoSolution.class);
                  return shown(
                      200,
                      call.requests()
                          .noSolution(
                              call.path("request"),
                              body.reasons(),
                              call.ifMatch(),
                              call.by(body.how())));
                }));
  }

  private static Route verb(String verb, String name, String summary) {
    return Route.post(REQUEST + "/" + verb, name, summary, Guard.REQUEST, Role.BROKER)
        .verb()
        .giving(Bodies.RequestView.class)
        .fromVersion();
  }

  private static Guard own(Requests.Filed filed) {
    return (call, account, role) -> Guard.request(call, account, role, filed);
  }

  private static Reply file(Call call) {
    Bodies.NewRequest body = call.body(Bodies.NewRequest.class);
    if (!(body.request() instanceof ObjectNode request)) {
      throw new Problem(422, "INVALID", "request is no object.");
    }
    if (!request.has("id")) {
      request.put("id", call.newId("r"));
    }
    String family = request.path("familyId").asString("");
    boolean refers = !call.is(Role.BROKER) && !call.is(Role.FAMILY);
    if (refers && !Boolean.TRUE.equals(body.consent())) {
      throw new Problem(
          422,
          "CONSENT_NEEDED",
          "A referrer files with the family's consent. Maybe consent: true.");
    }
    call.require(
        call.may(
            (c, account, role) -> role == Role.REFERRER || Guard.family(c, account, role, family)));
    HelpLevel level = body.level();
    HelpLevel usual = call.is(Role.FAMILY) ? HelpLevel.SELF : HelpLevel.BROKERED;
    return shown(
        201,
        call.requests()
            .file(
                request,
                level == null || call.is(Role.FAMILY) ? usual : level,
                call.by(body.how())));
  }

  private static Map<String, Object> view(Requests.Filed filed) {
    JsonNode document = Desk.requestDocuments(List.of(filed.request())).getFirst();
    return Map.of("request", document, "progress", filed.progress());
  }

  private static Reply shown(int status, Requests.Filed filed) {
    return Reply.of(status, view(filed)).version(filed.version());
  }
}
