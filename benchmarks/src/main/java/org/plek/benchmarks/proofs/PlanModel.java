package org.plek.benchmarks.proofs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plek.benchmarks.proofs.LinearModel.Terms;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;
import org.plek.scoring.fast.SlotRules;

/**
 * The integer program of a problem and its options. Variable {@code o} is 1 when option {@code o}
 * of the table is taken; further variables carry what depends on several placements. Every legal
 * plan of these options is a solution and costs what the plain scorer says, so the least cost, of
 * the program or of any relaxation, is a bound. The program itself is a relaxation in a few places
 * (see {@code benchmarks/docs/bounds.md}); {@link #tighten} cuts off what the rules refuse.
 */
public final class PlanModel {
  /** What is made small. */
  public enum Aim {
    /** The whole objective: weighted unserved care and soft aims. */
    OBJECTIVE,
    /** The sum of the weights of unserved care alone. */
    UNSERVED
  }

  final ProblemIndex index;
  final OptionTable table;
  final Travel travel;
  final RulePacks packs;
  final SlotRules rules;
  final OptionLegs legs;
  final Weights weights;
  final LinearModel linear = new LinearModel();
  private final Aim aim;
  private final boolean[] agreed;
  private final PlaceRows places;
  private final SpreadRows spread;

  private PlanModel(
      ProblemIndex index, RulePacks packs, Travel travel, OptionTable table, Aim aim) {
    this.index = index;
    this.table = table;
    this.travel = travel;
    this.packs = packs;
    this.aim = aim;
    rules = new SlotRules(index, packs, travel, table);
    legs = new OptionLegs(index, table);
    weights = new Weights(index.problem().policy());
    agreed = new boolean[table.sessions()];
    addSessions();
    new FamilyRows(this).add();
    places = new PlaceRows(this);
    places.add();
    new KnownGroupRows(this).add();
    new CarerRows(this).add();
    new EscortRows(this).add();
    spread = new SpreadRows(this);
    spread.add();
  }

  /** The program of the legal plans that take their options from a table of the same problem. */
  public static PlanModel of(
      ProblemIndex index, RulePacks packs, Travel travel, OptionTable table, Aim aim) {
    return new PlanModel(index, packs, travel, table, aim);
  }

  /** The program. */
  public LinearModel linear() {
    return linear;
  }

  /** What is made small. */
  public Aim aim() {
    return aim;
  }

  /** 1 where soft aims count, 0 where only unserved care does. */
  long softUnit() {
    return aim == Aim.OBJECTIVE ? 1 : 0;
  }

  private void addSessions() {
    Problem problem = index.problem();
    long[] published = new long[table.sessions()];
    for (Placement placement : problem.placements()) {
      int s = index.session(placement.sessionId());
      if (s < 0) {
        continue;
      }
      if (placement.agreedAt(problem.asOf())) {
        agreed[s] = true;
      } else if (placement.state() == PlacementState.PROPOSED && !placement.legs().isEmpty()) {
        long days =
            placement.legs().getFirst().start().toLocalDate().toEpochDay()
                - problem.asOf().toLocalDate().toEpochDay();
        published[s] = Math.max(1, 15 - days) * weights.of(ConstraintName.PUBLISHED_CHANGES);
      }
    }
    long unit = aim == Aim.OBJECTIVE ? weights.of(ConstraintName.UNSERVED) : 1;
    for (int o = 0; o < table.options(); o++) {
      linear.addVariable(0, 1, 0);
    }
    for (int s = 0; s < table.sessions(); s++) {
      long unserved = unit * rules.unservedWeight(s);
      long without = unserved + softUnit() * published[s];
      linear.addConstant(without);
      Terms one = new Terms();
      for (int o = table.firstOption(s); o < table.endOption(s); o++) {
        linear.addCost(o, softUnit() * table.cost(o) - without);
        one.plus(1, o);
      }
      linear.addRow(agreed[s] ? 1 : LinearModel.NO_LOWER, one, 1);
    }
  }

  /** The sum of all options of a session. */
  Terms placed(int session, long factor, Terms sum) {
    for (int o = table.firstOption(session); o < table.endOption(session); o++) {
      sum.plus(factor, o);
    }
    return sum;
  }

  /** Providers of an option, one or two. */
  int[] providersOf(int option) {
    int first = table.providerOf(option);
    return table.split(option)
        ? new int[] {first, index.providerOf(table.secondGroup(option))}
        : new int[] {first};
  }

  /** The care session of each option, at most one of which is taken. */
  int[] choices() {
    int[] choices = new int[table.options()];
    Arrays.setAll(choices, legs::sessionOfOption);
    return choices;
  }

  /**
   * Adds what a fractional solution breaks.
   *
   * @return rows added
   */
  int tightenRelaxation(double[] values) {
    int before = linear.rows();
    spread.tighten(values);
    return linear.rows() - before;
  }

  /** The option of each session in a solution, -1 where it has none. */
  int[] chosen(double[] values) {
    int[] chosen = new int[table.sessions()];
    Arrays.fill(chosen, -1);
    for (int o = 0; o < table.options(); o++) {
      if (values[o] > 0.5) {
        chosen[legs.sessionOfOption(o)] = o;
      }
    }
    return chosen;
  }

  /** The placements of a solution. */
  public List<Placement> placements(double[] values) {
    int[] chosen = chosen(values);
    List<Placement> placements = new ArrayList<>();
    for (int s = 0; s < chosen.length; s++) {
      if (chosen[s] >= 0) {
        placements.add(
            new Placement(
                index.sessions().get(s).id(),
                agreed[s] ? agreedState(s) : PlacementState.PROPOSED,
                null,
                table.legs(s, chosen[s])));
      }
    }
    return placements;
  }

  private PlacementState agreedState(int session) {
    String id = index.sessions().get(session).id();
    return index.problem().placements().stream()
        .filter(each -> each.sessionId().equals(id) && each.agreedAt(index.problem().asOf()))
        .map(Placement::state)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Cuts off a solution that breaks a rule or costs more than the program knows.
   *
   * @return rows added; 0 when the program finds nothing wrong
   */
  public int tighten(double[] values) {
    int before = linear.rows();
    new ExactCells(this, places.cells()).add(values);
    spread.tighten(values);
    return linear.rows() - before;
  }

  /**
   * Forbids exactly the children whom a solution has at a provider in a slot: what is legal there
   * depends on them alone.
   */
  public void forbid(double[] values, int provider, int slot) {
    int[] chosen = chosen(values);
    Terms row = new Terms();
    long taken = 0;
    for (int leg : legs.ofGroups(index.firstGroup(provider), index.firstGroup(provider + 1))) {
      if (legs.start(leg) <= slot && slot < legs.end(leg)) {
        boolean here = chosen[legs.session(leg)] == leg >> 1;
        row.plus(here ? -1 : 1, leg >> 1);
        taken += here ? 1 : 0;
      }
    }
    linear.addRow(1 - taken, row, LinearModel.NO_UPPER);
  }
}
