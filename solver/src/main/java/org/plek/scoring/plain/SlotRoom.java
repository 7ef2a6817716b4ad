package org.plek.scoring.plain;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * One group in one slot, or in several put together.
 *
 * @param start local start
 * @param open whether the group is open, under the licence, too
 * @param children children present by age class, own ones of a childminder aside
 * @param caregiversPresent caregivers who count: rostered, and on call where the policy calls in
 * @param caregiversRequired caregivers that these children need; {@link
 *     org.plek.rules.Norm#IMPOSSIBLE} where no number suffices
 * @param free children of each age class, alone, that could come besides
 * @param freeUrgent the same where the request is urgent, so that kept-free places are open to it
 */
public record SlotRoom(
    LocalDateTime start,
    boolean open,
    List<Integer> children,
    int caregiversPresent,
    int caregiversRequired,
    List<Integer> free,
    List<Integer> freeUrgent) {
  public SlotRoom {
    children = List.copyOf(children);
    free = List.copyOf(free);
    freeUrgent = List.copyOf(freeUrgent);
  }

  SlotRoom and(SlotRoom later) {
    return new SlotRoom(
        start,
        open && later.open,
        merged(children, later.children, Math::max),
        Math.min(caregiversPresent, later.caregiversPresent),
        Math.max(caregiversRequired, later.caregiversRequired),
        merged(free, later.free, Math::min),
        merged(freeUrgent, later.freeUrgent, Math::min));
  }

  private static List<Integer> merged(
      List<Integer> one, List<Integer> other, IntBinaryOperator how) {
    return IntStream.range(0, one.size())
        .mapToObj(c -> how.applyAsInt(one.get(c), other.get(c)))
        .toList();
  }
}
