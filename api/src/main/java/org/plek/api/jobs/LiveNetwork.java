package org.plek.api.jobs;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.plek.api.store.AlreadyThere;
import org.plek.api.store.Networks;
import org.plek.api.store.Store;
import org.plek.domain.Request;
import org.plek.recommend.Question;

/**
 * One network in memory, as the store has it. Readers are never blocked; one writer at a time
 * decides, writes to the store, and only then shows what it wrote. When another instance has
 * written meanwhile, the network is read again and the decision is taken anew.
 */
final class LiveNetwork {
  private static final int MOST_ATTEMPTS = 20;

  /** Stretches of weeks made ready before anybody asks. Chosen by plek. */
  private static final int MOST_PREPARED = 12;

  /** Requests answered before anybody asks. Chosen by plek. */
  private static final int MOST_REHEARSED = 400;

  private final Store store;
  private final ReentrantLock writer = new ReentrantLock();
  private volatile Facts facts;

  LiveNetwork(Store store, String id) {
    this.store = store;
    this.facts = Facts.load(store, id);
  }

  /** Reads again when another instance has written. */
  void refresh() {
    writer.lock();
    try {
      String id = facts.settings.value().id();
      long last = store.read(tx -> tx.networks().find(id)).map(Networks.Row::lastEvent).orElse(0L);
      if (last != facts.lastEvent) {
        facts = Facts.load(store, id);
      }
    } finally {
      writer.unlock();
    }
  }

  /** Everything known of the network. */
  Facts facts() {
    return facts;
  }

  /** The recommender over some weeks of the facts, told of every change. */
  LiveAdvice advice(Horizon horizon, Instant now) {
    LiveAdvice there = facts.advices.find(horizon);
    if (there != null) {
      return there;
    }
    writer.lock();
    try {
      there = facts.advices.find(horizon);
      return there == null ? facts.advices.make(facts, now, horizon) : there;
    } finally {
      writer.unlock();
    }
  }

  /**
   * Makes ready the weeks that most open requests ask about, and answers some of these requests for
   * itself: then the first who asks meets code that the Java machine has compiled.
   */
  void prepare(Instant now) {
    Map<Horizon, List<Request>> asked = new LinkedHashMap<>();
    for (Versioned<Request> request : facts.requests.values()) {
      Progress progress = facts.progress.get(request.value().id());
      if (progress == null || progress.outcome() == null) {
        asked
            .computeIfAbsent(Horizon.of(request.value(), List.of()), key -> new ArrayList<>())
            .add(request.value());
      }
    }
    List<Map.Entry<Horizon, List<Request>>> most =
        asked.entrySet().stream()
            .sorted(Comparator.comparingInt(each -> -each.getValue().size()))
            .limit(MOST_PREPARED)
            .toList();
    most.forEach(each -> advice(each.getKey(), now).prepare());
    LocalDateTime asOf = facts.local(now).truncatedTo(ChronoUnit.SECONDS);
    for (Map.Entry<Horizon, List<Request>> each : most) {
      LiveAdvice advice = advice(each.getKey(), now);
      each.getValue().stream()
          .limit(MOST_REHEARSED / most.size())
          .filter(it -> facts.requests.containsKey(it.id()))
          .forEach(it -> advice.answer(new Question(it, asOf, 7, 20, false, Set.of())));
    }
  }

  /** Lets one writer decide and write; what it returns is true once this returns. */
  <T> T write(Instant now, Function<Change, T> decision) {
    writer.lock();
    try {
      for (int attempt = 1; ; attempt++) {
        Change change = new Change(facts, now);
        T answer = decision.apply(change);
        if (change.isEmpty()) {
          return answer;
        }
        try {
          long last = store.write(change::writeTo);
          change.show(last);
          return answer;
        } catch (org.plek.api.store.StaleVersion | AlreadyThere meanwhile) {
          facts = Facts.load(store, facts.settings.value().id());
          if (attempt == MOST_ATTEMPTS) {
            throw new Refused(
                Refused.Code.STALE, "Others write all the time. Maybe try again in a moment.");
          }
        }
      }
    } finally {
      writer.unlock();
    }
  }
}
