/**
 * Files to run plek on, and what makes them: importers of public registers, a seeded generator,
 * four synthetic towns and tiny hand-made cases. Doors: {@code importers.Importers}, {@code
 * generator.Generator}, {@code generator.SyntheticNetwork}, {@code towns.Towns}. Knows the solver's
 * domain, rules and documents; nothing of search or of the ways in.
 */
@NullMarked
package org.plek.datasets;

import org.jspecify.annotations.NullMarked;
