package org.plek.cost;

import java.math.BigDecimal;

/**
 * One line of a price or a bill.
 *
 * @param what what it is for
 * @param quantity how much
 * @param unit of what
 * @param cents amount in cents, negative where it lessens the price
 * @param source where the figure comes from: provider and first date of the tariff, scheme or
 *     programme
 */
public record Line(What what, BigDecimal quantity, Unit unit, BigDecimal cents, String source) {

  /** What a line is for. */
  public enum What {
    /** Hours of care, or a share of the day rate. */
    CARE,
    /** A stay, whatever its length (the way of a home carer). */
    VISIT,
    /** What lifts a stay to the least charge. */
    MINIMUM,
    /** Fee of the agency by the hour. */
    AGENCY_HOURS,
    /** Fee of the agency by the month, or the part of it that one option bears. */
    AGENCY_MONTH,
    /** Hours that a scheme pays. */
    FUNDED,
    /** Share that a subsidy pays. */
    SUBSIDY,
    /** What the programme of the family pays. */
    PROGRAMME,
    /** What rounding adds or takes. */
    ROUNDING
  }

  /** Of what a line counts. */
  public enum Unit {
    /** Hours of one child. */
    CHILD_HOUR,
    /** Full days of an income tariff. */
    DAY_RATE,
    /** Stays. */
    STAY,
    /** Calendar months. */
    MONTH,
    /** Parts of one. */
    SHARE
  }
}
