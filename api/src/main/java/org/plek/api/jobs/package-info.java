/**
 * What the desk does: keeps every network live, holds, offers and confirms, counts need, runs
 * planning. Door: {@link org.plek.api.jobs.Desk}. One writer per network; every change is in the
 * store before it is seen here. Meets the store and the engine; knows nothing of HTTP and sees no
 * names except to pass them on.
 */
@NullMarked
package org.plek.api.jobs;

import org.jspecify.annotations.NullMarked;
