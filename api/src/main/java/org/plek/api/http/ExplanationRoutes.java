package org.plek.api.http;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.api.access.Role;
import org.plek.api.jobs.Refused;
import org.plek.domain.Leg;
import org.plek.scoring.plain.Explainer;
import org.plek.scoring.plain.Explanation;
import org.plek.scoring.plain.Match;
import org.plek.scoring.plain.OptionCost;
import org.plek.scoring.plain.ProviderAnswer;

/** Why this, why not: of a care session in the state of now. Never names the children of others. */
final class ExplanationRoutes {
  private static final int MOST_NEAREST = 50;

  private ExplanationRoutes() {}

  /** The rule that blocks, when and by how much. */
  record BlockerView(
      String constraint,
      long amount,
      @Nullable String groupId,
      @Nullable LocalDateTime from,
      @Nullable LocalDateTime until,
      String text) {
    static BlockerView of(Match match) {
      return new BlockerView(
          match.constraint().name(),
          match.amount(),
          match.groupId(),
          match.from(),
          match.until(),
          match.text());
    }
  }

  /** What happens with one provider. */
  record AnswerView(
      String providerId,
      String groupId,
      List<Leg> legs,
      @Nullable BlockerView blocker,
      @Nullable OptionCost cost) {
    static AnswerView of(ProviderAnswer answer) {
      Match blocker = answer.blocker();
      return new AnswerView(
          answer.providerId(),
          answer.groupId(),
          answer.legs(),
          blocker == null ? null : BlockerView.of(blocker),
          answer.cost());
    }
  }

  /** Why a care session is where it is. */
  record ExplanationView(String sessionId, @Nullable AnswerView here, List<AnswerView> nearest) {}

  static List<Route> of() {
    return List.of(
        Route.get(
                NetworkRoutes.NETWORK + "/requests/{request}/explanation",
                "explainRequest",
                "Why a care session is where it is now, and why not with others near by.",
                Guard.REQUEST,
                Role.BROKER,
                Role.PLANNER,
                Role.FAMILY)
            .asking("sessionId", "nearest")
            .giving(ExplanationView.class)
            .does(
                call -> {
                  String session = session(call);
                  if (!call.look().requestOf(session).equals(call.path("request"))) {
                    throw new Refused(
                        Refused.Code.NOT_FOUND, "The request has no such care session.");
                  }
                  return shown(call.look().explain(call.path("request"), session, nearest(call)));
                }));
  }

  static String session(Call call) {
    String session = call.query("sessionId");
    if (session == null) {
      throw new Problem(422, "INVALID", "sessionId names the care session.");
    }
    return session;
  }

  static int nearest(Call call) {
    return (int) call.number("nearest", Explainer.NEAREST, 1, MOST_NEAREST);
  }

  /** Whether the caller may know of a request; of one that is gone, who plans the network may. */
  static boolean mayKnow(Call call, String request) {
    if (call.is(Role.PLANNER)) {
      return true;
    }
    try {
      var filed = call.requests().find(request);
      return call.may((c, account, role) -> Guard.request(c, account, role, filed));
    } catch (Refused gone) {
      return false;
    }
  }

  static Reply shown(Explanation explanation) {
    ProviderAnswer here = explanation.here();
    return Reply.of(
        200,
        new ExplanationView(
            explanation.sessionId(),
            here == null ? null : AnswerView.of(here),
            explanation.nearest().stream().map(AnswerView::of).toList()));
  }
}
