/**
 * The problems that are measured: seeds of the generator and the real registers, each held to a
 * hash written down beforehand. Door: {@link org.plek.benchmarks.instances.Instances}.
 */
@NullMarked
package org.plek.benchmarks.instances;

import org.jspecify.annotations.NullMarked;
