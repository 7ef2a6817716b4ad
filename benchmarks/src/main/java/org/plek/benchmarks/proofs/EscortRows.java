package org.plek.benchmarks.proofs;

import java.util.Arrays;
import org.plek.benchmarks.proofs.LinearModel.Terms;

/** Childminders on the way who leave nobody at home: options that clash, two by two. */
final class EscortRows {
  private final PlanModel model;

  EscortRows(PlanModel model) {
    this.model = model;
  }

  void add() {
    for (int g = 0; g < model.index.groups().size(); g++) {
      if (!model.rules.escorts(g)) {
        continue;
      }
      int[] legs = model.legs.ofGroup(g);
      int[] away =
          Arrays.stream(legs)
              .filter(leg -> model.table.escortSide(leg >> 1) == (leg & 1) + 1)
              .toArray();
      for (int leg : away) {
        addClashes(leg, legs);
      }
    }
  }

  private void addClashes(int away, int[] legs) {
    int option = away >> 1;
    int session = model.legs.session(away);
    if (model.rules.escortBroken(session, option)) {
      model.linear.fix(option, 0);
      return;
    }
    // Legs are in the order of the sessions: one row for each other session.
    for (int i = 0; i < legs.length; ) {
      int other = model.legs.session(legs[i]);
      Terms row = new Terms().plus(1, option);
      for (; i < legs.length && model.legs.session(legs[i]) == other; i++) {
        if (other != session
            && near(away, legs[i])
            && model.rules.escortClash(session, option, other, legs[i] >> 1)) {
          row.plus(1, legs[i] >> 1);
        }
      }
      if (row.size() > 1) {
        model.linear.addRow(LinearModel.NO_LOWER, row, 1);
      }
    }
  }

  /** Within a day of each other; ways are shorter. */
  private boolean near(int one, int other) {
    return model.legs.start(one) < model.legs.end(other) + 100
        && model.legs.start(other) < model.legs.end(one) + 100;
  }
}
