/**
 * Example towns under four laws, and the command that writes their files. Door: {@link
 * org.plek.datasets.towns.Towns}. The towns are real, everything else in them is invented. Knows
 * the generator and the documents, not the importers.
 */
@NullMarked
package org.plek.datasets.towns;

import org.jspecify.annotations.NullMarked;
