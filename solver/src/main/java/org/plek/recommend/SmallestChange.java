package org.plek.recommend;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Leg;
import org.plek.domain.Placement;

/**
 * A change after which care fits; nothing smaller of its kind helps. Every one was applied to a
 * copy of the state and checked by the plain scorer.
 */
public sealed interface SmallestChange {
  /** What is placed once the change is made. */
  List<Placement> then();

  /** How large it is, to compare with another one of its kind. */
  int size();

  /**
   * Proposed placements of others move; the fewest that help.
   *
   * @param moves what moves where, in the order in which room is made
   */
  record Moves(List<Move> moves, List<Placement> then) implements SmallestChange {
    public Moves {
      moves = List.copyOf(moves);
      then = List.copyOf(then);
    }

    @Override
    public int size() {
      return moves.size();
    }
  }

  /** One proposed placement that goes elsewhere. */
  record Move(String sessionId, List<Leg> from, List<Leg> to) {
    public Move {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /**
   * Places kept free are released.
   *
   * @param places the fewest of the group
   */
  record ReserveReleased(String groupId, int places, List<Placement> then)
      implements SmallestChange {
    public ReserveReleased {
      then = List.copyOf(then);
    }

    @Override
    public int size() {
      return places;
    }
  }

  /**
   * A caregiver starts earlier or stays longer; where the group is closed then, it opens too.
   *
   * @param caregiverId who
   * @param groupId the group
   * @param from start of the time added, next to the caregiver's hours
   * @param until its end
   * @param opening whether the group must be open longer, too
   */
  record CaregiverLonger(
      String caregiverId,
      String groupId,
      LocalDateTime from,
      LocalDateTime until,
      boolean opening,
      List<Placement> then)
      implements SmallestChange {
    public CaregiverLonger {
      then = List.copyOf(then);
    }

    @Override
    public int size() {
      return (int) Duration.between(from, until).toMinutes();
    }
  }

  /**
   * The care asked moves by some minutes, or to another date.
   *
   * @param minutes later, or earlier where below 0; whole quarters of an hour
   * @param sessionIds the care sessions that move
   */
  record Shifted(int minutes, List<String> sessionIds, List<Placement> then)
      implements SmallestChange {
    public Shifted {
      sessionIds = List.copyOf(sessionIds);
      then = List.copyOf(then);
    }

    @Override
    public int size() {
      return Math.abs(minutes);
    }
  }

  /**
   * The care asked moves to later dates.
   *
   * @param days days later
   */
  record Later(int days, List<Placement> then) implements SmallestChange {
    public Later {
      then = List.copyOf(then);
    }

    @Override
    public int size() {
      return days;
    }
  }

  /**
   * The care asked starts later or ends earlier.
   *
   * @param startMinutes later start, whole quarters
   * @param endMinutes earlier end, whole quarters
   * @param sessionIds the care sessions that are shorter
   */
  record Shortened(int startMinutes, int endMinutes, List<String> sessionIds, List<Placement> then)
      implements SmallestChange {
    public Shortened {
      sessionIds = List.copyOf(sessionIds);
      then = List.copyOf(then);
    }

    @Override
    public int size() {
      return startMinutes + endMinutes;
    }
  }

  /**
   * More care for the same provider.
   *
   * @param minutes minutes missing in the horizon to the provider's least
   * @param daysPerWeek days a week missing
   */
  record MoreVolume(int minutes, int daysPerWeek, List<Placement> then) implements SmallestChange {
    public MoreVolume {
      then = List.copyOf(then);
    }

    @Override
    public int size() {
      return minutes + daysPerWeek;
    }
  }

  /**
   * The family goes beyond a limit of its own.
   *
   * @param travelMinutes the way it must accept; absent if that is not what blocks
   * @param centsPerHour the price it must accept; absent if that is not what blocks
   */
  record FamilyLimit(
      @Nullable Integer travelMinutes, @Nullable Integer centsPerHour, List<Placement> then)
      implements SmallestChange {
    public FamilyLimit {
      then = List.copyOf(then);
    }

    @Override
    public int size() {
      return (travelMinutes == null ? 0 : travelMinutes)
          + (centsPerHour == null ? 0 : centsPerHour);
    }
  }

  /**
   * The family lets go of a condition.
   *
   * @param together siblings may be apart
   * @param allOrNothing a part is accepted
   */
  record ConditionDropped(boolean together, boolean allOrNothing, List<Placement> then)
      implements SmallestChange {
    public ConditionDropped {
      then = List.copyOf(then);
    }

    @Override
    public int size() {
      return (together ? 1 : 0) + (allOrNothing ? 1 : 0);
    }
  }
}
