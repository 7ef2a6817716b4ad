package org.plek.api.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.api.jobs.AgreementState.Confirmed;
import org.plek.api.jobs.AgreementState.Expired;
import org.plek.api.jobs.AgreementState.Held;
import org.plek.api.jobs.Refused.Code;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.format.Issue;
import org.plek.format.IssueCode;

/** Takes the decision to hold places: what is asked fits the request, and no rule is broken. */
final class Holding {
  private final Legality legality;

  Holding(Legality legality) {
    this.legality = legality;
  }

  Agreement hold(Change change, String id, Agreements.Wanted wanted, By by) {
    Facts facts = change.facts();
    Agreement repeated = facts.agreements.get(id);
    if (repeated != null) {
      return sameOrRefused(repeated, wanted);
    }
    Request request = facts.request(wanted.requestId());
    Progress progress = openBrokered(facts, request);
    endWhatRanOut(change, request.id());
    refuseSecondOffer(change, request.id());
    Map<String, List<Leg>> stays = checkedStays(facts, request, wanted.stays());
    Agreement agreement =
        new Agreement(
            id,
            request.id(),
            request.familyId(),
            stays,
            new Held(change.now().plus(holdTime(facts, wanted.minutes()))),
            judged(change, request, stays, wanted.overrule(), by),
            1,
            change.now());
    change.agreement(agreement);
    change.dropProposal(request.id());
    change.event("HELD", id, by, agreement);
    if (progress.version() == 0) {
      change.progress(request.id(), progress);
    }
    return agreement;
  }

  private static Agreement sameOrRefused(Agreement repeated, Agreements.Wanted wanted) {
    if (repeated.requestId().equals(wanted.requestId())
        && repeated.stays().equals(wanted.stays())) {
      return repeated;
    }
    throw new Refused(Code.EXISTS, "Agreement " + repeated.id() + " exists with other stays.");
  }

  private static Progress openBrokered(Facts facts, Request request) {
    Progress progress =
        facts.progress.getOrDefault(
            request.id(), new Progress(HelpLevel.BROKERED, null, null, By.PLEK.actor(), 0));
    if (progress.outcome() != null) {
      throw new Refused(
          Code.WRONG_STATE,
          "Request "
              + request.id()
              + " is closed as "
              + progress.outcome()
              + ". Maybe reopen it first.");
    }
    if (progress.level() != HelpLevel.BROKERED) {
      throw new Refused(
          Code.WRONG_STATE,
          "Request "
              + request.id()
              + " is "
              + progress.level()
              + ": nothing is held for it. Maybe make it BROKERED first.");
    }
    return progress;
  }

  private static void refuseSecondOffer(Change change, String requestId) {
    Facts facts = change.facts();
    for (Agreement other : facts.agreements(facts.agreementsOfRequest, requestId)) {
      if (other.isLiveAt(change.now())) {
        throw new Refused(
            Code.LIVE_OFFER,
            "Request "
                + requestId
                + " has a live offer, "
                + other.id()
                + " ("
                + other.state().label()
                + "). Maybe release that one first.");
      }
    }
  }

  private static Duration holdTime(Facts facts, @Nullable Integer minutes) {
    NetworkSettings.Terms terms = facts.settings.value().terms();
    int wanted = minutes == null ? terms.holdMinutes() : minutes;
    if (wanted < 1 || wanted > terms.longestHoldMinutes()) {
      throw new Refused(
          Code.INVALID,
          "A hold of "
              + wanted
              + " minutes is not possible. Maybe 1 to "
              + terms.longestHoldMinutes()
              + ".");
    }
    return Duration.ofMinutes(wanted);
  }

