package org.plek.options;

/**
 * Providers that a family can reach, nearest first.
 *
 * @param providers provider numbers
 * @param toMinutes minutes of the family from home, 0 for a home carer
 * @param backMinutes minutes of the family to home, 0 for a home carer
 * @param groupsBefore groups of all nearer providers; one more entry for those of all
 * @param groupsTooFar groups beyond the family's longest way
 * @param carersTooFar home carers whose own way to the family is too long
 */
record Candidates(
    int[] providers,
    int[] toMinutes,
    int[] backMinutes,
    int[] groupsBefore,
    int groupsTooFar,
    int carersTooFar) {}
