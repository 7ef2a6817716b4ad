package org.plek.scoring.plain;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Caregiver;
import org.plek.domain.HouseNorm;
import org.plek.domain.JoinedHours;
import org.plek.domain.Provider;
import org.plek.rules.ChildCounts;
import org.plek.rules.Circumstances;
import org.plek.rules.Level;
import org.plek.rules.Norm;

/** Groups while they are one: the law of all their children, with all their caregivers. */
final class JoinedRoom {
  final List<Room> members;
  final Place place;

  /** The law of each slot; absent where the groups are not joined. */
  final @Nullable Norm[] norms;

  JoinedRoom(Facts facts, Provider provider, List<Room> rooms, JoinedHours joined) {
    members = rooms.stream().filter(room -> joined.groupIds().contains(room.group.id())).toList();
    place =
        new Place(
            "joined groups "
                + members.stream().map(room -> room.group.id()).collect(Collectors.joining(", ")),
            provider.id(),
            null);
    norms = new Norm[facts.timeline.slots()];
    Integer perCaregiver =
        members.stream()
            .map(room -> room.group.houseNorm())
            .filter(Objects::nonNull)
            .map(HouseNorm::childrenPerCaregiver)
            .filter(Objects::nonNull)
            .min(Integer::compare)
            .orElse(null);
    HouseNorm house = perCaregiver == null ? null : new HouseNorm(perCaregiver, null);
    Map<Caregiver, BitSet> hours = new HashMap<>();
    for (Caregiver caregiver : provider.caregivers()) {
      if (caregiver.counts()
          && !caregiver.qualifications().isEmpty()
          && members.stream().anyMatch(room -> room.worksHere(caregiver, provider))) {
        hours.put(caregiver, Hours.inward(caregiver.hours(), facts.timeline));
      }
    }
    BitSet slots = Hours.inward(joined.hours(), facts.timeline);
    slots.stream()
        .forEach(
            slot -> {
              Set<String> qualifications = new HashSet<>();
              hours.forEach(
                  (caregiver, there) -> {
                    if (there.get(slot)) {
                      qualifications.addAll(caregiver.qualifications());
                    }
                  });
              LocalDate date = facts.timeline.date(facts.dayOf[slot]);
              norms[slot] =
                  facts.norm(
                      provider,
                      Level.GROUP,
                      date,
                      new Circumstances(
                          provider.licensedCapacity(),
                          Room.NO_LIMIT,
                          provider.ruleChoices(),
                          members.stream().allMatch(room -> room.resting.get(slot)),
                          members.stream().allMatch(room -> room.window.get(slot)),
                          qualifications,
                          provider.standIn(),
                          provider.extendedAgreement(),
                          house,
                          ChildCounts.NONE));
              members.forEach(room -> room.norms[slot] = Norm.NONE);
            });
  }

  /** The law in a slot in which the groups are joined, else nothing. */
  @Nullable Norm norm(int slot) {
    return norms[slot];
  }

  int rostered(int slot) {
    return members.stream().mapToInt(room -> room.rostered[slot]).sum();
  }

  int reachable(int slot) {
    return members.stream().mapToInt(room -> room.reachable[slot]).sum();
  }
}
