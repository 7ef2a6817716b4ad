package org.plek.domain;

/**
 * When occasional use has become regular, so that a family is shown for through-flow; zero means
 * never by that.
 *
 * @param sameWeekdayWeeks so many weeks in a row on the same weekday with one provider
 * @param months so many calendar months with one provider, in all
 */
public record ThroughFlowRule(int sameWeekdayWeeks, int months) {
  /** Nobody is shown. */
  public static final ThroughFlowRule NONE = new ThroughFlowRule(0, 0);
}
