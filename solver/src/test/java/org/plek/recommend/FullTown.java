package org.plek.recommend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.plek.CrowdedTown;
import org.plek.domain.AgeRange;
import org.plek.domain.Copies;
import org.plek.domain.FamilyLimits;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Group;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.SessionForm;
import org.plek.domain.Travel;
import org.plek.domain.Urgency;
import org.plek.options.OptionBuilder;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;

/** A crowded town in which most care has a proposed place already and some families set limits. */
final class FullTown {
  private FullTown() {}

  static Problem of(long seed, RulePacks packs) {
    Problem town =
        choosy(
            limited(CrowdedTown.of(seed, 2, 3, 2, 12), new SplittableRandom(seed)),
            new SplittableRandom(seed));
    ProblemIndex index = new ProblemIndex(town);
    Travel travel = new GreatCircleTravel(town.policy());
    OptionTable table = OptionBuilder.build(index, packs, travel);
    FastState state = new FastState(index, packs, travel, table);
    Tally tally = state.startTally();
    SplittableRandom random = new SplittableRandom(seed);
    List<Placement> placements = new ArrayList<>(town.placements());
    Map<String, Placement> there = new HashMap<>();
    placements.forEach(each -> there.put(each.sessionId(), each));
    for (int s = 0; s < table.sessions(); s++) {
      int options = table.endOption(s) - table.firstOption(s);
      Request request = town.requests().get(index.requestOf(s));
      if (there.containsKey(index.sessions().get(s).id())
          || options == 0
          || request.limits().siblingsTogether()
          || request.limits().allOrNothing()
          || random.nextInt(5) == 0) {
        continue;
      }
      for (int tries = 0; tries < 5; tries++) {
        int option = table.firstOption(s) + random.nextInt(options);
        if (state.tryPlace(s, option, tally)) {
          placements.add(
              new Placement(
                  index.sessions().get(s).id(),
                  PlacementState.PROPOSED,
                  null,
                  table.legs(s, option)));
          break;
        }
      }
    }
    return Copies.with(town, Map.of("placements", placements));
  }

  /** Some providers and groups that take only some ages, at some notice, for some lengths. */
  private static Problem choosy(Problem town, SplittableRandom random) {
    Set<String> taken = new HashSet<>();
    town.placements().forEach(each -> each.legs().forEach(leg -> taken.add(leg.providerId())));
    List<Provider> providers = new ArrayList<>();
    for (Provider provider : town.providers()) {
      Map<String, @Nullable Object> changes = new HashMap<>();
      if (random.nextInt(3) == 0) {
        changes.put("ages", ages(random));
      }
      if (random.nextInt(3) == 0) {
        changes.put("noticeMinutes", 60 * (12 + random.nextInt(48)));
      }
      if (random.nextInt(3) == 0) {
        changes.put(
            "form",
            new SessionForm(30 * random.nextInt(8), 30 * (8 + random.nextInt(16)), List.of()));
      }
      if (random.nextInt(4) == 0) {
        changes.put("acceptedUrgencies", Set.of(Urgency.values()[random.nextInt(3)]));
      }
      if (random.nextInt(4) == 0) {
        List<Group> groups = new ArrayList<>();
        for (Group group : provider.groups()) {
          groups.add(Copies.with(group, Map.of("ages", ages(random))));
        }
        changes.put("groups", groups);
      }
      providers.add(taken.contains(provider.id()) ? provider : Copies.with(provider, changes));
    }
    return Copies.with(town, Map.of("providers", providers));
  }

  private static AgeRange ages(SplittableRandom random) {
    int youngest = random.nextInt(24);
    return new AgeRange(youngest, youngest + 6 + random.nextInt(36));
  }

  private static Problem limited(Problem town, SplittableRandom random) {
    List<Request> requests = new ArrayList<>();
    for (Request request : town.requests()) {
      FamilyLimits limits = request.limits();
      Map<String, @Nullable Object> changes = new HashMap<>();
      if (random.nextInt(6) == 0) {
        changes.put("maxCentsPerHour", 500 + random.nextInt(400));
      }
      if (random.nextInt(6) == 0) {
        changes.put("maxTravelMinutes", 4 + random.nextInt(12));
      }
      requests.add(Copies.with(request, Map.of("limits", Copies.with(limits, changes))));
    }
    return Copies.with(town, Map.of("requests", requests));
  }
}
