package org.plek.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who cares for children; counts for the ratio while present.
 *
 * @param id unique in the network (a pseudonym)
 * @param groupId the group where the caregiver works; absent where the provider has one group
 * @param hours rostered hours
 * @param onCall hours in which the caregiver may be called in beyond the roster, where the policy
 *     allows it; never counted as rostered
 * @param counts whether the law counts this person (students and volunteers do not)
 * @param qualifications codes that some laws ask for, e.g. {@code LEVEL_6}, {@code CATEGORY_1}
 */
public record Caregiver(
    String id,
    @Nullable String groupId,
    Schedule hours,
    Schedule onCall,
    boolean counts,
    Set<String> qualifications) {
  public Caregiver {
    qualifications = Set.copyOf(qualifications);
  }

  /** The same, but away on the dates of some closures. */
  Caregiver without(List<Closure> closures) {
    return new Caregiver(
        id, groupId, hours.without(closures), onCall.without(closures), counts, qualifications);
  }
}
