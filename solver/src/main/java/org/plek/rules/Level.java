package org.plek.rules;

/** Where a law counts children and caregivers. */
public enum Level {
  /** In each group. */
  GROUP,
  /** Over all groups of a location together (Flanders from 2027). */
  LOCATION
}
