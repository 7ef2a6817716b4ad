package org.plek.options;

/** Limits that keep the table small; what they drop is counted in {@link DropReport}. */
public enum Limit {
  /** Groups of providers further away than those that already serve the session. */
  PROVIDERS_PER_SESSION("groups beyond the most providers per care session"),
  /** Groups of home carers whose own way to the family's home is too long. */
  HOME_CARER_WAY("home carers too far from the family's home"),
  /** Legal start times beyond those spread over the window, summed over groups and dates. */
  STARTS_PER_GROUP("start times beyond the most per group and date"),
  /** Options of two legs beyond the cheapest; a pair left out unseen as dearer counts one. */
  SPLITS_PER_SESSION("options of two legs beyond the cheapest");

  private final String meaning;

  Limit(String meaning) {
    this.meaning = meaning;
  }

  /** What is counted, for people. */
  public String meaning() {
    return meaning;
  }
}
