package org.plek.api.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plek.api.jobs.Proposals.Code;
import org.plek.api.jobs.Proposals.NotApplied;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Problem;
import org.plek.domain.Request;

/**
 * Judges proposals against what changed. A run's plan is legal in the state that the run knew; what
 * no later event touches stays so, and the rest is judged by the rule book, one request after the
 * other.
 */
final class ProposalJudge {
  /** What was said with notice in mind when the run began may be too late now. */
  private static final int SOON_MINUTES = 24 * 60;

  private final Legality legality;
  private final Touched.Source events;

  ProposalJudge(Legality legality, Touched.Source events) {
    this.legality = legality;
    this.events = events;
  }

  /** Proposals on their way to be taken over. */
  static final class Wanted {
    private final Map<String, Proposal> kept;
    private final List<NotApplied> notApplied = new ArrayList<>();
    private final Set<String> judged = new HashSet<>();
    private final LocalDate from;
    private final int days;

    Wanted(Map<String, Proposal> proposals, LocalDate from, int days) {
      this.kept = new LinkedHashMap<>(proposals);
      this.from = from;
      this.days = days;
    }

    Collection<Proposal> kept() {
      return kept.values();
    }

    int judged() {
      return judged.size();
    }

    List<NotApplied> notApplied() {
      return notApplied;
    }

    private void drop(Proposal proposal, Code code, String text) {
      kept.remove(proposal.requestId());
      notApplied.add(new NotApplied(proposal.requestId(), code, text));
    }
  }

  /** Drops what the events after a number have made impossible. */
  void judge(Facts facts, Wanted wanted, long since, Instant now) {
    Set<String> providers = new HashSet<>();
    for (Proposal proposal : List.copyOf(wanted.kept())) {
      NotApplied gone = gone(facts, proposal, now);
      if (gone != null) {
        wanted.drop(proposal, gone.code(), gone.text());
        providers.addAll(providers(proposal));
      }
    }
    Touched touched = Touched.since(facts, events, since);
    judge(
        facts,
        wanted,
        now,
        providers,
        proposal ->
            touched.all()
                || soon(facts, proposal, now)
                || touched.families().contains(facts.request(proposal.requestId()).familyId())
                || providers(proposal).stream().anyMatch(touched.providers()::contains));
    while (!providers.isEmpty()) {
      // Some laws ask for more when a child is taken out; so what stays there is judged again.
      Set<String> again = Set.copyOf(providers);
      providers.clear();
      judge(
          facts,
          wanted,
          now,
          providers,
          proposal -> providers(proposal).stream().anyMatch(again::contains));
    }
  }

  private void judge(
      Facts facts, Wanted wanted, Instant now, Set<String> dropped, Predicate<Proposal> isTouched) {
    List<Proposal> again = wanted.kept().stream().filter(isTouched).toList();
    again.forEach(proposal -> wanted.kept.remove(proposal.requestId()));
    Map<String, Set<Proposal>> beside = new LinkedHashMap<>();
    wanted.kept().forEach(proposal -> index(facts, beside, proposal));
    for (Proposal proposal : again) {
      wanted.judged.add(proposal.requestId());
      Set<Proposal> others = new HashSet<>();
      keys(facts, proposal).forEach(key -> others.addAll(beside.getOrDefault(key, Set.of())));
      List<Blocking> blocking = blocking(facts, proposal, others, now, wanted.from, wanted.days);
      if (blocking.isEmpty()) {
        wanted.kept.put(proposal.requestId(), proposal);
        index(facts, beside, proposal);
      } else {
        wanted.drop(proposal, Code.BLOCKED, blocking.getFirst().text());
        dropped.addAll(providers(proposal));
      }
    }
  }

  private static void index(Facts facts, Map<String, Set<Proposal>> beside, Proposal proposal) {
    keys(facts, proposal)
        .forEach(key -> beside.computeIfAbsent(key, p -> new HashSet<>()).add(proposal));
  }

  /** Proposals with a key in common have to be judged together. */
  private static Set<String> keys(Facts facts, Proposal proposal) {
    Set<String> keys = new HashSet<>();
    providers(proposal).forEach(id -> keys.add("provider " + id));
    keys.add("family " + facts.request(proposal.requestId()).familyId());
    return keys;
  }

  /** What stands in the way of a proposal beside others, in the weeks that it is about. */
  List<Blocking> blocking(
      Facts facts, Proposal proposal, Collection<Proposal> beside, Instant now) {
    Horizon horizon = Horizon.of(facts.request(proposal.requestId()), proposal.stays().values());
    return blocking(facts, proposal, beside, now, horizon.from(), horizon.days());
  }

  private List<Blocking> blocking(
      Facts facts,
      Proposal proposal,
      Collection<Proposal> beside,
      Instant now,
      LocalDate from,
      int days) {
    Request request = facts.request(proposal.requestId());
    List<Agreement> others =
        beside.stream()
            .map(other -> other.asAgreed(facts.request(other.requestId()).familyId()))
            .toList();
    Problem part =
        new Section(facts)
            .part(providers(proposal), Set.of(request.familyId()), others, now, from, days);
    List<Placement> candidate = new ArrayList<>();
    proposal
        .stays()
        .forEach(
            (session, legs) ->
                candidate.add(new Placement(session, PlacementState.PROPOSED, null, legs)));
    return legality.blocking(part, candidate);
  }

  private static @Nullable NotApplied gone(Facts facts, Proposal proposal, Instant now) {
    String id = proposal.requestId();
    Versioned<Request> request = facts.requests.get(id);
    if (request == null) {
      return new NotApplied(id, Code.REQUEST_GONE, "There is no request " + id + " any more.");
    }
    Progress progress = facts.progress.get(id);
    if (progress != null && progress.outcome() != null) {
      return new NotApplied(
          id, Code.REQUEST_CLOSED, "The request was closed as " + progress.outcome() + ".");
    }
    if (progress != null && progress.level() != HelpLevel.BROKERED) {
      return new NotApplied(id, Code.NOT_BROKERED, "The request is " + progress.level() + " now.");
    }
    for (Agreement agreement : facts.agreements(facts.agreementsOfRequest, id)) {
      if (agreement.isLiveAt(now)) {
        return new NotApplied(
            id,
            Code.LIVE_OFFER,
            "Agreement " + agreement.id() + " is " + agreement.state().label() + ".");
      }
      if (agreement.keepsPlacesAt(now)
          && agreement.stays().keySet().stream().anyMatch(proposal.stays()::containsKey)) {
        return new NotApplied(
            id, Code.SESSION_CHANGED, "A care session was agreed in " + agreement.id() + ".");
      }
    }
    for (String session : proposal.stays().keySet()) {
      if (!facts.requestOf(session).equals(id)) {
        return new NotApplied(
            id, Code.SESSION_CHANGED, "Care session " + session + " is no longer asked.");
      }
    }
    return null;
  }

  private static boolean soon(Facts facts, Proposal proposal, Instant now) {
    LocalDateTime local = facts.local(now);
    return proposal.stays().values().stream()
        .flatMap(List::stream)
        .anyMatch(
            leg -> leg.start().isBefore(local.plusMinutes(SOON_MINUTES + notice(facts, leg))));
  }

  private static int notice(Facts facts, Leg leg) {
    var provider = facts.providers.get(leg.providerId());
    return provider == null ? 0 : provider.value().noticeMinutes();
  }

  private static Set<String> providers(Proposal proposal) {
    Set<String> ids = new HashSet<>();
    proposal.stays().values().forEach(legs -> legs.forEach(leg -> ids.add(leg.providerId())));
    return ids;
  }
}
