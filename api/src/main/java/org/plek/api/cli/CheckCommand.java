package org.plek.api.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plek.api.summary.Report;
import org.plek.domain.Plan;
import org.plek.domain.Problem;
import org.plek.format.ProblemJson;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;
import org.plek.scoring.plain.CheckReport;
import org.plek.scoring.plain.Checker;
import org.plek.scoring.plain.ConditionalPlaces;
import org.plek.scoring.plain.Match;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plek check}: whether a plan is legal, and what its score is made of. */
@Command(
    name = "check",
    description = {
      "Tells whether a plan is legal, from the two files alone, by the rule book and not by the"
          + " search. What regular children and agreed care break already is inherited, and told"
          + " apart from what the plan breaks.",
      "Ends with exit code 5 when the plan breaks a rule, or lists a place that hangs on the"
          + " absence of regular children at a greater risk than the policy accepts or the plan"
          + " states."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plek check problem.json plan.json",
      "  plek solve problem.json --time 10s | plek check problem.json - --json",
    })
final class CheckCommand implements Callable<Integer> {
  private static final int MOST_SHOWN = 25;

  private final Console console;

  @Mixin private ProblemAndPlan documents = new ProblemAndPlan();

  @Option(names = "--all", description = "Show every breach, not the first " + MOST_SHOWN + ".")
  private boolean all;

  @Option(names = "--json", description = "Print everything as JSON.")
  private boolean json;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ProblemAndPlan.Read read = documents.read(console);
    boolean sameProblem =
        read.plan().provenance().problemHash().equals(ProblemJson.hash(read.problem()));
    if (!sameProblem) {
      console
          .err()
          .println(
              "plek: warning: the plan was made from another state of the problem (its hash"
                  + " differs).");
    }
    CheckReport report =
        Checker.check(read.index(), read.packs(), read.travel(), read.plan().placements());
    List<String> conditional = conditional(read);
    List<Report.ScoreLine> score = score(read.problem(), report);
    if (json) {
      Json.print(console.out(), document(read.plan(), sameProblem, report, conditional, score));
    } else {
      text(read.plan(), report, conditional, score);
    }
    return report.legal() && conditional.isEmpty() ? ExitCode.FINE : ExitCode.RULE_BROKEN;
  }

  /** What is wrong with the places that hang on absences. */
  private static List<String> conditional(ProblemAndPlan.Read read) {
    Plan plan = read.plan();
    return plan.conditional().isEmpty()
        ? List.of()
        : new ConditionalPlaces(read.index(), read.packs(), read.travel(), plan.placements())
            .faults(plan.conditional());
  }

  private static List<Report.ScoreLine> score(Problem problem, CheckReport report) {
    Weights weights = new Weights(problem.policy());
    List<Report.ScoreLine> lines = new ArrayList<>();
    for (ConstraintName name : ConstraintName.values()) {
      lines.add(new Report.ScoreLine(name, report.score().amount(name), weights.of(name)));
    }
    return lines;
  }

  private static Map<String, Object> document(
      Plan plan,
      boolean sameProblem,
      CheckReport report,
      List<String> conditional,
      List<Report.ScoreLine> score) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", "plek-check/1");
    document.put("legal", report.legal());
    document.put("madeFromThisProblem", sameProblem);
    document.put("placements", plan.placements().size());
    document.put("unplaced", plan.unplaced().size());
    if (!plan.conditional().isEmpty()) {
      document.put("conditional", plan.conditional().size());
      document.put("conditionalFaults", conditional);
    }
    document.put("caused", report.caused().stream().map(Breaches::document).toList());
    document.put("inherited", report.inherited().stream().map(Breaches::document).toList());
    document.put("score", SummaryDocument.score(score));
    return document;
  }

  private void text(
      Plan plan, CheckReport report, List<String> conditional, List<Report.ScoreLine> score) {
    StringBuilder text = new StringBuilder();
    text.append(
        report.legal()
            ? "Legal: the plan breaks no rule."
            : "Not legal: the plan breaks rules at %,d places.".formatted(report.caused().size()));
    text.append(
        " %,d placements, %,d care sessions without a place.%n"
            .formatted(plan.placements().size(), plan.unplaced().size()));
    if (!plan.conditional().isEmpty()) {
      text.append(
          "%,d of these have a place if regular children stay away, %s%n"
              .formatted(
                  plan.conditional().size(),
                  conditional.isEmpty()
                      ? "each within the risk that the policy accepts."
                      : "with faults:"));
      conditional.forEach(fault -> text.append("  ").append(fault).append('\n'));
    }
    breaches(text, "Broken by the plan", report.caused());
    breaches(text, "Inherited from regular children and agreed care", report.inherited());
    text.append("\nScore (lower is better)\n");
    for (Report.ScoreLine line : score) {
      if (line.amount() > 0) {
        text.append(
            String.format(
                Locale.ROOT,
                "  %-22s %-6s %,14d%s%n",
                line.name(),
                line.name().level().name().toLowerCase(Locale.ROOT),
                line.amount(),
                line.weight() > 0 ? "  × " + line.weight() : ""));
      }
    }
    console.out().print(text);
    console.out().flush();
  }

  private void breaches(StringBuilder text, String title, List<Match> matches) {
    if (matches.isEmpty()) {
      return;
    }
    text.append('\n').append(title).append(": ").append(matches.size()).append('\n');
    matches.stream()
        .limit(all ? Integer.MAX_VALUE : MOST_SHOWN)
        .forEach(match -> text.append("  ").append(match.text()).append('\n'));
    if (!all && matches.size() > MOST_SHOWN) {
      text.append("  and ").append(matches.size() - MOST_SHOWN).append(" more (--all)\n");
    }
  }
}
