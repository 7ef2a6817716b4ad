package org.plek.api.runs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plek.api.jobs.Archive;
import org.plek.api.jobs.By;
import org.plek.api.jobs.Desk;
import org.plek.api.jobs.Look;
import org.plek.api.jobs.Proposals;
import org.plek.api.jobs.Refused;
import org.plek.api.jobs.WhatIf;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Problem;
import org.plek.rules.RulePacks;
import org.plek.scoring.plain.Explanation;

/**
 * The planning runs of all networks, one at a time, beside the desk. Several servers may share a
 * store: the one that works on a run says so every {@link #BEAT}, and a run of which nobody has
 * said so for {@link #LEASE} was cut off.
 */
public final class Runs implements AutoCloseable {
  private static final int MOST_TRIES = 5;

  /** Runs that may wait; who comes later comes again. */
  private static final int MOST_WAITING = 4;

  /** Runs whose events are remembered after they ended. */
  private static final int MOST_REMEMBERED = 50;

  private static final Duration BEAT = Duration.ofSeconds(5);
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final Desk desk;
  private final InstantSource clock;
  private final RunWork work;
  private final KeptPlans plans;
  private final Map<String, Job> jobs = new ConcurrentHashMap<>();
  private final Map<String, Boolean> remembered = new LinkedHashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          // Those who ask go first, where the Java machine may tell the system so.
          Thread.ofPlatform()
              .daemon()
              .name("planning-run")
              .priority(Thread.MIN_PRIORITY)
              .factory());
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("planning-run-alive").factory());

  /**
   * @param packs the rule packs of the networks
   * @param programVersion version that goes into the plans
   */
  public Runs(Desk desk, RulePacks packs, InstantSource clock, String programVersion) {
    this.desk = desk;
    this.clock = clock;
    this.work = new RunWork(desk.archive(), packs, clock, programVersion);
    this.plans = new KeptPlans(desk.archive(), packs);
    heart.scheduleWithFixedDelay(this::beat, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
  }

  /** There is no room for another run now. */
  public static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooMany() {
      super("Other planning runs wait already. Maybe try again when one has ended.");
    }
  }

  /**
   * What is wanted of a run.
   *
   * @param from first date
   * @param days dates, 1 to 119
   * @param limits when it ends
   * @param basedOn run from which a what-if starts; absent for the state of now
   * @param change what the what-if changes; absent for the state of now
   */
  public record Wanted(
      LocalDate from,
      int days,
      Run.Limits limits,
      @Nullable String basedOn,
      @Nullable WhatIf change) {}

  /**
   * Asks for a run; it takes the network as it is now, or for a what-if that of the earlier run.
   *
   * @param id its id; who repeats it gets the same run
   * @throws TooMany when too many wait
   */
  public Run start(String network, String id, Wanted wanted, By by) {
    Optional<Run> there = known(network, id);
    if (there.isPresent()) {
      return there.get();
    }
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      throw new TooMany();
    }
    try {
      Job job = job(network, id, wanted, by);
      desk.archive()
          .keep(
              network,
              new Archive.KeptRun(id, RunWork.json(job.run()), null, null, job.run().madeAt()));
      jobs.put(key(network, id), job);
      remember(key(network, id));
      worker.execute(
          () -> {
            waiting.decrementAndGet();
            work.run(job);
          });
      return job.run();
    } catch (RuntimeException e) {
      waiting.decrementAndGet();
      throw e;
    }
  }

  private Job job(String network, String id, Wanted wanted, By by) {
    String base = wanted.basedOn();
    Problem problem;
    long known;
    List<Run.LeftOut> leftOut;
    LocalDate from = wanted.from();
    int days = wanted.days();
    if (base == null) {
      Look.Moment moment = desk.look(network).planning(from, days);
      problem = moment.problem();
      known = moment.lastEvent();
      leftOut =
          moment.leftOut().entrySet().stream()
              .map(each -> new Run.LeftOut(each.getKey(), each.getValue()))
              .toList();
    } else {
      KeptPlans.Made made = plans.of(network, completed(network, base));
      problem = made.published();
      known = find(network, base).knownEvent();
      leftOut = find(network, base).leftOut();
      from = problem.from();
      days = problem.days();
    }
    WhatIf change = wanted.change();
    if (change != null) {
      problem = change.on(problem);
    }
    return new Job(
        new Run(
            id,
            network,
            Run.State.SOLVING_SCHEDULED,
            null,
            from,
            days,
            wanted.limits(),
            base,
            change,
            by,
            clock.instant(),
            null,
            null,
            false,
            known,
            clock.instant(),
            leftOut,
            null,
            null,
            null,
            null),
        problem);
  }

  private void remember(String key) {
    synchronized (remembered) {
      remembered.put(key, true);
      var eldest = remembered.keySet().iterator();
      while (remembered.size() > MOST_REMEMBERED && eldest.hasNext()) {
        String old = eldest.next();
        Job job = jobs.get(old);
        if (job == null || job.run().state().ended()) {
          jobs.remove(old);
          eldest.remove();
        }
      }
    }
  }

  private static String key(String network, String id) {
    return network + "\n" + id;
  }

  /** A run as it stands. */
  public Run find(String network, String id) {
    return known(network, id)
        .orElseThrow(() -> new Refused(Refused.Code.NOT_FOUND, "There is no such planning run."));
  }

  private Optional<Run> known(String network, String id) {
    desk.network(network);
    Optional<Run> atWork = atWork(network, id);
    return atWork.isPresent() ? atWork : desk.archive().runHead(network, id).map(this::stored);
  }

  /** A run that waits here or that is worked on here. */
  private Optional<Run> atWork(String network, String id) {
    return Optional.ofNullable(jobs.get(key(network, id)))
        .map(Job::run)
        .filter(run -> !run.state().ended());
  }

  /** A run that has not ended and of which nobody says that it is worked on was cut off. */
  private Run stored(Archive.KeptRun kept) {
    Run run = RunWork.run(kept.body());
    Instant aliveAt = run.aliveAt();
    boolean alive = aliveAt != null && !aliveAt.plus(LEASE).isBefore(clock.instant());
    return run.state().ended() || alive ? run : RunWork.cutOff(run);
  }

  /** Says of every run here that it is worked on, and hears whether others want it stopped. */
  void beat() {
    for (Job job : jobs.values()) {
      Run run = job.run();
      if (!run.state().ended()) {
        try {
          change(
              run.networkId(),
              run.id(),
              stored -> {
                if (stored.stopped()) {
                  job.stop = true;
                }
                return job.alive(clock.instant());
              });
        } catch (RuntimeException notWritten) {
          // The next beat says it.
        }
      }
    }
  }

  /** Changes what is kept of a run that has not ended; who else changed it meanwhile wins. */
  private boolean change(String network, String id, UnaryOperator<Run> change) {
    Archive.KeptRun kept = desk.archive().runHead(network, id).orElseThrow();
    Run stored = RunWork.run(kept.body());
    return stored.state().ended()
        || desk.archive().changeBody(network, id, kept.body(), RunWork.json(change.apply(stored)));
  }

  /** Runs of a network, newest first. */
  public List<Run> all(String network) {
    desk.network(network);
    List<Run> runs = new ArrayList<>();
    for (Archive.KeptRun kept : desk.archive().runs(network)) {
      runs.add(atWork(network, kept.id()).orElseGet(() -> stored(kept)));
    }
    return runs;
  }

  /** Stops a run, which keeps its best plan; one that has ended stays as it is. */
  public Run stop(String network, String id) {
    Run run = find(network, id);
    Job job = jobs.get(key(network, id));
    if (job != null) {
      job.stop = true;
    } else {
      for (int tries = 0; tries < MOST_TRIES; tries++) {
        if (change(network, id, there -> there.alive(there.aliveAt(), true))) {
          break;
        }
      }
    }
    return run;
  }

  /** Events of a run; absent when they are forgotten, and what there is to know is the run. */
  public Optional<RunLog> log(String network, String id) {
    find(network, id);
    return Optional.ofNullable(jobs.get(key(network, id))).map(job -> job.log);
  }

  /**
   * A plan as the JSON of the plan format.
   *
   * @param last whether it is that of the ended run, not the best so far
   */
  public record PlanText(String text, boolean last) {}

  /**
   * The plan of a run: the best so far while it is worked on here, else that of its end. It is
   * checked and explained by who asks, so that the run goes on meanwhile.
   */
  public PlanText plan(String network, String id) {
    find(network, id);
    Job job = jobs.get(key(network, id));
    if (job != null) {
      Job.Best best = job.best();
      Problem problem = job.problem();
      if (best != null && problem != null) {
        return new PlanText(work.soFar(job, best, problem), false);
      }
    }
    return new PlanText(plans.text(network, completed(network, id)), true);
  }

  private String completed(String network, String id) {
    Run run = find(network, id);
    if (run.state() != Run.State.SOLVING_COMPLETED) {
      throw new Refused(
          Refused.Code.WRONG_STATE,
          "Planning run "
              + id
              + " is "
              + run.state()
              + " and has no plan"
              + (run.state().ended() ? "." : " yet. Maybe DELETE stops it with the best so far."));
    }
    return id;
  }

  /**
   * Takes over as proposals what a run placed, as far as the state of now allows.
   *
   * @throws Refused when it has no plan, or is a what-if
   */
  public Run apply(String network, String id, By by) {
    Run run = find(network, completed(network, id));
    if (run.change() != null || run.basedOn() != null) {
      throw new Refused(
          Refused.Code.WRONG_STATE,
          "Planning run " + id + " is a what-if. Maybe change the network and plan again.");
    }
    List<Placement> placements = plans.of(network, id).plan().placements();
    Proposals.Applied applied =
        desk.proposals(network).apply(id, placements, run.knownEvent(), run.from(), run.days(), by);
    Run after = run.applied(applied);
    desk.archive().keepBody(network, id, RunWork.json(after));
    return after;
  }

  /** What differs between the plans of two runs. */
  public Comparison compare(String network, String first, String second, int mostDifferences) {
    return Comparison.of(
        first,
        plans.of(network, completed(network, first)).plan(),
        second,
        plans.of(network, completed(network, second)).plan(),
        mostDifferences);
  }

  /**
   * Why a care session is where it is in the plan of a run, or nowhere.
   *
   * @param mostProviders providers tried, nearest first
   * @param allowed whether the caller may know of the request
   */
  public Explanation explain(
      String network, String id, String sessionId, int mostProviders, Predicate<String> allowed) {
    return plans.of(network, completed(network, id)).explain(sessionId, mostProviders, allowed);
  }

  /** Proposed placements of a plan stand as published ones when planning starts from it. */
  static boolean proposed(Placement placement) {
    return placement.state() == PlacementState.PROPOSED;
  }

  @Override
  public void close() {
    heart.shutdownNow();
    jobs.values().forEach(job -> job.stop = true);
    worker.shutdown();
    try {
      if (!worker.awaitTermination(60, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
