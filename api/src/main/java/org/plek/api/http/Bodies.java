package org.plek.api.http;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.api.access.Account;
import org.plek.api.access.Role;
import org.plek.api.jobs.Agreement;
import org.plek.api.jobs.AgreementState;
import org.plek.api.jobs.HelpLevel;
import org.plek.api.jobs.How;
import org.plek.api.jobs.Outcome;
import org.plek.api.jobs.Overruling;
import org.plek.api.jobs.Progress;
import org.plek.api.jobs.Refused;
import org.plek.domain.Leg;
import org.plek.domain.TimeRange;
import tools.jackson.databind.JsonNode;

/** What goes in and out, besides the documents of the problem format. */
final class Bodies {
  private Bodies() {}

  record SignIn(String name, String password) {}

  record Password(String old, String fresh) {}

  record Session(String token, @Nullable Instant expiresAt, boolean mustChangePassword) {}

  record Me(
      String id,
      String name,
      Set<Role> roles,
      Set<String> networks,
      Set<String> areas,
      Set<String> providers,
      Set<String> families,
      boolean mustChangePassword) {
    static Me of(Account a) {
      return new Me(
          a.id(),
          a.name(),
          a.roles(),
          a.networks(),
          a.areas(),
          a.providers(),
          a.families(),
          a.mustChangePassword());
    }
  }

  record NewAccount(
      String name,
      Set<Role> roles,
      @Nullable Set<String> networks,
      @Nullable Set<String> areas,
      @Nullable Set<String> providers,
      @Nullable Set<String> families,
      @Nullable Boolean disabled) {
    Account account(String id, boolean mustChangePassword, long version) {
      return new Account(
          id,
          name,
          roles,
          orNone(networks),
          orNone(areas),
          orNone(providers),
          orNone(families),
          mustChangePassword,
          Boolean.TRUE.equals(disabled),
          version);
    }

    private static Set<String> orNone(@Nullable Set<String> ids) {
      return ids == null ? Set.of() : ids;
    }
  }

  record MadeAccount(Account account, String oneTimePassword) {}

  record NewKey(@Nullable String note, @Nullable Instant expiresAt) {}

  record Forgetting(int keepDays, int keepAuditDays, boolean dryRun) {}

  record Terms(
      @Nullable Integer holdMinutes,
      @Nullable Integer longestHoldMinutes,
      @Nullable Map<org.plek.domain.Urgency, Integer> answerMinutes,
      @Nullable Boolean providerLastWord) {}

  record NetworkBody(
      String id, String zone, String rulePack, JsonNode policy, @Nullable Terms terms) {}

  record Hours(List<TimeRange> hours) {}

  record NamesBody(Map<String, String> fields) {}

  record NewRequest(
      JsonNode request, @Nullable HelpLevel level, @Nullable How how, @Nullable Boolean consent) {}

  record RequestView(JsonNode request, Progress progress) {}

  record LegBody(
      String providerId,
      String groupId,
      LocalDateTime start,
      LocalDateTime end,
      @Nullable Integer escortMinutes) {}

  record StayBody(String sessionId, List<LegBody> legs) {}

  record HoldBody(
      String requestId,
      List<StayBody> stays,
      @Nullable Integer minutes,
      @Nullable String overrule,
      @Nullable How how) {
    Map<String, List<Leg>> legs() {
      Map<String, List<Leg>> legs = new LinkedHashMap<>();
      for (StayBody stay : stays) {
        List<Leg> before =
            legs.put(
                stay.sessionId(),
                stay.legs().stream()
                    .map(
                        leg ->
                            new Leg(
                                leg.providerId(),
                                leg.groupId(),
                                leg.start(),
                                leg.end(),
                                leg.escortMinutes() == null ? 0 : leg.escortMinutes()))
                    .toList());
        if (before != null) {
          throw new Refused(
              Refused.Code.INVALID, "Care session " + stay.sessionId() + " is named twice.");
        }
      }
      return legs;
    }
  }

  /** What is said to an offer, or about an agreement. */
  record Said(
      @Nullable String providerId,
      @Nullable String sessionId,
      @Nullable String reason,
      @Nullable How how) {}

  record Closing(Outcome outcome, @Nullable How how) {}

  record Helping(HelpLevel level, @Nullable How how) {}

  record NoSolution(List<String> reasons, @Nullable How how) {}

  record StayView(String sessionId, List<Leg> legs) {}

  record AgreementView(
      String id,
      String requestId,
      String familyId,
      String state,
      AgreementState facts,
      List<StayView> stays,
      @Nullable Overruling overruling,
      long version,
      Instant madeAt) {
    static AgreementView of(Agreement agreement) {
      return new AgreementView(
          agreement.id(),
          agreement.requestId(),
          agreement.familyId(),
          agreement.state().label(),
          agreement.state(),
          agreement.stays().entrySet().stream()
              .map(stay -> new StayView(stay.getKey(), stay.getValue()))
              .toList(),
          agreement.overruling(),
          agreement.version(),
          agreement.madeAt());
    }
  }
}
