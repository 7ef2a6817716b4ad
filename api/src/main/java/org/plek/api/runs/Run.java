package org.plek.api.runs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.api.jobs.By;
import org.plek.api.jobs.Proposals;
import org.plek.api.jobs.WhatIf;
import org.plek.domain.Copies;

/**
 * A planning run as it stands.
 *
 * @param id its id
 * @param networkId the network
 * @param state how far it is
 * @param quality what its plan is worth; absent while there is none
 * @param from first date of its horizon
 * @param days dates of its horizon
 * @param limits when it ends
 * @param basedOn the run that a what-if starts from; absent otherwise
 * @param change what a what-if changes; absent otherwise
 * @param by who asked for it
 * @param madeAt when it was asked for
 * @param startedAt when it began; absent before
 * @param endedAt when it ended; absent before
 * @param stopped whether somebody stopped it before its limits
 * @param knownEvent number of the last event of the network that it knows
 * @param aliveAt when the server that works on it last said that it does; absent once it has ended
 * @param leftOut requests that it does not plan though they are open, with the reason
 * @param progress where the search stood last; absent before it began
 * @param result what came out; absent before it ended
 * @param fault why it failed, without names; absent if it did not
 * @param applied what came of applying it; absent if nobody did
 */
public record Run(
    String id,
    String networkId,
    State state,
    @Nullable Quality quality,
    LocalDate from,
    int days,
    Limits limits,
    @Nullable String basedOn,
    @Nullable WhatIf change,
    By by,
    Instant madeAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    boolean stopped,
    long knownEvent,
    @Nullable Instant aliveAt,
    List<LeftOut> leftOut,
    @Nullable Standing progress,
    @Nullable Result result,
    @Nullable String fault,
    Proposals.@Nullable Applied applied) {
  public Run {
    leftOut = leftOut == null ? List.of() : List.copyOf(leftOut); // Old runs do not tell.
  }

  /** The same further on. */
  Run at(
      State newState,
      @Nullable Quality newQuality,
      @Nullable Instant newStartedAt,
      @Nullable Instant newEndedAt,
      boolean newStopped,
      @Nullable Standing newProgress,
      @Nullable Result newResult,
      @Nullable String newFault) {
    return new Run(
        id,
        networkId,
        newState,
        newQuality,
        from,
        days,
        limits,
        basedOn,
        change,
        by,
        madeAt,
        newStartedAt,
        newEndedAt,
        newStopped,
        knownEvent,
        newState.ended() ? null : aliveAt,
        leftOut,
        newProgress,
        newResult,
        newFault,
        applied);
  }

  /** The same, known to be worked on at a moment and maybe to be stopped. */
  Run alive(@Nullable Instant now, boolean newStopped) {
    Map<String, @Nullable Object> changes = new HashMap<>();
    changes.put("aliveAt", now);
    changes.put("stopped", newStopped);
    return Copies.with(this, changes);
  }

  /** The same after it was applied. */
  Run applied(Proposals.Applied newApplied) {
    return Copies.with(this, Map.of("applied", newApplied));
  }

  /** How far a run is; the names are those of the Timefold service. */
  public enum State {
    /** It waits for its turn. */
    SOLVING_SCHEDULED,
    /** The search is at work. */
    SOLVING_ACTIVE,
    /** There is a checked plan. */
    SOLVING_COMPLETED,
    /** There is no plan. */
    SOLVING_FAILED;

    /** Whether nothing more comes. */
    public boolean ended() {
      return this == SOLVING_COMPLETED || this == SOLVING_FAILED;
    }
  }

  /** What a plan is worth. */
  public enum Quality {
    /** Every care session has a place. */
    ALL_PLACED,
    /** Some care sessions have none. */
    PARTLY_PLACED,
    /** Regular children and agreed care break a rule on their own; the plan adds nothing to it. */
    INPUT_ILLEGAL
  }

  /**
   * When a run ends: at the first limit reached.
   *
   * @param seconds most seconds, options included
   * @param moves most moves, 0 for no such limit; repeatable
   * @param seed seed of all chance
   * @param threads threads of the search
   */
  public record Limits(int seconds, long moves, long seed, int threads) {}

  /**
   * Where the search stands: figures of its best plan so far.
   *
   * @param fraction share of the limits used up, 0 to 1
   * @param moves moves evaluated
   * @param unplaced care sessions without a place
   * @param objective what is wanted and not reached, weighed; lower is better
   */
  public record Standing(double fraction, long moves, int unplaced, long objective) {}

  /**
   * A request that is open and not planned.
   *
   * @param requestId the request
   * @param reason why, in an English sentence with what would help
   */
  public record LeftOut(String requestId, String reason) {}

  /**
   * What came out.
   *
   * @param sessions care sessions asked
   * @param placed care sessions with a place
   * @param inherited breaches that are there without the plan
   * @param moves moves evaluated
   * @param greedyObjective objective of the first plan
   * @param objective objective of the plan; lower is better
   * @param score amount by constraint
   * @param figures what a planner wants to know at a glance
   * @param seconds time of each part
   */
  public record Result(
      int sessions,
      int placed,
      int inherited,
      long moves,
      long greedyObjective,
      long objective,
      Map<String, Long> score,
      Map<String, Double> figures,
      Map<String, Double> seconds) {}
}
