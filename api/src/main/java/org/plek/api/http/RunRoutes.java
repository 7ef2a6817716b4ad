package org.plek.api.http;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.api.access.Role;
import org.plek.api.jobs.WhatIf;
import org.plek.api.runs.Comparison;
import org.plek.api.runs.Run;
import org.plek.api.runs.Runs;

/** Planning runs: asked for, watched, stopped, compared, applied. */
final class RunRoutes {
  private static final String RUNS = NetworkRoutes.NETWORK + "/runs";
  private static final String RUN = RUNS + "/{run}";
  private static final int MOST_DAYS = 119;
  private static final int USUAL_DAYS = 14;
  private static final int MOST_SECONDS = 3600;
  private static final int USUAL_SECONDS = 30;

  private RunRoutes() {}

  /**
   * What is asked of a run; what is left out has a default.
   *
   * @param from first date; today
   * @param days dates; 14
   * @param seconds most seconds; 30
   * @param moves most moves, so that a run can be repeated; no such limit
   * @param seed seed of all chance; 1
   * @param threads threads of the search; 1, so that the desk has the others
   * @param basedOn earlier run that a what-if starts from
   * @param change what the what-if changes
   */
  record NewRun(
      @Nullable LocalDate from,
      @Nullable Integer days,
      @Nullable Integer seconds,
      @Nullable Long moves,
      @Nullable Long seed,
      @Nullable Integer threads,
      @Nullable String basedOn,
      @Nullable WhatIf change) {}

  static List<Route> of(Runs runs, Streams streams) {
    return List.of(
        Route.get(
                RUNS,
                "runs",
                "Planning runs, newest first.",
                Guard.NETWORK,
                Role.PLANNER,
                Role.BROKER)
            .asking("after", "limit")
            .does(call -> page(call, runs.all(call.path("network")))),
        Route.post(
                RUNS,
                "startRun",
                "Asks for a planning run over the state of now, or a what-if from an earlier run.",
                Guard.NETWORK,
                Role.PLANNER)
            .as("POST", 202)
            .taking(NewRun.class)
            .giving(Run.class)
            .does(call -> start(call, runs)),
        Route.get(
                RUN,
                "run",
                "A planning run: state, figures of the best plan so far, result.",
                Guard.NETWORK,
                Role.PLANNER,
                Role.BROKER)
            .giving(Run.class)
            .does(call -> Reply.of(200, runs.find(call.path("network"), call.path("run")))),
        Route.delete(
                RUN,
                "stopRun",
                "Stops a planning run, which keeps its best plan.",
                Guard.NETWORK,
                Role.PLANNER)
            .as("DELETE", 202)
            .giving(Run.class)
            .does(call -> Reply.of(202, runs.stop(call.path("network"), call.path("run")))),
        Route.get(
                RUN + "/events",
                "runEvents",
                "What happens in a run as server-sent events; Last-Event-ID goes on from there.",
                Guard.NETWORK,
                Role.PLANNER,
                Role.BROKER)
            .does(call -> events(call, runs, streams)),
        Route.get(
                RUN + "/plan",
                "runPlan",
                "The plan of a run in the plan format; of one at work the best so far.",
                Guard.NETWORK,
                Role.PLANNER)
            .does(
                call -> {
                  Runs.PlanText plan = runs.plan(call.path("network"), call.path("run"));
                  return Reply.text(plan.text(), Reply.JSON)
                      .with("Plek-Plan", plan.last() ? "LAST" : "BEST_SO_FAR");
                }),
        Route.post(
                RUN + "/apply",
                "applyRun",
                "Takes over as proposals what a run placed, as far as the state of now allows.",
                Guard.NETWORK,
                Role.PLANNER)
            .verb()
            .giving(Run.class)
            .does(
                call ->
                    Reply.of(
                        200, runs.apply(call.path("network"), call.path("run"), call.by(null)))),
        Route.get(
                RUN + "/comparison",
                "compareRuns",
                "What differs between the plans of this run and of another.",
                Guard.NETWORK,
                Role.PLANNER)
            .asking("with", "limit")
            .giving(Comparison.class)
            .does(
                call -> {
                  String other = call.query("with");
                  if (other == null) {
                    throw new Problem(422, "INVALID", "with names the other run.");
                  }
                  return Reply.of(
                      200,
                      runs.compare(
                          call.path("network"),
                          call.path("run"),
                          other,
                          (int) call.number("limit", 200, 0, 10_000)));
                }),
        Route.get(
                RUN + "/explanation",
                "explainRun",
                "Why a care session is where it is in a plan, and why not with others near by.",
                Guard.NETWORK,
                Role.PLANNER,
                Role.BROKER)
            .asking("sessionId", "nearest")
            .giving(ExplanationRoutes.ExplanationView.class)
            .does(
                call ->
                    ExplanationRoutes.shown(
                        call,
                        runs.explain(
                            call.path("network"),
                            call.path("run"),
                            ExplanationRoutes.session(call),
                            ExplanationRoutes.nearest(call),
                            request -> ExplanationRoutes.mayKnow(call, request)))));
  }

