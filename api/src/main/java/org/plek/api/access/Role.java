package org.plek.api.access;

/** What somebody is to the network. */
public enum Role {
  /** A parent; sees and answers for the own family. */
  FAMILY,
  /** A provider; sees and answers for the own site. */
  PROVIDER,
  /** A broker at the desk, for the own areas. */
  BROKER,
  /** Plans a network; sees no names. */
  PLANNER,
  /** Sees totals only. */
  ANALYST,
  /** Sees who did what. */
  AUDITOR,
  /** Keeps accounts and networks; sees no data of children. */
  ADMINISTRATOR,
  /** Files requests for families who agreed to that, and sees how they end. */
  REFERRER
}
