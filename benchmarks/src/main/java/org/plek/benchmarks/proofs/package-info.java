/**
 * What no plan can beat. Door: {@link org.plek.benchmarks.proofs.PlanModel}, the integer program of
 * a problem and its options, a relaxation of what {@code scoring.plain} measures. Its optimum is a
 * bound, and a proven optimum when the plain scorer finds its plan legal and worth as much.
 */
@NullMarked
package org.plek.benchmarks.proofs;

import org.jspecify.annotations.NullMarked;
