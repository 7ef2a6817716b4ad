package org.plek.api.jobs;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plek.api.jobs.ProposalJudge.Wanted;
import org.plek.api.store.Documents;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;

/**
 * What planning runs propose in one network. The result of a run is measured against the state of
 * now: whatever changed since the run began wins.
 */
public final class Proposals {
  /** Rounds of judging beside the writers, before the last one among them. */
  private static final int MOST_ROUNDS = 5;

  private final LiveNetwork network;
  private final ProposalJudge judge;
  private final InstantSource clock;

  Proposals(LiveNetwork network, ProposalJudge judge, InstantSource clock) {
    this.network = network;
    this.judge = judge;
    this.clock = clock;
  }

  /**
   * A request whose proposal was not taken over.
   *
   * @param requestId the request
   * @param code why, stable
   * @param text why, in one English sentence without names
   */
  public record NotApplied(String requestId, Code code, String text) {}

  /** Why the proposal of a run for a request was not taken over. */
  public enum Code {
    /** The request is gone. */
    REQUEST_GONE,
    /** The request was closed meanwhile. */
    REQUEST_CLOSED,
    /** The desk no longer brokers it. */
    NOT_BROKERED,
    /** Something is held or offered for the request. */
    LIVE_OFFER,
    /** A care session was agreed or taken out of the request meanwhile. */
    SESSION_CHANGED,
    /** What changed meanwhile stands in the way of a rule. */
    BLOCKED
  }

  /**
   * What came of applying a run.
   *
   * @param requests requests whose proposal was taken over
   * @param sessions their care sessions
   * @param judged requests that were judged anew, because something about them had changed
   * @param notApplied those not taken over, and why
   */
  public record Applied(int requests, int sessions, int judged, List<NotApplied> notApplied) {
    public Applied {
      notApplied = List.copyOf(notApplied);
    }
  }

  /** What is proposed for a request. */
  public Optional<Proposal> ofRequest(String requestId) {
    network.facts().request(requestId);
    return Optional.ofNullable(network.facts().proposals.get(requestId));
  }

  /** All proposals, by request. */
  public Collection<Proposal> all() {
    return new TreeMap<>(network.facts().proposals).values();
  }

  /** What would stand in the way of holding what is proposed, as things are now. */
  public List<Blocking> blocking(Proposal proposal) {
    Facts facts = network.facts();
    return judge.blocking(facts, proposal, List.of(), clock.instant());
  }

  /**
   * Takes over what a run proposes, in place of all earlier proposals. Nothing is taken over that
   * the state of now forbids.
   *
   * @param runId the run
   * @param plan its placements; those that it proposes count
   * @param sinceEvent number of the last event that the run knew
   * @param from first date of its horizon
   * @param days dates of its horizon
   */
  public Applied apply(
      String runId, List<Placement> plan, long sinceEvent, LocalDate from, int days, By by) {
    Facts facts = network.facts();
    Instant now = clock.instant();
    long upTo = facts.lastEvent;
    Wanted wanted = new Wanted(proposals(facts, runId, plan, now), from, days);
    judge.judge(facts, wanted, sinceEvent, now);
    for (int round = 1; round < MOST_ROUNDS && facts.lastEvent - upTo > 20; round++) {
      long since = upTo;
      upTo = facts.lastEvent;
      judge.judge(facts, wanted, since, now);
    }
    long known = upTo;
    return network.write(
        now,
        change -> {
          Holding.endWhatRanOut(change);
          judge.judge(change.facts(), wanted, known, now);
          change.proposals(wanted.kept());
          int sessions = wanted.kept().stream().mapToInt(kept -> kept.stays().size()).sum();
          Applied applied =
              new Applied(wanted.kept().size(), sessions, wanted.judged(), wanted.notApplied());
          change.event(
              "PROPOSED",
              runId,
              by,
              Map.of(
                  "requests", applied.requests(),
                  "sessions", sessions,
                  "notApplied", applied.notApplied().size()));
          return applied;
        });
  }

  private static Map<String, Proposal> proposals(
      Facts facts, String runId, List<Placement> plan, Instant now) {
    Map<String, Map<String, List<Leg>>> stays = new LinkedHashMap<>();
    for (Placement placement : plan) {
      if (placement.state() == PlacementState.PROPOSED) {
        String request = facts.requestOf(placement.sessionId());
        stays
            .computeIfAbsent(request, id -> new LinkedHashMap<>())
            .put(placement.sessionId(), placement.legs());
      }
    }
    Map<String, Proposal> proposals = new LinkedHashMap<>();
    stays.forEach(
        (request, legs) -> proposals.put(request, new Proposal(request, runId, legs, now)));
    return proposals;
  }

  static Documents.Row row(Proposal proposal) {
    return new Documents.Row(
        proposal.requestId(), proposal.runId(), null, Rows.json(proposal), 0, proposal.at());
  }
}
