/**
 * From a problem to a plan that may leave the house: options, search, check by the plain scorer,
 * reasons for what has no place, figures. Door: {@link org.plek.api.planning.PlanMaker}, for the
 * command line and for jobs alike. Decides nothing itself and knows no file, request or store.
 */
@NullMarked
package org.plek.api.planning;

import org.jspecify.annotations.NullMarked;
