/**
 * Makes networks, regular occupancy, families and requests from a seed. Doors: {@link
 * org.plek.datasets.generator.Generator} over any network, {@link
 * org.plek.datasets.generator.SyntheticNetwork} without a register, {@link
 * org.plek.datasets.generator.SiteBuilder} for one provider. The same seed gives the same bytes:
 * nothing here walks through a hash set or map. Knows domain and rules, not where sites come from.
 */
@NullMarked
package org.plek.datasets.generator;

import org.jspecify.annotations.NullMarked;
