/**
 * Keeps what must not be lost: networks, requests, agreements, events, names, accounts and the
 * audit, in one SQLite file or in a PostgreSQL. Door: {@link org.plek.api.store.Store}. The only
 * room that knows SQL, and the only place where names live. Bodies are JSON text that it does not
 * read; it knows nothing of HTTP, of the engine or of what a state means.
 */
@NullMarked
package org.plek.api.store;

import org.jspecify.annotations.NullMarked;
