package org.plek.benchmarks.peers;

import java.util.List;
import org.plek.domain.Placement;

/**
 * What a peer returns.
 *
 * @param placements the plan
 * @param claimed objective of the plan as the peer counts it
 * @param moves moves evaluated, 0 where the word has no meaning
 * @param nanos wall time used
 * @param path how good the plan was when
 * @param note anything a reader of the table must know, empty for nothing
 */
public record Attempt(
    List<Placement> placements,
    long claimed,
    long moves,
    long nanos,
    List<Step> path,
    String note) {
  public Attempt {
    placements = List.copyOf(placements);
    path = List.copyOf(path);
  }

  /**
   * A plan on the way.
   *
   * @param seconds since the start
   * @param objective its worth; lower is better
   */
  public record Step(double seconds, long objective) {}
}
