/**
 * The documents of plek: reads and writes problems ({@link org.plek.format.ProblemJson}) and plans
 * ({@link org.plek.format.PlanJson}) as versioned JSON, and says everything that is wrong with one
 * at once. One declaration per record ({@code ...Shapes}) drives reader, writer, schema and data
 * dictionary. Knows the records and the names of the constraints; never rules, options or search.
 */
@NullMarked
package org.plek.format;

import org.jspecify.annotations.NullMarked;
