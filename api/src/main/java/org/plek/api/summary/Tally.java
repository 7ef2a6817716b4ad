package org.plek.api.summary;

/**
 * Care asked and served by one way of looking at it.
 *
 * @param name what is counted: a tier, an urgency, a reason, an hour
 * @param served care sessions with a place
 * @param unserved care sessions without
 * @param servedMinutes minutes of care given a place
 * @param unservedMinutes minutes of care without
 */
public record Tally(
    String name, long served, long unserved, long servedMinutes, long unservedMinutes) {

  /** Care sessions asked. */
  public long asked() {
    return served + unserved;
  }

  /** Minutes of care asked. */
  public long askedMinutes() {
    return servedMinutes + unservedMinutes;
  }

  /** Share of the minutes asked that is served, 0 to 100; 100 where nothing is asked. */
  public double servedPercent() {
    return askedMinutes() == 0 ? 100 : 100.0 * servedMinutes / askedMinutes();
  }

  Tally plus(boolean placed, int minutes) {
    return placed
        ? new Tally(name, served + 1, unserved, servedMinutes + minutes, unservedMinutes)
        : new Tally(name, served, unserved + 1, servedMinutes, unservedMinutes + minutes);
  }

  static Tally empty(String name) {
    return new Tally(name, 0, 0, 0, 0);
  }
}
