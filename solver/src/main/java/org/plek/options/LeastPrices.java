package org.plek.options;

import java.util.Arrays;
import org.plek.domain.Timeline;

/**
 * Prices in cents that no leg of a care session undercuts, by provider and slots of presence:
 * worked out when first asked for, since a cross product of providers asks for them very often.
 */
final class LeastPrices {
  private static final int UNKNOWN = -1;

  private final StaticAmounts amounts;
  private final Around around;
  private int session;

  private int[] cents = new int[0];
  private int[] rowOfPlace = new int[0];
  private int rowLength;
  private int rows;

  LeastPrices(StaticAmounts amounts, Around around) {
    this.amounts = amounts;
    this.around = around;
  }

  /** Turns to the care session that the surroundings have turned to. */
  void turnTo(int newSession) {
    session = newSession;
    if (rowOfPlace.length < around.size()) {
      rowOfPlace = new int[2 * around.size()];
    }
    forget(rowLength);
  }

  private void forget(int newRowLength) {
    Arrays.fill(rowOfPlace, UNKNOWN);
    rows = 0;
    rowLength = newRowLength;
  }

  /** Makes room for presence of so many slots. */
  void makeRoom(int slots) {
    if (slots >= rowLength) {
      forget(slots + 1);
    }
  }

  /** Least price of so many slots with the provider at a place. */
  int cents(int place, int slots) {
    int row = rowOfPlace[place];
    int at = (row == UNKNOWN ? addRow(place) : row) * rowLength + slots;
    if (cents[at] == UNKNOWN) {
      int minutes = slots * Timeline.SLOT_MINUTES;
      cents[at] = amounts.leastCents(session, around.provider(place), minutes);
    }
    return cents[at];
  }

  private int addRow(int place) {
    int row = rows++;
    rowOfPlace[place] = row;
    if (rows * rowLength > cents.length) {
      cents = Arrays.copyOf(cents, 2 * rows * rowLength);
    }
    Arrays.fill(cents, row * rowLength, rows * rowLength, UNKNOWN);
    return row;
  }
}
