package org.plek.format;

import tools.jackson.core.JsonGenerator;

/**
 * The writing of one document.
 *
 * @param json where it goes
 * @param full every field is written, also those at their default: the canonical form
 */
record Writing(JsonGenerator json, boolean full) {}
