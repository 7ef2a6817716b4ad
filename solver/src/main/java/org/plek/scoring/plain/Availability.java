package org.plek.scoring.plain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.plek.domain.AgeRange;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Timeline;
import org.plek.domain.Travel;
import org.plek.rules.ChildClasses;
import org.plek.rules.ChildCounts;
import org.plek.rules.RulePacks;

/**
 * Who is where in every slot, and how many children more there is room for. Room is tried: children
 * of an age class are added one by one until a rule that is measured per slot breaks further. What
 * hangs on a request (notice, least volume, fit, the way) is not asked here.
 */
public final class Availability {
  /** Oldest age in months that is sorted into a class. */
  private static final int MOST_MONTHS = 216;

  private final Facts facts;
  private final Rules rules;
  private final Placed placed;

  /**
   * @param placements what stands
   */
  public Availability(
      ProblemIndex index, RulePacks packs, Travel travel, List<Placement> placements) {
    rules = new Rules(index, packs::pack, travel);
    facts = rules.facts;
    placed = new Placed(facts, placements);
  }

  /**
   * The groups of a provider in {@code [fromSlot, untilSlot)} of the timeline, so many slots
   * together: of children and caregivers required the most, of caregivers present and free places
   * the least.
   *
   * @param step slots that are put together, at least 1
   * @throws IllegalArgumentException when there is no such provider
   */
  public List<GroupRoom> of(String providerId, int fromSlot, int untilSlot, int step) {
    int provider = facts.index.provider(providerId);
    if (provider < 0) {
      throw new IllegalArgumentException("There is no provider " + providerId + ".");
    }
    SitePresence here = rules.presence(rules.site(provider), placed.ofProvider(provider));
    return here.rooms.stream().map(in -> room(here, in, fromSlot, untilSlot, step)).toList();
  }

  private GroupRoom room(
      SitePresence here, SitePresence.InRoom in, int fromSlot, int untilSlot, int step) {
    ChildClasses classes = in.room.classes;
    List<SlotRoom> slots = new ArrayList<>();
    for (int first = fromSlot; first < untilSlot; first += step) {
      SlotRoom whole = slot(here, in, first);
      for (int slot = first + 1; slot < Math.min(first + step, untilSlot); slot++) {
        whole = whole.and(slot(here, in, slot));
      }
      slots.add(whole);
    }
    return new GroupRoom(
        here.site.provider.id(),
        in.room.group.id(),
        IntStream.range(0, classes.count()).mapToObj(classes::name).toList(),
        slots);
  }

  private SlotRoom slot(SitePresence here, SitePresence.InRoom in, int slot) {
    ChildClasses classes = in.room.classes;
    boolean open =
        in.room.open.get(slot) && (here.site.licensed == null || here.site.licensed.get(slot));
    int[] children = new int[classes.count()];
    int[] free = new int[classes.count()];
    int[] urgent = new int[classes.count()];
    Arrays.setAll(children, c -> ChildCounts.of(in.counts[slot], c));
    if (open && !taken(here, slot)) {
      for (int c = 0; c < free.length; c++) {
        free[c] = free(here, in, slot, c, false);
        urgent[c] = in.room.reserves.isEmpty() ? free[c] : free(here, in, slot, c, true);
      }
    }
    return new SlotRoom(
        facts.timeline.time(slot),
        open,
        ints(children),
        in.room.reachable[slot],
        in.room.norms[slot].caregiversRequired(in.counts[slot]),
        ints(free),
        ints(urgent));
  }

  /** A home carer who is with a household has no room for another. */
  private boolean taken(SitePresence here, int slot) {
    return here.site.homeCarer() && here.legs.stream().anyMatch(leg -> leg.presentIn(slot));
  }

  private static List<Integer> ints(int[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  private int free(
      SitePresence here, SitePresence.InRoom in, int slot, int childClass, boolean urgent) {
    LocalDate date = facts.timeline.date(facts.dayOf[slot]);
    Set<Integer> atLocation = locationClasses(here.site, in.room, childClass, date);
    int least = atLocation.isEmpty() ? 0 : Integer.MAX_VALUE;
    for (int locationClass : atLocation) {
      least =
          Math.min(
              least,
              added(
                  here,
                  in,
                  slot,
                  ChildCounts.one(childClass),
                  ChildCounts.one(locationClass),
                  urgent));
    }
    return least;
  }

  /** Classes of the location in which children of a class of the group may be, ages accepted. */
  private static Set<Integer> locationClasses(
      Site site, Room room, int childClass, LocalDate date) {
    AgeRange ofProvider = site.provider.ages();
    AgeRange ofGroup = room.group.ages() == null ? ofProvider : room.group.ages();
    Set<Integer> found = new TreeSet<>();
    int until = Math.min(MOST_MONTHS, Math.min(ofProvider.toMonths(), ofGroup.toMonths()));
    for (int months = Math.max(ofProvider.fromMonths(), ofGroup.fromMonths());
        months < until;
        months++) {
      LocalDate born = date.minusMonths(months);
      for (boolean walking : new boolean[] {false, true}) {
        if (room.classes.classOf(born, walking, date) == childClass) {
          found.add(site.locationClasses.classOf(born, walking, date));
        }
      }
    }
    return found;
  }

  private int added(
      SitePresence here,
      SitePresence.InRoom in,
      int slot,
      long one,
      long oneAtLocation,
      boolean urgent) {
    Ledger before = measured(here, slot);
    int most = here.site.capacity[facts.dayOf[slot]];
    int added = 0;
    while (added < most) {
      add(here, in, slot, one, oneAtLocation, urgent, 1);
      added++;
      if (!measured(here, slot).since(before).worse().isEmpty()) {
        add(here, in, slot, one, oneAtLocation, urgent, -1);
        added--;
        break;
      }
    }
    int room = added;
    for (; added > 0; added--) {
      add(here, in, slot, one, oneAtLocation, urgent, -1);
    }
    return room;
  }

  private static void add(
      SitePresence here,
      SitePresence.InRoom in,
      int slot,
      long one,
      long oneAtLocation,
      boolean urgent,
      int sign) {
    in.counts[slot] += sign * one;
    in.occasional[slot] += (short) sign;
    if (here.location.length > 0) {
      here.location[slot] += sign * oneAtLocation;
    }
    if (urgent && in.urgent.length > 0) {
      in.urgent[slot] += (short) sign;
    }
  }

  private Ledger measured(SitePresence here, int slot) {
    Ledger ledger = Ledger.comparing();
    rules.perSlot(here, slot, slot + 1, ledger);
    return ledger;
  }

  /** Slots of a timeline, for whoever asks by date. */
  public Timeline timeline() {
    return facts.timeline;
  }
}
