package org.plek.api.http;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.json.JavalinJackson3;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plek.api.access.Access;
import org.plek.api.access.Account;
import org.plek.api.access.Role;
import org.plek.api.jobs.Archive;
import org.plek.api.jobs.Desk;
import org.plek.api.runs.Runs;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP server of a desk. */
public final class HttpDesk implements AutoCloseable {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
          .changeDefaultPropertyInclusion(
              include ->
                  include.withValueInclusion(
                      com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
          .build();

  private final Desk desk;
  private final Access access;
  private final InstantSource clock;
  private final PrintStream log;
  private final AuditLog audit;
  private final Limiter limiter;
  private final Streams streams = new Streams();
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Set<String> atWork = ConcurrentHashMap.newKeySet();
  private final List<Route> routes;
  private final Javalin server;

  /**
   * Starts to serve.
   *
   * @param log where one line of JSON per call goes: method, route, status, duration; never values
   */
  public HttpDesk(
      Desk desk,
      Runs runs,
      Access access,
      InstantSource clock,
      HttpSettings settings,
      PrintStream log) {
    this.desk = desk;
    this.access = access;
    this.clock = clock;
    this.log = log;
    this.audit = new AuditLog(desk.archive());
    this.limiter = new Limiter(settings.callsPerSecond(), settings.callsAtOnce());
    this.routes = routes(access, desk, runs, streams, metrics);
    new JvmMemoryMetrics().bindTo(metrics);
    this.server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.startup.showOldJavalinVersionWarning = false;
                  config.http.prefer405over404 = true;
                  config.http.maxRequestSize = settings.bodyBytes();
                  config.jsonMapper(new JavalinJackson3(JSON, false));
                  for (Route route : routes) {
                    config.routes.addHttpHandler(
                        HandlerType.findOrCreate(route.method()),
                        route.path(),
                        context -> handle(route, context));
                  }
                  config.routes.exception(HttpResponseException.class, this::unrouted);
                  config.routes.exception(Exception.class, this::unrouted);
                })
            .start(settings.host(), settings.port());
  }

  /** Every route of the desk. */
  static List<Route> routes(
      Access access, Desk desk, Runs runs, Streams streams, PrometheusMeterRegistry metrics) {
    return Stream.of(
            MetaRoutes.of(access, desk, metrics),
            AccountRoutes.of(access),
            NetworkRoutes.of(),
            ProviderRoutes.of(),
            FamilyRoutes.of(),
            RequestRoutes.of(),
            AgreementRoutes.of(),
            AvailabilityRoutes.of(),
            ExplanationRoutes.of(),
            ProposalRoutes.of(),
            RecommendationRoutes.of(),
            RunRoutes.of(runs, streams))
        .flatMap(List::stream)
        .toList();
  }

  /** The port that is listened on. */
  public int port() {
    return server.port();
  }

  private void handle(Route route, Context context) {
    long started = System.nanoTime();
    Instant now = clock.instant();
    Call call = new Call(context, route, desk, JSON, now);
    Reply reply;
    Problem problem = null;
    try {
      reply = answer(route, call, now);
    } catch (Exception e) {
      problem = problem(e);
      reply = problem.reply();
    }
    reply = audited(route, call, now, reply, problem);
    send(context, reply);
    told(route.method(), route.path(), reply.status(), System.nanoTime() - started);
  }

  private Reply answer(Route route, Call call, Instant now) throws Exception {
    if (route.open()) {
      wait(call.context().ip(), now);
      return route.work().answer(call);
    }
    String authorization = call.context().header("Authorization");
    if (authorization == null) {
      wait(call.context().ip(), now);
    }
    Account account = access.authenticate(authorization);
    call.signedIn(account);
    wait(account.id(), now);
    if (account.mustChangePassword() && !MetaRoutes.beforePassword(route)) {
      throw new Problem(
          403, "PASSWORD_NEEDED", "Choose a password first. Maybe POST /api/v1/me/password.");
    }
    if (!route.roles().isEmpty() && !Guard.anyRole(call, route.roles(), route.object())) {
      throw Problem.forbidden();
    }
    return repeatable(route, call, account);
  }

  private void wait(String caller, Instant now) {
    long seconds = limiter.waitSeconds(caller, now);
    if (seconds > 0) {
      throw Problem.tooMany(seconds);
    }
  }

  /** The same key and body get the same answer; the effect itself hangs on the key as well. */
  private Reply repeatable(Route route, Call call, Account account) throws Exception {
    String key = route.method().equals("POST") && !route.secret() ? call.idempotencyKey() : null;
    if (key == null) {
      return route.work().answer(call);
    }
    String hash = call.bodyHash();
    if (!atWork.add(account.id() + "\n" + key)) {
      throw new Problem(409, "AT_WORK", "The first call with this key is still at work.");
    }
    try {
      Optional<Archive.KeptAnswer> kept = desk.archive().answer(account.id(), key);
      if (kept.isPresent()) {
        if (!kept.get().bodyHash().equals(hash)) {
          throw new Problem(422, "KEY_REUSED", "This Idempotency-Key belongs to another call.");
        }
        return replayed(kept.get());
      }
      Reply reply = route.work().answer(call);
      desk.archive()
          .keep(
              account.id(),
              key,
              new Archive.KeptAnswer(
                  hash,
                  reply.status(),
                  JSON.writeValueAsString(reply.headers()),
                  reply.body() == null ? "" : JSON.writeValueAsString(reply.body())));
      return reply;
    } finally {
      atWork.remove(account.id() + "\n" + key);
    }
  }

