package org.plek.datasets.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plek.domain.CareSession;
import org.plek.domain.Family;
import org.plek.domain.Group;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Request;
import org.plek.domain.Urgency;
import org.plek.rules.RulePacks;

class GeneratorTest {
  private static final Problem SMALL = SyntheticProblem.of(Size.S, RulePacks.bundled(), 7);
  private static final Problem MEDIUM = SyntheticProblem.of(Size.M, RulePacks.bundled(), 7);

  @Test
  void exactlyAsManyGroupsAndCareSessionsAsAskedFor() {
    assertThat(SMALL.providers().stream().mapToInt(p -> p.groups().size()).sum()).isEqualTo(100);
    assertThat(sessions(SMALL)).isEqualTo(1_000);
    assertThat(MEDIUM.providers().stream().mapToInt(p -> p.groups().size()).sum()).isEqualTo(500);
    assertThat(sessions(MEDIUM)).isEqualTo(10_000);
  }

  @Test
  void theSameSeedGivesTheSameProblemAndAnotherSeedAnother() {
    assertThat(SyntheticProblem.of(Size.S, RulePacks.bundled(), 7)).isEqualTo(SMALL);
    assertThat(SyntheticProblem.of(Size.S, RulePacks.bundled(), 8)).isNotEqualTo(SMALL);
  }

  @Test
  void allKindsOfProvidersAndShapesOfCareOccur() {
    for (ProviderKind kind : ProviderKind.values()) {
      assertThat(SMALL.providers()).anyMatch(p -> p.kind() == kind);
    }
    assertThat(SMALL.requests()).anyMatch(r -> !r.patterns().isEmpty());
    assertThat(SMALL.requests()).anyMatch(r -> r.destination() != null);
    assertThat(SMALL.requests()).anyMatch(r -> r.limits().allOrNothing());
    assertThat(SMALL.requests()).anyMatch(r -> r.limits().splitAllowed());
    assertThat(SMALL.requests()).anyMatch(r -> r.limits().siblingsTogether());
    assertThat(SMALL.requests())
        .anyMatch(r -> r.sessions().stream().anyMatch(s -> s.windows().size() > 1));
    assertThat(MEDIUM.families()).anyMatch(f -> f.sharesHomeCareWith() != null);
    assertThat(MEDIUM.providers())
        .anyMatch(p -> p.caregivers().stream().anyMatch(c -> !c.onCall().week().isEmpty()))
        .anyMatch(p -> p.groups().getFirst().regularChildren().stream().anyMatch(c -> c.own()));
    assertThat(MEDIUM.policy().reserves()).isNotEmpty();
    assertThat(MEDIUM.policy().boughtPlaces()).isNotEmpty();
    assertThat(MEDIUM.history()).isNotEmpty();
  }

  @Test
  void publishedSharesAreMet() {
    double requests = MEDIUM.requests().size();
    long urgent = MEDIUM.requests().stream().filter(r -> r.urgency() == Urgency.URGENT).count();
    assertThat(urgent / requests).isBetween(0.08, 0.12);
    long oneChoice =
        MEDIUM.requests().stream().filter(r -> r.wishes().providers().size() == 1).count();
    assertThat(oneChoice / requests).isBetween(0.33, 0.41);
    long siblings =
        MEDIUM.requests().stream()
            .filter(
                r ->
                    r.allSessions(MEDIUM.from(), MEDIUM.until()).stream()
                            .map(CareSession::childId)
                            .distinct()
                            .count()
                        > 1)
            .count();
    assertThat(siblings / requests).isBetween(0.13, 0.19);
    long tuesday =
        MEDIUM.requests().stream()
            .filter(r -> r.urgency() == Urgency.PLANNED)
            .filter(r -> r.askedAt().getDayOfWeek().getValue() == 2)
            .count();
    long planned = MEDIUM.requests().stream().filter(r -> r.urgency() == Urgency.PLANNED).count();
    assertThat((double) tuesday / planned).isBetween(0.17, 0.23);
  }

  @Test
  void sessionsLieInTheHorizonAndSharingIsMutual() {
    Set<String> ids = new HashSet<>();
    for (Request request : MEDIUM.requests()) {
      assertThat(request.askedAt()).isBefore(MEDIUM.asOf());
      for (CareSession session : request.allSessions(MEDIUM.from(), MEDIUM.until())) {
        assertThat(ids.add(session.id())).isTrue();
        session
            .windows()
            .forEach(
                window -> {
                  assertThat(window.start().toLocalDate())
                      .isBetween(MEDIUM.from(), MEDIUM.until().minusDays(1));
                  assertThat(window.start().plusMinutes(session.minutes()))
                      .isBeforeOrEqualTo(window.end());
                });
      }
    }
    for (Family family : MEDIUM.families()) {
      if (family.sharesHomeCareWith() != null) {
        assertThat(MEDIUM.families())
            .anyMatch(
                f ->
                    f.id().equals(family.sharesHomeCareWith())
                        && family.id().equals(f.sharesHomeCareWith()));
      }
    }
  }

  @Test
  void groupsAreNeverOverfullAndSomebodyIsAlwaysThere() {
    for (Provider provider : MEDIUM.providers()) {
      assertThat(provider.caregivers()).isNotEmpty();
      int children = 0;
      for (Group group : provider.groups()) {
        long contracts = group.regularChildren().stream().filter(child -> !child.own()).count();
        assertThat(contracts).isLessThanOrEqualTo(group.maxChildren());
        children += (int) contracts;
      }
      assertThat(children).isLessThanOrEqualTo(provider.licensedCapacity());
    }
  }

  private static long sessions(Problem problem) {
    return problem.requests().stream()
        .mapToLong(r -> r.allSessions(problem.from(), problem.until()).size())
        .sum();
  }
}
