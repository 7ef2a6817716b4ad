package org.plek.recommend;

import org.jspecify.annotations.Nullable;
import org.plek.domain.Leg;
import org.plek.domain.Placement;

/**
 * A way to place one care session, found on the masks.
 *
 * @param leg where and when
 * @param objective weighted soft cost, lower is better; what is the same for every way is left out
 * @param moved a proposed placement that makes room by going elsewhere; absent where there is room
 */
public record Ranked(Leg leg, long objective, @Nullable Placement moved) {}
