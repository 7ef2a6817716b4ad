package org.plek.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a family asks of continuity.
 *
 * @param standInFor provider who is away; only one whom the child knows may take it. Absent when
 *     the request is not for a stand-in
 * @param secondGroup written consent to a second group with the same provider
 */
public record Continuity(@Nullable String standInFor, boolean secondGroup) {
  /** Neither a stand-in nor consent. */
  public static final Continuity NONE = new Continuity(null, false);
}