  @SuppressWarnings("unchecked") // Headers were written as a map of texts.
  private static Reply replayed(Archive.KeptAnswer kept) {
    Map<String, String> headers = JSON.readValue(kept.headers(), Map.class);
    Object body = kept.body().isEmpty() ? null : JSON.readTree(kept.body());
    return new Reply(kept.status(), body, Reply.JSON, headers).with("Idempotent-Replayed", "true");
  }

  private Problem problem(Throwable e) {
    if (e instanceof HttpResponseException http) {
      return new Problem(http.getStatus(), code(http.getStatus()), said(http.getStatus()));
    }
    String incident = access.hex(6);
    Problem problem = Problem.of(e, incident);
    if (problem.status() >= 500) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("level", "ERROR");
      line.put("incident", incident);
      line.put("fault", e.getClass().getName());
      line.put(
          "at", Stream.of(e.getStackTrace()).limit(8).map(StackTraceElement::toString).toList());
      log.println(JSON.writeValueAsString(line));
    }
    return problem;
  }

  private Reply audited(
      Route route, Call call, Instant now, Reply reply, @Nullable Problem problem) {
    if (!MetaRoutes.isAudited(route)) {
      return reply;
    }
    try {
      audit.write(entry(route, call, now, reply.status()), reply.advised());
      return reply;
    } catch (RuntimeException e) {
      return problem(problem != null ? problem : e).reply();
    }
  }

  private static Archive.Called entry(Route route, Call call, Instant now, int status) {
    Map<String, String> parameters = call.context().pathParamMap();
    boolean there = status != 404; // What is not there is no id, and might be a name.
    String object =
        parameters.entrySet().stream()
            .filter(parameter -> !parameter.getKey().equals("network"))
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .sorted()
            .collect(Collectors.joining(" "));
    boolean refused = status == 401 || status == 403 || status == 429;
    return new Archive.Called(
        now,
        call.actor(),
        route.method() + " " + route.path(),
        there ? parameters.get("network") : null,
        there && !object.isEmpty() ? object : null,
        refused,
        status);
  }

  private void send(Context context, Reply reply) {
    context.status(reply.status());
    context.header("Cache-Control", "no-store");
    context.header("X-Content-Type-Options", "nosniff");
    reply.headers().forEach(context::header);
    Object body = reply.body();
    if (body == null) {
      return;
    }
    if (body instanceof Reply.Stream stream) {
      streams.send(context, reply.type(), stream);
      return;
    }
    context.result(body instanceof String text ? text : JSON.writeValueAsString(body));
    context.contentType(reply.type());
  }

  /** What never reached a route: an unknown path, a wrong method, a body too large. */
  private void unrouted(Exception e, Context context) {
    Problem problem = problem(e);
    try {
      audit.write(
          new Archive.Called(
              clock.instant(), "-", context.method() + " -", null, null, true, problem.status()));
    } catch (RuntimeException notWritten) {
      problem = problem(notWritten);
    }
    send(context, problem.reply());
    told(context.method().name(), "-", problem.status(), 0);
  }

  private static String code(int status) {
    return switch (status) {
      case 404 -> "NOT_FOUND";
      case 405 -> "WRONG_METHOD";
      case 413 -> "TOO_LARGE";
      default -> "HTTP_" + status;
    };
  }

  private static String said(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address. Maybe see /api/v1/openapi.json.";
      case 405 -> "This address knows other methods. Maybe see /api/v1/openapi.json.";
      case 413 -> "The body is too large.";
      default -> "This call cannot be answered.";
    };
  }

  private void told(String method, String path, int status, long nanos) {
    Timer.builder("plek.http.calls")
        .publishPercentileHistogram()
        .tag("method", method)
        .tag("route", path)
        .tag("status", Integer.toString(status))
        .register(metrics)
        .record(Duration.ofNanos(nanos));
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", clock.instant().toString());
    line.put("method", method);
    line.put("route", path);
    line.put("status", status);
    line.put("millis", nanos / 1_000_000);
    log.println(JSON.writeValueAsString(line));
  }

  /** Roles by name, for the document of the interface. */
  static List<String> names(Set<Role> roles) {
    return roles.stream().map(Role::name).sorted().toList();
  }

  @Override
  public void close() {
    streams.close();
    server.stop();
    audit.close();
    metrics.close();
  }
}
