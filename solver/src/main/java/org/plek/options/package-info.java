/**
 * From each care session to every concrete way to serve it. Door: {@link
 * org.plek.options.OptionBuilder}, which makes an {@link org.plek.options.OptionTable}; {@link
 * org.plek.options.Fit} holds the rules that one session and one group decide between them, for
 * builder and explanations alike. Knows domain, rules and the names and weights of scoring; never
 * the search, and never who else is there.
 */
@NullMarked
package org.plek.options;

import org.jspecify.annotations.NullMarked;
