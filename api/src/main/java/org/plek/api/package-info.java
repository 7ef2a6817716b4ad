/** Placeholder text. */
@org.jspecify.annotations.NullMarked
package org.plek.api;
