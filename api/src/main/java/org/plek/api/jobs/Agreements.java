package org.plek.api.jobs;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plek.api.jobs.AgreementState.Cancelled;
import org.plek.api.jobs.AgreementState.Confirmed;
import org.plek.api.jobs.AgreementState.Declined;
import org.plek.api.jobs.AgreementState.Held;
import org.plek.api.jobs.AgreementState.Offered;
import org.plek.api.jobs.AgreementState.Released;
import org.plek.api.jobs.Refused.Code;
import org.plek.domain.Leg;
import org.plek.domain.Problem;
import org.plek.domain.Request;

/**
 * Hold, offer, confirm, decline, release, cancel, no-show, in one network. Nothing is held that the
 * law forbids. Whatever returns is in the store.
 */
public final class Agreements {
  private final LiveNetwork network;
  private final Legality legality;
  private final Holding holding;
  private final InstantSource clock;
  private final Ids ids;

  Agreements(LiveNetwork network, Legality legality, InstantSource clock, Ids ids) {
    this.network = network;
    this.legality = legality;
    this.holding = new Holding(legality);
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * What is to be held.
   *
   * @param requestId the request
   * @param stays legs by care session of the request
   * @param minutes how long, absent for the network's usual time
   * @param overrule reason for which rules of the house are set aside; absent when none may be
   */
  public record Wanted(
      String requestId,
      Map<String, List<Leg>> stays,
      @Nullable Integer minutes,
      @Nullable String overrule) {}

  /** An agreement. */
  public Agreement find(String id) {
    return network.facts().agreement(id);
  }

  /** All agreements, in the order of their making. */
  public List<Agreement> all() {
    return network.facts().agreements.values().stream()
        .sorted(java.util.Comparator.comparing(Agreement::madeAt).thenComparing(Agreement::id))
        .toList();
  }

  /** Agreements of a request, in the order of their making. */
  public List<Agreement> ofRequest(String requestId) {
    Facts facts = network.facts();
    return facts.agreements(facts.agreementsOfRequest, requestId);
  }

  /** Agreements with a stay at a provider, in the order of their making. */
  public List<Agreement> ofProvider(String providerId) {
    Facts facts = network.facts();
    return facts.agreements(facts.agreementsOfProvider, providerId);
  }

  /**
   * Holds places for a request.
   *
   * @throws Refused when the request is closed, is not brokered, has a live offer, or a rule stands
   *     in the way ({@link Code#BLOCKED}; {@link Code#NEVER_OVERRULED} when a reason was given and
   *     the rule is none of {@link Overruling#ALLOWED})
   */
  public Agreement hold(Wanted wanted, By by) {
    return hold(ids.next("a"), wanted, by);
  }

  /** As {@link #hold(Wanted, By)} under an id of the caller, who may repeat the call. */
  public Agreement hold(String id, Wanted wanted, By by) {
    return network.write(clock.instant(), change -> holding.hold(change, id, wanted, by));
  }

  /** What would stand in the way of holding these stays now; nothing is held. */
  public List<Blocking> blocking(String requestId, Map<String, List<Leg>> stays) {
    Facts facts = network.facts();
    Request request = facts.request(requestId);
    return holding.blocking(
        facts, request, Holding.checkedStays(facts, request, stays), clock.instant());
  }

  /** Offers what is held to the family and to the providers; their time to answer starts. */
  public Agreement offer(String id, @Nullable Long version, By by) {
    return next(
        id,
        version,
        by,
        "OFFERED",
        (change, agreement) -> {
          if (!(agreement.state() instanceof Held)) {
            throw wrong(agreement, "offered");
          }
          Request request = change.facts().request(agreement.requestId());
          Duration time = change.facts().settings.value().terms().answerTime(request.urgency());
          return new Offered(change.now().plus(time), List.of());
        });
  }

  /**
   * Records a yes. Confirmed is what the family and, where providers have the last word, every
   * provider said yes to.
   *
   * @param providerId the provider that says yes; absent when the family does
   */
  public Agreement confirm(String id, @Nullable Long version, @Nullable String providerId, By by) {
    return next(
        id,
        version,
        by,
        "ACCEPTED",
        (change, agreement) -> {
          if (!(agreement.state() instanceof Offered offered)) {
            throw wrong(agreement, "confirmed");
          }
          refuseStranger(agreement, providerId);
          List<Answer> answers = new ArrayList<>(offered.answers());
          if (answers.stream()
              .anyMatch(a -> java.util.Objects.equals(a.providerId(), providerId))) {
            throw new Refused(
                Code.WRONG_STATE,
                (providerId == null ? "The family" : "Provider " + providerId)
                    + " has said yes already.");
          }
          answers.add(new Answer(providerId, true, by, change.now(), null));
          if (!isAgreed(change.facts(), agreement, answers)) {
            return new Offered(offered.until(), answers);
          }
          return new Confirmed(answers, Set.of());
        });
  }

  private static void refuseStranger(Agreement agreement, @Nullable String providerId) {
    if (providerId != null && !agreement.providers().contains(providerId)) {
      throw new Refused(
          Code.INVALID, "This provider has no stay in agreement " + agreement.id() + ".");
    }
  }

  private static boolean isAgreed(Facts facts, Agreement agreement, List<Answer> answers) {
    Set<String> yes = new HashSet<>();
    boolean family = false;
    for (Answer answer : answers) {
      if (answer.providerId() == null) {
        family = true;
      } else {
        yes.add(answer.providerId());
      }
    }
    return family
        && (!facts.settings.value().terms().providerLastWord()
            || yes.containsAll(agreement.providers()));
  }

  private static void closeIfPlaced(Change change, Agreement confirmed) {
    Facts facts = change.facts();
    Request request = facts.request(confirmed.requestId());
    Set<String> placed = new HashSet<>(confirmed.stays().keySet());
    for (Agreement other : facts.agreements(facts.agreementsOfRequest, request.id())) {
      if (other.state() instanceof Confirmed) {
        placed.addAll(other.stays().keySet());
      }
    }
    Horizon whole = Horizon.of(request, List.of());
    boolean all =
        request.allSessions(whole.from(), whole.until()).stream()
            .allMatch(session -> placed.contains(session.id()));
    Progress progress = facts.progress.get(request.id());
    if (all && progress != null && progress.outcome() == null) {
      change.progress(request.id(), progress.with(Outcome.PLACED, progress.statement()));
      change.event("CLOSED", request.id(), By.PLEK, Map.of("outcome", Outcome.PLACED));
    }
  }

  /** Records a no of the family, or of a provider. */
  public Agreement decline(
      String id,
      @Nullable Long version,
      @Nullable String providerId,
      @Nullable String reason,
      By by) {
    return next(
        id,
        version,
        by,
        "DECLINED",
        (change, agreement) -> {
          if (!(agreement.state() instanceof Offered offered)) {
            throw wrong(agreement, "declined");
          }
          refuseStranger(agreement, providerId);
          List<Answer> answers = new ArrayList<>(offered.answers());
          answers.add(new Answer(providerId, false, by, change.now(), reason));
          return new Declined(answers);
        });
  }

  /** Gives back what is held or offered. */
  public Agreement release(String id, @Nullable Long version, @Nullable String reason, By by) {
    return next(
        id,
        version,
        by,
        "RELEASED",
        (change, agreement) -> {
          if (!agreement.isLiveAt(change.now())) {
            throw wrong(agreement, "released");
          }
          return new Released(by, change.now(), reason);
        });
  }

  /** Ends what was agreed. The request is open again. */
  public Agreement cancel(String id, @Nullable Long version, String reason, By by) {
    return next(
        id,
        version,
        by,
        "CANCELLED",
        (change, agreement) -> {
          if (!(agreement.state() instanceof Confirmed)) {
            throw wrong(agreement, "cancelled");
          }
          Progress progress = change.facts().progress.get(agreement.requestId());
          if (progress != null && progress.outcome() == Outcome.PLACED) {
            change.progress(agreement.requestId(), progress.with(null, progress.statement()));
            change.event("REOPENED", agreement.requestId(), by, Map.of());
          }
          return new Cancelled(by, change.now(), reason);
        });
  }

  /** Records that the child did not come to a care session that has begun. */
  public Agreement noShow(String id, @Nullable Long version, String sessionId, By by) {
    return next(
        id,
        version,
        by,
        "NO_SHOW",
        (change, agreement) -> {
          if (!(agreement.state() instanceof Confirmed confirmed)) {
            throw wrong(agreement, "missed");
          }
          List<Leg> legs = agreement.stays().get(sessionId);
          if (legs == null) {
            throw new Refused(Code.INVALID, "Agreement " + id + " has no such care session.");
          }
          if (legs.getFirst().start().isAfter(change.facts().local(change.now()))) {
            throw new Refused(
                Code.WRONG_STATE, "Care session " + sessionId + " has not begun yet.");
          }
          Set<String> missed = new HashSet<>(confirmed.noShows());
          missed.add(sessionId);
          return new Confirmed(confirmed.answers(), missed);
        });
  }

  /** Writes down which holds and offers have ended by themselves. */
  public int endWhatRanOut() {
    return network.write(clock.instant(), Holding::endWhatRanOut);
  }

  /**
   * What the children and caregivers who are really there break today at a provider, or would.
   *
   * @return broken rules in the fixed order; empty when all is well
   */
  public List<Blocking> recheck(String providerId, LocalDate date) {
    Facts facts = network.facts();
    facts.provider(providerId);
    Problem part = new Section(facts).part(Set.of(providerId), Set.of(), clock.instant(), date, 1);
    return legality.broken(part, part.placements());
  }

  private interface Step {
    AgreementState from(Change change, Agreement agreement);
  }

  private Agreement next(String id, @Nullable Long version, By by, String event, Step step) {
    Function<Change, Agreement> decision =
        change -> {
          Agreement agreement = change.facts().agreement(id);
          if (version != null && version != agreement.version()) {
            throw new Refused(
                Code.STALE,
                "Agreement "
                    + id
                    + " is at version "
                    + agreement.version()
                    + ", not "
                    + version
                    + ". Maybe read it again and decide anew.");
          }
          if (agreement.hasRunOut(change.now())) {
            throw new Refused(
                Code.WRONG_STATE,
                "Agreement "
                    + id
                    + " ended by itself at "
                    + agreement.state().ends()
                    + ". Maybe hold the places again.");
          }
          Agreement after = agreement.in(step.from(change, agreement));
          change.agreement(after);
          change.event(event, id, by, after.state());
          if (after.state() instanceof Confirmed && !(agreement.state() instanceof Confirmed)) {
            change.event("CONFIRMED", id, by, Map.of("requestId", after.requestId()));
            closeIfPlaced(change, after);
          }
          return after;
        };
    return network.write(clock.instant(), decision);
  }

  private static Refused wrong(Agreement agreement, String what) {
    return new Refused(
        Code.WRONG_STATE,
        "Agreement "
            + agreement.id()
            + " is "
            + agreement.state().label()
            + " and cannot be "
            + what
            + ".");
  }
}
