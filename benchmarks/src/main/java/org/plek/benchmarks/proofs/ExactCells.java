package org.plek.benchmarks.proofs;

import java.util.List;
import org.plek.benchmarks.proofs.LinearModel.Terms;
import org.plek.benchmarks.proofs.PlaceRows.Cell;

/**
 * Where a solution has children in a cell that the law refuses although all inequalities hold, or
 * that cost more than the cost bounds say, the legal numbers of the cell are written out: one
 * variable each, exactly one of them taken.
 */
final class ExactCells {
  private final PlanModel model;
  private final List<Cell> cells;

  ExactCells(PlanModel model, List<Cell> cells) {
    this.model = model;
    this.cells = cells;
  }

  void add(double[] values) {
    for (Cell cell : cells) {
      if (cell.legal().known() && wrong(cell, values)) {
        writeOut(cell);
      }
    }
  }

  private static boolean wrong(Cell cell, double[] values) {
    int[] children = new int[cell.kinds().length];
    for (int k = 0; k < children.length; k++) {
      for (int option : cell.options()[k]) {
        children[k] += values[option] > 0.5 ? 1 : 0;
      }
    }
    List<int[]> points = cell.legal().points;
    for (int i = 0; i < points.size(); i++) {
      if (java.util.Arrays.equals(points.get(i), children)) {
        return cell.cost() >= 0 && values[cell.cost()] < cell.legal().costs.get(i) - 1e-6;
      }
    }
    return true;
  }

  private void writeOut(Cell cell) {
    LegalSet legal = cell.legal();
    Terms one = new Terms();
    Terms[] children = new Terms[cell.kinds().length];
    Terms cost = new Terms();
    for (int k = 0; k < children.length; k++) {
      children[k] = new Terms().plus(-1, cell.options()[k]);
    }
    for (int i = 0; i < legal.points.size(); i++) {
      int taken = model.linear.addVariable(0, 1, 0);
      one.plus(1, taken);
      for (int k = 0; k < children.length; k++) {
        if (legal.points.get(i)[k] > 0) {
          children[k].plus(legal.points.get(i)[k], taken);
        }
      }
      if (legal.costs.get(i) > 0) {
        cost.plus(legal.costs.get(i), taken);
      }
    }
    model.linear.addRow(1, one, 1);
    for (Terms each : children) {
      model.linear.addRow(0, each, 0);
    }
    if (cell.cost() >= 0) {
      model.linear.addRow(LinearModel.NO_LOWER, cost.plus(-1, cell.cost()), 0);
    }
  }
}
