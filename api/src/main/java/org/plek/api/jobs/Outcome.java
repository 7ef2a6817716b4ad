package org.plek.api.jobs;

/** How a request ended. */
public enum Outcome {
  /** All care asked is agreed through the desk. */
  PLACED,
  /** The family found care by itself. */
  FOUND_ITSELF,
  /** The family wanted none of what was offered, or no care any more. */
  DECLINED_BY_FAMILY,
  /** No place was found. */
  NO_CAPACITY
}
