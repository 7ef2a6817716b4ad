/**
 * The HTTP interface under {@code /api/v1}. Door: {@link org.plek.api.http.HttpDesk}. Every route
 * is one {@code Route}: who may call it, on which object, what it takes and gives; from the same
 * list come the server, the audit and the OpenAPI document. Translates and delegates to jobs; knows
 * no SQL.
 */
@NullMarked
package org.plek.api.http;

import org.jspecify.annotations.NullMarked;
