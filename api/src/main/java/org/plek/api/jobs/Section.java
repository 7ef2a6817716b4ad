package org.plek.api.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plek.domain.CareSession;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Problem;
import org.plek.domain.Request;
import org.plek.domain.Stay;

/** Cuts problems out of the facts of a network: the whole, or what a judgement needs. */
final class Section {
  private final Facts facts;

  Section(Facts facts) {
    this.facts = facts;
  }

  /**
   * The part of the network that a judgement about some providers and families needs: agreements
   * that keep their places, with their requests and families.
   */
  Problem part(
      Set<String> providerIds, Set<String> familyIds, Instant now, LocalDate from, int days) {
    return part(providerIds, familyIds, List.of(), now, from, days);
  }

  /** The same with others that are taken as agreed. */
  Problem part(
      Set<String> providerIds,
      Set<String> familyIds,
      List<Agreement> others,
      Instant now,
      LocalDate from,
      int days) {
    Map<String, Agreement> agreed = new LinkedHashMap<>();
    Set<String> allProviders = new HashSet<>(providerIds);
    for (Agreement other : others) {
      agreed.put(other.id(), other);
      allProviders.addAll(other.providers());
    }
    for (String family : familyIds) {
      for (Agreement agreement : facts.agreements(facts.standingOfFamily, family)) {
        if (agreement.keepsPlacesAt(now) && touches(agreement, from, days)) {
          agreed.put(agreement.id(), agreement);
          allProviders.addAll(agreement.providers());
        }
      }
    }
    for (String provider : providerIds) {
      for (Agreement agreement : facts.agreements(facts.standingAtProvider, provider)) {
        if (agreement.keepsPlacesAt(now) && touches(agreement, from, days)) {
          agreed.put(agreement.id(), agreement);
          allProviders.addAll(agreement.providers());
        }
      }
    }
    Set<String> requestIds = new HashSet<>();
    Set<String> allFamilies = new HashSet<>(familyIds);
    agreed
        .values()
        .forEach(
            agreement -> {
              requestIds.add(agreement.requestId());
              allFamilies.add(agreement.familyId());
            });
    for (String family : familyIds) {
      requestIds.addAll(facts.requestsOfFamily.getOrDefault(family, Set.of()));
    }
    return problem(allProviders, allFamilies, requestIds, agreed.values(), now, from, days);
  }

  /**
   * All that a planning run decides about: open requests that the desk brokers, what is agreed, and
   * what is proposed already. A request of all or nothing is left out where its dates do not all
   * lie in the horizon.
   */
  Problem planning(Instant now, LocalDate from, int days) {
    LocalDate until = from.plusDays(days);
    List<Agreement> agreed = agreed(now, from, days);
    Set<String> requestIds = new HashSet<>();
    agreed.forEach(each -> requestIds.add(each.requestId()));
    for (Request request : open(from, until)) {
      if (isWhole(request, from, until)) {
        requestIds.add(request.id());
      }
    }
    return withProposals(requestIds, agreed, families(requestIds), now, from, days);
  }

  /**
   * Open requests of all or nothing that a planning run leaves out, since their dates do not all
   * lie in its horizon: what it placed of them could never be held without the rest.
   */
  List<Request> reachingBeyond(LocalDate from, int days) {
    LocalDate until = from.plusDays(days);
    return open(from, until).stream().filter(each -> !isWhole(each, from, until)).toList();
  }

  /** Open requests that the desk brokers and that ask for care in a horizon. */
  private List<Request> open(LocalDate from, LocalDate until) {
    List<Request> open = new ArrayList<>();
    for (Versioned<Request> versioned : facts.requests.values()) {
      Request request = versioned.value();
      Progress progress = facts.progress.get(request.id());
      if ((progress == null
              || (progress.outcome() == null && progress.level() == HelpLevel.BROKERED))
          && !within(request, from, until).allSessions(from, until).isEmpty()) {
        open.add(request);
      }
    }
    return open;
  }

  private static boolean isWhole(Request request, LocalDate from, LocalDate until) {
    return !request.limits().allOrNothing() || within(request, from, until) == request;
  }

  private Set<String> families(Set<String> requestIds) {
    Set<String> familyIds = new HashSet<>();
    for (String id : requestIds) {
      Versioned<Request> request = facts.requests.get(id);
      if (request != null) {
        familyIds.add(request.value().familyId());
      }
    }
    return familyIds;
  }

  /** All providers, and the requests for which something is agreed or proposed. */
  Problem standing(Instant now, LocalDate from, int days) {
    List<Agreement> agreed = agreed(now, from, days);
    Set<String> requestIds = new HashSet<>(facts.proposals.keySet());
    agreed.forEach(each -> requestIds.add(each.requestId()));
    return withProposals(requestIds, agreed, families(requestIds), now, from, days);
  }

