package org.plek.domain;

import java.util.List;
import java.util.Set;

/**
 * How a provider has arranged what goes beyond an ordinary day.
 *
 * @param closures dates on which it is closed altogether
 * @param standIns providers who stand in for this one; its children know them
 * @param joinedHours hours in which groups are joined; of one group they do not overlap
 */
public record Arrangements(
    List<Closure> closures, Set<String> standIns, List<JoinedHours> joinedHours) {
  /** Nothing beyond an ordinary day. */
  public static final Arrangements NONE = new Arrangements(List.of(), Set.of(), List.of());

  public Arrangements {
    closures = List.copyOf(closures);
    standIns = Set.copyOf(standIns);
    joinedHours = List.copyOf(joinedHours);
  }
}
