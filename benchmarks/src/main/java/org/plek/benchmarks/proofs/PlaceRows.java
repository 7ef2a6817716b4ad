package org.plek.benchmarks.proofs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plek.benchmarks.proofs.LinearModel.Terms;
import org.plek.benchmarks.proofs.OptionLegs.Run;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Urgency;
import org.plek.scoring.fast.SlotRules;

/**
 * What slots allow: licence, ratio, group size, caps, kept-free and bought places, quotas, the
 * floor of regular children and caregivers called in. Slots in which the same options meet the same
 * rules are one {@link Cell}; a row that another implies is left out.
 */
final class PlaceRows {
  private final PlanModel model;
  private final List<Cell> cells = new ArrayList<>();

  /** A place (a group, or a whole provider) in slots with equal rules and equal options. */
  record Cell(
      boolean atProvider,
      int place,
      int slot,
      int[] kinds,
      int[][] options,
      LegalSet legal,
      int cost) {}

  private record SetKey(Object signature, List<Integer> kinds, List<Integer> most, int total) {}

  private record Direction(List<Integer> kinds, List<Long> factor) {}

  private record Bound(BitSet legs, long most, Terms terms) {}

  PlaceRows(PlanModel model) {
    this.model = model;
  }

  void add() {
    ProblemIndex index = model.index;
    for (int p = 0; p < index.problem().providers().size(); p++) {
      for (int g = index.firstGroup(p); g < index.firstGroup(p + 1); g++) {
        addPlace(false, g, model.legs.ofGroup(g));
      }
      int groups = index.firstGroup(p + 1) - index.firstGroup(p);
      if (groups > 1 || model.rules.kindsAtProvider(p) > 1) {
        addPlace(true, p, model.legs.ofGroups(index.firstGroup(p), index.firstGroup(p + 1)));
      }
      addKeptFree(p);
      addWeeks(p);
    }
  }

  /** Cells whose rules are known in full. */
  List<Cell> cells() {
    return cells;
  }

  private void addPlace(boolean atProvider, int place, int[] legs) {
    Map<SetKey, LegalSet> sets = new HashMap<>();
    Map<Direction, List<Bound>> bounds = new LinkedHashMap<>();
    for (Run run : model.legs.runs(legs)) {
      Map<Object, int[]> slots = new LinkedHashMap<>();
      for (int t = run.from(); t < run.until(); t++) {
        Object signature =
            List.of(
                model.index.timeline().dayOf(t),
                atProvider
                    ? model.rules.signatureOfProvider(place, t)
                    : model.rules.signature(place, t),
                atProvider ? model.rules.roomOfProvider(place, t) : model.rules.room(place, t));
        slots.computeIfAbsent(signature, key -> new int[] {0, 0})[1]++;
        int[] entry = slots.get(signature);
        entry[0] = entry[1] == 1 ? t : entry[0];
      }
      slots.forEach(
          (signature, entry) -> addCell(atProvider, place, run, entry, sets, legs, bounds));
    }
    bounds.values().forEach(this::addBounds);
  }

  private void addCell(
      boolean atProvider,
      int place,
      Run run,
      int[] slotAndCount,
      Map<SetKey, LegalSet> sets,
      int[] legs,
      Map<Direction, List<Bound>> bounds) {
    int slot = slotAndCount[0];
    SlotRules rules = model.rules;
    int allKinds = atProvider ? rules.kindsAtProvider(place) : rules.kinds(place);
    int[] kindOfLeg = new int[run.legs().length];
    BitSet[] sessions = new BitSet[allKinds];
    for (int i = 0; i < kindOfLeg.length; i++) {
      int session = model.legs.session(run.legs()[i]);
      int kind =
          atProvider
              ? rules.kindAtProvider(session, place, slot)
              : rules.kind(session, place, slot);
      kindOfLeg[i] = kind;
      sessions[kind] = sessions[kind] == null ? new BitSet() : sessions[kind];
      sessions[kind].set(session);
    }
    int[] kinds =
        java.util.stream.IntStream.range(0, allKinds).filter(k -> sessions[k] != null).toArray();
    int[] most = Arrays.stream(kinds).map(k -> sessions[k].cardinality()).toArray();
    int total = atProvider ? rules.roomOfProvider(place, slot) : rules.room(place, slot);
    if (total < 0 || cost(atProvider, place, slot, kinds, new int[kinds.length], allKinds) < 0) {
      return; // Broken before anybody comes: no bound follows from this slot.
    }
    Object signature =
        atProvider ? rules.signatureOfProvider(place, slot) : rules.signature(place, slot);
    int[] least = Arrays.stream(most).map(each -> Math.min(each, total + 1)).toArray();
    SetKey key = new SetKey(signature, boxed(kinds), boxed(least), total);
    LegalSet legal =
        sets.computeIfAbsent(
            key,
            missing ->
                new LegalSet(
                    kinds,
                    atProvider ? 1 : rules.variants(place),
                    most,
                    total,
                    children -> cost(atProvider, place, slot, kinds, children, allKinds)));
    if (legal.everything && legal.mostCost == 0) {
      return;
    }
    int[][] options = new int[kinds.length][];
    for (int k = 0; k < kinds.length; k++) {
      int kind = kinds[k];
      options[k] =
          java.util.stream.IntStream.range(0, kindOfLeg.length)
              .filter(i -> kindOfLeg[i] == kind)
              .map(i -> run.legs()[i] >> 1)
              .toArray();
    }
    for (LegalSet.Inequality each : legal.inequalities) {
      BitSet taken = new BitSet();
      for (int i = 0; i < kindOfLeg.length; i++) {
        if (each.factor()[Arrays.binarySearch(kinds, kindOfLeg[i])] > 0) {
          taken.set(Arrays.binarySearch(legs, run.legs()[i]));
        }
      }
      Direction direction =
          new Direction(boxed(kinds), Arrays.stream(each.factor()).boxed().toList());
      bounds
          .computeIfAbsent(direction, missing -> new ArrayList<>())
          .add(new Bound(taken, each.most(), terms(each.factor(), options)));
    }
    int cost = -1;
    if (legal.mostCost > 0) {
      cost = model.linear.addVariable(0, legal.mostCost, model.softUnit() * slotAndCount[1]);
      for (LegalSet.CostBound each : legal.costBounds) {
        Terms terms = new Terms();
        for (int k = 0; k < kinds.length; k++) {
          if (each.factor()[k] > 0) {
            terms.plus(each.slope() * each.factor()[k], options[k]);
          }
        }
        model.linear.addRow(LinearModel.NO_LOWER, terms.plus(-each.divisor(), cost), each.offset());
      }
    }
    cells.add(new Cell(atProvider, place, slot, kinds, options, legal, cost));
  }

