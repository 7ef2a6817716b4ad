package org.plek.benchmarks.results;

import java.util.List;

/**
 * One plan of one peer, scored by the plain scorer.
 *
 * @param instance name of the instance
 * @param sha256 its hash
 * @param solver name of the peer
 * @param seconds limit of wall time from when the options were there
 * @param threads threads, or runs side by side
 * @param seed seed of the peer
 * @param unserved weights of care sessions without a place
 * @param unplaced care sessions without a place
 * @param objective weighted sum; lower is better
 * @param legal whether the plan causes no breach
 * @param equal whether the peer claimed the same objective
 * @param moves moves evaluated, 0 where the word has no meaning
 * @param elapsed seconds used
 * @param circumstances machine, JDK, commit
 * @param note what a reader must know, empty for nothing
 */
public record Row(
    String instance,
    String sha256,
    String solver,
    int seconds,
    int threads,
    long seed,
    long unserved,
    int unplaced,
    long objective,
    boolean legal,
    boolean equal,
    long moves,
    double elapsed,
    Circumstances circumstances,
    String note) {
  static final List<String> HEADER =
      List.of(
          "instance",
          "sha256",
          "solver",
          "seconds",
          "threads",
          "seed",
          "unserved",
          "unplaced",
          "objective",
          "legal",
          "equal",
          "moves",
          "elapsed",
          "machine",
          "jdk",
          "commit",
          "note");

  /** What was asked, without what came out. */
  public record Job(String instance, String solver, int seconds, int threads, long seed) {
    @Override
    public String toString() {
      return "%s by %s, %d s, %d threads, seed %d"
          .formatted(instance, solver, seconds, threads, seed);
    }
  }

  /** What was asked. */
  public Job job() {
    return new Job(instance, solver, seconds, threads, seed);
  }

  List<String> fields() {
    return List.of(
        instance,
        sha256,
        solver,
        String.valueOf(seconds),
        String.valueOf(threads),
        String.valueOf(seed),
        String.valueOf(unserved),
        String.valueOf(unplaced),
        String.valueOf(objective),
        String.valueOf(legal),
        String.valueOf(equal),
        String.valueOf(moves),
        Results.number(elapsed),
        circumstances.machine(),
        circumstances.jdk(),
        circumstances.commit(),
        note);
  }

  static Row of(List<String> f) {
    return new Row(
        f.get(0),
        f.get(1),
        f.get(2),
        Integer.parseInt(f.get(3)),
        Integer.parseInt(f.get(4)),
        Long.parseLong(f.get(5)),
        Long.parseLong(f.get(6)),
        Integer.parseInt(f.get(7)),
        Long.parseLong(f.get(8)),
        Boolean.parseBoolean(f.get(9)),
        Boolean.parseBoolean(f.get(10)),
        Long.parseLong(f.get(11)),
        Double.parseDouble(f.get(12)),
        new Circumstances(f.get(13), f.get(14), f.get(15)),
        f.get(16));
  }
}
