/**
 * What a plan asks of the staff: caregivers needed in every quarter of an hour, when each shift
 * starts and ends, and where one more caregiver for one hour would help most. The door is {@link
 * org.plek.staffing.Staffing}; every help it names was applied and checked by the plain rules.
 * Knows nothing of searching.
 */
@NullMarked
package org.plek.staffing;

import org.jspecify.annotations.NullMarked;
