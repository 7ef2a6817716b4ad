package org.plek.scoring.plain;

import java.util.List;

/**
 * A group over some slots.
 *
 * @param providerId the provider
 * @param groupId the group
 * @param classes the age classes in which the law counts here, youngest first
 * @param slots the slots, in order
 */
public record GroupRoom(
    String providerId, String groupId, List<String> classes, List<SlotRoom> slots) {
  public GroupRoom {
    classes = List.copyOf(classes);
    slots = List.copyOf(slots);
  }
}
