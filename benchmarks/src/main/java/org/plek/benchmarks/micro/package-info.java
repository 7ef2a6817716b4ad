/**
 * JMH micro benchmarks: what one step of the search, one rule pack and one document cost. Each has
 * a gate, also run by the tests, that it measures what it says. Door: {@link
 * org.plek.benchmarks.micro.MicroBenchmarks}.
 */
@NullMarked
package org.plek.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
