package org.plek.scoring.plain;

import java.util.ArrayList;
import java.util.List;
import org.plek.domain.Group;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.rules.ChildCounts;
import org.plek.rules.Level;
import org.plek.rules.Norm;
import org.plek.rules.RulePacks;

/** How many children and caregivers are where under a plan, as the law counts them. */
public final class CountedUnits {
  private CountedUnits() {}

  /** The units of every provider, in the order of the problem: groups, joined groups, location. */
  public static List<CountedUnit> of(
      ProblemIndex index, RulePacks packs, Travel travel, List<Placement> placements) {
    Rules rules = new Rules(index, packs::pack, travel);
    Placed placed = new Placed(rules.facts, placements);
    List<CountedUnit> units = new ArrayList<>();
    for (int p = 0; p < index.problem().providers().size(); p++) {
      Site site = rules.site(p);
      addOf(rules.facts, rules.presence(site, placed.ofProvider(p)), units);
    }
    return units;
  }

  private static void addOf(Facts facts, SitePresence here, List<CountedUnit> units) {
    Site site = here.site;
    String id = site.provider.id();
    for (SitePresence.InRoom in : here.rooms) {
      Room room = in.room;
      units.add(
          new CountedUnit(
              id,
              List.of(room.group.id()),
              false,
              room.classes,
              slot ->
                  room.norms[slot] == Norm.NONE || !inGroups(facts, site, slot)
                      ? null
                      : room.norms[slot],
              slot -> in.counts[slot],
              slot -> room.rostered[slot],
              slot -> room.reachable[slot],
              slot -> Math.min(placesLeft(facts, here, slot), roomLeft(in, slot))));
    }
    for (JoinedRoom joined : site.joinedRooms) {
      units.add(
          new CountedUnit(
              id,
              joined.members.stream().map(room -> room.group.id()).toList(),
              false,
              joined.members.getFirst().classes,
              slot -> inGroups(facts, site, slot) ? joined.norm(slot) : null,
              slot -> here.counts(joined, slot),
              joined::rostered,
              joined::reachable,
              slot ->
                  Math.min(
                      placesLeft(facts, here, slot),
                      here.rooms.stream()
                          .filter(in -> joined.members.contains(in.room))
                          .mapToInt(in -> roomLeft(in, slot))
                          .sum())));
    }
    if (site.locationNorms != null) {
      units.add(
          new CountedUnit(
              id,
              site.provider.groups().stream().map(Group::id).toList(),
              true,
              site.locationClasses,
              site::locationNorm,
              slot -> here.location[slot],
              site::rostered,
              site::reachable,
              slot ->
                  Math.min(
                      placesLeft(facts, here, slot),
                      here.rooms.stream().mapToInt(in -> roomLeft(in, slot)).sum())));
    }
  }

  private static boolean inGroups(Facts facts, Site site, int slot) {
    return site.pack.counts(
        site.provider.kind(), Level.GROUP, facts.timeline.date(facts.dayOf[slot]));
  }

  private static int placesLeft(Facts facts, SitePresence here, int slot) {
    return Math.max(0, here.site.capacity[facts.dayOf[slot]] - here.children(slot));
  }

  private static int roomLeft(SitePresence.InRoom in, int slot) {
    return in.room.open.get(slot)
        ? Math.max(0, in.room.mostChildren - ChildCounts.total(in.counts[slot]))
        : 0;
  }
}
