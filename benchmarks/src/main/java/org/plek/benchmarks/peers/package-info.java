/**
 * Everybody who makes a plan from the same options: plek's engine, greedy, and others' solvers with
 * nothing of ours but the score. Door: {@link org.plek.benchmarks.peers.Peers}; {@link
 * org.plek.benchmarks.peers.Judge} scores what they return by the plain scorer.
 */
@NullMarked
package org.plek.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
