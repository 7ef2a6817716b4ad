package org.plek.api.jobs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Family;
import org.plek.domain.Placement;
import org.plek.domain.Policy;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.TimeRange;
import org.plek.format.Issue;
import org.plek.format.IssueCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is supposed to be different in a what-if. Documents change as by a JSON merge patch (RFC
 * 7396): a field replaces the one of its name, null takes it out.
 *
 * @param providers patches of provider documents, by id
 * @param policy patch of the policy
 * @param presences who is there, or away, instead of the roster
 * @param withoutRequests requests that are not asked
 */
public record WhatIf(
    @Nullable Map<String, JsonNode> providers,
    @Nullable JsonNode policy,
    @Nullable List<Presence> presences,
    @Nullable List<String> withoutRequests) {

  /**
   * Hours of a regular child or caregiver on a date; none when away.
   *
   * @param providerId the provider
   * @param subject the regular child or caregiver
   * @param date the date
   * @param hours hours of presence
   */
  public record Presence(
      String providerId, String subject, LocalDate date, List<TimeRange> hours) {}

  /**
   * The problem with the change.
   *
   * @throws InvalidPart when a changed document is not valid, or names what is not there
   * @throws Refused when a provider would get another id
   */
  public Problem on(Problem problem) {
    Known known = known(problem);
    Map<String, JsonNode> patches = providers == null ? Map.of() : providers;
    refuseUnknown(problem);
    List<Provider> changed = new ArrayList<>();
    for (Provider provider : problem.providers()) {
      JsonNode patch = patches.get(provider.id());
      Provider there = patch == null ? provider : patched(provider, patch, known);
      Map<String, Map<LocalDate, List<TimeRange>>> said = said(provider);
      changed.add(said.isEmpty() ? there : Present.in(there, said));
    }
    JsonNode policyPatch = policy;
    Policy rules =
        policyPatch == null
            ? problem.policy()
            : Parts.policy(merged(Parts.policy(problem.policy()), policyPatch), known);
    Set<String> without = withoutRequests == null ? Set.of() : new HashSet<>(withoutRequests);
    List<Request> requests =
        problem.requests().stream().filter(request -> !without.contains(request.id())).toList();
    Set<String> sessions = new HashSet<>();
    requests.forEach(
        request ->
            request
                .allSessions(problem.from(), problem.until())
                .forEach(session -> sessions.add(session.id())));
    List<Placement> placements =
        problem.placements().stream()
            .filter(placement -> sessions.contains(placement.sessionId()))
            .toList();
    return new Problem(
        problem.id(),
        problem.zone(),
        problem.asOf(),
        problem.from(),
        problem.days(),
        problem.rulePack(),
        rules,
        changed,
        problem.families(),
        requests,
        problem.history(),
        placements);
  }

  private static Provider patched(Provider provider, JsonNode patch, Known known) {
    JsonNode document = merged(Parts.providers(List.of(provider)).getFirst(), patch);
    if (!document.path("id").asString("").equals(provider.id())) {
      throw new Refused(Refused.Code.INVALID, "A provider keeps its id.");
    }
    try {
      return Parts.provider(document, known);
    } catch (InvalidPart e) {
      throw e.under("/change/providers/" + provider.id());
    }
  }

  private Map<String, Map<LocalDate, List<TimeRange>>> said(Provider provider) {
    Map<String, Map<LocalDate, List<TimeRange>>> said = new HashMap<>();
    for (Presence presence : presences == null ? List.<Presence>of() : presences) {
      if (presence.providerId().equals(provider.id())) {
        said.computeIfAbsent(presence.subject(), s -> new HashMap<>())
            .put(presence.date(), presence.hours());
      }
    }
    return said;
  }

  private static Set<String> ids(List<Provider> providers) {
    Set<String> ids = new HashSet<>();
    providers.forEach(provider -> ids.add(provider.id()));
    return ids;
  }

  private void refuseUnknown(Problem problem) {
    List<Issue> wrong = new ArrayList<>();
    Map<String, Provider> there = new TreeMap<>();
    problem.providers().forEach(provider -> there.put(provider.id(), provider));
    if (providers != null) {
      for (String id : new TreeSet<>(providers.keySet())) {
        if (!there.containsKey(id)) {
          unknown(wrong, "/change/providers/" + id, "provider", there.keySet());
        }
      }
    }
    for (int i = 0; presences != null && i < presences.size(); i++) {
      Presence presence = presences.get(i);
      Provider provider = there.get(presence.providerId());
      String at = "/change/presences/" + i;
      if (provider == null) {
        unknown(wrong, at + "/providerId", "provider", there.keySet());
      } else if ((providers == null || !providers.containsKey(provider.id()))
          && !Present.subjects(provider).contains(presence.subject())) {
        unknown(
            wrong,
            at + "/subject",
            "regular child or caregiver of this provider",
            Present.subjects(provider));
      }
    }
    Set<String> requests = new TreeSet<>();
    problem.requests().forEach(request -> requests.add(request.id()));
    for (int i = 0; withoutRequests != null && i < withoutRequests.size(); i++) {
      if (!requests.contains(withoutRequests.get(i))) {
        unknown(wrong, "/change/withoutRequests/" + i, "request", requests);
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidPart(wrong);
    }
  }

  private static void unknown(List<Issue> wrong, String at, String what, Set<String> there) {
    wrong.add(
        InvalidPart.error(
            IssueCode.UNKNOWN_ID,
            at,
            "the run has no such " + what,
            there.isEmpty() ? null : "Maybe one like " + there.iterator().next() + "."));
  }

  private static JsonNode merged(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    ObjectNode result =
        target instanceof ObjectNode object ? object.deepCopy() : changes.objectNode();
    changes
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                result.remove(field.getKey());
              } else {
                result.set(field.getKey(), merged(result.path(field.getKey()), field.getValue()));
              }
            });
    return result;
  }

  private static Known known(Problem problem) {
    Set<String> groups = new HashSet<>();
    problem.providers().forEach(p -> p.groups().forEach(group -> groups.add(group.id())));
    Set<String> families = new HashSet<>();
    problem.families().stream().map(Family::id).forEach(families::add);
    Set<String> providers = ids(problem.providers());
    Map<String, String> familyOfChild = Rows.familiesOfChildren(problem.families());
    return new Known(
        problem.zone(),
        problem.asOf().toLocalDate(),
        problem.rulePack(),
        providers::contains,
        groups::contains,
        families::contains,
        familyOfChild::get);
  }
}
