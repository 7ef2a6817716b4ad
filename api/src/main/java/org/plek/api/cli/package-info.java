/**
 * The command line: verbs that read files, call the doors of the solver and of the data sets, and
 * write files. Door: {@link org.plek.api.cli.Plek}. Data goes to standard output, messages and
 * progress to standard error; output files appear whole or not at all. Holds no rule of childcare
 * and knows neither HTTP nor the store.
 */
@NullMarked
package org.plek.api.cli;

import org.jspecify.annotations.NullMarked;