  private static Terms terms(long[] factor, int[][] options) {
    Terms terms = new Terms();
    for (int k = 0; k < factor.length; k++) {
      if (factor[k] > 0) {
        terms.plus(factor[k], options[k]);
      }
    }
    return terms;
  }

  /** Rows of one direction, without those that another with more options implies. */
  private void addBounds(List<Bound> bounds) {
    bounds.sort(
        java.util.Comparator.comparingInt((Bound each) -> -each.legs.cardinality())
            .thenComparingLong(Bound::most));
    List<Bound> kept = new ArrayList<>();
    for (Bound bound : bounds) {
      if (kept.stream().noneMatch(other -> implies(other, bound))) {
        kept.add(bound);
        model.linear.addRow(LinearModel.NO_LOWER, bound.terms, bound.most);
      }
    }
  }

  private static boolean implies(Bound strong, Bound weak) {
    if (strong.most > weak.most || !strong.legs.intersects(weak.legs)) {
      return false;
    }
    BitSet missing = (BitSet) weak.legs.clone();
    missing.andNot(strong.legs);
    return missing.isEmpty();
  }

  private static List<Integer> boxed(int[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  /** Cost of children by the kinds of a cell. */
  private long cost(
      boolean atProvider, int place, int slot, int[] kinds, int[] children, int allKinds) {
    int[] all = new int[allKinds];
    for (int k = 0; k < kinds.length; k++) {
      all[kinds[k]] = children[k];
    }
    return atProvider
        ? model.rules.providerCost(place, slot, all)
        : model.rules.groupCost(place, slot, all);
  }

  /**
   * While kept-free places of a provider are empty, they count for its capacity: whoever does not
   * use them finds so much less room. Exact for one group with such places.
   */
  private void addKeptFree(int provider) {
    int first = model.index.firstGroup(provider);
    int end = model.index.firstGroup(provider + 1);
    int[] legs = model.legs.ofGroups(first, end);
    List<Bound> bounds = new ArrayList<>();
    for (Run run : model.legs.runs(legs)) {
      for (int g = first; g < end; g++) {
        int room = Integer.MAX_VALUE;
        for (int t = run.from(); t < run.until(); t++) {
          int kept = model.rules.keptFree(g, t);
          if (kept > 0 && model.rules.roomOfProvider(provider, t) >= kept) {
            room = Math.min(room, model.rules.roomOfProvider(provider, t) - kept);
          }
        }
        int group = g;
        int[] others =
            Arrays.stream(run.legs())
                .filter(leg -> model.legs.group(leg) != group || !urgent(leg))
                .toArray();
        if (others.length > room) {
          BitSet set = new BitSet();
          Arrays.stream(others).forEach(leg -> set.set(Arrays.binarySearch(legs, leg)));
          int[] options = Arrays.stream(others).map(leg -> leg >> 1).toArray();
          bounds.add(new Bound(set, room, new Terms().plus(1, options)));
        }
      }
    }
    addBounds(bounds);
  }

  private boolean urgent(int leg) {
    int request = model.index.requestOf(model.legs.session(leg));
    return model.index.problem().requests().get(request).urgency() == Urgency.URGENT;
  }

  /** Weeks of a provider that overbooks. */
  private void addWeeks(int provider) {
    int[] legs =
        model.legs.ofGroups(model.index.firstGroup(provider), model.index.firstGroup(provider + 1));
    Map<Integer, Terms> weeks = new LinkedHashMap<>();
    if (model.rules.weekRoom(provider, 0) < 0) {
      return;
    }
    for (int leg : legs) {
      for (int t = model.legs.start(leg); t < model.legs.end(leg); ) {
        int week = model.rules.weekOf(t);
        int from = t;
        while (t < model.legs.end(leg) && model.rules.weekOf(t) == week) {
          t++;
        }
        weeks.computeIfAbsent(week, key -> new Terms()).plus(t - from, leg >> 1);
      }
    }
    weeks.forEach(
        (week, terms) -> {
          long room = model.rules.weekRoom(provider, week);
          if (room >= 0) {
            model.linear.addRow(LinearModel.NO_LOWER, terms, room);
          }
        });
  }
}
