package org.plek.rules;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.HouseNorm;

/**
 * What besides the children decides a norm in a slot.
 *
 * @param licensedCapacity licensed capacity of the provider (some laws depend on its size)
 * @param maxChildren most children that the provider allows here
 * @param choices rules chosen where the law leaves the choice, e.g. {@code FR_6}; the pack's
 *     defaults where none is named
 * @param resting the slot lies in planned hours of rest
 * @param threeHourWindow the slot lies in the provider's window of fewer caregivers
 * @param qualifications qualifications of at least one caregiver present
 * @param standIn somebody can stand in within the time that the law asks
 * @param extendedAgreement the provider holds the licence for the exceptional number
 * @param houseNorm a norm stricter than the law, if any
 * @param ownChildren own children of the childminder present, by class of the scheme; they count
 *     besides the children given to the norm
 */
public record Circumstances(
    int licensedCapacity,
    int maxChildren,
    Set<String> choices,
    boolean resting,
    boolean threeHourWindow,
    Set<String> qualifications,
    boolean standIn,
    boolean extendedAgreement,
    @Nullable HouseNorm houseNorm,
    ChildCounts ownChildren) {
  public Circumstances {
    choices = Set.copyOf(choices);
    qualifications = Set.copyOf(qualifications);
  }
}
