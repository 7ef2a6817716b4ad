package org.plek.api.planning;

import java.util.List;
import org.plek.scoring.plain.Match;

/** The search made a plan that the plain scorer refuses: a fault of plek, never of the input. */
public final class BrokenByPlek extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int MOST_SHOWN = 5;

  BrokenByPlek(List<Match> broken) {
    super(
        "The plan breaks rules at %d places and was thrown away: %s"
            .formatted(
                broken.size(),
                String.join("; ", broken.stream().limit(MOST_SHOWN).map(Match::text).toList())));
  }
}
