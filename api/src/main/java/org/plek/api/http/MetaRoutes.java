package org.plek.api.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.plek.api.access.Access;
import org.plek.api.access.Role;
import org.plek.api.jobs.Desk;

/** Health, metrics, the description of the interface, signing in. */
final class MetaRoutes {
  private static final Set<String> BEFORE_PASSWORD = Set.of("changePassword", "signOut", "me");
  private static final Set<String> NOT_AUDITED = Set.of("live", "ready", "metrics", "description");

  private MetaRoutes() {}

  static boolean beforePassword(Route route) {
    return BEFORE_PASSWORD.contains(route.name());
  }

  /** Health, metrics and the description are about nobody. */
  static boolean isAudited(Route route) {
    return !NOT_AUDITED.contains(route.name());
  }

  static List<Route> of(Access access, Desk desk, PrometheusMeterRegistry metrics) {
    return List.of(
        Route.get("/health/live", "live", "Whether the program runs.", Guard.NONE)
            .toAnybody()
            .does(call -> Reply.of(200, Map.of("status", "UP"))),
        Route.get("/health/ready", "ready", "Whether the store answers.", Guard.NONE)
            .toAnybody()
            .does(
                call ->
                    desk.archive().alive()
                        ? Reply.of(200, Map.of("status", "UP"))
                        : Reply.of(503, Map.of("status", "DOWN"))),
        Route.get("/metrics", "metrics", "Metrics in the format of Prometheus.", Guard.NONE)
            .toAnybody()
            .does(call -> Reply.text(metrics.scrape(), "text/plain; version=0.0.4; charset=utf-8")),
        Route.get("/api/v1/openapi.json", "description", "This interface.", Guard.NONE)
            .toAnybody()
            .does(call -> Reply.text(description(), Reply.JSON)),
        Route.post("/api/v1/sessions", "signIn", "Signs in with name and password.", Guard.NONE)
            .toAnybody()
            .withSecret()
            .taking(Bodies.SignIn.class)
            .giving(Bodies.Session.class)
            .does(
                call -> {
                  Bodies.SignIn in = call.body(Bodies.SignIn.class);
                  Access.Issued issued = access.signIn(in.name(), in.password());
                  call.signedIn(access.authenticate("Bearer " + issued.token()));
                  return Reply.of(
                      201,
                      new Bodies.Session(
                          issued.token(), issued.expiresAt(), call.account().mustChangePassword()));
                }),
        Route.delete("/api/v1/sessions/current", "signOut", "Signs out.", Guard.NONE)
            .does(
                call -> {
                  access.signOut(Objects.requireNonNull(call.context().header("Authorization")));
                  return Reply.of(204);
                }),
        Route.get("/api/v1/me", "me", "Who I am and what I may be.", Guard.NONE)
            .giving(Bodies.Me.class)
            .does(call -> Reply.of(200, Bodies.Me.of(call.account()))),
        Route.post("/api/v1/me/password", "changePassword", "Changes my password.", Guard.NONE)
            .as("POST", 204)
            .withSecret()
            .taking(Bodies.Password.class)
            .does(
                call -> {
                  Bodies.Password body = call.body(Bodies.Password.class);
                  access.changePassword(call.account(), body.old(), body.fresh());
                  return Reply.of(204);
                }),
        Route.get(
                "/api/v1/audit-entries",
                "audit",
                "Who called what, oldest first.",
                Guard.NONE,
                Role.AUDITOR)
            .asking("after", "limit")
            .does(
                call ->
                    Reply.of(
                        200,
                        Map.of(
                            "items",
                            desk.archive()
                                .audited(
                                    call.number("after", 0, 0, Long.MAX_VALUE),
                                    (int) call.number("limit", 50, 1, 200))))),
        Route.post(
                "/api/v1/retention-runs",
                "forget",
                "Forgets what is older than it may be, or counts it (dryRun).",
                Guard.NONE,
                Role.ADMINISTRATOR)
            .as("POST", 200)
            .taking(Bodies.Forgetting.class)
            .giving(org.plek.api.jobs.Archive.Forgotten.class)
            .does(
                call -> {
                  Bodies.Forgetting body = call.body(Bodies.Forgetting.class);
                  if (body.keepDays() < 1 || body.keepAuditDays() < 1) {
                    throw new Problem(422, "INVALID", "Days to keep are at least 1.");
                  }
                  return Reply.of(
                      200,
                      desk.archive()
                          .forget(
                              java.time.Duration.ofDays(body.keepDays()),
                              java.time.Duration.ofDays(body.keepAuditDays()),
                              body.dryRun(),
                              call.by(null)));
                }));
  }

  static String description() {
    try (InputStream in = MetaRoutes.class.getResourceAsStream("openapi.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
