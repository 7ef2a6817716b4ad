package org.plek.recommend;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Child;
import org.plek.domain.Copies;
import org.plek.domain.Family;
import org.plek.domain.Group;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Policy;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.domain.RegularChild;
import org.plek.domain.Request;
import org.plek.domain.Reserve;
import org.plek.domain.Stay;
import org.plek.scoring.plain.PreparedProviders;

/** The network as it is now, by id; changed by events. */
final class LiveFacts {
  private final Problem base;
  private final Map<String, Provider> providers = new TreeMap<>();
  private final Map<String, LocalDateTime> heardAt = new HashMap<>();
  private final Map<String, Family> families = new HashMap<>();
  private final Map<String, Request> requests = new HashMap<>();
  private final Map<String, List<Stay>> history = new HashMap<>();
  private final Map<String, Placement> placements = new HashMap<>();
  private final Map<String, Request> requestOfSession = new HashMap<>();
  private final Map<String, Child> childOfSession = new HashMap<>();
  private final Map<String, String> familyOfChild = new HashMap<>();
  private final Map<String, Set<String>> sessionsAt = new HashMap<>();
  private final Map<String, Set<String>> sessionsOfFamily = new HashMap<>();
  private final Map<String, Set<String>> requestsOfFamily = new HashMap<>();
  private final Map<String, Set<String>> regularAt = new HashMap<>();
  private final Map<String, Set<String>> sessionsOfProgramme = new HashMap<>();
  private final Map<String, Set<String>> pastFamiliesOfProgramme = new HashMap<>();
  private final Map<String, Set<String>> pastFamiliesAt = new HashMap<>();
  private final Policy unreleased;
  private final PreparedProviders prepared = new PreparedProviders();
  private final PreparedProviders preparedUnreleased = new PreparedProviders();

  LiveFacts(Problem base) {
    this.base = base;
    List<Reserve> reserves =
        base.policy().reserves().stream()
            .map(reserve -> Copies.with(reserve, Map.of("releaseMinutes", 0)))
            .toList();
    unreleased = Copies.with(base.policy(), Map.of("reserves", reserves));
    base.providers().forEach(this::put);
    base.families().forEach(this::put);
    for (Stay stay : base.history()) {
      String family = familyOfChild.get(stay.childId());
      if (family != null) {
        history.computeIfAbsent(family, id -> new ArrayList<>()).add(stay);
        notePast(family, stay);
      }
    }
    base.requests().forEach(this::put);
    base.placements().stream()
        .filter(each -> requestOfSession.containsKey(each.sessionId()))
        .forEach(this::put);
  }

  Policy policy() {
    return base.policy();
  }

  /** The moment of the state as it was read. */
  LocalDateTime asOf() {
    return base.asOf();
  }

  LocalDate from() {
    return base.from();
  }

  int days() {
    return base.days();
  }

  /** A problem of some parts of the network, as of a moment. */
  Problem problem(
      LocalDateTime asOf,
      Policy policy,
      List<Provider> some,
      List<Family> theirFamilies,
      List<Request> theirRequests,
      List<Placement> standing) {
    List<Stay> past = new ArrayList<>();
    theirFamilies.forEach(family -> past.addAll(history.getOrDefault(family.id(), List.of())));
    return new Problem(
        base.id(),
        base.zone(),
        asOf,
        base.from(),
        base.days(),
        base.rulePack(),
        policy,
        some,
        theirFamilies,
        theirRequests,
        past,
        standing);
  }

  /** The policy as if no kept-free place were ever released. */
  Policy unreleased() {
    return unreleased;
  }

  /** Providers per slot under a policy, kept from one question to the next. */
  PreparedProviders prepared(Policy under) {
    return under == unreleased ? preparedUnreleased : prepared;
  }

  private void forget(Provider changed) {
    prepared.forget(changed.id());
    preparedUnreleased.forget(changed.id());
  }

  void put(Provider provider) {
    forget(provider);
    Provider before = providers.put(provider.id(), provider);
    if (before != null) {
      regularChildren(before).forEach(child -> regularAt(child).remove(provider.id()));
    }
    regularChildren(provider)
        .forEach(
            child -> regularAt.computeIfAbsent(child, id -> new TreeSet<>()).add(provider.id()));
  }

  private static Set<String> regularChildren(Provider provider) {
    Set<String> ids = new HashSet<>();
    for (Group group : provider.groups()) {
      for (RegularChild child : group.regularChildren()) {
        if (child.childId() != null) {
          ids.add(child.childId());
        }
      }
    }
    return ids;
  }

  void removeProvider(String id) {
    Provider before = providers.remove(id);
    if (before != null) {
      forget(before);
      regularChildren(before).forEach(child -> regularAt(child).remove(id));
      heardAt.remove(id);
    }
  }

  void heard(String providerId, LocalDateTime at) {
    heardAt.put(providerId, at);
  }

  @Nullable LocalDateTime heardAt(String providerId) {
    return heardAt.get(providerId);
  }

  void put(Family family) {
    families.put(family.id(), family);
    family.children().forEach(child -> familyOfChild.put(child.id(), family.id()));
  }

  boolean knows(Family family) {
    return family.equals(families.get(family.id()));
  }

  boolean knows(Request request) {
    return request.equals(requests.get(request.id()));
  }

  void history(String familyId, List<Stay> stays) {
    history.put(familyId, List.copyOf(stays));
    stays.forEach(stay -> notePast(familyId, stay));
  }

