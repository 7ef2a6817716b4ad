package org.plek.api.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plek.api.access.Role;
import org.plek.api.jobs.Desk;
import org.plek.api.jobs.Versioned;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Providers, their names, and who is really there. */
final class ProviderRoutes {
  private static final String PROVIDERS = NetworkRoutes.NETWORK + "/providers";
  private static final String PROVIDER = PROVIDERS + "/{provider}";

  /** What anybody may know of a provider: where about, when, for whom, at what price. */
  private static final Set<String> PUBLIC =
      Set.of(
          "id",
          "kind",
          "area",
          "opening",
          "ages",
          "languages",
          "needsServed",
          "tariff",
          "form",
          "noticeMinutes",
          "location");

  private ProviderRoutes() {}

  static List<Route> of() {
    return List.of(
        Route.get(
                PROVIDERS,
                "providers",
                "Providers by id; without staff and children for who does not plan.",
                Guard.NETWORK,
                Role.BROKER,
                Role.PLANNER,
                Role.FAMILY,
                Role.PROVIDER,
                Role.REFERRER)
            .asking("after", "limit")
            .does(
                call ->
                    call.page(
                        call.supply().providers(),
                        provider -> provider.value().id(),
                        page -> page.stream().map(one -> shown(call, one)).toList())),
        Route.post(PROVIDERS, "addProvider", "Adds a provider.", Guard.NETWORK, Role.PLANNER)
            .taking(Provider.class)
            .giving(Provider.class)
            .does(
                call ->
                    written(
                        call, 201, call.supply().putProvider(call.document(), 0, call.by(null)))),
        Route.get(
                PROVIDER,
                "provider",
                "A provider; without staff and children for who does not plan.",
                Guard.NETWORK,
                Role.BROKER,
                Role.PLANNER,
                Role.FAMILY,
                Role.PROVIDER,
                Role.REFERRER)
            .giving(Provider.class)
            .does(call -> written(call, 200, call.supply().provider(call.path("provider")))),
        Route.put(
                PROVIDER,
                "changeProvider",
                "Changes a provider.",
                Guard.PROVIDER,
                Role.PLANNER,
                Role.PROVIDER)
            .taking(Provider.class)
            .giving(Provider.class)
            .fromVersion()
            .does(
                call -> {
                  Versioned<Provider> there = call.supply().provider(call.path("provider"));
                  Long version = call.ifMatchNumber();
                  return written(
                      call,
                      200,
                      call.supply()
                          .putProvider(
                              call.documentOf("provider"),
                              version == null ? there.version() : version,
                              call.by(null)));
                }),
        NameRoutes.read(PROVIDER, "provider", Guard.PROVIDER, Role.BROKER, Role.PROVIDER),
        NameRoutes.change(PROVIDER, "provider", Guard.PROVIDER, Role.BROKER, Role.PROVIDER),
        Route.get(
                PROVIDER + "/presences",
                "presences",
                "Who is recorded to be there, or away, on a date.",
                Guard.PROVIDER,
                Role.BROKER,
                Role.PLANNER,
                Role.PROVIDER)
            .asking("date")
            .does(
                call -> {
                  call.supply().provider(call.path("provider"));
                  return Reply.of(
                      200,
                      Map.of(
                          "subjects",
                          call.supply().presences(call.path("provider"), call.date("date", null))));
                }),
        Route.put(
                PROVIDER + "/presences/{subject}/{date}",
                "putPresence",
                "Records who is really there on a date; no hours means away.",
                Guard.PROVIDER,
                Role.BROKER,
                Role.PLANNER,
                Role.PROVIDER)
            .taking(Bodies.Hours.class)
            .does(
                call -> {
                  LocalDate date = call.pathDate("date");
                  call.supply()
                      .present(
                          call.path("provider"),
                          call.path("subject"),
                          date,
                          call.body(Bodies.Hours.class).hours(),
                          call.by(null));
                  return Reply.of(200, Map.of("date", date));
                }),
        Route.delete(
                PROVIDER + "/presences/{subject}/{date}",
                "endPresence",
                "Goes back to the roster.",
                Guard.PROVIDER,
                Role.BROKER,
                Role.PLANNER,
                Role.PROVIDER)
            .does(
                call -> {
                  call.supply()
                      .asRostered(
                          call.path("provider"),
                          call.path("subject"),
                          call.pathDate("date"),
                          call.by(null));
                  return Reply.of(204);
                }),
        Route.get(
                PROVIDER + "/check",
                "check",
                "Rules that are broken on a date with who is really there.",
                Guard.PROVIDER,
                Role.BROKER,
                Role.PLANNER,
                Role.PROVIDER)
            .asking("date")
            .does(
                call ->
                    Reply.of(
                        200,
                        Map.of(
                            "broken",
                            call.agreements()
                                .recheck(call.path("provider"), call.date("date", null))))));
  }

  private static Reply written(Call call, int status, Versioned<Provider> provider) {
    return Reply.of(status, shown(call, provider)).version(provider.version());
  }

  private static JsonNode shown(Call call, Versioned<Provider> versioned) {
    Provider provider = versioned.value();
    ObjectNode node = (ObjectNode) Desk.providerDocuments(List.of(provider)).getFirst();
    boolean whole =
        call.is(Role.BROKER)
            || call.is(Role.PLANNER)
            || (call.is(Role.PROVIDER) && call.account().providers().contains(provider.id()));
    if (!whole) {
      node.retain(PUBLIC);
      if (provider.kind() != ProviderKind.DAYCARE) {
        node.remove("location"); // It is somebody's home.
      }
    }
    return node;
  }
}
