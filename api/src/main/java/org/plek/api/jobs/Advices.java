package org.plek.api.jobs;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The recommenders of one network by the weeks they hold; those used longest ago go. */
final class Advices {
  private static final int MOST = 24;

  private final Map<Horizon, LiveAdvice> byHorizon = new LinkedHashMap<>(32, 0.75f, true);
  private final List<LiveAdvice> all = new CopyOnWriteArrayList<>();

  synchronized @Nullable LiveAdvice find(Horizon horizon) {
    return byHorizon.get(horizon);
  }

  /** Makes one that is told of every change from now on; only while nobody writes. */
  synchronized LiveAdvice make(Facts facts, Instant now, Horizon horizon) {
    LiveAdvice made = new LiveAdvice(facts, now, horizon);
    byHorizon.put(horizon, made);
    all.add(made);
    var eldest = byHorizon.values().iterator();
    while (byHorizon.size() > MOST) {
      all.remove(eldest.next());
      eldest.remove();
    }
    return made;
  }

  /** Tells them all. */
  void tell(Consumer<LiveAdvice> news) {
    all.forEach(news);
  }

  /** Forgets what was worked out. */
  synchronized void clear() {
    byHorizon.clear();
    all.clear();
  }
}
