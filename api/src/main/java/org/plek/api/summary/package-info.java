/**
 * What a planner wants to know about a plan: who was served and who was not, how full each provider
 * is, what the score is made of. Door: {@link org.plek.api.summary.Summary}, shown as text and as
 * one self-contained page. Counts what a plan says; decides nothing and knows no file.
 */
@NullMarked
package org.plek.api.summary;

import org.jspecify.annotations.NullMarked;