  private List<Agreement> agreed(Instant now, LocalDate from, int days) {
    return facts.agreements.values().stream()
        .filter(each -> each.keepsPlacesAt(now) && touches(each, from, days))
        .sorted(java.util.Comparator.comparing(Agreement::id))
        .toList();
  }

  private Problem withProposals(
      Set<String> requestIds,
      List<Agreement> agreed,
      Set<String> familyIds,
      Instant now,
      LocalDate from,
      int days) {
    Problem bare =
        problem(facts.providers.keySet(), familyIds, requestIds, agreed, now, from, days);
    List<Placement> placements = new ArrayList<>(bare.placements());
    Set<String> placed = new HashSet<>();
    placements.forEach(placement -> placed.add(placement.sessionId()));
    Set<String> known = new HashSet<>();
    LocalDate until = from.plusDays(days);
    bare.requests().forEach(r -> r.allSessions(from, until).forEach(s -> known.add(s.id())));
    for (Proposal proposal : facts.proposals.values()) {
      proposal
          .stays()
          .forEach(
              (session, legs) -> {
                if (known.contains(session) && !placed.contains(session)) {
                  placements.add(new Placement(session, PlacementState.PROPOSED, null, legs));
                }
              });
    }
    placements.sort(java.util.Comparator.comparing(Placement::sessionId));
    return new Problem(
        bare.id(),
        bare.zone(),
        bare.asOf(),
        bare.from(),
        bare.days(),
        bare.rulePack(),
        bare.policy(),
        bare.providers(),
        bare.families(),
        bare.requests(),
        bare.history(),
        placements);
  }

  private boolean touches(Agreement agreement, LocalDate from, int days) {
    return agreement.stays().values().stream()
        .flatMap(List::stream)
        .anyMatch(
            leg ->
                leg.end().isAfter(from.atStartOfDay())
                    && leg.start().isBefore(from.plusDays(days + 1L).atStartOfDay()));
  }

  /** The named things as a problem; ids that are not known are left out. */
  Problem problem(
      Set<String> providerIds,
      Set<String> familyIds,
      Set<String> requestIds,
      Iterable<Agreement> agreed,
      Instant now,
      LocalDate from,
      int days) {
    NetworkSettings network = facts.settings.value();
    List<Stay> past = new ArrayList<>();
    familyIds.stream().sorted().forEach(f -> past.addAll(facts.history.getOrDefault(f, List.of())));
    LocalDate until = from.plusDays(days);
    List<Placement> placements = new ArrayList<>();
    Set<String> known = new HashSet<>();
    List<Request> asked =
        sorted(facts.requests, requestIds).stream().map(r -> within(r, from, until)).toList();
    asked.forEach(r -> r.allSessions(from, until).forEach(s -> known.add(s.id())));
    for (Agreement agreement : agreed) {
      for (var placement : agreement.placements(network.zone())) {
        if (known.contains(placement.sessionId()) && inside(placement.legs(), from, until)) {
          placements.add(placement);
        }
      }
    }
    return new Problem(
        network.id(),
        network.zone(),
        facts.local(now),
        from,
        days,
        network.rulePack(),
        Rows.policyFor(network.policy(), providerIds, facts.providers),
        sorted(facts.providers, providerIds).stream().map(facts::asPresent).toList(),
        sorted(facts.families, familyIds),
        asked,
        past,
        placements);
  }

  /** A request with those of its single dates that lie in a horizon. */
  static Request within(Request request, LocalDate from, LocalDate until) {
    List<CareSession> sessions =
        request.sessions().stream().filter(session -> isWithin(session, from, until)).toList();
    return sessions.size() == request.sessions().size()
        ? request
        : new Request(
            request.id(),
            request.familyId(),
            request.askedAt(),
            request.urgency(),
            request.reason(),
            request.programme(),
            request.destination(),
            request.limits(),
            request.wishes(),
            request.reviewDate(),
            sessions,
            request.patterns(),
            request.continuity());
  }

  private static boolean isWithin(CareSession session, LocalDate from, LocalDate until) {
    List<Interval> times = new ArrayList<>(session.windows());
    Interval away = session.parentAway();
    if (away != null) {
      times.add(away);
    }
    return times.stream()
        .allMatch(
            time ->
                !time.start().toLocalDate().isBefore(from)
                    && time.start().toLocalDate().isBefore(until)
                    && !time.end().isAfter(until.plusDays(1).atStartOfDay()));
  }

  private static boolean inside(List<Leg> legs, LocalDate from, LocalDate until) {
    return legs.stream()
        .allMatch(
            leg ->
                !leg.start().toLocalDate().isBefore(from)
                    && leg.start().toLocalDate().isBefore(until));
  }

  private static <T> List<T> sorted(Map<String, Versioned<T>> map, Set<String> ids) {
    return ids.stream()
        .sorted()
        .map(map::get)
        .filter(v -> v != null)
        .map(Versioned::value)
        .toList();
  }
}
