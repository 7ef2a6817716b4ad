package org.plek.api.http;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.api.access.Role;
import org.plek.api.jobs.Refused;
import org.plek.cost.Price;
import org.plek.domain.ConditionalPlacement;
import org.plek.domain.Entitlement.Measure;
import org.plek.domain.Leg;
import org.plek.recommend.Language;
import org.plek.recommend.Wording;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.plain.Balance;
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

  /** What an option costs; who else is there is for those who may see it. */
  record CostView(
      Price price,
      long centsPerHour,
      long monthCents,
      int travelMinutes,
      boolean known,
      Map<ConstraintName, Long> softChange,
      long objective,
      @Nullable LocalDateTime tightest,
      @Nullable Integer childrenThere,
      @Nullable Integer caregiversRequired,
      @Nullable Integer caregiversThere) {
    static CostView of(OptionCost cost, boolean whole) {
      return new CostView(
          cost.price(),
          cost.price().centsPerHour(),
          cost.monthCents(),
          cost.travelMinutes(),
          cost.known(),
          cost.softChange(),
          cost.objective(),
          whole ? cost.tightest() : null,
          whole ? cost.childrenThere() : null,
          whole ? cost.caregiversRequired() : null,
          whole ? cost.caregiversThere() : null);
    }
  }

  /** What happens with one provider; a blocked one has its reason in the language asked for. */
  record AnswerView(
      String providerId,
      String groupId,
      List<Leg> legs,
      @Nullable BlockerView blocker,
      @Nullable String reason,
      @Nullable CostView cost) {
    static AnswerView of(ProviderAnswer answer, Wording words, boolean whole) {
      Match blocker = answer.blocker();
      OptionCost cost = answer.cost();
      return new AnswerView(
          answer.providerId(),
          answer.groupId(),
          answer.legs(),
          blocker == null ? null : BlockerView.of(blocker),
          blocker == null ? null : words.reason(answer.providerId(), blocker),
          cost == null ? null : CostView.of(cost, whole));
    }
  }

  /** What is left of a limit on use, history and plan counted together. */
  record BalanceView(
      String entitlementId,
      String holderId,
      @Nullable String providerId,
      Measure measure,
      LocalDate from,
      LocalDate until,
      int most,
      int usedBefore,
      int planned,
      int left,
      String text) {
    static BalanceView of(Balance balance) {
      return new BalanceView(
          balance.entitlementId(),
          balance.holderId(),
          balance.providerId(),
          balance.measure(),
          balance.from(),
          balance.until(),
          balance.most(),
          balance.usedBefore(),
          balance.planned(),
          balance.left(),
          balance.words());
    }
  }

  /** Why a care session is where it is, and what is left of what limits its use. */
  record ExplanationView(
      String sessionId,
      String language,
      @Nullable AnswerView here,
      List<AnswerView> nearest,
      List<BalanceView> balances) {}

  /** Places that hang on absences; none where the policy accepts no expected absence. */
  record ConditionalView(List<ConditionalPlacement> conditional) {}

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
                  return shown(
                      call, call.look().explain(call.path("request"), session, nearest(call)));
                }),
        Route.get(
                NetworkRoutes.NETWORK + "/requests/{request}/conditional-places",
                "conditionalPlaces",
                "Places that come free only when regular children stay away, with their risk; held"
                    + " on the day as any place is, with the children who are there.",
                Guard.REQUEST,
                Role.BROKER,
                Role.PLANNER)
            .giving(ConditionalView.class)
            .does(
                call ->
                    Reply.of(
                        200, new ConditionalView(call.look().conditional(call.path("request"))))));
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

  static Reply shown(Call call, Explanation explanation) {
    boolean whole = call.is(Role.BROKER) || call.is(Role.PLANNER);
    Language language =
        Languages.of(call.context().header("Accept-Language"), call.look().country());
    Wording words = Languages.words(language);
    ProviderAnswer here = explanation.here();
    return Languages.in(
        language.tag(),
        Reply.of(
            200,
            new ExplanationView(
                explanation.sessionId(),
                language.tag(),
                here == null ? null : AnswerView.of(here, words, whole),
                explanation.nearest().stream()
                    .map(answer -> AnswerView.of(answer, words, whole))
                    .toList(),
                explanation.balances().stream().map(BalanceView::of).toList())));
  }
}
