/**
 * The command line of the benchmarks. Door: {@link org.plek.benchmarks.cli.Benchmarks}, {@code
 * main} of the jar.
 */
@NullMarked
package org.plek.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
