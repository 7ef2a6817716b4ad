package org.plek.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plek.domain.CareSession;
import org.plek.domain.Copies;
import org.plek.domain.Family;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.rules.RulePacks;

/**
 * Chains of one step, remembered over many events, beside chains found from nothing by taking every
 * placement out and ranking it and the care asked anew.
 */
class MakingRoomTest {
  private static final RulePacks PACKS = RulePacks.bundled();
  private static final int EVENTS = 25;

  private final Map<String, Integer> seen = new HashMap<>();

  @Test
  void findsTheGroupsWhereAProposedPlacementCanGoElsewhereWhateverHappenedBefore() {
    for (long seed = 0; seed < 48; seed++) {
      new Walk(seed).go();
    }
    assertThat(seen.get("chains")).isGreaterThan(50);
    assertThat(seen.get("blocked for good")).isGreaterThan(50);
  }

  private final class Walk {
    private final SplittableRandom random;
    private final Problem town;
    private final Recommender live;
    private final Map<String, Placement> placed = new LinkedHashMap<>();
    private final Map<String, Provider> providers = new LinkedHashMap<>();
    private final Map<String, Family> families = new LinkedHashMap<>();
    private final List<Placement> out = new ArrayList<>();
    private final Map<String, Request> requestOf = new HashMap<>();

    Walk(long seed) {
      random = new SplittableRandom(seed);
      town = FullTown.of(seed, PACKS);
      live = new Recommender(town, PACKS, new GreatCircleTravel(town.policy()));
      town.placements().forEach(each -> placed.put(each.sessionId(), each));
      town.providers().forEach(each -> providers.put(each.id(), each));
      town.families().forEach(each -> families.put(each.id(), each));
      for (Request request : town.requests()) {
        request
            .allSessions(town.from(), town.until())
            .forEach(session -> requestOf.put(session.id(), request));
      }
    }

    void go() {
      for (int i = 0; i < EVENTS; i++) {
        event();
        Recommender anew = anew();
        for (int asked = 0; asked < 4; asked++) {
          Request request = town.requests().get(random.nextInt(town.requests().size()));
          for (CareSession session : request.sessions()) {
            if (Variants.fixed(session)
                && session.parentAway() == null
                && !placed.containsKey(session.id())) {
              compare(anew, alone(request, session), session);
            }
          }
        }
      }
    }

    private void event() {
      switch (random.nextInt(6)) {
        case 0, 1 -> {
          if (!placed.isEmpty()) {
            Placement gone = new ArrayList<>(placed.values()).get(random.nextInt(placed.size()));
            placed.remove(gone.sessionId());
            out.add(gone);
            live.removePlacement(gone.sessionId());
          }
        }
        case 2, 3 -> {
          if (!out.isEmpty()) {
            Placement back = out.remove(random.nextInt(out.size()));
            placed.put(back.sessionId(), back);
            live.put(back);
          }
        }
        case 4 -> {
          Provider any = new ArrayList<>(providers.values()).get(random.nextInt(providers.size()));
          Provider other =
              Copies.with(
                  any, Map.of("licensedCapacity", 1 + random.nextInt(any.licensedCapacity() + 1)));
          providers.put(other.id(), other);
          live.put(other);
        }
        default -> {
          Family any = new ArrayList<>(families.values()).get(random.nextInt(families.size()));
          String excluded = town.providers().get(random.nextInt(town.providers().size())).id();
          Family other =
              Copies.with(
                  any,
                  Map.of(
                      "excludedProviders",
                      any.excludedProviders().isEmpty() ? Set.of(excluded) : Set.of()));
          families.put(other.id(), other);
          live.put(other);
        }
      }
    }

    private Recommender anew() {
      return new Recommender(
          Copies.with(
              town,
              Map.of(
                  "providers", List.copyOf(providers.values()),
                  "families", List.copyOf(families.values()),
                  "placements", List.copyOf(placed.values()))),
          PACKS,
          new GreatCircleTravel(town.policy()));
    }

    private void compare(Recommender anew, Request request, CareSession session) {
      Set<String> free = groups(anew, request, session.id());
      Map<String, Set<String>> expected = new HashMap<>();
      for (Placement there : List.copyOf(placed.values())) {
        if (there.state() != PlacementState.PROPOSED
            || there.legs().size() != 1
            || request(there.sessionId()).id().equals(request.id())
            || childOf(there.sessionId()).equals(session.childId())
            || free.contains(there.legs().getFirst().groupId())) {
          continue;
        }
        anew.removePlacement(there.sessionId());
        boolean room =
            groups(anew, request, session.id()).contains(there.legs().getFirst().groupId());
        anew.put(there);
        if (room && elsewhere(anew, there)) {
          expected
              .computeIfAbsent(there.legs().getFirst().groupId(), id -> new HashSet<>())
              .add(there.sessionId());
        } else if (room) {
          seen.merge("blocked for good", 1, Integer::sum);
        }
      }
      Map<String, String> found = new HashMap<>();
      for (Ranked ranked : live.rank(request, session.id(), town.asOf(), Integer.MAX_VALUE, true)) {
        Placement moved = ranked.moved();
        if (moved == null) {
          assertThat(free).contains(ranked.leg().groupId());
        } else {
          found.put(ranked.leg().groupId(), moved.sessionId());
        }
      }
      assertThat(found.keySet()).as("%s %s", town.id(), session.id()).isEqualTo(expected.keySet());
      found.forEach((group, moved) -> assertThat(expected.get(group)).contains(moved));
      seen.merge("chains", found.size(), Integer::sum);
    }

    private boolean elsewhere(Recommender anew, Placement there) {
      Leg leg = there.legs().getFirst();
      Request request = request(there.sessionId());
      CareSession asPlaced =
          request.allSessions(town.from(), town.until()).stream()
              .filter(each -> each.id().equals(there.sessionId()))
              .findFirst()
              .orElseThrow();
      Map<String, @Nullable Object> changes = new HashMap<>();
      changes.put("windows", List.of(new Interval(leg.start(), leg.end())));
      changes.put("parentAway", null);
      CareSession fixed = Copies.with(asPlaced, changes);
      Set<String> groups = new HashSet<>(groups(anew, alone(request, fixed), fixed.id()));
      groups.remove(leg.groupId());
      return !groups.isEmpty();
    }

    private Request request(String sessionId) {
      return Objects.requireNonNull(requestOf.get(sessionId));
    }

    private String childOf(String sessionId) {
      return request(sessionId).allSessions(town.from(), town.until()).stream()
          .filter(each -> each.id().equals(sessionId))
          .findFirst()
          .orElseThrow()
          .childId();
    }

    private Set<String> groups(Recommender recommender, Request request, String sessionId) {
      Set<String> groups = new HashSet<>();
      recommender
          .rank(request, sessionId, town.asOf(), Integer.MAX_VALUE, false)
          .forEach(each -> groups.add(each.leg().groupId()));
      return groups;
    }

    /** One care session, without a limit of price, which the chains leave to the plain scorer. */
    private Request alone(Request request, CareSession session) {
      return Variants.with(
          request,
          request.id(),
          Variants.limits(
              request.limits(), request.limits().maxTravelMinutes(), null, false, false),
          List.of(session));
    }
  }
}
