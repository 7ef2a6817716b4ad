package org.plek.scoring.plain;

import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.plek.domain.Placement;
import org.plek.scoring.ConstraintName;

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

  void add(PlacedCare care) {
    care.legs().forEach(leg -> presence(leg.provider()).add(leg));
    placed.add(care);
  }

  void remove(PlacedCare care) {
    // In this order: a provider read anew in between must still have the leg.
    care.legs().forEach(leg -> presence(leg.provider()).remove(leg));
    placed.remove(care);
  }

  /** Slots of a leg in which its group is closed. */
  int closedSlots(PlacedLeg leg) {
    Site site = presence(leg.provider()).site;
    BitSet open = site.rooms.get(site.roomOf(leg)).open;
    int closed = 0;
    for (int slot = open.nextClearBit(leg.from()); slot < leg.until(); ) {
      closed++;
      slot = open.nextClearBit(slot + 1);
    }
    return closed;
  }

  /** What adding the placement changes; nothing stays changed. */
  Verdict change(PlacedCare care) {
    Ledger before = measured(care, false, Ledger.comparing());
    add(care);
    Ledger after = measured(care, true, Ledger.comparing());
    remove(care);
    return new Verdict(before, after);
  }

  /** What adding the placement makes worse of one constraint, in sentences. */
  List<Ledger.Entry> worse(PlacedCare care, ConstraintName name) {
    Ledger before = measured(care, false, Ledger.explaining(name::equals));
    add(care);
    Ledger after = measured(care, true, Ledger.explaining(name::equals));
    remove(care);
    return after.since(before).worse();
  }

  private Ledger measured(PlacedCare care, boolean in, Ledger ledger) {
    return measured(List.of(care), in ? List.of(care) : List.of(), ledger);
  }

  /**
   * Everything that some placements touch, as the plan is now.
   *
   * @param touched placements that come or go
   * @param present those of them that are in the plan now
   */
  Ledger measured(List<PlacedCare> touched, List<PlacedCare> present, Ledger ledger) {
    atProviders(touched, ledger);
    for (PlacedCare care : present) {
      for (PlacedLeg leg : care.legs()) {
        rules.ofLeg(care, leg, presence(leg.provider()).site, ledger);
      }
      rules.ofPlacement(care, ledger);
    }
    ofFamilies(touched, ledger);
    return ledger;
  }

  /** Measures the providers where some placements are or would be, in their slots. */
  void atProviders(List<PlacedCare> touched, Ledger ledger) {
    Map<Integer, Stretch> stretches = new LinkedHashMap<>();
    for (PlacedCare care : touched) {
      for (PlacedLeg leg : care.legs()) {
        stretches.computeIfAbsent(leg.provider(), key -> new Stretch()).add(leg);
      }
    }
    stretches.forEach(
        (provider, stretch) -> {
          SitePresence here = presence(provider);
          rules.atProvider(here, stretch.rooms(here), stretch.from, stretch.until, ledger);
        });
  }

  /** The slots and groups of a provider that some legs touch. */
  private static final class Stretch {
    private final Set<String> groups = new HashSet<>();
    private int from = Integer.MAX_VALUE;
    private int until = Integer.MIN_VALUE;

    void add(PlacedLeg leg) {
      groups.add(leg.leg().groupId());
      from = Math.min(from, leg.from());
      until = Math.max(until, leg.until());
    }

    List<SitePresence.InRoom> rooms(SitePresence here) {
      return here.rooms.stream().filter(in -> groups.contains(in.room.group.id())).toList();
    }
  }

  /** Measures what some placements have to do with beside providers, wherever they are. */
  void ofFamilies(List<PlacedCare> touched, Ledger ledger) {
    distinct(touched, PlacedCare::child).forEach(child -> rules.ofChild(placed, child, ledger));
    distinct(touched, PlacedCare::family).forEach(family -> rules.ofFamily(placed, family, ledger));
    distinct(touched, care -> String.valueOf(rules.facts.request(care.request()).programme()))
        .forEach(programme -> rules.ofProgramme(placed, programme, ledger));
    distinct(touched, PlacedCare::request)
        .forEach(request -> rules.ofRequest(placed, request, ledger));
    distinct(touched, care -> care.placement().sessionId())
        .forEach(id -> rules.ofBefore(placed, id, ledger));
  }

  private static <T> List<T> distinct(List<PlacedCare> touched, Function<PlacedCare, T> of) {
    return touched.size() == 1
        ? List.of(of.apply(touched.getFirst()))
        : touched.stream().map(of).distinct().toList();
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
