package org.plek.domain;

import java.util.List;

/**
 * The forms in which a provider sells care.
 *
 * @param minMinutes shortest stay, 0 for none
 * @param maxMinutes longest stay, 0 for none
 * @param blocks fixed blocks (half days); when not empty the family buys one block or consecutive
 *     blocks, and presence inside them must be covered by one continuous run of blocks
 */
public record SessionForm(int minMinutes, int maxMinutes, List<TimeRange> blocks) {
  /** Any form. */
  public static final SessionForm ANY = new SessionForm(0, 0, List.of());

  public SessionForm {
    blocks = List.copyOf(blocks);
  }
}
