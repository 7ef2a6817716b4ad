package org.plek.api.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.api.access.Role;
import org.plek.api.jobs.Agreement;
import org.plek.api.jobs.Agreements;

/** Hold, offer, confirm, decline, release, cancel, no-show. */
final class AgreementRoutes {
  private static final String AGREEMENTS = NetworkRoutes.NETWORK + "/agreements";
  private static final String AGREEMENT = AGREEMENTS + "/{agreement}";

  private AgreementRoutes() {}

  static List<Route> of() {
    return List.of(
        Route.get(
                AGREEMENTS,
                "agreements",
                "Agreements by id, those that I may see.",
                Guard.NETWORK,
                Role.BROKER,
                Role.PLANNER,
                Role.FAMILY,
                Role.PROVIDER)
            .asking("requestId", "providerId", "after", "limit")
            .does(
                call ->
                    call.page(
                        asked(call).stream()
                            .filter(agreement -> call.may(own(agreement)))
                            .sorted(java.util.Comparator.comparing(Agreement::id))
                            .toList(),
                        Agreement::id,
                        page -> page.stream().map(Bodies.AgreementView::of).toList())),
        Route.post(
                AGREEMENTS,
                "hold",
                "Holds places for a request; overrule gives the reason to set a house rule aside.",
                Guard.NETWORK,
                Role.BROKER)
            .taking(Bodies.HoldBody.class)
            .giving(Bodies.AgreementView.class)
            .does(
                call -> {
                  Bodies.HoldBody body = call.body(Bodies.HoldBody.class);
                  requireRequest(call, body);
                  return shown(
                      201,
                      call.agreements()
                          .hold(
                              call.newId("a"),
                              new Agreements.Wanted(
                                  body.requestId(), body.legs(), body.minutes(), body.overrule()),
                              call.by(body.how())));
                }),
        Route.post(
                NetworkRoutes.NETWORK + "/agreement-checks",
                "checkHold",
                "What would stand in the way of a hold; nothing is held.",
                Guard.NETWORK,
                Role.BROKER,
                Role.PLANNER)
            .as("POST", 200)
            .taking(Bodies.HoldBody.class)
            .does(
                call -> {
                  Bodies.HoldBody body = call.body(Bodies.HoldBody.class);
                  requireRequest(call, body);
                  return Reply.of(
                      200,
                      Map.of(
                          "blocking", call.agreements().blocking(body.requestId(), body.legs())));
                }),
        Route.get(
                AGREEMENT,
                "agreement",
                "An agreement.",
                Guard.AGREEMENT,
                Role.BROKER,
                Role.PLANNER,
                Role.FAMILY,
                Role.PROVIDER)
            .giving(Bodies.AgreementView.class)
            .does(call -> shown(200, call.agreements().find(call.path("agreement")))),
        verb("offer", "Offers what is held to family and providers.", Role.BROKER)
            .does(
                call ->
                    shown(
                        200,
                        call.agreements()
                            .offer(
                                call.path("agreement"),
                                call.ifMatchNumber(),
                                call.by(said(call).how())))),
        verb(
                "confirm",
                "Records a yes: of the family, or of the provider named.",
                Role.BROKER,
                Role.FAMILY,
                Role.PROVIDER)
            .does(
                call -> {
                  Bodies.Said said = said(call);
                  return shown(
                      200,
                      call.agreements()
                          .confirm(
                              call.path("agreement"),
                              call.ifMatchNumber(),
                              side(call, said),
                              call.by(said.how())));
                }),
        verb(
                "decline",
                "Records a no: of the family, or of the provider named.",
                Role.BROKER,
                Role.FAMILY,
                Role.PROVIDER)
            .does(
                call -> {
                  Bodies.Said said = said(call);
                  return shown(
                      200,
                      call.agreements()
                          .decline(
                              call.path("agreement"),
                              call.ifMatchNumber(),
                              side(call, said),
                              said.reason(),
                              call.by(said.how())));
                }),
        verb("release", "Gives back what is held or offered.", Role.BROKER)
            .does(
                call -> {
                  Bodies.Said said = said(call);
                  return shown(
                      200,
                      call.agreements()
                          .release(
                              call.path("agreement"),
                              call.ifMatchNumber(),
                              said.reason(),
                              call.by(said.how())));
                }),
        verb("cancel", "Ends what was agreed, with a reason.", Role.BROKER)
            .does(
                call -> {
                  Bodies.Said said = said(call);
                  String reason = said.reason();
                  if (reason == null || reason.isBlank()) {
                    throw new Problem(422, "INVALID", "Whoever cancels says why.");
                  }
                  return shown(
                      200,
                      call.agreements()
                          .cancel(
                              call.path("agreement"),
                              call.ifMatchNumber(),
                              reason,
                              call.by(said.how())));
                }),
        verb(
                "no-show",
                "Records that the child did not come to a care session.",
                Role.BROKER,
                Role.PROVIDER)
            .does(
                call -> {
                  Bodies.Said said = said(call);
                  String session = said.sessionId();
                  if (session == null) {
                    throw new Problem(422, "INVALID", "sessionId is missing.");
                  }
                  return shown(
                      200,
                      call.agreements()
                          .noShow(
                              call.path("agreement"),
                              call.ifMatchNumber(),
                              session,
                              call.by(said.how())));
                }));
  }

  private static Route verb(String verb, String summary, Role... roles) {
    return Route.post(AGREEMENT + "/" + verb, verb, summary, Guard.AGREEMENT, roles)
        .verb()
        .taking(Bodies.Said.class)
        .giving(Bodies.AgreementView.class)
        .fromVersion();
  }

  private static Bodies.Said said(Call call) {
    return call.body(Bodies.Said.class);
  }

  private static List<Agreement> asked(Call call) {
    String request = call.query("requestId");
    String provider = call.query("providerId");
    if (request != null) {
      return call.agreements().ofRequest(request);
    }
    return provider != null ? call.agreements().ofProvider(provider) : call.agreements().all();
  }

  private static Guard own(Agreement agreement) {
    return (call, account, role) -> Guard.agreement(call, account, role, agreement);
  }

  private static void requireRequest(Call call, Bodies.HoldBody body) {
    var filed = call.requests().find(body.requestId());
    call.require(call.may((c, account, role) -> Guard.request(c, account, role, filed)));
  }

  /** Whose answer it is: a provider answers for itself, a family for itself, a broker for both. */
  private static @Nullable String side(Call call, Bodies.Said said) {
    String named = said.providerId();
    Agreement agreement = call.agreements().find(call.path("agreement"));
    if (call.is(Role.BROKER)
        && Guard.family(call, call.account(), Role.BROKER, agreement.familyId())) {
      return named;
    }
    if (named == null) {
      if (call.account().families().contains(agreement.familyId())) {
        return null;
      }
      List<String> own =
          agreement.providers().stream().filter(call.account().providers()::contains).toList();
      call.require(own.size() == 1);
      return own.getFirst();
    }
    call.require(call.account().providers().contains(named));
    return named;
  }

  private static Reply shown(int status, Agreement agreement) {
    return Reply.of(status, Bodies.AgreementView.of(agreement)).version(agreement.version());
  }
}
