/**
 * The law as dated data. Door: {@link org.plek.rules.RulePacks}. A pack resolves to norms for a
 * kind of care, a level of counting, a date and the circumstances of a slot; engines see only
 * numbers of children per class. Knows domain, nothing of options, scores or search.
 */
@NullMarked
package org.plek.rules;

import org.jspecify.annotations.NullMarked;
