/**
 * Starts plek on a Java that can run it. Compiled for Java 8, so that an older Java gives an answer
 * instead of a class file error. Door: {@link org.plek.api.launch.Launcher}, the main class of the
 * jar. Knows no other room: it reaches the command line by name, after the version is known.
 */
@NullMarked
package org.plek.api.launch;

import org.jspecify.annotations.NullMarked;
