package org.plek.api.http;

import java.time.Instant;
import java.util.List;
import org.plek.api.access.Role;
import org.plek.api.jobs.Blocking;
import org.plek.api.jobs.Proposal;
import org.plek.api.jobs.Proposals;
import org.plek.api.jobs.Refused;

/** What planning runs propose; a broker holds it, or not. */
final class ProposalRoutes {
  private ProposalRoutes() {}

  /** A proposal, with what stands in its way now. */
  record ProposalView(
      String requestId,
      String runId,
      Instant at,
      List<Bodies.StayView> stays,
      List<Blocking> blocking) {
    static ProposalView of(Proposal proposal, List<Blocking> blocking) {
      return new ProposalView(
          proposal.requestId(),
          proposal.runId(),
          proposal.at(),
          proposal.stays().entrySet().stream()
              .map(stay -> new Bodies.StayView(stay.getKey(), stay.getValue()))
              .toList(),
          blocking);
    }
  }

  static List<Route> of() {
    return List.of(
        Route.get(
                NetworkRoutes.NETWORK + "/proposals",
                "proposals",
                "What planning runs propose, by request, with what stands in the way now.",
                Guard.NETWORK,
                Role.BROKER,
                Role.PLANNER)
            .asking("after", "limit")
            .does(
                call -> {
                  Proposals proposals = call.desk().proposals(call.path("network"));
                  return call.page(
                      proposals.all().stream()
                          .filter(each -> ExplanationRoutes.mayKnow(call, each.requestId()))
                          .toList(),
                      Proposal::requestId,
                      page ->
                          page.stream()
                              .map(each -> ProposalView.of(each, proposals.blocking(each)))
                              .toList());
                }),
        Route.get(
                NetworkRoutes.NETWORK + "/requests/{request}/proposal",
                "proposal",
                "What is proposed for a request, with what stands in the way now.",
                Guard.REQUEST,
                Role.BROKER,
                Role.PLANNER)
            .giving(ProposalView.class)
            .does(
                call -> {
                  Proposals proposals = call.desk().proposals(call.path("network"));
                  Proposal proposal =
                      proposals
                          .ofRequest(call.path("request"))
                          .orElseThrow(
                              () ->
                                  new Refused(
                                      Refused.Code.NOT_FOUND,
                                      "Nothing is proposed for this request."));
                  return Reply.of(200, ProposalView.of(proposal, proposals.blocking(proposal)));
                }));
  }
}
