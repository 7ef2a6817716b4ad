package org.plek.format;

import tools.jackson.core.JsonGenerator;

/**
 * The writing of one document.
 *
 * @param json where it goes
 */
record Writing(JsonGenerator json) {}