  static Map<String, List<Leg>> checkedStays(
      Facts facts, Request request, Map<String, List<Leg>> stays) {
    if (stays.isEmpty()) {
      throw new Refused(Code.INVALID, "No stay is named. Maybe name one per care session.");
    }
    Set<String> agreed = new HashSet<>();
    for (Agreement other : facts.agreements(facts.agreementsOfRequest, request.id())) {
      if (other.state() instanceof Confirmed) {
        agreed.addAll(other.stays().keySet());
      }
    }
    Horizon horizon = Horizon.of(request, stays.values());
    Set<String> known = new HashSet<>();
    request
        .allSessions(horizon.from(), horizon.until())
        .forEach(session -> known.add(session.id()));
    List<Issue> wrong = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, List<Leg>> stay : stays.entrySet()) {
      String at = "/stays/" + number++;
      if (!known.contains(stay.getKey())) {
        wrong.add(
            InvalidPart.error(
                IssueCode.UNKNOWN_ID,
                at + "/sessionId",
                "the request has no such care session",
                "Maybe one of " + String.join(", ", first(known)) + "."));
      }
      checkLegs(facts, stay.getValue(), at + "/legs", wrong);
    }
    if (!wrong.isEmpty()) {
      throw new InvalidPart(wrong);
    }
    for (String session : stays.keySet()) {
      if (agreed.contains(session)) {
        throw new Refused(
            Code.WRONG_STATE,
            "Care session " + session + " is agreed already. Maybe cancel that first.");
      }
    }
    return new LinkedHashMap<>(stays);
  }

  private static List<String> first(Set<String> known) {
    return known.stream().sorted().limit(5).toList();
  }

  private static void checkLegs(Facts facts, List<Leg> legs, String at, List<Issue> wrong) {
    if (legs.isEmpty() || legs.size() > 2) {
      wrong.add(InvalidPart.error(IssueCode.BAD_VALUE, at, "needs one leg or two", null));
    }
    for (int i = 0; i < legs.size(); i++) {
      String group = legs.get(i).groupId();
      Versioned<Provider> provider = facts.providers.get(legs.get(i).providerId());
      if (provider == null) {
        wrong.add(
            InvalidPart.error(
                IssueCode.UNKNOWN_ID,
                at + "/" + i + "/providerId",
                "no provider has this id",
                null));
      } else if (provider.value().groups().stream().noneMatch(there -> there.id().equals(group))) {
        wrong.add(
            InvalidPart.error(
                IssueCode.UNKNOWN_ID,
                at + "/" + i + "/groupId",
                "the provider has no such group",
                "Maybe read the provider and take the id of one of its groups."));
      }
    }
  }

  private @Nullable Overruling judged(
      Change change,
      Request request,
      Map<String, List<Leg>> stays,
      @Nullable String overrule,
      By by) {
    List<Blocking> blocking = blocking(change.facts(), request, stays, change.now());
    if (blocking.isEmpty()) {
      return null;
    }
    if (overrule == null) {
      throw new Refused(Code.BLOCKED, blocking.getFirst().text(), blocking);
    }
    if (overrule.isBlank()) {
      throw new Refused(Code.INVALID, "Whoever overrules a rule says why.");
    }
    List<Blocking> never =
        blocking.stream().filter(b -> !Overruling.ALLOWED.contains(b.constraint())).toList();
    if (!never.isEmpty()) {
      throw new Refused(Code.NEVER_OVERRULED, never.getFirst().text(), never);
    }
    return new Overruling(by, change.now(), overrule.strip(), blocking);
  }

  List<Blocking> blocking(Facts facts, Request request, Map<String, List<Leg>> stays, Instant now) {
    Set<String> providers = new HashSet<>();
    List<Placement> candidate = new ArrayList<>();
    stays.forEach(
        (session, legs) -> {
          legs.forEach(leg -> providers.add(leg.providerId()));
          candidate.add(new Placement(session, PlacementState.PROPOSED, null, legs));
        });
    Horizon horizon = Horizon.of(request, stays.values());
    Problem part =
        new Section(facts)
            .part(providers, Set.of(request.familyId()), now, horizon.from(), horizon.days());
    return legality.blocking(part, candidate);
  }

  private static void endWhatRanOut(Change change, String requestId) {
    Facts facts = change.facts();
    for (Agreement other : facts.agreements(facts.agreementsOfRequest, requestId)) {
      if (other.hasRunOut(change.now())) {
        end(change, other);
      }
    }
  }

  /** Writes down which holds and offers have ended by themselves. */
  static int endWhatRanOut(Change change) {
    return change.facts().agreements.values().stream()
        .filter(agreement -> agreement.hasRunOut(change.now()))
        .mapToInt(agreement -> end(change, agreement))
        .sum();
  }

  private static int end(Change change, Agreement agreement) {
    Instant ended = java.util.Objects.requireNonNull(agreement.state().ends());
    change.agreement(agreement.in(new Expired(ended)));
    change.event("EXPIRED", agreement.id(), By.PLEK, Map.of("at", ended));
    return 1;
  }
}
