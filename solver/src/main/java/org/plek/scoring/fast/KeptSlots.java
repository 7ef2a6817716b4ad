package org.plek.scoring.fast;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.plek.domain.BoughtPlaces;
import org.plek.domain.Group;
import org.plek.domain.Policy;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Quota;
import org.plek.domain.RegularChild;
import org.plek.domain.Reserve;
import org.plek.domain.Schedule;
import org.plek.domain.Timeline;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;

/**
 * Which slots of a provider are kept in memory, and where: of each day those from the first to the
 * last in which anybody is or may come, because nights and closed days are most of a horizon. The
 * <em>place</em> of a kept slot is its number among the kept slots of its provider. Kept slots that
 * follow each other have places that follow each other, over midnight too, so a stay is a range of
 * places as it is a range of slots.
 */
final class KeptSlots {
  private final int days;

  /** Day of a slot. */
  final int[] dayOf;

  /** Place of a kept slot less the slot, by provider and day. */
  private final int[] shift;

  /** First place of each day, by provider and day. */
  private final int[] firstOfDay;

  /** Where the places of each provider begin among those of all; the last is the end. */
  final int[] ofProvider;

  /** Where the places of each group begin among those of all groups; the last is the end. */
  final int[] ofGroup;

  private KeptSlots(ProblemIndex index, Ranges kept) {
    days = kept.days;
    dayOf = kept.dayOf;
    int providers = index.problem().providers().size();
    shift = new int[providers * days];
    firstOfDay = new int[providers * days];
    ofProvider = new int[providers + 1];
    ofGroup = new int[index.groups().size() + 1];
    for (int p = 0; p < providers; p++) {
      int width = 0;
      for (int at = p * days; at < (p + 1) * days; at++) {
        firstOfDay[at] = width;
        shift[at] = width - kept.from[at];
        width += Math.max(0, kept.to[at] - kept.from[at]);
      }
      ofProvider[p + 1] = Math.addExact(ofProvider[p], width);
      for (int g = index.firstGroup(p); g < index.firstGroup(p + 1); g++) {
        ofGroup[g + 1] = Math.addExact(ofGroup[g], width);
      }
    }
  }

  /** All slots, for changes that no table lists: the place of a slot is the slot itself. */
  static KeptSlots all(ProblemIndex index) {
    Ranges kept = new Ranges(index.timeline(), index.problem().providers().size());
    for (int p = 0; p < index.problem().providers().size(); p++) {
      kept.add(p, 0, index.timeline().slots());
    }
    return new KeptSlots(index, kept);
  }

  /** The slots in which regular children, options or terms of the policy count anything. */
  static KeptSlots of(ProblemIndex index, RulePacks packs, OptionTable table) {
    Timeline timeline = index.timeline();
    Policy policy = index.problem().policy();
    Set<String> bought =
        policy.boughtPlaces().stream().map(BoughtPlaces::groupId).collect(Collectors.toSet());
    Set<String> reserved =
        policy.reserves().stream().map(Reserve::groupId).collect(Collectors.toSet());
    Set<String> limited = policy.quotas().stream().map(Quota::groupId).collect(Collectors.toSet());
    Ranges kept = new Ranges(timeline, index.problem().providers().size());
    SlotHours hours = new SlotHours(timeline);
    for (int g = 0; g < index.groups().size(); g++) {
      Group group = index.groups().get(g);
      int p = index.providerOf(g);
      Provider provider = index.problem().providers().get(p);
      // A childminder's own children alone ask for nothing, unless more than their group is summed.
      boolean ownCount =
          limited.contains(group.id())
              || reserved.contains(group.id())
              || locationCounts(index.problem(), packs, provider);
      for (RegularChild child : group.regularChildren()) {
        if (!child.own() || ownCount) {
          kept.add(p, hours.present(child));
        }
      }
      if (reserved.contains(group.id())) {
        kept.add(p, hours.inward(opening(provider, group)));
      }
      if (bought.contains(group.id())) {
        kept.add(p, 0, timeline.slots()); // Bought places count at night, too.
      }
    }
    for (int o = 0; o < table.options(); o++) {
      kept.add(table.providerOf(o), table.start(o), table.end(o));
      if (table.split(o)) {
        kept.add(index.providerOf(table.secondGroup(o)), table.secondStart(o), table.secondEnd(o));
      }
    }
    return new KeptSlots(index, kept);
  }

  private static boolean locationCounts(Problem problem, RulePacks packs, Provider provider) {
    String pack = provider.rulePack() == null ? problem.rulePack() : provider.rulePack();
    return ClassScheme.locationCounts(
        packs.pack(pack), provider.kind(), problem.from(), problem.until());
  }

  private static Schedule opening(Provider provider, Group group) {
    return group.opening() == null ? provider.opening() : group.opening();
  }

  /** Kept slots of a provider. */
  int count(int provider) {
    return ofProvider[provider + 1] - ofProvider[provider];
  }

  /** The place of a kept slot less the slot; the same for all slots of a stay. */
  int shift(int provider, int slot) {
    return shift[provider * days + dayOf[slot]];
  }

  /** Day of a place; not for the innermost loops. */
  int day(int provider, int place) {
    int low = 0;
    int high = days;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (firstOfDay[provider * days + middle] <= place) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The place after the last of a day. */
  int endOfDay(int provider, int day) {
    return day + 1 < days ? firstOfDay[provider * days + day + 1] : count(provider);
  }

  /** The slot at a place. */
  int slot(int provider, int place) {
    return place - shift[provider * days + day(provider, place)];
  }

  /** Whether all of the slots {@code [from, to)} are kept. */
  boolean holds(int provider, int from, int to) {
    for (int t = from; t < to; t++) {
      int place = t + shift(provider, t);
      if (place < 0 || place >= count(provider) || slot(provider, place) != t) {
        return false;
      }
    }
    return true;
  }

  /** First slot kept and the slot after the last, by provider and day. */
  private static final class Ranges {
    private final Timeline timeline;
    final int days;
    final int[] dayOf;
    final int[] from;
    final int[] to;

    Ranges(Timeline timeline, int providers) {
      this.timeline = timeline;
      days = timeline.days() + 1;
      dayOf = new int[timeline.slots()];
      Arrays.setAll(dayOf, timeline::dayOf);
      from = new int[providers * days];
      to = new int[providers * days];
      Arrays.fill(from, Integer.MAX_VALUE);
    }

    void add(int provider, BitSet slots) {
      for (int t = slots.nextSetBit(0); t >= 0; ) {
        int end = slots.nextClearBit(t);
        add(provider, t, end);
        t = slots.nextSetBit(end);
      }
    }

    void add(int provider, int first, int end) {
      for (int t = first; t < end; ) {
        int day = dayOf[t];
        int last = Math.min(end, timeline.dayStart(day + 1));
        int at = provider * days + day;
        from[at] = Math.min(from[at], t);
        to[at] = Math.max(to[at], last);
        t = last;
      }
    }
  }
}
