/**
 * Who somebody is and what they may do: local accounts, API keys, signed-in sessions, tokens of an
 * OpenID Connect provider, roles. Door: {@link org.plek.api.access.Access}. Knows the store's shelf
 * of accounts; nothing of HTTP, and nothing of what the objects are about.
 */
@NullMarked
package org.plek.api.access;

import org.jspecify.annotations.NullMarked;
