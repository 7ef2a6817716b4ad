package org.plek.scoring.plain;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Timeline;
import org.plek.scoring.ConstraintName;

/** Where the rules write down amounts, with or without the sentences. */
final class Ledger {
  /**
   * An amount as a rule found it; {@code slot} is -1 where it is not measured per slot.
   *
   * @param children occasional children there whom the law of the slot counts; 0 for other rules
   */
  record Entry(
      ConstraintName constraint,
      Place place,
      int slot,
      int children,
      @Nullable LocalDateTime from,
      @Nullable LocalDateTime until,
      long amount,
      List<String> sessionIds,
      String text) {
    /** The same with another amount and a remark. */
    Entry with(long part, String remark) {
      return new Entry(
          constraint, place, slot, children, from, until, part, sessionIds, text + remark);
    }
  }

  private final long[] amounts = new long[ConstraintName.values().length];
  private final List<Entry> entries = new ArrayList<>();
  private final Predicate<ConstraintName> explained;
  private final boolean worded;
  private int written;

  private Ledger(Predicate<ConstraintName> explained, boolean worded) {
    this.explained = explained;
    this.worded = worded;
  }

  /** Without sentences. */
  static Ledger ofAmounts() {
    return new Ledger(name -> false, true);
  }

  /** With a sentence for every amount. */
  static Ledger explaining() {
    return new Ledger(name -> true, true);
  }

  /** With sentences for some constraints only. */
  static Ledger explaining(Predicate<ConstraintName> some) {
    return new Ledger(some, true);
  }

  /** With places and slots of hard constraints, but no sentences: to compare with another. */
  static Ledger comparing() {
    return new Ledger(name -> name.level() == ConstraintName.Level.HARD, false);
  }

  /** An amount of one slot. The suppliers are asked only when sentences are wanted. */
  void inSlot(
      ConstraintName constraint,
      Place place,
      int slot,
      long amount,
      Supplier<List<String>> sessionIds,
      Supplier<String> text) {
    inSlot(constraint, place, slot, 0, amount, sessionIds, text);
  }

  /** An amount of one slot by a law that counts children, some of them occasional. */
  void inSlot(
      ConstraintName constraint,
      Place place,
      int slot,
      int children,
      long amount,
      Supplier<List<String>> sessionIds,
      Supplier<String> text) {
    if (amount > 0) {
      written++;
      amounts[constraint.ordinal()] += amount;
      if (explained.test(constraint)) {
        entries.add(
            new Entry(
                constraint,
                place,
                slot,
                children,
                null,
                null,
                amount,
                worded ? sessionIds.get() : List.of(),
                worded ? text.get() : ""));
      }
    }
  }

  /** An amount that is not measured per slot. */
  void note(
      ConstraintName constraint,
      Supplier<Place> place,
      @Nullable LocalDateTime from,
      @Nullable LocalDateTime until,
      long amount,
      Supplier<List<String>> sessionIds,
      Supplier<String> text) {
    if (amount > 0) {
      written++;
      amounts[constraint.ordinal()] += amount;
      if (explained.test(constraint)) {
        entries.add(
            new Entry(
                constraint,
                place.get(),
                -1,
                0,
                from,
                until,
                amount,
                worded ? sessionIds.get() : List.of(),
                worded ? text.get() : ""));
      }
    }
  }

  /** How many amounts were written. */
  int written() {
    return written;
  }

  /** Adds all that another one found. */
  void add(Ledger other) {
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] += other.amounts[i];
    }
    entries.addAll(other.entries);
    written += other.written;
  }

  long amount(ConstraintName constraint) {
    return amounts[constraint.ordinal()];
  }

  long[] amounts() {
    return amounts;
  }

  List<Entry> entries() {
    return entries;
  }

  /**
   * Amounts after a change beside those before it, at the same rule, place and slot.
   *
   * @param worse what was not there or is larger, by the difference; and as a whole what is no
   *     larger while more children come to it, as where a caregiver is missing already
   * @param inherited what was there before and is not worse
   */
  record Comparison(List<Entry> worse, List<Entry> inherited) {
    private static final Comparison NOTHING = new Comparison(List.of(), List.of());
  }

  /** Compares what is measured with what was measured before a change. */
  Comparison since(Ledger earlier) {
    if (entries.isEmpty()) {
      return Comparison.NOTHING;
    }
    record Spot(ConstraintName constraint, Place place, int slot) {}
    Map<Spot, Long> old = new HashMap<>();
    Map<Spot, Integer> children = new HashMap<>();
    for (Entry entry : earlier.entries) {
      Spot spot = new Spot(entry.constraint(), entry.place(), entry.slot());
      old.merge(spot, entry.amount(), Long::sum);
      children.merge(spot, entry.children(), Math::max);
    }
    List<Entry> worse = new ArrayList<>();
    List<Entry> inherited = new ArrayList<>();
    for (Entry entry : entries) {
      Spot spot = new Spot(entry.constraint(), entry.place(), entry.slot());
      long left = old.getOrDefault(spot, 0L);
      long part = Math.min(left, entry.amount());
      old.put(spot, left - part);
      if (part == entry.amount() && entry.children() > children.getOrDefault(spot, 0)) {
        worse.add(entry);
        continue;
      }
      if (part > 0) {
        inherited.add(entry.with(part, ""));
      }
      if (entry.amount() > part) {
        String remark = part == 0 ? "" : "; " + part + " of " + entry.amount() + " inherited";
        worse.add(entry.with(entry.amount() - part, remark));
      }
    }
    return new Comparison(worse, inherited);
  }

  /** The entries as matches: neighbouring slots with the same numbers joined, rules in order. */
  static List<Match> matches(List<Entry> entries, Timeline timeline) {
    record Key(ConstraintName constraint, Place place, String text) {}
    Map<Key, Run> open = new LinkedHashMap<>();
    List<Run> runs = new ArrayList<>();
    for (Entry entry : entries) {
      Key key = new Key(entry.constraint(), entry.place(), entry.text());
      Run run = entry.slot() < 0 ? null : open.get(key);
      if (run == null || run.untilSlot != entry.slot()) {
        run = new Run(entry);
        runs.add(run);
        open.put(key, run);
      }
      run.join(entry);
    }
    runs.sort((a, b) -> a.first.constraint().compareTo(b.first.constraint()));
    return runs.stream().map(run -> run.match(timeline)).toList();
  }

  private static final class Run {
    private final Entry first;
    private final Set<String> sessionIds = new LinkedHashSet<>();
    private int untilSlot;
    private long amount;

    Run(Entry first) {
      this.first = first;
    }

    void join(Entry entry) {
      untilSlot = entry.slot() + 1;
      amount += entry.amount();
      sessionIds.addAll(entry.sessionIds());
    }

    Match match(Timeline timeline) {
      LocalDateTime from = first.slot() < 0 ? first.from() : timeline.time(first.slot());
      LocalDateTime until = first.slot() < 0 ? first.until() : timeline.time(untilSlot);
      return new Match(
          first.constraint(),
          amount,
          first.place().providerId(),
          first.place().groupId(),
          List.copyOf(sessionIds),
          from,
          until,
          first.constraint()
              + ": "
              + first.place().label()
              + (from == null || until == null ? "" : " on " + Words.times(from, until))
              + ": "
              + first.text()
              + ".");
    }
  }
}
