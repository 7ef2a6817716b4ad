package org.plek.recommend;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Legs that start in one group on one day, in the order in which they came. What decides about them
 * most often lies side by side, half a cache line a leg: most are passed over by it alone.
 */
final class DayLegs {
  /** In the place of {@link #elsewhere}: it may not go. */
  static final int STAYS = -3;

  /** Nobody asked yet. */
  static final int UNKNOWN = -2;

  /** No other place could take it. */
  static final int NONE = -1;

  private static final int FIELDS = 8;
  private static final int FROM = 0;
  private static final int UNTIL = 1;
  private static final int ROW_AND_VARIANT = 2;
  private static final int REQUEST = 3;
  private static final int ELSEWHERE = 4;
  private static final int CHANGES = 5;
  private static final int SINCE = 6;
  private static final int MOMENT = 7;

  private static final int[] NO_FIELDS = {};
  private static final @Nullable Counted[] NO_LEGS = {};

  private @Nullable Counted[] legs = NO_LEGS;
  private int[] fields = NO_FIELDS;
  private int size;

  /**
   * Adds a leg.
   *
   * @param row of its child in the masks on the day of its start
   */
  void add(Counted leg, int row) {
    if (size == legs.length) {
      legs = Arrays.copyOf(legs, Math.max(4, 2 * size));
      fields = Arrays.copyOf(fields, FIELDS * legs.length);
    }
    int at = FIELDS * size;
    fields[at + FROM] = leg.from;
    fields[at + UNTIL] = leg.until;
    fields[at + ROW_AND_VARIANT] = row << 16 | leg.variant;
    fields[at + REQUEST] = leg.request.id().hashCode();
    fields[at + ELSEWHERE] = leg.mayGo ? UNKNOWN : STAYS;
    legs[size++] = leg;
  }

  void remove(int number) {
    size--;
    System.arraycopy(legs, number + 1, legs, number, size - number);
    int at = FIELDS * number;
    System.arraycopy(fields, at + FIELDS, fields, at, FIELDS * (size - number));
    legs[size] = null;
  }

  int size() {
    return size;
  }

  Counted get(int number) {
    return Objects.requireNonNull(legs[number]);
  }

  int from(int number) {
    return fields[FIELDS * number + FROM];
  }

  int until(int number) {
    return fields[FIELDS * number + UNTIL];
  }

  /** Row of the child in the masks on the day of the start. */
  int row(int number) {
    return fields[FIELDS * number + ROW_AND_VARIANT] >> 16;
  }

  int variant(int number) {
    return fields[FIELDS * number + ROW_AND_VARIANT] & 0xFFFF;
  }

  /** Whether it belongs to a request. */
  boolean ofRequest(int number, String requestId) {
    return fields[FIELDS * number + REQUEST] == requestId.hashCode()
        && get(number).request.id().equals(requestId);
  }

  /**
   * The next leg that starts in or before one slot and ends after another; -1 if there is none.
   *
   * @param after number of the leg before, -1 for the first
   */
  int next(int after, int startsBy, int endsAfter) {
    for (int i = after + 1; i < size; i++) {
      if (fields[FIELDS * i + FROM] <= startsBy && fields[FIELDS * i + UNTIL] > endsAfter) {
        return i;
      }
    }
    return -1;
  }

  /** Number of the events where it could go when last looked at, or what keeps it here. */
  int elsewhere(int number) {
    return fields[FIELDS * number + ELSEWHERE];
  }

  /** How often somebody had come or gone there. */
  int changesBefore(int number) {
    return fields[FIELDS * number + CHANGES];
  }

  /** What {@link LiveGroups#nextFreed} was then. */
  int lookedSince(int number) {
    return fields[FIELDS * number + SINCE];
  }

  /** The {@link LiveGroups#moment} for which it holds, or -1 where it holds later, too. */
  int moment(int number) {
    return fields[FIELDS * number + MOMENT];
  }

  /** Remembers where a leg could go. */
  void remember(int number, int elsewhere, int changes, int lookedSince, int moment) {
    int at = FIELDS * number;
    fields[at + ELSEWHERE] = elsewhere;
    fields[at + CHANGES] = changes;
    fields[at + SINCE] = lookedSince;
    fields[at + MOMENT] = moment;
  }
}
