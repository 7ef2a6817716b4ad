package org.plek.rules;

import java.util.List;

/**
 * The numbers of one law in one set of circumstances, as functions of the children present by class
 * ({@link ChildCounts}); own children of the circumstances are added inside. Cheap, no allocation,
 * defined for any counts. Equal norms are the same functions.
 */
public interface Norm {
  /** Caregivers required where no number suffices. */
  int IMPOSSIBLE = 99;

  /** No law, such as that of a group which counts together with others. */
  Norm NONE = new NoNorm();

  /** Least number of caregivers, 0 when nobody is present, {@link #IMPOSSIBLE} at most. */
  int caregiversRequired(long counts);

  /** Children over the largest group that law and house allow for these ages, at least 0. */
  int overSize(long counts);

  /** Sum over the composition caps of the children over each cap, at least 0. */
  int overComposition(long counts);

  /** What is broken with this many caregivers, empty when legal; for people. */
  List<Breach> breaches(long counts, int caregivers);

  /**
   * A broken clause.
   *
   * @param clauseId id of the clause in its pack
   * @param article where the law says it
   * @param text one English sentence with the numbers
   */
  record Breach(String clauseId, String article, String text) {}
}
