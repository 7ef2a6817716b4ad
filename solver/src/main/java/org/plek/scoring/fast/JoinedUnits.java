package org.plek.scoring.fast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Caregiver;
import org.plek.domain.Group;
import org.plek.domain.HouseNorm;
import org.plek.domain.JoinedHours;
import org.plek.domain.Provider;
import org.plek.rules.Level;
import org.plek.rules.Norm;

/**
 * Groups that are joined at some hours: what never changes about them. While joined, a group asks
 * for nothing itself; the unit asks for what the law wants of all its children together.
 */
final class JoinedUnits {
  private static final List<Unit> NONE = List.of();

  /** Entries of a table of a unit; larger units are refused by the masks. */
  private static final int MAX_ENTRIES = 1 << 21;

  /** One unit by place; {@code norm} is -1 in slots in which it is not joined. */
  record Unit(int[] members, short[] norm, short[] rostered, short[] reachable) {}

  private final FastModel model;
  private final @Nullable List<Unit>[] ofProvider;

  @SuppressWarnings({"unchecked", "rawtypes"})
  JoinedUnits(FastModel model, NormTables tables) {
    this.model = model;
    ofProvider = new List[model.providers];
    for (int p = 0; p < model.providers; p++) {
      Provider provider = model.index.problem().providers().get(p);
      List<JoinedHours> joined = provider.arrangements().joinedHours();
      if (!joined.isEmpty()) {
        List<Unit> units = new ArrayList<>();
        for (JoinedHours hours : joined) {
          units.add(unit(p, provider, hours, tables));
        }
        ofProvider[p] = units;
      }
    }
  }

  boolean any(int provider) {
    return ofProvider[provider] != null;
  }

  List<Unit> of(int provider) {
    List<Unit> units = ofProvider[provider];
    return units == null ? NONE : units;
  }

  /** Whether a unit begins, ends, or changes its law or staff before a place. */
  boolean breaksBefore(int provider, int t) {
    for (Unit unit : of(provider)) {
      if (unit.norm[t] != unit.norm[t - 1]
          || (unit.norm[t] >= 0
              && (unit.rostered[t] != unit.rostered[t - 1]
                  || unit.reachable[t] != unit.reachable[t - 1]))) {
        return true;
      }
    }
    return false;
  }

  private Unit unit(int p, Provider provider, JoinedHours joined, NormTables tables) {
    int slots = model.slots;
    int width = model.kept.count(p);
    PlannedHours planned = new PlannedHours(model);
    List<Integer> members = new ArrayList<>();
    BitSet resting = new BitSet(slots);
    BitSet window = new BitSet(slots);
    resting.set(0, slots);
    window.set(0, slots);
    Map<String, BitSet> qualified = new HashMap<>();
    int most = 0;
    int perCaregiver = Integer.MAX_VALUE;
    for (int g = model.firstGroup[p]; g < model.firstGroup[p + 1]; g++) {
      Group group = model.index.groups().get(g);
      if (!joined.groupIds().contains(group.id())) {
        continue;
      }
      members.add(g);
      resting.and(planned.restOf(g));
      window.and(planned.windowOf(g));
      most += Math.min(400, model.groupCap[g]);
      Integer own = group.houseNorm() == null ? null : group.houseNorm().childrenPerCaregiver();
      perCaregiver = Math.min(perCaregiver, own == null ? Integer.MAX_VALUE : own);
      for (Caregiver caregiver : FastModel.caregiversOf(provider, group)) {
        BitSet present = model.hours.inward(caregiver.hours());
        for (String code : caregiver.qualifications()) {
          qualified.computeIfAbsent(code, key -> new BitSet(slots)).or(present);
        }
      }
    }
    HouseNorm house = perCaregiver == Integer.MAX_VALUE ? null : new HouseNorm(perCaregiver, null);
    ClassScheme scheme = model.schemeOf[model.firstGroup[p]];
    int limit = limit(most + 1, scheme.groupClasses.count());
    Unit unit =
        new Unit(
            members.stream().mapToInt(Integer::intValue).toArray(),
            new short[width],
            new short[width],
            new short[width]);
    Arrays.fill(unit.norm, (short) -1);
    BitSet hours = model.hours.weekly(joined.hours());
    for (int place = 0; place < width; place++) {
      int t = model.kept.slot(p, place);
      if (!hours.get(t)) {
        continue;
      }
      TreeSet<String> there = new TreeSet<>();
      for (Map.Entry<String, BitSet> entry : qualified.entrySet()) {
        if (entry.getValue().get(t)) {
          there.add(entry.getKey());
        }
      }
      unit.norm[place] =
          tables.table(
              scheme,
              Level.GROUP,
              model.timeline.date(model.dayOf[t]),
              FastModel.circumstances(provider, resting.get(t), window.get(t), there, house, 0),
              limit);
      for (int g : unit.members) {
        unit.rostered[place] += model.rostered[model.groupBase[g] + place];
        unit.reachable[place] += model.reachable[model.groupBase[g] + place];
        model.norm[model.groupBase[g] + place] =
            tables.table(Norm.NONE, scheme.groupClasses.count(), 16);
      }
    }
    return unit;
  }

  private static int limit(int most, int classes) {
    int limit = most;
    while (Math.pow(limit + 1.0, classes) > MAX_ENTRIES) {
      limit--;
    }
    return limit;
  }
}
