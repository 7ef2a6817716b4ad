/**
 * Planning runs over live networks: queued, made beside the desk, kept, compared, explained, and
 * applied as proposals. Door: {@link org.plek.api.runs.Runs}. A run takes the network as it was
 * when it was asked for and never blocks who reads or writes; knows no HTTP and no SQL.
 */
@NullMarked
package org.plek.api.runs;

import org.jspecify.annotations.NullMarked;
