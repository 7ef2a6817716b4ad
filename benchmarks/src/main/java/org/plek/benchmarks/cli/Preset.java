package org.plek.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import org.plek.benchmarks.results.Row.Job;

/** Tables that are worth a name. */
enum Preset {
  /** What checks that everything works: seconds. */
  SMOKE {
    @Override
    List<Job> jobs() {
      List<Job> jobs = new ArrayList<>();
      for (String solver : List.of("greedy", "plek", FIRST_TIMEFOLD, STREAMS)) {
        jobs.add(new Job("S-1", solver, 3, 2, 1));
      }
      return jobs;
    }
  },
  /** Choosing Timefold's best: every variant on the tuning seed of M. */
  TUNING {
    @Override
    List<Job> jobs() {
      List<Job> jobs = new ArrayList<>();
      for (String variant :
          List.of(
              "timefold-late",
              "timefold-late-change",
              "timefold-late-ruin",
              "timefold-annealing",
              "timefold-late-then-tabu",
              "timefold-late-then-annealing",
              "timefold-weighted-late",
              "timefold-weighted-annealing",
              "timefold-greedy-late",
              "timefold-greedy-annealing",
              "timefold-greedy-weighted-late",
              "timefold-greedy-weighted-annealing",
              "timefold-streams-late-change",
              "timefold-streams-annealing")) {
        jobs.add(new Job("M-11", variant, 30, 2, 1));
      }
      return jobs;
    }
  },
  /** What every measure of plans needs: half an hour on two processors; most worth first. */
  SHORT {
    @Override
    List<Job> jobs() {
      List<Job> jobs = new ArrayList<>();
      for (int seed = 1; seed <= 3; seed++) {
        add(jobs, "M-" + seed, "greedy", "plek", FIRST_TIMEFOLD, SECOND_TIMEFOLD);
      }
      addSmall(jobs);
      for (int seed = 1; seed <= 3; seed++) {
        add(jobs, "S-" + seed, "greedy", "plek");
      }
      add(jobs, "XL-1", "greedy", "plek");
      jobs.add(new Job("XL-1", CONSTRUCTION, CONSTRUCTION_SECONDS, 1, 1));
      return jobs;
    }
  },
  /** Everything: hours. */
  FULL {
    @Override
    List<Job> jobs() {
      List<Job> jobs = new ArrayList<>();
      for (String size : List.of("S", "M", "L", "XL")) {
        for (int seed = 1; seed <= 5; seed++) {
          add(jobs, size + "-" + seed, "greedy", "plek", FIRST_TIMEFOLD, SECOND_TIMEFOLD, STREAMS);
        }
      }
      for (int seed = 1; seed <= 5; seed++) {
        add(jobs, "S-" + seed, "cp-sat", "highs");
        add(jobs, "M-" + seed, "cp-sat", "highs");
      }
      addSmall(jobs);
      for (String size : List.of("S", "M", "L", "XL")) {
        jobs.add(new Job(size + "-1", CONSTRUCTION, CONSTRUCTION_SECONDS, 1, 1));
      }
      for (String register : List.of("poland-1", "nebraska-1")) {
        add(jobs, register, "greedy", "plek", FIRST_TIMEFOLD);
      }
      return jobs;
    }
  };

  /** The two best of {@link #TUNING}, see benchmarks/docs/benchmarks.md. */
  private static final String FIRST_TIMEFOLD = "timefold-greedy-annealing";

  private static final String SECOND_TIMEFOLD = "timefold-greedy-late";
  private static final String STREAMS = "timefold-streams-greedy-annealing";

  private static final String CONSTRUCTION = "timefold-construction";

  /** Where it ends at its limit, the measure of {@code summary} is too high, against plek. */
  private static final int CONSTRUCTION_SECONDS = 120;

  abstract List<Job> jobs();

  private static void addSmall(List<Job> jobs) {
    for (String pack : List.of("VL", "NL", "EN", "FR")) {
      for (int seed = 1; seed <= 5; seed++) {
        jobs.add(new Job(pack + "-" + seed, "plek", 10, 2, 1));
      }
    }
  }

  private static void add(List<Job> jobs, String instance, String... solvers) {
    for (String solver : solvers) {
      jobs.add(new Job(instance, solver, 60, 2, 1));
    }
  }
}
