package org.plek.scoring.plain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Placement;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.ConstraintName.Level;

/**
 * A plan in which single placements are tried and taken back. Amounts before and after are measured
 * by the same rules as the whole plan, on what the placement touches.
 */
final class WhatIf {
  /** Slots over all groups held ready; beyond them the providers used longest ago are dropped. */
  private static final long MOST_HELD_SLOTS = 8_000_000;

  final Rules rules;
  final Placed placed;
  private final Map<Integer, SitePresence> held = new LinkedHashMap<>(16, 0.75f, true);
  private long heldSlots;

  WhatIf(Rules rules, List<Placement> placements) {
    this.rules = rules;
    placed = new Placed(rules.facts, placements);
  }

  /** How the amounts change by adding a placement. */
  record Change(long[] before, long[] after) {
    long of(ConstraintName name) {
      return after[name.ordinal()] - before[name.ordinal()];
    }

    /** The first hard constraint whose amount rises, if one does. */
    @Nullable ConstraintName blocker() {
      for (ConstraintName name : ConstraintName.values()) {
        if (name.level() == Level.HARD && of(name) > 0) {
          return name;
        }
      }
      return null;
    }
  }

  void add(PlacedCare care) {
    care.legs().forEach(leg -> presence(leg.provider()).add(leg));
    placed.add(care);
  }

  void remove(PlacedCare care) {
    // In this order: a provider read anew in between must still have the leg.
    care.legs().forEach(leg -> presence(leg.provider()).remove(leg));
    placed.remove(care);
  }

  /** What adding the placement changes; nothing stays changed. */
  Change change(PlacedCare care) {
    long[] before = measured(care, false, Ledger.ofAmounts()).amounts();
    add(care);
    long[] after = measured(care, true, Ledger.ofAmounts()).amounts();
    remove(care);
    return new Change(before, after);
  }

  /** Amounts and sentences of one constraint on what the placement touches, once it is added. */
  List<Ledger.Entry> entries(PlacedCare care, ConstraintName name) {
    add(care);
    Ledger ledger = measured(care, true, Ledger.explaining(asked -> asked == name));
    remove(care);
    return ledger.entries();
  }

  /** The same while it is not in the plan. */
  List<Ledger.Entry> entriesWithout(PlacedCare care, ConstraintName name) {
    return measured(care, false, Ledger.explaining(asked -> asked == name)).entries();
  }

  private Ledger measured(PlacedCare care, boolean in, Ledger ledger) {
    int from = Integer.MAX_VALUE;
    int until = 0;
    for (PlacedLeg leg : care.legs()) {
      from = Math.min(from, leg.from());
      until = Math.max(until, leg.until());
    }
    List<Integer> providers = care.legs().stream().map(PlacedLeg::provider).distinct().toList();
    for (int provider : providers) {
      rules.atProvider(presence(provider), from, until, ledger);
    }
    if (in) {
      for (PlacedLeg leg : care.legs()) {
        rules.ofLeg(care, leg, presence(leg.provider()).site, ledger);
      }
      rules.ofPlacement(care, ledger);
    }
    rules.ofChild(placed, care.child(), ledger);
    rules.ofFamily(placed, care.family(), ledger);
    rules.ofRequest(placed, care.request(), ledger);
    rules.ofBefore(placed, care.placement().sessionId(), ledger);
    return ledger;
  }

  /** Who is with a provider in the plan. */
  SitePresence presence(int provider) {
    SitePresence here = held.get(provider);
    if (here == null) {
      here = rules.presence(rules.site(provider), placed.ofProvider(provider));
      held.put(provider, here);
      heldSlots += slots(here);
      while (heldSlots > MOST_HELD_SLOTS && held.size() > 2) {
        var eldest = held.entrySet().iterator();
        heldSlots -= slots(eldest.next().getValue());
        eldest.remove();
      }
    }
    return here;
  }

  private static long slots(SitePresence here) {
    return here.rooms.stream().mapToLong(in -> in.counts.length).sum();
  }
}
