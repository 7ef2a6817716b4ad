package org.plek.offer;

/**
 * Free places of one area at one time; names no provider and no child.
 *
 * @param area code of the area; {@code -} for providers that name none
 * @param providers providers of the kind that accept the age, full ones included
 * @param withPlace of these, those with at least one free place for the whole time
 * @param places free places for children of the age for the whole time
 */
public record AreaPlaces(String area, int providers, int withPlace, int places) {}
