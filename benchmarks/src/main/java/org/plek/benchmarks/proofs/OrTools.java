package org.plek.benchmarks.proofs;

import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.ModelBuilderHelper;
import com.google.ortools.modelbuilder.ModelSolverHelper;
import com.google.ortools.modelbuilder.SolveStatus;

/** Solves a {@link LinearModel} with one of the solvers in OR-Tools. */
public final class OrTools {
  /** A solver. */
  public enum Method {
    /** Branch and cut (HiGHS); costs are whole, so a gap under 1 is none. */
    HIGHS(true, "highs", "mip_rel_gap=0, mip_abs_gap=0.9"),
    /** Clause learning over whole numbers (CP-SAT). */
    SAT(true, "sat", "num_workers: 2"),
    /** Simplex on the linear relaxation. */
    GLOP(false, "glop", ""),
    /** First-order method on the linear relaxation, approximate. */
    PDLP(false, "pdlp", within("1e-3")),
    /** The same, looser still: a bound somewhat lower in a fraction of the time. */
    PDLP_LOOSE(false, "pdlp", within("1e-2"));

    private final boolean whole;
    private final String solver;
    private final String parameters;

    private static String within(String relative) {
      return "termination_criteria { simple_optimality_criteria { eps_optimal_absolute: 1e-2"
          + " eps_optimal_relative: %s } }".formatted(relative);
    }

    Method(boolean whole, String solver, String parameters) {
      this.whole = whole;
      this.solver = solver;
      this.parameters = parameters;
    }
  }

  /**
   * What a solver found.
   *
   * @param proven whether the solver claims that nothing is better
   * @param values value of each variable; empty without a solution
   * @param duals dual value of each row, for a linear relaxation; else empty
   * @param cost cost of the values, the constant included
   * @param bound the solver's own lower bound, as good as its tolerances
   */
  public record Answer(boolean proven, double[] values, double[] duals, double cost, double bound) {
    /** Whether there is a solution. */
    public boolean found() {
      return values.length > 0;
    }
  }

  private OrTools() {}

  /** Name and version of a solver for people. */
  public static String name(Method method) {
    return (method == Method.HIGHS ? "HiGHS 1.12.0" : method.name())
        + " in OR-Tools "
        + com.google.ortools.init.OrToolsVersion.getVersionString();
  }

  /**
   * Solves on one thread.
   *
   * @param seconds most time
   * @param hint values to start from, empty for none; solvers may ignore it
   */
  public static Answer solve(LinearModel model, Method method, double seconds, double[] hint) {
    Loader.loadNativeLibraries();
    ModelBuilderHelper builder = builder(model, method.whole);
    for (int v = 0; v < hint.length; v++) {
      builder.addHint(v, hint[v]);
    }
    ModelSolverHelper solver = new ModelSolverHelper(method.solver);
    try {
      if (!solver.solverIsSupported()) {
        throw new IllegalStateException(
            method + " is not in this build of OR-Tools. Maybe take another version.");
      }
      solver.setTimeLimitInSeconds(seconds);
      if (!method.parameters.isEmpty()) {
        solver.setSolverSpecificParameters(method.parameters);
      }
      solver.solve(builder);
      SolveStatus status = solver.hasResponse() ? solver.getStatus() : SolveStatus.UNKNOWN_STATUS;
      if (status == SolveStatus.INFEASIBLE) {
        throw new IllegalStateException(
            "The program has no solution. Maybe a row cuts off what is agreed.");
      }
      if (!solver.hasSolution()) {
        return new Answer(false, new double[0], new double[0], 0, Double.NEGATIVE_INFINITY);
      }
      double[] values = new double[model.variables()];
      for (int v = 0; v < values.length; v++) {
        values[v] = solver.getVariableValue(v);
      }
      double[] duals = new double[method.whole ? 0 : model.rows()];
      for (int r = 0; r < duals.length; r++) {
        duals[r] = solver.getDualValue(r);
      }
      return new Answer(
          status == SolveStatus.OPTIMAL,
          values,
          duals,
          solver.getObjectiveValue(),
          method.whole ? solver.getBestObjectiveBound() : solver.getObjectiveValue());
    } finally {
      solver.delete();
      builder.delete();
    }
  }

  private static ModelBuilderHelper builder(LinearModel model, boolean whole) {
    ModelBuilderHelper builder = new ModelBuilderHelper();
    for (int v = 0; v < model.variables(); v++) {
      builder.addVar();
      builder.setVarLowerBound(v, model.lower(v));
      builder.setVarUpperBound(v, model.upper(v));
      builder.setVarIntegrality(v, whole);
      builder.setVarObjectiveCoefficient(v, model.cost(v));
    }
    builder.setObjectiveOffset(model.constant());
    for (int r = 0; r < model.rows(); r++) {
      builder.addLinearConstraint();
      builder.setConstraintLowerBound(r, bound(model.rowLower(r)));
      builder.setConstraintUpperBound(r, bound(model.rowUpper(r)));
      for (int e = model.firstEntry(r); e < model.firstEntry(r + 1); e++) {
        builder.addConstraintTerm(r, model.variableOf(e), model.coefficientOf(e));
      }
    }
    return builder;
  }

  private static double bound(long value) {
    if (value == LinearModel.NO_LOWER) {
      return Double.NEGATIVE_INFINITY;
    }
    return value == LinearModel.NO_UPPER ? Double.POSITIVE_INFINITY : value;
  }
}
