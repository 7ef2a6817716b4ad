package org.plek.datasets.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plek.domain.BoughtPlaces;
import org.plek.domain.Group;
import org.plek.domain.Policy;
import org.plek.domain.PriorityTier;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Quota;
import org.plek.domain.Reserve;
import org.plek.domain.SearchLimits;
import org.plek.domain.Urgency;

/** Policies for generated networks: tiers for all, reserves only where the base has the room. */
public final class Policies {
  private Policies() {}

  /** Kept-free places for which a synthetic daycare has staff, in its first group. */
  static int keptFreePlaces(String providerId, int groups) {
    return groups > 1 && Math.floorMod(providerId.hashCode(), 6) == 0 ? 1 : 0;
  }

  /**
   * Crisis first, then work and training, then single parents and low incomes; bought places and
   * quotas in a few groups, and kept-free places where staff was made for them.
   *
   * @param keptFree whether the network was made with staff for kept-free places
   */
  public static Policy common(String id, List<Provider> network, boolean keptFree) {
    return new Policy(
        id,
        List.of(
            new PriorityTier("crisis", 8, Set.of("ACUTE_CRISIS"), Set.of(), Set.of(), 1),
            new PriorityTier(
                "work or training",
                4,
                Set.of("JOB_INTERVIEW", "SUDDEN_JOB", "TRAINING"),
                Set.of(),
                Set.of(),
                1),
            new PriorityTier(
                "vulnerable", 2, Set.of(), Set.of(), Set.of("SINGLE_PARENT", "LOW_INCOME"), 1)),
        false,
        Map.of(Urgency.URGENT, 3, Urgency.SOON, 2),
        true,
        Map.of(),
        240,
        false,
        keptFree ? reserves(network, 24 * 60) : List.of(),
        bought(network),
        quotas(network),
        Map.of(),
        1.3,
        SearchLimits.DEFAULT);
  }

  /** The kept-free places for which the synthetic network has staff. */
  public static List<Reserve> reserves(List<Provider> network, int releaseMinutes) {
    List<Reserve> reserves = new ArrayList<>();
    for (Provider provider : network) {
      int places = keptFreePlaces(provider.id(), provider.groups().size());
      if (provider.kind() == ProviderKind.DAYCARE && places > 0) {
        reserves.add(
            new Reserve(
                provider.groups().getFirst().id(),
                places,
                releaseMinutes,
                Staffing.SPARE_AGE_MONTHS));
      }
    }
    return reserves;
  }

  /** A bought place in some groups with two places to spare. */
  public static List<BoughtPlaces> bought(List<Provider> network) {
    List<BoughtPlaces> bought = new ArrayList<>();
    for (Provider provider : network) {
      if (provider.kind() == ProviderKind.DAYCARE
          && Math.floorMod(provider.id().hashCode(), 11) == 5) {
        Group group = provider.groups().getLast();
        if (free(group) >= 2 && provider.groups().size() > 1) {
          bought.add(new BoughtPlaces(group.id(), "EMPLOYER_" + (1 + bought.size() % 3), 1));
        }
      }
    }
    return bought;
  }

  /** Limits on occasional care in some groups. */
  public static List<Quota> quotas(List<Provider> network) {
    List<Quota> quotas = new ArrayList<>();
    for (Provider provider : network) {
      int pick = Math.floorMod(provider.id().hashCode(), 7);
      if (provider.kind() == ProviderKind.DAYCARE && pick == 3) {
        Group group = provider.groups().getLast();
        quotas.add(new Quota(group.id(), Math.max(3, group.maxChildren() / 3), 2, 60));
      } else if (provider.kind() == ProviderKind.DAYCARE && pick == 4) {
        quotas.add(new Quota(provider.groups().getLast().id(), null, null, 70));
      }
    }
    return quotas;
  }

  private static int free(Group group) {
    return group.maxChildren() - group.regularChildren().size();
  }
}
