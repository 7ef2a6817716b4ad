package org.plek.options;

import java.util.ArrayList;
import java.util.List;
import org.plek.Fixture;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Leg;
import org.plek.domain.ProblemIndex;
import org.plek.rules.RulePacks;

/** Options in words: {@code "Sun 2026-03-02 08:00-12:30"}, legs joined by {@code " > "}. */
final class OptionsOf {
  private OptionsOf() {}

  static OptionTable table(Fixture fixture) {
    ProblemIndex index = fixture.index();
    return OptionBuilder.build(
        index, RulePacks.bundled(), new GreatCircleTravel(index.problem().policy()));
  }

  static Fit fit(Fixture fixture) {
    ProblemIndex index = fixture.index();
    return Fit.of(index, RulePacks.bundled(), new GreatCircleTravel(index.problem().policy()));
  }

  /** The options of the first session. */
  static List<String> options(Fixture fixture) {
    return options(table(fixture), 0);
  }

  static List<String> options(OptionTable table, int session) {
    List<String> said = new ArrayList<>();
    for (int o = table.firstOption(session); o < table.endOption(session); o++) {
      said.add(String.join(" > ", table.legs(session, o).stream().map(OptionsOf::leg).toList()));
    }
    return said;
  }

  private static String leg(Leg leg) {
    String day =
        leg.start().toLocalDate().equals(leg.end().toLocalDate())
            ? ""
            : leg.end().toLocalDate() + " ";
    return leg.providerId()
        + " "
        + leg.start().toLocalDate()
        + " "
        + leg.start().toLocalTime()
        + "-"
        + day
        + leg.end().toLocalTime()
        + (leg.escortMinutes() > 0 ? " (escort " + leg.escortMinutes() + ")" : "");
  }
}
