package org.plek.recommend;

import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Family;
import org.plek.domain.Placement;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Stay;
import org.plek.domain.Travel;
import org.plek.rules.RulePacks;
import org.plek.scoring.Weights;

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

  /** A family is new or has changed. */
  public void put(Family family) {
    change(() -> facts.put(family));
  }

  /** The past care of a family's children, in the place of what was known. */
  public void history(String familyId, List<Stay> stays) {
    change(() -> facts.history(familyId, stays));
  }

  /** A request is new or has changed; needed before its placements. */
  public void put(Request request) {
    change(() -> facts.put(request));
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
        LiveGroups ready = groups;
        if (ready == null) {
          ready = new LiveGroups(facts, packs, facts.placements());
          groups = ready;
        }
        return new Ranking(facts, ready, travel, new Weights(facts.policy()))
            .rank(request, session, asOf, most, withMoves);
      }
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
