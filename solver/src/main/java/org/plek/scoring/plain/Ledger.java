package org.plek.scoring.plain;

import java.time.LocalDateTime;
import java.util.ArrayList;
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
  /** An amount as a rule found it; {@code slot} is -1 where it is not measured per slot. */
  record Entry(
      ConstraintName constraint,
      Place place,
      int slot,
      @Nullable LocalDateTime from,
      @Nullable LocalDateTime until,
      long amount,
      List<String> sessionIds,
      String text) {
    /** The same with another amount and a remark. */
    Entry with(long part, String remark) {
      return new Entry(constraint, place, slot, from, until, part, sessionIds, text + remark);
    }
  }

  private final long[] amounts = new long[ConstraintName.values().length];
  private final List<Entry> entries = new ArrayList<>();
  private final Predicate<ConstraintName> explained;
  private final boolean worded;

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

  /** With places and slots of some constraints, but no sentences. */
  static Ledger locating(Predicate<ConstraintName> some) {
    return new Ledger(some, false);
  }

  /** An amount of one slot. The suppliers are asked only when sentences are wanted. */
  void inSlot(
      ConstraintName constraint,
      Place place,
      int slot,
      long amount,
      Supplier<List<String>> sessionIds,
      Supplier<String> text) {
    if (amount > 0) {
      amounts[constraint.ordinal()] += amount;
      if (explained.test(constraint)) {
        entries.add(
            new Entry(
                constraint,
                place,
                slot,
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
      amounts[constraint.ordinal()] += amount;
      if (explained.test(constraint)) {
        entries.add(
            new Entry(
                constraint, place.get(), -1, from, until, amount, sessionIds.get(), text.get()));
      }
    }
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
