package org.plek.options;

/**
 * Providers that a family can reach, nearest first.
 *
 * @param providers provider numbers
 * @param wayMinutes minutes between home and provider by which they are ordered
 * @param groupsTooFar groups beyond the family's longest way
 * @param carersTooFar home carers whose own way to the family is too long
 */
record Candidates(int[] providers, int[] wayMinutes, int groupsTooFar, int carersTooFar) {}
