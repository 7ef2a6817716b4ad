package org.plek.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plek.rules.Clause.Cap;
import org.plek.rules.Clause.Caps;
import org.plek.rules.Clause.FewerCaregivers;
import org.plek.rules.Clause.GroupSize;
import org.plek.rules.Clause.LeastCaregivers;
import org.plek.rules.Clause.LoneCaregiver;
import org.plek.rules.Clause.Ratio;
import org.plek.rules.Clause.Resting;
import org.plek.rules.Clause.StandIn;
import org.plek.rules.Clause.TableRatio;
import org.plek.rules.ProvisionNorm.Rule;

/** Sorts the provisions of a norm by what they limit. */
final class NormParts {
  /** What decides the norm; equal parts make equal norms. */
  final List<Object> identity;

  final Circumstances circumstances;
  final boolean countsCaregivers;
  final boolean person;
  final boolean atLocation;
  final List<Rule<CaregiverRule>> ratios = new ArrayList<>();
  final List<Rule<CaregiverRule>> leasts = new ArrayList<>();
  final List<Rule<OverRule>> sizes = new ArrayList<>();
  final List<Rule<OverRule>> caps = new ArrayList<>();
  @Nullable Rule<CaregiverRule> rest;
  @Nullable Rule<Boolean> window;

  /**
   * @param person one person is the provider and always needed
   * @param tables the tables already worked out
   */
  NormParts(
      List<Provision> provisions,
      Circumstances circumstances,
      boolean countsCaregivers,
      boolean person,
      boolean atLocation,
      Map<TableRatio, CaregiverRule> tables) {
    this.circumstances = circumstances;
    identity =
        List.of(
            provisions,
            countsCaregivers,
            person,
            atLocation,
            circumstances.maxChildren(),
            circumstances.resting(),
            circumstances.threeHourWindow(),
            circumstances.qualifications(),
            circumstances.standIn(),
            circumstances.extendedAgreement(),
            Optional.ofNullable(circumstances.houseNorm()),
            circumstances.ownChildren());
    this.countsCaregivers = countsCaregivers;
    this.person = person;
    this.atLocation = atLocation;
    for (Provision provision : provisions) {
      if (provision.clause() instanceof Clause.ForNorm clause) {
        add(provision, clause, tables);
      }
    }
  }

  private void add(
      Provision provision, Clause.ForNorm clause, Map<TableRatio, CaregiverRule> tables) {
    switch (clause) {
      case TableRatio table ->
          ratios.add(
              new Rule<>(provision, "", tables.computeIfAbsent(table, t -> new RatioTable(t))));
      case Ratio ratio ->
          ratios.add(new Rule<>(provision, "", Ratios.of(ratio, circumstances.qualifications())));
      case Resting wider -> {
        if (circumstances.resting()) {
          rest =
              new Rule<>(
                  provision,
                  "",
                  counts ->
                      Math.max(
                          wider.leastCaregivers(),
                          Ratios.ceil(ChildCounts.total(counts), wider.children())));
        }
      }
      case LeastCaregivers least ->
          leasts.add(
              new Rule<>(
                  provision,
                  "",
                  counts ->
                      ChildCounts.total(counts) >= least.fromChildren() ? least.caregivers() : 0));
      case LoneCaregiver lone -> {
        if (lone.qualifications().stream().noneMatch(circumstances.qualifications()::contains)) {
          leasts.add(new Rule<>(provision, "", counts -> 2));
        }
      }
      case GroupSize size -> addSize(provision, size);
      case Caps mayMind -> addCaps(provision, mayMind);
      case StandIn asked -> {
        if (!circumstances.standIn()) {
          int children = asked.children();
          sizes.add(
              new Rule<>(
                  provision,
                  children + " children without anybody to stand in",
                  counts -> Math.max(0, ChildCounts.total(counts) - children)));
        }
      }
      case FewerCaregivers fewer -> {
        if (circumstances.threeHourWindow()) {
          window = new Rule<>(provision, "", true);
        }
      }
    }
  }

  private void addSize(Provision provision, GroupSize size) {
    int most = size.most();
    int onlyYoungest = size.mostIfOnlyYoungest() == null ? most : size.mostIfOnlyYoungest();
    int youngest =
        size.mostYoungestIfMixed() == null ? Integer.MAX_VALUE : size.mostYoungestIfMixed();
    sizes.add(
        new Rule<>(
            provision,
            "the largest group of " + most,
            counts -> {
              int total = ChildCounts.total(counts);
              int young = ChildCounts.of(counts, 0);
              return young == total
                  ? Math.max(0, total - onlyYoungest)
                  : Math.max(0, Math.max(total - most, young - youngest));
            }));
  }

  private void addCaps(Provision provision, Caps mayMind) {
    boolean extended = circumstances.extendedAgreement();
    if (mayMind.persons() > 1) {
      leasts.add(
          new Rule<>(provision, "", Ratios.persons(mayMind.caps(), extended, mayMind.persons())));
    }
    for (Cap cap : mayMind.caps()) {
      caps.add(
          new Rule<>(
              provision,
              Ratios.limit(cap, extended) * mayMind.persons() + " " + cap.of(),
              Ratios.over(cap, extended, mayMind.persons())));
    }
  }
}
