package org.plek.domain;

/** How firm a placement is. */
public enum PlacementState {
  /** The engine's suggestion, published or not; may move. */
  PROPOSED,
  /** Kept for a family until the hold expires; does not move before. */
  HELD,
  /** Offered to the family; does not move. */
  OFFERED,
  /** Agreed; only a person may cancel it. */
  CONFIRMED
}
