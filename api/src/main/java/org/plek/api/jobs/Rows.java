package org.plek.api.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.api.store.AgreementRows;
import org.plek.api.store.Documents;
import org.plek.domain.BoughtPlaces;
import org.plek.domain.Leg;
import org.plek.domain.Policy;
import org.plek.domain.Provider;
import org.plek.domain.Quota;
import org.plek.domain.Reserve;
import org.plek.domain.Stay;
import org.plek.domain.TimeRange;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** From facts to rows of the store and back. */
final class Rows {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Stay>> STAYS = new TypeReference<>() {};
  private static final TypeReference<List<TimeRange>> HOURS = new TypeReference<>() {};

  private Rows() {}

  /** What is kept of an agreement beside its columns. */
  private record AgreementBody(AgreementState state, @Nullable Overruling overruling) {}

  static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  static JsonNode tree(String body) {
    return JSON.readTree(body);
  }

  static <T> T value(String body, Class<T> type) {
    return JSON.readValue(body, type);
  }

  static List<Stay> stays(String body) {
    return JSON.readValue(body, STAYS);
  }

  static List<TimeRange> hours(String body) {
    return JSON.readValue(body, HOURS);
  }

  static String settings(NetworkSettings network) {
    ObjectNode body = JSON.createObjectNode();
    body.put("id", network.id());
    body.put("zone", network.zone().getId());
    body.put("rulePack", network.rulePack());
    body.set("policy", Parts.policy(network.policy()));
    body.set("terms", JSON.valueToTree(network.terms()));
    return JSON.writeValueAsString(body);
  }

  static NetworkSettings settings(String body) {
    JsonNode tree = JSON.readTree(body);
    java.time.ZoneId zone = java.time.ZoneId.of(tree.path("zone").asString());
    NetworkSettings bare =
        new NetworkSettings(
            tree.path("id").asString(),
            zone,
            tree.path("rulePack").asString(),
            Policy.plain("plain"),
            JSON.treeToValue(tree.path("terms"), NetworkSettings.Terms.class));
    return new NetworkSettings(
        bare.id(),
        zone,
        bare.rulePack(),
        Parts.policy(tree.path("policy"), Known.stored(bare, child -> null)),
        bare.terms());
  }

  static AgreementRows.Row row(Agreement agreement) {
    List<AgreementRows.LegRow> legs = new ArrayList<>();
    agreement
        .stays()
        .forEach(
            (session, stay) -> {
              for (int i = 0; i < stay.size(); i++) {
                Leg leg = stay.get(i);
                legs.add(
                    new AgreementRows.LegRow(
                        session,
                        i,
                        leg.providerId(),
                        leg.groupId(),
                        leg.start(),
                        leg.end(),
                        leg.escortMinutes()));
              }
            });
    return new AgreementRows.Row(
        agreement.id(),
        agreement.requestId(),
        agreement.familyId(),
        agreement.state().label(),
        agreement.state().ends(),
        json(new AgreementBody(agreement.state(), agreement.overruling())),
        agreement.version() - 1,
        agreement.madeAt(),
        legs);
  }

  static Agreement agreement(AgreementRows.Row row) {
    Map<String, List<Leg>> stays = new LinkedHashMap<>();
    for (AgreementRows.LegRow leg : row.legs()) {
      stays
          .computeIfAbsent(leg.sessionId(), session -> new ArrayList<>())
          .add(
              new Leg(
                  leg.providerId(), leg.groupId(), leg.start(), leg.end(), leg.escortMinutes()));
    }
    AgreementBody body = value(row.body(), AgreementBody.class);
    return new Agreement(
        row.id(),
        row.requestId(),
        row.familyId(),
        stays,
        body.state(),
        body.overruling(),
        row.version(),
        row.madeAt());
  }

  static Documents.Progress row(String requestId, Progress progress) {
    Outcome outcome = progress.outcome();
    return new Documents.Progress(
        requestId,
        progress.level().name(),
        outcome == null ? null : outcome.name(),
        progress.statement() == null ? null : json(progress.statement()),
        progress.filedBy(),
        progress.version());
  }

  static Progress progress(Documents.Progress row) {
    String outcome = row.outcome();
    String statement = row.statement();
    return new Progress(
        HelpLevel.valueOf(row.level()),
        outcome == null ? null : Outcome.valueOf(outcome),
        statement == null ? null : value(statement, Statement.class),
        row.filedBy(),
        row.version());
  }

  /** The policy as far as it is about the groups of some providers. */
  static Policy policyFor(
      Policy policy, Set<String> providerIds, Map<String, Versioned<Provider>> providers) {
    if (policy.reserves().isEmpty()
        && policy.boughtPlaces().isEmpty()
        && policy.quotas().isEmpty()) {
      return policy;
    }
    Set<String> groups = new HashSet<>();
    for (String id : providerIds) {
      Versioned<Provider> provider = providers.get(id);
      if (provider != null) {
        provider.value().groups().forEach(group -> groups.add(group.id()));
      }
    }
    List<Reserve> reserves =
        policy.reserves().stream().filter(r -> groups.contains(r.groupId())).toList();
    List<BoughtPlaces> bought =
        policy.boughtPlaces().stream().filter(b -> groups.contains(b.groupId())).toList();
    List<Quota> quotas =
        policy.quotas().stream().filter(q -> groups.contains(q.groupId())).toList();
    return new Policy(
        policy.id(),
        policy.tiers(),
        policy.strictTiers(),
        policy.urgencyWeights(),
        policy.weighByLength(),
        policy.weights(),
        policy.settlingInMinutes(),
        policy.callIn(),
        reserves,
        bought,
        quotas,
        policy.entitlements(),
        policy.blackOuts(),
        policy.kilometresPerHour(),
        policy.detour(),
        policy.limits(),
        policy.programmes(),
        policy.throughFlow(),
        policy.expectedAbsence(),
        policy.shares());
  }

  /** Children by their family, for documents that mention children. */
  static Map<String, String> familiesOfChildren(List<org.plek.domain.Family> families) {
    Map<String, String> byChild = new HashMap<>();
    families.forEach(
        family -> family.children().forEach(child -> byChild.put(child.id(), family.id())));
    return byChild;
  }
}
