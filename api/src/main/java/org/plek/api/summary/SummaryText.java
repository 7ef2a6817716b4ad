package org.plek.api.summary;

import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.plek.domain.ConditionalPlacement;
import org.plek.domain.Leg;
import org.plek.offer.RegularUse;
import org.plek.scoring.ConstraintName;

/** The summary as lines of text, and numbers and names as people read them. */
public final class SummaryText {
  private static final int MOST_ROWS = 12;

  private SummaryText() {}

  /** The summary for a terminal, at most 80 columns where names allow. */
  public static String text(Report report) {
    Summary summary = report.summary();
    StringBuilder text = new StringBuilder();
    text.append(headline(summary)).append('\n');
    tallies(text, "tier", summary.tiers());
    tallies(text, "urgency", summary.urgencies());
    tallies(text, "reason", summary.reasons());
    Map<String, Double> figures = summary.figures();
    text.append("\nProviders used ")
        .append(figures.getOrDefault("providersUsed", 0.0).longValue())
        .append(" of ")
        .append(summary.occupancy().size());
    if (figures.containsKey("travelMinutesMedian")) {
      text.append(", median way ")
          .append(figures.get("travelMinutesMedian").longValue())
          .append(" min");
    }
    text.append(", known faces ")
        .append(decimal(figures.getOrDefault("knownFacesPercent", 0.0)))
        .append(" %, split ")
        .append(figures.getOrDefault("split", 0.0).longValue())
        .append(", caregivers called in ")
        .append(hours(15 * report.score().get(ConstraintName.CALLED_IN.ordinal()).amount()))
        .append(" h.\n");
    if (!summary.blockers().isEmpty()) {
      text.append("\nWithout a place because of\n");
      summary.blockers().entrySet().stream()
          .limit(MOST_ROWS)
          .forEach(
              blocker ->
                  text.append(
                      "  %-22s %8s  %s%n"
                          .formatted(
                              blocker.getKey(),
                              count(blocker.getValue()),
                              meaning(blocker.getKey()))));
    }
    List<ConditionalPlacement> conditional = report.plan().conditional();
    if (!conditional.isEmpty()) {
      text.append("\nOf these, places if regular children stay away: ")
          .append(count(conditional.size()))
          .append('\n');
      conditional.stream()
          .limit(MOST_ROWS)
          .forEach(one -> text.append("  ").append(conditional(one)).append('\n'));
      if (conditional.size() > MOST_ROWS) {
        text.append("  and ").append(conditional.size() - MOST_ROWS).append(" more\n");
      }
    }
    if (!report.regularUse().isEmpty()) {
      text.append("\nCome as if they were regular: ")
          .append(count(report.regularUse().size()))
          .append('\n');
      report.regularUse().stream()
          .limit(MOST_ROWS)
          .forEach(use -> text.append("  ").append(regularUse(use)).append('\n'));
      if (report.regularUse().size() > MOST_ROWS) {
        text.append("  and ").append(report.regularUse().size() - MOST_ROWS).append(" more\n");
      }
    }
    text.append("\nScore (lower is better)\n");
    for (Report.ScoreLine line : report.score()) {
      if (line.amount() > 0) {
        text.append(
            "  %-22s %12s%s%n"
                .formatted(
                    line.name(),
                    count(line.amount()),
                    line.name().level() == ConstraintName.Level.HARD
                        ? "  inherited"
                        : "  × " + line.weight()));
      }
    }
    if (!report.inherited().isEmpty()) {
      text.append("\nBroken before plek began: ")
          .append(count(report.inherited().size()))
          .append(" (plek check shows them).\n");
    }
    return text.toString();
  }

  /** A child whose occasional use has become regular, and where a regular place is free. */
  static String regularUse(RegularUse use) {
    String weeks =
        use.weekdays().isEmpty()
            ? ""
            : "for %d weeks in a row (%s) and "
                .formatted(
                    use.weeks(),
                    use.weekdays().stream()
                        .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                        .collect(Collectors.joining(", ")));
    String suits =
        use.suits().isEmpty()
            ? "no regular place for these hours is free"
            : "a regular place for these hours is free with "
                + use.suits().stream()
                    .map(RegularUse.Suit::providerId)
                    .collect(Collectors.joining(", "));
    return "%s with %s %sin %d months in all; %s"
        .formatted(use.childId(), use.providerId(), weeks, use.months(), suits);
  }

  /** A place that hangs on absences: where, when, on how many, and how sure. */
  public static String conditional(ConditionalPlacement one) {
    Leg leg = one.legs().getFirst();
    String needs =
        one.needs().stream()
            .map(
                need ->
                    "%s–%s at least %d of %d"
                        .formatted(
                            need.from().toLocalTime(),
                            need.until().toLocalTime(),
                            need.fewestAbsent(),
                            need.regularChildren()))
            .collect(Collectors.joining(", "));
    return ("%s: %s, %s %s–%s, if regular children stay away (%s); refused on the day with a"
            + " probability of at most %s %%")
        .formatted(
            one.sessionId(),
            leg.groupId(),
            leg.start().toLocalDate(),
            leg.start().toLocalTime(),
            leg.end().toLocalTime(),
            needs,
            String.format(Locale.ROOT, "%.2f", 100 * one.risk()));
  }

  /** One sentence that says it all. */
  static String headline(Summary summary) {
    return "%s of %s care sessions have a place (%s %% of %s hours) from %s, %d days."
        .formatted(
            count(summary.all().served()),
            count(summary.all().asked()),
            decimal(summary.all().servedPercent()),
            hours(summary.all().askedMinutes()),
            summary.from(),
            summary.days());
  }

  private static void tallies(StringBuilder text, String head, List<Tally> tallies) {
    List<Tally> asked = tallies.stream().filter(tally -> tally.asked() > 0).toList();
    if (asked.isEmpty()) {
      return;
    }
    text.append("\n  %-24s %8s %8s %9s%n".formatted(head, "served", "without", "hours %"));
    for (Tally tally : asked.stream().limit(MOST_ROWS).toList()) {
      text.append(
          "  %-24s %8s %8s %9s%n"
              .formatted(
                  words(tally.name()),
                  count(tally.served()),
                  count(tally.unserved()),
                  decimal(tally.servedPercent())));
    }
    if (asked.size() > MOST_ROWS) {
      text.append("  and ").append(asked.size() - MOST_ROWS).append(" more\n");
    }
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String decimal(double number) {
    return String.format(Locale.ROOT, "%,.1f", number);
  }

  static String hours(long minutes) {
    return count(Math.round(minutes / 60.0));
  }

  /** {@code JOB_INTERVIEW} as "Job interview"; other names as they are. */
  static String words(String name) {
    boolean code =
        !name.isEmpty()
            && name.chars().allMatch(c -> c == '_' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')
            && name.length() > 3;
    return code
        ? name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ')
        : name;
  }

  static String meaning(String constraint) {
    for (ConstraintName name : ConstraintName.values()) {
      if (name.name().equals(constraint)) {
        return name.meaning();
      }
    }
    return constraint.equals("NO_OPTION") ? "No provider could ever serve it." : "";
  }
}
