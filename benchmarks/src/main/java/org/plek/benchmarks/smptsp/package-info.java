/**
 * An external yardstick: instances of the shift minimisation personnel task scheduling problem
 * (Krishnamoorthy, Ernst and Baatar 2012), read as home carers with visits. Door: {@link
 * org.plek.benchmarks.smptsp.Yardstick}. Nothing in the engine knows of it.
 */
@NullMarked
package org.plek.benchmarks.smptsp;

import org.jspecify.annotations.NullMarked;
