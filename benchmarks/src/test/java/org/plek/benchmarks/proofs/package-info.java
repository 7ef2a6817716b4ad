@NullMarked
package org.plek.benchmarks.proofs;

import org.jspecify.annotations.NullMarked;
