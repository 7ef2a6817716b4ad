/**
 * Load on the desk as a user of its interface would make it: the jar is started as a process with
 * an embedded database, and called over loopback in an open loop. Door: {@link
 * org.plek.benchmarks.load.LoadTrial}. Knows nothing of the desk but its HTTP interface.
 */
@NullMarked
package org.plek.benchmarks.load;

import org.jspecify.annotations.NullMarked;
