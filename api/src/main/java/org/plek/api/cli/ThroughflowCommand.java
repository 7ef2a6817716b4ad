package org.plek.api.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plek.domain.ThroughFlowRule;
import org.plek.offer.RegularUse;
import org.plek.offer.ThroughFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plek throughflow}: whose occasional use has become regular, and what would suit. */
@Command(
    name = "throughflow",
    description = {
      "Lists children whose occasional use has become regular by the rule of the policy (the same"
          + " weekday for so many weeks in a row, or so many months), over history and plan"
          + " together, and where a regular place is free for the same hours.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plek throughflow problem.json plan.json",
      "  plek throughflow problem.json plan.json --json",
    })
final class ThroughflowCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ProblemAndPlan documents = new ProblemAndPlan();

  @Option(names = "--json", description = "Print everything as JSON.")
  private boolean json;

  ThroughflowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ProblemAndPlan.Read read = documents.read(console);
    List<RegularUse> uses =
        ThroughFlow.of(read.index(), read.packs(), read.travel(), read.plan().placements());
    ThroughFlowRule rule = read.problem().policy().throughFlow();
    if (json) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("format", "plek-throughflow/1");
      document.put("sameWeekdayWeeks", rule.sameWeekdayWeeks());
      document.put("months", rule.months());
      document.put("uses", uses.stream().map(ThroughflowCommand::document).toList());
      Json.print(console.out(), document);
    } else {
      console.out().print(text(rule, uses));
      console.out().flush();
    }
    return ExitCode.FINE;
  }

  private static Map<String, Object> document(RegularUse use) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("familyId", use.familyId());
    document.put("childId", use.childId());
    document.put("providerId", use.providerId());
    document.put("weekdays", use.weekdays().stream().map(Enum::name).toList());
    document.put("weeks", use.weeks());
    document.put("months", use.months());
    document.put(
        "suits",
        use.suits().stream()
            .map(
                suit -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("providerId", suit.providerId());
                  one.put("travelMinutes", suit.travelMinutes());
                  one.put("places", suit.places());
                  return one;
                })
            .toList());
    return document;
  }

  private static String text(ThroughFlowRule rule, List<RegularUse> uses) {
    if (rule.equals(ThroughFlowRule.NONE)) {
      return "The policy has no rule for through-flow."
          + " Maybe add \"throughFlow\": {\"sameWeekdayWeeks\": 8}.\n";
    }
    StringBuilder text = new StringBuilder();
    text.append(
        uses.size() == 1
            ? "1 child comes as if it were regular.\n"
            : uses.size() + " children come as if they were regular.\n");
    for (RegularUse use : uses) {
      text.append(
          "  child %s (family %s) with %s: "
              .formatted(use.childId(), use.familyId(), use.providerId()));
      if (!use.weekdays().isEmpty()) {
        text.append(
            "%d weeks in a row (%s), "
                .formatted(
                    use.weeks(),
                    use.weekdays().stream().map(Enum::name).collect(Collectors.joining(", "))));
      }
      text.append("%d months%n".formatted(use.months()));
      if (use.suits().isEmpty()) {
        text.append("    no regular place is free for these hours\n");
      }
      for (RegularUse.Suit suit : use.suits()) {
        text.append(
            "    %s has %d free for these hours, %d minutes away%n"
                .formatted(suit.providerId(), suit.places(), suit.travelMinutes()));
      }
    }
    return text.toString();
  }
}