  private static Reply page(Call call, List<Run> newestFirst) {
    int limit = (int) call.number("limit", 50, 1, 200);
    String after = call.query("after");
    List<Run> rest = newestFirst;
    if (after != null) {
      int at = newestFirst.stream().map(Run::id).toList().indexOf(after);
      rest = newestFirst.subList(at + 1, newestFirst.size());
    }
    List<Run> items = rest.subList(0, Math.min(limit, rest.size()));
    return Reply.of(200, new Call.Page(items, rest.size() > limit ? items.getLast().id() : null));
  }

  private static Reply start(Call call, Runs runs) {
    NewRun body = call.body(NewRun.class);
    if (body.change() != null && body.basedOn() == null) {
      throw new Problem(422, "INVALID", "A change starts from a run. Maybe name it in basedOn.");
    }
    Run.Limits limits =
        new Run.Limits(
            within("seconds", body.seconds(), USUAL_SECONDS, 1, MOST_SECONDS),
            body.moves() == null ? 0 : Math.max(0, body.moves()),
            body.seed() == null ? 1 : body.seed(),
            within(
                "threads",
                body.threads(),
                1,
                1,
                Math.max(1, Runtime.getRuntime().availableProcessors())));
    LocalDate from = body.from();
    Run run =
        runs.start(
            call.path("network"),
            call.newId("run"),
            new Runs.Wanted(
                from == null ? call.look().now().toLocalDate() : from,
                within("days", body.days(), USUAL_DAYS, 1, MOST_DAYS),
                limits,
                body.basedOn(),
                body.change()),
            call.by(null));
    return Reply.of(202, run).with("Location", call.context().path() + "/" + run.id());
  }

  private static int within(String name, @Nullable Integer asked, int usual, int least, int most) {
    int number = asked == null ? usual : asked;
    if (number < least || number > most) {
      throw new Problem(
          422, "INVALID", name + " must be a number from " + least + " to " + most + ".");
    }
    return number;
  }

  private static Reply events(Call call, Runs runs, Streams streams) {
    String header = call.context().header("Last-Event-ID");
    long after;
    try {
      after = header == null || header.isBlank() ? 0 : Long.parseLong(header.strip());
    } catch (NumberFormatException e) {
      throw new Problem(422, "INVALID", "Last-Event-ID is a number that was sent as an id.");
    }
    Run run = runs.find(call.path("network"), call.path("run"));
    return runs.log(run.networkId(), run.id())
        .map(log -> Reply.events(streams.of(call.account().id(), log, after)))
        .orElseGet(() -> Reply.events(out -> Streams.write(out, Math.max(1, after), "state", run)));
  }
}
