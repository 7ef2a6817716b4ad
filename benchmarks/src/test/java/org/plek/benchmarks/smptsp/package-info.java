@NullMarked
package org.plek.benchmarks.smptsp;

import org.jspecify.annotations.NullMarked;