  private void notePast(String familyId, Stay stay) {
    String programme = stay.programme();
    if (programme != null) {
      pastFamiliesOfProgramme.computeIfAbsent(programme, id -> new TreeSet<>()).add(familyId);
    }
    if (!base.policy().shares().isEmpty()) {
      pastFamiliesAt.computeIfAbsent(stay.providerId(), id -> new TreeSet<>()).add(familyId);
    }
  }

  void put(Request request) {
    Request before = requests.put(request.id(), request);
    if (before != null) {
      sessions(before).forEach(session -> forget(session.id()));
    }
    for (CareSession session : sessions(request)) {
      requestOfSession.put(session.id(), request);
      childOfSession.put(session.id(), child(session.childId()));
    }
    requestsOfFamily.computeIfAbsent(request.familyId(), id -> new TreeSet<>()).add(request.id());
  }

  private void forget(String sessionId) {
    requestOfSession.remove(sessionId);
    childOfSession.remove(sessionId);
  }

  /** Care sessions of a request within the horizon. */
  List<CareSession> sessions(Request request) {
    return request.allSessions(base.from(), base.until());
  }

  void put(Placement placement) {
    Request request = requestOfSession.get(placement.sessionId());
    if (request == null) {
      throw new IllegalArgumentException(
          "No request has a care session %s. Maybe the request was not put before its placement."
              .formatted(placement.sessionId()));
    }
    remove(placement.sessionId());
    placements.put(placement.sessionId(), placement);
    for (Leg leg : placement.legs()) {
      sessionsAt
          .computeIfAbsent(leg.providerId(), id -> new TreeSet<>())
          .add(placement.sessionId());
    }
    sessionsOfFamily
        .computeIfAbsent(request.familyId(), id -> new TreeSet<>())
        .add(placement.sessionId());
    String programme = request.programme();
    if (programme != null) {
      sessionsOfProgramme
          .computeIfAbsent(programme, id -> new TreeSet<>())
          .add(placement.sessionId());
    }
  }

  @Nullable Placement remove(String sessionId) {
    Placement before = placements.remove(sessionId);
    if (before != null) {
      sessionsOfProgramme.values().forEach(ids -> ids.remove(sessionId));
      before.legs().forEach(leg -> sessionsAt(leg.providerId()).remove(sessionId));
      Request request = requestOfSession.get(sessionId);
      if (request != null) {
        sessionsOfFamily(request.familyId()).remove(sessionId);
      }
    }
    return before;
  }

  /** All placements put. */
  Collection<Placement> placements() {
    return placements.values();
  }

  Map<String, Provider> providers() {
    return providers;
  }

  /** Who stands in for a provider; nobody for one that is not there. */
  Set<String> standIns(String providerId) {
    Provider provider = providers.get(providerId);
    return provider == null ? Set.of() : provider.arrangements().standIns();
  }

  Provider provider(String id) {
    return known(providers, id, "provider");
  }

  Family family(String id) {
    return known(families, id, "family");
  }

  Request request(String id) {
    return known(requests, id, "request");
  }

  Request requestOf(String sessionId) {
    return known(requestOfSession, sessionId, "care session");
  }

  /** The child of a care session. */
  Child childOf(String sessionId) {
    return known(childOfSession, sessionId, "care session");
  }

  private Child child(String id) {
    return familyChild(known(familyOfChild, id, "child"), id);
  }

  /** A child of a family. */
  Child familyChild(String familyId, String childId) {
    for (Child child : family(familyId).children()) {
      if (child.id().equals(childId)) {
        return child;
      }
    }
    throw new IllegalArgumentException(
        "Family %s has no child %s. Maybe it was put in older words.".formatted(familyId, childId));
  }

  List<Stay> history(String familyId) {
    return history.getOrDefault(familyId, List.of());
  }

  private static <T> T known(Map<String, T> map, String id, String what) {
    T found = map.get(id);
    if (found == null) {
      throw new IllegalArgumentException(
          "There is no %s %s. Maybe it was not put before.".formatted(what, id));
    }
    return found;
  }

  /** The placement that stands for a care session at a moment: expired holds do not. */
  @Nullable Placement standing(String sessionId, LocalDateTime asOf) {
    Placement placement = placements.get(sessionId);
    return placement == null
            || (placement.state() != PlacementState.PROPOSED && !placement.agreedAt(asOf))
        ? null
        : placement;
  }

  Set<String> sessionsAt(String providerId) {
    return sessionsAt.getOrDefault(providerId, Set.of());
  }

  Set<String> sessionsOfFamily(String familyId) {
    return sessionsOfFamily.getOrDefault(familyId, Set.of());
  }

  Set<String> requestsOfFamily(String familyId) {
    return requestsOfFamily.getOrDefault(familyId, Set.of());
  }

  /** Care sessions placed under a programme. */
  Set<String> sessionsOfProgramme(String programme) {
    return sessionsOfProgramme.getOrDefault(programme, Set.of());
  }

  /** Families with past care under a programme. */
  Set<String> pastFamiliesOfProgramme(String programme) {
    return pastFamiliesOfProgramme.getOrDefault(programme, Set.of());
  }

  /** Families with past care at a provider, where the policy counts shares of them. */
  Set<String> pastFamiliesAt(String providerId) {
    return pastFamiliesAt.getOrDefault(providerId, Set.of());
  }

  /** Providers with whom a child is regular. */
  Set<String> regularAt(String childId) {
    return regularAt.getOrDefault(childId, Set.of());
  }
}
