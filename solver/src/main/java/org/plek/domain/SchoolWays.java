package org.plek.domain;

import org.jspecify.annotations.Nullable;

/**
 * The school at either end of a care session: whoever takes the child fetches it there at the start
 * or brings it there at the end.
 *
 * @param fetchedAt school where the child is at the start; absent if the family brings it
 * @param broughtTo school where the child must be at the end; absent if the family fetches it
 */
public record SchoolWays(@Nullable Point fetchedAt, @Nullable Point broughtTo) {
  /** No school at either end. */
  public static final SchoolWays NONE = new SchoolWays(null, null);
}
