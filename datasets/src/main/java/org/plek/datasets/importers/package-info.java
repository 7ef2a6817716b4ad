/**
 * Reads registers of providers. Door: {@link org.plek.datasets.importers.Importers}. Every row is
 * imported or reported, every value that was not taken as it stands is noted with its row; what the
 * registers do not hold (groups, staff, ages) is made by the generator and called modelled. Knows
 * the generator's site builder, nothing of requests.
 */
@NullMarked
package org.plek.datasets.importers;

import org.jspecify.annotations.NullMarked;
