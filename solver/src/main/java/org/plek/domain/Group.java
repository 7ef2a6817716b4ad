package org.plek.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Children cared for together (leefgroep, stamgroep).
 *
 * @param id unique in the network
 * @param maxChildren most children at once that the provider allows here
 * @param ages ages accepted here; absent means those of the provider
 * @param opening opening hours of the group; absent means those of the provider
 * @param resting planned hours of rest, where the law has another ratio for them
 * @param threeHourWindow hours in which the provider's plan allows fewer caregivers (Dutch
 *     drie-uursregeling), at most three hours a day
 * @param houseNorm a norm stricter than the law, if any
 * @param regularChildren children with a fixed contract
 */
public record Group(
    String id,
    int maxChildren,
    @Nullable AgeRange ages,
    @Nullable Schedule opening,
    List<WeeklyHours> resting,
    List<WeeklyHours> threeHourWindow,
    @Nullable HouseNorm houseNorm,
    List<RegularChild> regularChildren) {
  public Group {
    resting = List.copyOf(resting);
    threeHourWindow = List.copyOf(threeHourWindow);
    regularChildren = List.copyOf(regularChildren);
  }

  /** The same with other opening hours. */
  public Group open(Schedule hours) {
    return new Group(
        id, maxChildren, ages, hours, resting, threeHourWindow, houseNorm, regularChildren);
  }

  /** The same, but closed on the dates of some closures, and its regular children at home. */
  Group without(List<Closure> closures) {
    return new Group(
        id,
        maxChildren,
        ages,
        opening == null ? null : opening.without(closures),
        resting,
        threeHourWindow,
        houseNorm,
        regularChildren.stream()
            .map(child -> child.own() ? child : child.without(closures))
            .toList());
  }
}
