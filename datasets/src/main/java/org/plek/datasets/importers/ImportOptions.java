package org.plek.datasets.importers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How to import.
 *
 * @param rulePack rule pack under which groups and staff are made
 * @param region only rows of this region (Polish voivodeship, county of Nebraska, area of a plain
 *     file), whatever the case of its letters; absent for all
 * @param from first date of the horizon for which staff suffices
 * @param days dates in the horizon
 * @param seed seed of all chance
 */
public record ImportOptions(
    String rulePack, @Nullable String region, LocalDate from, int days, long seed) {}
