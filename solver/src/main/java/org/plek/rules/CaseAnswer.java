package org.plek.rules;

import java.util.List;

/**
 * The answer to a {@link LegalCase}.
 *
 * @param leastCaregivers least number of caregivers; 0 where the case is not about a number
 * @param legal whether what the case describes is legal, eligible or required, as its kind asks
 * @param reasons why not, one sentence each; empty when legal or when nothing more can be said
 */
public record CaseAnswer(int leastCaregivers, boolean legal, List<String> reasons) {
  public CaseAnswer {
    reasons = List.copyOf(reasons);
  }

  static CaseAnswer of(boolean legal) {
    return new CaseAnswer(0, legal, List.of());
  }

  /** The answer in the form of a worked example: a number where one is expected. */
  String like(String expected) {
    return expected.chars().allMatch(Character::isDigit)
        ? Integer.toString(leastCaregivers)
        : Boolean.toString(legal);
  }
}
