package org.plek.scoring.plain;

import java.util.List;

/**
 * What a check found.
 *
 * @param score the score of the whole plan, inherited breaches included; without matches
 * @param caused breaches that the plan makes, or makes worse, by the part that it adds; as a whole
 *     where the law of a slot was broken and more children come
 * @param inherited breaches that regular children and agreed care have already on their own
 */
public record CheckReport(PlainScore score, List<Match> caused, List<Match> inherited) {
  public CheckReport {
    caused = List.copyOf(caused);
    inherited = List.copyOf(inherited);
  }

  /** Whether the plan breaks nothing and makes no breach worse. */
  public boolean legal() {
    return caused.isEmpty();
  }
}
