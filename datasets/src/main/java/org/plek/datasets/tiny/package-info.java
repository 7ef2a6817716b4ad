/**
 * The tiny hand-made cases, one per constraint, and the command that writes them as files. Door:
 * {@link org.plek.datasets.tiny.TinyFiles}. The expected amounts are worked out by hand and stand
 * in words beside each case; nothing here computes a score.
 */
@NullMarked
package org.plek.datasets.tiny;

import org.jspecify.annotations.NullMarked;
