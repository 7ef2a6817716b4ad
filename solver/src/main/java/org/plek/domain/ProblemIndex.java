package org.plek.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for the things of a problem: care sessions in the order of the requests (single dates
 * first, then patterns, expanded), groups in the order of the providers. All rooms count by it.
 */
public final class ProblemIndex {
  private final Problem problem;
  private final Timeline timeline;
  private final List<CareSession> sessions = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<Child> children = new ArrayList<>();
  private final int[] sessionRequest;
  private final int[] sessionChild;
  private final int[] requestFamily;
  private final int[] childFamily;
  private final int[] groupProvider;
  private final int[] firstGroup;
  private final int[] firstSession;
  private final Map<String, Integer> sessionById = new HashMap<>();
  private final Map<String, Integer> childById = new HashMap<>();
  private final Map<String, Integer> groupById = new HashMap<>();
  private final Map<String, Integer> providerById = new HashMap<>();
  private final Map<String, Integer> familyById = new HashMap<>();

  /** Numbers a problem whose ids are valid and unique. */
  public ProblemIndex(Problem problem) {
    this.problem = problem;
    this.timeline = Timeline.of(problem);
    List<Integer> childFamilies = new ArrayList<>();
    for (int f = 0; f < problem.families().size(); f++) {
      Family family = problem.families().get(f);
      familyById.put(family.id(), f);
      for (Child child : family.children()) {
        childById.put(child.id(), children.size());
        children.add(child);
        childFamilies.add(f);
      }
    }
    childFamily = toArray(childFamilies);
    List<Integer> groupProviders = new ArrayList<>();
    firstGroup = new int[problem.providers().size() + 1];
    for (int p = 0; p < problem.providers().size(); p++) {
      Provider provider = problem.providers().get(p);
      providerById.put(provider.id(), p);
      firstGroup[p] = groups.size();
      for (Group group : provider.groups()) {
        groupById.put(group.id(), groups.size());
        groups.add(group);
        groupProviders.add(p);
      }
    }
    firstGroup[problem.providers().size()] = groups.size();
    groupProvider = toArray(groupProviders);
    List<Integer> sessionRequests = new ArrayList<>();
    requestFamily = new int[problem.requests().size()];
    firstSession = new int[problem.requests().size() + 1];
    for (int r = 0; r < problem.requests().size(); r++) {
      Request request = problem.requests().get(r);
      requestFamily[r] = known(familyById, request.familyId());
      firstSession[r] = sessions.size();
      for (CareSession session : request.allSessions(problem.from(), problem.until())) {
        sessionById.put(session.id(), sessions.size());
        sessions.add(session);
        sessionRequests.add(r);
      }
    }
    firstSession[problem.requests().size()] = sessions.size();
    sessionRequest = toArray(sessionRequests);
    sessionChild = new int[sessions.size()];
    for (int s = 0; s < sessions.size(); s++) {
      sessionChild[s] = known(childById, sessions.get(s).childId());
    }
  }

  private static int known(Map<String, Integer> numbers, String id) {
    Integer number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException(
          "Unknown id " + id + ". Maybe validate the problem first.");
    }
    return number;
  }

  private static int[] toArray(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The problem itself. */
  public Problem problem() {
    return problem;
  }

  /** Its slots. */
  public Timeline timeline() {
    return timeline;
  }

  /** Care sessions, patterns expanded. */
  public List<CareSession> sessions() {
    return sessions;
  }

  /** All groups of the network. */
  public List<Group> groups() {
    return groups;
  }

  /** All children of the families. */
  public List<Child> children() {
    return children;
  }

  /** The request of a care session. */
  public int requestOf(int session) {
    return sessionRequest[session];
  }

  /** The child of a care session. */
  public int childOf(int session) {
    return sessionChild[session];
  }

  /** The family of a request. */
  public int familyOf(int request) {
    return requestFamily[request];
  }

  /** The family of a child. */
  public int familyOfChild(int child) {
    return childFamily[child];
  }

  /** The provider of a group. */
  public int providerOf(int group) {
    return groupProvider[group];
  }

  /** The first group of a provider; those of {@code provider + 1} follow its last. */
  public int firstGroup(int provider) {
    return firstGroup[provider];
  }

  /** The first care session of a request; those of {@code request + 1} follow its last. */
  public int firstSession(int request) {
    return firstSession[request];
  }

  /**
   * Whether a placement of the problem may not move: agreed at the moment of the problem, and not
   * after the review date of its care plan.
   */
  public boolean agreed(Placement placement) {
    return placement.agreedAt(problem.asOf()) && !underReview(placement);
  }

  /** Whether a placement of the problem may move at the price of a change that people notice. */
  public boolean published(Placement placement) {
    return placement.state() == PlacementState.PROPOSED
        || (placement.agreedAt(problem.asOf()) && underReview(placement));
  }

  private boolean underReview(Placement placement) {
    int session = session(placement.sessionId());
    if (session < 0 || placement.legs().isEmpty()) {
      return false;
    }
    LocalDate review = problem.requests().get(requestOf(session)).reviewDate();
    return review != null && !placement.legs().getFirst().start().toLocalDate().isBefore(review);
  }

  /** Number of a care session, or -1. */
  public int session(String id) {
    return sessionById.getOrDefault(id, -1);
  }

  /** Number of a child, or -1. */
  public int child(String id) {
    return childById.getOrDefault(id, -1);
  }

  /** Number of a group, or -1. */
  public int group(String id) {
    return groupById.getOrDefault(id, -1);
  }

  /** Number of a provider, or -1. */
  public int provider(String id) {
    return providerById.getOrDefault(id, -1);
  }

  /** Number of a family, or -1. */
  public int family(String id) {
    return familyById.getOrDefault(id, -1);
  }
}
