package org.plek.rules;

import java.util.List;

/** Asks for nothing. */
final class NoNorm implements Norm {
  @Override
  public int caregiversRequired(long counts) {
    return 0;
  }

  @Override
  public int overSize(long counts) {
    return 0;
  }

  @Override
  public int overComposition(long counts) {
    return 0;
  }

  @Override
  public List<Breach> breaches(long counts, int caregivers) {
    return List.of();
  }
}
