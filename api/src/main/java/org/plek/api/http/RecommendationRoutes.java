package org.plek.api.http;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.api.access.Role;
import org.plek.api.jobs.Advice;
import org.plek.api.jobs.Archive;
import org.plek.domain.Leg;
import org.plek.domain.Request;
import org.plek.recommend.Question;
import org.plek.recommend.Recommendation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a request can go now, and why not elsewhere: answered at once, and kept. */
final class RecommendationRoutes {
  private static final String REQUESTS = NetworkRoutes.NETWORK + "/requests/{request}";
  private static final int MOST_OFFERS = 20;
  private static final int MOST_REFUSALS = 100;

  private RecommendationRoutes() {}

  /**
   * How much is asked; what is left out has a default.
   *
   * @param offers offers at most; 7
   * @param refusals providers for which it is said why not, nearest first; 10
   * @param changes whether the smallest changes that help are looked for; true
   * @param providerIds providers of which the answer must say why not if they are not offered
   */
  record Extent(
      @Nullable Integer offers,
      @Nullable Integer refusals,
      @Nullable Boolean changes,
      @Nullable Set<String> providerIds) {
    Advice.Extent whole() {
      Set<String> ids = providerIds;
      return new Advice.Extent(
          within("offers", offers, Question.MOST_OFFERS, 1, MOST_OFFERS),
          within("refusals", refusals, Question.MOST_REFUSALS, 0, MOST_REFUSALS),
          changes == null || changes,
          ids == null ? Set.of() : ids);
    }

    private static int within(
        String name, @Nullable Integer asked, int usual, int least, int most) {
      int number = asked == null ? usual : asked;
      if (number < least || number > most) {
        throw new Problem(
            422, "INVALID", name + " must be a number from " + least + " to " + most + ".");
      }
      return number;
    }
  }

  /** A request that is only thought of, and how much is asked about it. */
  record Thought(JsonNode request, @Nullable Extent extent) {}

  /** A place for one care session; a lower objective is better. */
  record RankedView(Leg leg, long objective) {}

  /** What was advised, to whom and when. */
  record AdvisedView(String id, Instant at, String actor, JsonNode recommendation) {}

  static List<Route> of() {
    return List.of(
        Route.post(
                REQUESTS + "/recommendations",
                "recommend",
                "Ranked, explained offers for a request as things are now; what is shown is kept.",
                Guard.REQUEST,
                Role.BROKER,
                Role.PLANNER,
                Role.FAMILY)
            .verb()
            .taking(Extent.class)
            .giving(RecommendationView.class)
            .does(
                call -> {
                  Extent extent =
                      call.context().body().isBlank()
                          ? new Extent(null, null, null, null)
                          : call.body(Extent.class);
                  Advice advice = call.desk().advice(call.path("network"));
                  String request = call.path("request");
                  RecommendationView view = view(call, advice.of(request, extent.whole()));
                  return shown(view)
                      .advised(
                          new Archive.Advised(
                              view.id(),
                              call.path("network"),
                              request,
                              call.now(),
                              call.account().id(),
                              HttpDesk.JSON.writeValueAsString(view)));
                }),
        Route.get(
                REQUESTS + "/ranking",
                "rank",
                "The best places for one care session of a fixed time, in one leg, best first.",
                Guard.REQUEST,
                Role.BROKER,
                Role.PLANNER,
                Role.FAMILY)
            .asking("sessionId", "limit")
            .does(
                call ->
                    Reply.of(
                        200,
                        new Call.Page(
                            call
                                .desk()
                                .advice(call.path("network"))
                                .rank(
                                    call.path("request"),
                                    ExplanationRoutes.session(call),
                                    (int) call.number("limit", Question.MOST_OFFERS, 1, 20))
                                .stream()
                                .map(way -> new RankedView(way.leg(), way.objective()))
                                .toList(),
                            null))),
        Route.get(
                REQUESTS + "/recommendations",
                "recommended",
                "What was recommended for a request, to whom and when, newest first.",
                Guard.REQUEST,
                Role.BROKER,
                Role.PLANNER,
                Role.FAMILY)
            .asking("limit")
            .does(
                call ->
                    Reply.of(
                        200,
                        new Call.Page(
                            call
                                .desk()
                                .archive()
                                .advised(
                                    call.path("network"),
                                    call.path("request"),
                                    (int) call.number("limit", 10, 1, 100))
                                .stream()
                                .filter(
                                    one ->
                                        !onlyFamily(call)
                                            || one.actor().equals(call.account().id()))
                                .map(
                                    one ->
                                        new AdvisedView(
                                            one.id(),
                                            one.at(),
                                            one.actor(),
                                            HttpDesk.JSON.readTree(one.body())))
                                .toList(),
                            null))),
        Route.post(
                NetworkRoutes.NETWORK + "/recommendations",
                "recommendThought",
                "Ranked, explained offers for a request that is not filed; nothing is kept.",
                Guard.NETWORK,
                Role.BROKER,
                Role.PLANNER,
                Role.FAMILY)
            .as("POST", 200)
            .taking(Thought.class)
            .giving(RecommendationView.class)
            .does(RecommendationRoutes::thought));
  }

  private static Reply thought(Call call) {
    Thought body = call.body(Thought.class);
    if (!(body.request() instanceof ObjectNode document)) {
      throw new Problem(422, "INVALID", "request is no object.");
    }
    if (!document.has("id")) {
      document.put("id", call.newId("r"));
    }
    if (!document.has("askedAt")) {
      document.put("askedAt", call.look().now().withNano(0).toString());
    }
    String family = document.path("familyId").asString("");
    call.require(call.may((c, account, role) -> Guard.family(c, account, role, family)));
    Extent extent = body.extent();
    Advice advice = call.desk().advice(call.path("network"));
    Request request = advice.read(document);
    Recommendation answer =
        advice.answer(
            request, (extent == null ? new Extent(null, null, null, null) : extent).whole());
    return shown(view(call, answer));
  }

  /** Whether the caller is there as a family alone, and sees nothing of the children of others. */
  private static boolean onlyFamily(Call call) {
    return !call.is(Role.BROKER) && !call.is(Role.PLANNER);
  }

  private static RecommendationView view(Call call, Recommendation answer) {
    return RecommendationView.of(
        call.desk().ids().next("ad"),
        answer,
        Languages.of(call.context().header("Accept-Language"), call.look().country()),
        !onlyFamily(call));
  }

  private static Reply shown(RecommendationView view) {
    return Languages.in(view.language(), Reply.of(200, view));
  }
}
