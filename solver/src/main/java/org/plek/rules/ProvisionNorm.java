package org.plek.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The norm of some provisions: arrays of small functions, worked through on every call. */
final class ProvisionNorm implements Norm {
  private static final int NOBODY_ALONE = 1;

  /** Where a number comes from; the provision is absent for what the provider itself set. */
  record Rule<T>(@Nullable Provision provision, String says, T rule) {}

  private final List<Object> identity;
  private final long own;
  private final List<Rule<CaregiverRule>> lawRules;
  private final CaregiverRule[] law;
  private final @Nullable Rule<CaregiverRule> rest;
  private final @Nullable Rule<Boolean> window;
  private final CaregiverRule[] leasts;
  private final List<Rule<CaregiverRule>> leastRules;
  private final int houseRatio;
  private final int houseMost;
  private final int maxChildren;
  private final boolean countsCaregivers;
  private final boolean person;
  private final OverRule[] sizes;
  private final List<Rule<OverRule>> sizeRules;
  private final OverRule[] caps;
  private final List<Rule<OverRule>> capRules;

  ProvisionNorm(NormParts parts) {
    identity = parts.identity;
    own = parts.circumstances.ownChildren().packed();
    lawRules = List.copyOf(parts.ratios);
    law = lawRules.stream().map(Rule::rule).toArray(CaregiverRule[]::new);
    rest = parts.rest;
    window = parts.window;
    leastRules = List.copyOf(parts.leasts);
    leasts = leastRules.stream().map(Rule::rule).toArray(CaregiverRule[]::new);
    var house = parts.circumstances.houseNorm();
    Integer ratio = house == null ? null : house.childrenPerCaregiver();
    Integer most = house == null ? null : house.maxChildren();
    houseRatio = ratio == null || parts.atLocation ? Integer.MAX_VALUE : ratio;
    houseMost = most == null || parts.atLocation ? Integer.MAX_VALUE : most;
    maxChildren = parts.atLocation ? Integer.MAX_VALUE : parts.circumstances.maxChildren();
    countsCaregivers = parts.countsCaregivers;
    person = parts.person;
    sizeRules = List.copyOf(parts.sizes);
    sizes = sizeRules.stream().map(Rule::rule).toArray(OverRule[]::new);
    capRules = List.copyOf(parts.caps);
    caps = capRules.stream().map(Rule::rule).toArray(OverRule[]::new);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProvisionNorm norm && identity.equals(norm.identity);
  }

  @Override
  public int hashCode() {
    return identity.hashCode();
  }

  @Override
  public int caregiversRequired(long minded) {
    if (minded == 0) {
      return 0;
    }
    int house =
        houseRatio == Integer.MAX_VALUE ? 0 : Ratios.ceil(ChildCounts.total(minded), houseRatio);
    return Math.max(house, countsCaregivers ? byLaw(minded + own) : 0);
  }

  private int byLaw(long counts) {
    int required = 0;
    for (CaregiverRule rule : law) {
      required = Math.max(required, rule.required(counts));
    }
    if (rest != null) {
      required = Math.min(required, rest.rule().required(counts));
    }
    for (CaregiverRule rule : leasts) {
      required = Math.max(required, rule.required(counts));
    }
    if (window != null) {
      required = Clause.FewerCaregivers.least(required);
    }
    if (person) {
      required = Math.max(required, NOBODY_ALONE);
    }
    return Math.min(required, IMPOSSIBLE);
  }

  @Override
  public int overSize(long minded) {
    if (minded == 0) {
      return 0;
    }
    int over = Math.max(0, ChildCounts.total(minded) - Math.min(maxChildren, houseMost));
    for (OverRule rule : sizes) {
      over = Math.max(over, rule.over(minded + own));
    }
    return over;
  }

  @Override
  public int overComposition(long minded) {
    if (minded == 0) {
      return 0;
    }
    int over = 0;
    for (OverRule rule : caps) {
      over += rule.over(minded + own);
    }
    return over;
  }

  @Override
  public List<Breach> breaches(long minded, int caregivers) {
    List<Breach> breaches = new ArrayList<>();
    if (minded == 0) {
      return breaches;
    }
    int required = caregiversRequired(minded);
    if (required > caregivers) {
      breaches.add(ratioBreach(minded, caregivers, required));
    }
    int total = ChildCounts.total(minded);
    if (total > maxChildren) {
      breaches.add(
          new Breach(
              "MAX_CHILDREN",
              "the provider itself",
              "%s present, the provider allows %d here.".formatted(children(total), maxChildren)));
    }
    if (total > houseMost) {
      breaches.add(
          new Breach(
              "HOUSE_NORM",
              "the provider itself",
              "%s present, the house norm is %d.".formatted(children(total), houseMost)));
    }
    addOver(breaches, sizeRules, minded + own);
    addOver(breaches, capRules, minded + own);
    return breaches;
  }

  private Breach ratioBreach(long minded, int caregivers, int required) {
    int total = ChildCounts.total(minded + own);
    String needed =
        required >= IMPOSSIBLE ? "no number suffices" : "%d required".formatted(required);
    String text =
        "%s with %d caregiver%s, %s%s."
            .formatted(
                children(total),
                caregivers,
                caregivers == 1 ? "" : "s",
                needed,
                window == null ? "" : " in hours of fewer caregivers");
    Provision decisive = decisive(minded, required);
    return decisive == null
        ? new Breach(
            houseRatio == Integer.MAX_VALUE ? "PRESENT" : "HOUSE_NORM", "the provider itself", text)
        : new Breach(decisive.id(), decisive.article(), text);
  }

  /** The provision whose number is the required one, the ratio before the others. */
  private @Nullable Provision decisive(long minded, int required) {
    Provision best = null;
    int most = 0;
    for (List<Rule<CaregiverRule>> rules :
        countsCaregivers ? List.of(lawRules, leastRules) : List.<List<Rule<CaregiverRule>>>of()) {
      for (Rule<CaregiverRule> rule : rules) {
        int number = rule.rule().required(minded + own);
        if (number > most) {
          most = number;
          best = rule.provision();
        }
      }
    }
    boolean house =
        houseRatio != Integer.MAX_VALUE
            && Ratios.ceil(ChildCounts.total(minded), houseRatio) == required
            && most < required;
    return house ? null : best;
  }

  private static void addOver(List<Breach> breaches, List<Rule<OverRule>> rules, long counts) {
    for (Rule<OverRule> rule : rules) {
      int over = rule.rule().over(counts);
      Provision provision = rule.provision();
      if (over > 0 && provision != null) {
        breaches.add(
            new Breach(
                provision.id(),
                provision.article(),
                "%d more than %s.".formatted(over, rule.says())));
      }
    }
  }

  private static String children(int number) {
    return number == 1 ? "1 child" : number + " children";
  }
}
