package org.plek.api.http;

import java.util.List;
import org.plek.api.access.Role;
import org.plek.api.jobs.Desk;
import org.plek.api.jobs.Versioned;
import org.plek.domain.Family;
import tools.jackson.databind.JsonNode;

/** Families under their pseudonyms, and the names behind them. */
final class FamilyRoutes {
  private static final String FAMILIES = NetworkRoutes.NETWORK + "/families";
  private static final String FAMILY = FAMILIES + "/{family}";

  private FamilyRoutes() {}

  static List<Route> of() {
    return List.of(
        Route.get(
                FAMILIES,
                "families",
                "Families by id, those that I may see.",
                Guard.NETWORK,
                Role.BROKER,
                Role.PLANNER,
                Role.FAMILY)
            .asking("after", "limit")
            .does(
                call ->
                    call.page(
                        call.supply().families().stream()
                            .filter(family -> call.may(own(family.value().id())))
                            .toList(),
                        family -> family.value().id(),
                        page ->
                            Desk.familyDocuments(page.stream().map(Versioned::value).toList()))),
        Route.post(
                FAMILIES,
                "addFamily",
                "Adds a family.",
                Guard.NETWORK,
                Role.BROKER,
                Role.FAMILY,
                Role.REFERRER)
            .taking(Family.class)
            .giving(Family.class)
            .does(
                call -> {
                  JsonNode body = call.document();
                  call.require(mayAdd(call, body));
                  return shown(201, call.supply().putFamily(body, 0, call.by(null)));
                }),
        Route.get(
                FAMILY,
                "family",
                "A family.",
                Guard.FAMILY,
                Role.BROKER,
                Role.PLANNER,
                Role.FAMILY,
                Role.PROVIDER)
            .giving(Family.class)
            .does(call -> shown(200, call.supply().family(call.path("family")))),
        Route.put(
                FAMILY, "changeFamily", "Changes a family.", Guard.FAMILY, Role.BROKER, Role.FAMILY)
            .taking(Family.class)
            .giving(Family.class)
            .fromVersion()
            .does(
                call -> {
                  JsonNode body = call.documentOf("family");
                  Versioned<Family> there = call.supply().family(call.path("family"));
                  call.require(call.is(Role.FAMILY) || mayAdd(call, body));
                  Long version = call.ifMatchNumber();
                  return shown(
                      200,
                      call.supply()
                          .putFamily(
                              body, version == null ? there.version() : version, call.by(null)));
                }),
        NameRoutes.read(FAMILY, "family", Guard.FAMILY, Role.BROKER, Role.FAMILY, Role.PROVIDER),
        NameRoutes.change(FAMILY, "family", Guard.FAMILY, Role.BROKER, Role.FAMILY));
  }

  private static Guard own(String family) {
    return (call, account, role) -> Guard.family(call, account, role, family);
  }

  /** A family adds itself, a broker families of the own areas, a referrer any. */
  private static boolean mayAdd(Call call, JsonNode body) {
    String area = body.path("area").asString("");
    return call.may(
        (c, account, role) ->
            switch (role) {
              case FAMILY -> account.families().contains(body.path("id").asString(""));
              case BROKER -> account.areas().isEmpty() || account.areas().contains(area);
              default -> true;
            });
  }

  private static Reply shown(int status, Versioned<Family> family) {
    return Reply.of(status, Desk.familyDocuments(List.of(family.value())).getFirst())
        .version(family.version());
  }
}
