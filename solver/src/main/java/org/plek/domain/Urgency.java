package org.plek.domain;

/** How soon care must start. */
public enum Urgency {
  /** Hours or days, often without settling in; may use kept-free places. */
  URGENT,
  /** Within two weeks. */
  SOON,
  /** Known longer ahead. */
  PLANNED
}
