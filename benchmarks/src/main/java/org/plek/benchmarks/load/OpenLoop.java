package org.plek.benchmarks.load;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * An open loop: calls leave at moments drawn beforehand (a Poisson stream of a given rate), whether
 * earlier ones have been answered or not, and latency counts from that moment. So a desk that
 * stalls is charged for every call that had to wait (no coordinated omission).
 */
final class OpenLoop {
  private static final long MOST_MICROS = TimeUnit.SECONDS.toMicros(60);
  private static final int MOST_UNDER_WAY = 5_000;

  private OpenLoop() {}

  /**
   * What one kind of call did.
   *
   * @param name kind of call
   * @param calls how many were scheduled
   * @param faults how many failed
   * @param latency microseconds from the scheduled moment to the whole answer
   */
  record Measured(String name, long calls, long faults, Histogram latency) {}

  /** What happened in all; {@code lateMicros} is how late the latest call left. */
  record Outcome(List<Measured> kinds, Measured all, long lateMicros) {}

  static Outcome run(double perSecond, int seconds, long seed, Supplier<Mix.Sent> next) {
    SplittableRandom chance = new SplittableRandom(seed);
    Map<String, ConcurrentHistogram> latencies = new ConcurrentHashMap<>();
    Map<String, AtomicLong> faults = new ConcurrentHashMap<>();
    AtomicInteger underWay = new AtomicInteger();
    long start = System.nanoTime() + 100_000_000L;
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    double at = start;
    long late = 0;
    while (true) {
      at += -Math.log(1 - chance.nextDouble()) / perSecond * 1e9;
      if (at >= end) {
        break;
      }
      long scheduled = (long) at;
      for (long wait = scheduled - System.nanoTime(); wait > 0; ) {
        LockSupport.parkNanos(wait);
        wait = scheduled - System.nanoTime();
      }
      late = Math.max(late, System.nanoTime() - scheduled);
      if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
        throw new IllegalStateException(
            MOST_UNDER_WAY + " calls are under way. Maybe the rate is more than the desk holds.");
      }
      Mix.Sent sent = next.get();
      sent.answer()
          .whenComplete(
              (answer, fault) -> {
                long micros = (System.nanoTime() - scheduled) / 1000;
                latencies
                    .computeIfAbsent(
                        sent.name(), name -> new ConcurrentHistogram(1, MOST_MICROS, 3))
                    .recordValue(Math.max(1, Math.min(MOST_MICROS, micros)));
                if (fault != null || Mix.isFault(sent.name(), answer.statusCode())) {
                  faults.computeIfAbsent(sent.name(), name -> new AtomicLong()).incrementAndGet();
                }
                underWay.decrementAndGet();
              });
    }
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (underWay.get() > 0 && System.nanoTime() < patience) {
      LockSupport.parkNanos(10_000_000L);
    }
    return outcome(latencies, faults, underWay.get(), late / 1000);
  }

  private static Outcome outcome(
      Map<String, ConcurrentHistogram> latencies,
      Map<String, AtomicLong> faults,
      int unanswered,
      long lateMicros) {
    Histogram whole = new Histogram(1, MOST_MICROS, 3);
    List<Measured> kinds =
        new TreeMap<>(latencies)
            .entrySet().stream()
                .map(
                    kind ->
                        new Measured(
                            kind.getKey(),
                            kind.getValue().getTotalCount(),
                            faults.getOrDefault(kind.getKey(), new AtomicLong()).get(),
                            kind.getValue()))
                .toList();
    kinds.forEach(kind -> whole.add(kind.latency()));
    long failed = kinds.stream().mapToLong(Measured::faults).sum() + unanswered;
    return new Outcome(
        kinds, new Measured("all", whole.getTotalCount() + unanswered, failed, whole), lateMicros);
  }
}
