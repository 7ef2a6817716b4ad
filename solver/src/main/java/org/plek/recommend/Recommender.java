package org.plek.recommend;

import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Family;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Stay;
import org.plek.domain.Travel;
import org.plek.rules.RulePacks;
import org.plek.scoring.Weights;
import org.plek.scoring.plain.Workbench;

/**
 * Keeps the state of a network live and answers for one request at a time where it can be placed
 * now, and why not elsewhere. Built once, then changed by events. Safe to use from several threads:
 * questions are answered side by side, an event waits until those begun before it are answered.
 */
public final class Recommender {
  private final LiveFacts facts;
  private final RulePacks packs;
  private final Travel travel;
  private final Object masks = new Object();
  private @Nullable LiveGroups groups;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

  /**
   * Reads the state of a network.
   *
   * @param problem its providers, families, requests, and all placements that stand, agreed and
   *     proposed; the horizon in which requests may lie
   */
  public Recommender(Problem problem, RulePacks packs, Travel travel) {
    this.packs = packs;
    this.travel = travel;
    facts = new LiveFacts(problem);
  }

  /** A provider is new or has changed: staff, hours, absences, terms. */
  public void put(Provider provider) {
    change(
        () -> {
          facts.put(provider);
          LiveGroups ready = groups;
          if (ready != null) {
            ready.put(provider);
          }
        });
  }

  /** A provider is gone; its placements must have been removed before. */
  public void removeProvider(String providerId) {
    change(
        () -> {
          if (!facts.sessionsAt(providerId).isEmpty()) {
            throw new IllegalArgumentException(
                "Care sessions %s are with provider %s. Maybe remove their placements first."
                    .formatted(facts.sessionsAt(providerId), providerId));
          }
          facts.removeProvider(providerId);
          LiveGroups ready = groups;
          if (ready != null) {
            ready.remove(providerId);
          }
        });
  }

  private void change(Runnable event) {
    lock.writeLock().lock();
    try {
      event.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** When the data of a provider was last confirmed; shown with its offers. */
  public void heard(String providerId, LocalDateTime at) {
    change(() -> facts.heard(providerId, at));
  }

  /** A family is new or has changed; nothing waits where it is known in these words. */
  public void put(Family family) {
    if (!known(() -> facts.knows(family))) {
      changeWords(() -> facts.put(family));
    }
  }

  private boolean known(BooleanSupplier words) {
    lock.readLock().lock();
    try {
      return words.getAsBoolean();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The past care of a family's children, in the place of what was known. */
  public void history(String familyId, List<Stay> stays) {
    if (!known(() -> facts.history(familyId).equals(stays))) {
      changeWords(() -> facts.history(familyId, stays));
    }
  }

  /** A request is new or has changed; needed before its placements. */
  public void put(Request request) {
    if (!known(() -> facts.knows(request))) {
      changeWords(() -> facts.put(request));
    }
  }

  /** What decides where the child of a placement could go. */
  private void changeWords(Runnable event) {
    change(
        () -> {
          event.run();
          LiveGroups ready = groups;
          if (ready != null) {
            ready.changed();
          }
        });
  }

  /**
   * A care session has a placement, or another one than before.
   *
   * @throws IllegalArgumentException if no request put before has this care session
   */
  public void put(Placement placement) {
    change(
        () -> {
          facts.put(placement);
          LiveGroups ready = groups;
          if (ready != null) {
            ready.put(placement);
          }
        });
  }

  /** The placement of a care session is gone; nothing happens if it had none. */
  public void removePlacement(String sessionId) {
    change(
        () -> {
          facts.remove(sessionId);
          LiveGroups ready = groups;
          if (ready != null) {
            ready.removePlacement(sessionId);
          }
        });
  }

  /** Makes ready now what the first questions would wait for. */
  public void prepare() {
    Problem network;
    lock.readLock().lock();
    try {
      synchronized (masks) {
        ready();
      }
      network =
          facts.problem(
              facts.asOf(),
              facts.policy(),
              List.copyOf(facts.providers().values()),
              List.of(),
              List.of(),
              List.of());
    } finally {
      lock.readLock().unlock();
    }
    facts.prepared(facts.policy()).prepare(new ProblemIndex(network), packs, travel);
  }

  private LiveGroups ready() {
    LiveGroups ready = groups;
    if (ready == null) {
      ready = new LiveGroups(facts, packs, facts.placements());
      groups = ready;
    }
    return ready;
  }

  /**
   * Ranks all groups for one care session of a fixed time by masks alone, fast and before the plain
   * scorer has judged: for those who show many at once, and for measuring.
   *
   * @param sessionId a care session of the request, fixed or by the parent's hours
   * @param withMoves also groups where one proposed placement makes room by going elsewhere; they
   *     come last
   */
  public List<Ranked> rank(
      Request request, String sessionId, LocalDateTime asOf, int most, boolean withMoves) {
    lock.readLock().lock();
    try {
      CareSession session =
          facts.sessions(request).stream()
              .filter(each -> each.id().equals(sessionId))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalArgumentException("The request has no such care session."));
      synchronized (masks) {
        return new Ranking(facts, ready(), travel, new Weights(facts.policy()))
            .rank(request, session, asOf, most, withMoves);
      }
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Those of some ways that break no rule, judged one by one by the plain scorer.
   *
   * @param sessionId the care session that all of them are for
   * @param ways as ranked, nobody moved
   * @param most the first ones, at most
   */
  public List<Ranked> legal(
      Request request, String sessionId, List<Ranked> ways, LocalDateTime asOf, int most) {
    lock.readLock().lock();
    try {
      Set<String> providers = new LinkedHashSet<>();
      ways.forEach(way -> providers.add(way.leg().providerId()));
      Workbench bench =
          new Part(facts, asOf).asking(request).with(providers).workbench(packs, travel);
      return bench.standing(sessionId) != null
          ? List.of()
          : ways.stream()
              .filter(
                  way ->
                      bench
                          .judge(
                              List.of(),
                              List.of(
                                  new Placement(
                                      sessionId,
                                      PlacementState.PROPOSED,
                                      null,
                                      List.of(way.leg()))))
                          .legal())
              .limit(most)
              .toList();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Answers a question.
   *
   * @throws IllegalArgumentException if the family or a provider asked for is unknown, or a care
   *     session lies outside the horizon
   */
  public Recommendation recommend(Question question) {
    lock.readLock().lock();
    try {
      return new Answering(facts, packs, travel, question).answer();
    } finally {
      lock.readLock().unlock();
    }
  }
}
