package org.plek.domain;

import java.time.LocalDate;
import java.util.Set;

/**
 * Dates on which no care is given although the place is open: days that a programme leaves out, a
 * sick child that stays home. All conditions must be met; an empty one is met by everybody.
 *
 * @param id unique in the policy; never the reason why a child stays home
 * @param dates the dates; a stay that starts on one is not given
 * @param providers providers where it holds
 * @param programmes programmes of the request for which it holds
 * @param reasons reasons of the request for which it holds
 * @param children children for whom it holds
 */
public record BlackOut(
    String id,
    Dates dates,
    Set<String> providers,
    Set<String> programmes,
    Set<String> reasons,
    Set<String> children) {
  public BlackOut {
    providers = Set.copyOf(providers);
    programmes = Set.copyOf(programmes);
    reasons = Set.copyOf(reasons);
    children = Set.copyOf(children);
  }

  /** Whether a child of a request gets no care with a provider on a date. */
  public boolean concerns(Request request, String childId, String providerId, LocalDate date) {
    return dates.hold(date)
        && (providers.isEmpty() || providers.contains(providerId))
        && (programmes.isEmpty()
            || (request.programme() != null && programmes.contains(request.programme())))
        && (reasons.isEmpty() || reasons.contains(request.reason()))
        && (children.isEmpty() || children.contains(childId));
  }
}
