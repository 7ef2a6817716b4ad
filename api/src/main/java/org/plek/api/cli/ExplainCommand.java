package org.plek.api.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plek.api.summary.SummaryText;
import org.plek.cost.Line;
import org.plek.domain.ConditionalPlacement;
import org.plek.domain.Plan;
import org.plek.domain.Unplaced;
import org.plek.scoring.plain.Balance;
import org.plek.scoring.plain.Explainer;
import org.plek.scoring.plain.Explanation;
import org.plek.scoring.plain.Match;
import org.plek.scoring.plain.OptionCost;
import org.plek.scoring.plain.ProviderAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plek explain}: why here, and why not there. */
@Command(
    name = "explain",
    description = {
      "Tells why a care session is where it is, and for each of the nearest providers the first"
          + " rule that blocks it there, or what it would cost. Every answer is tried on the plan.",
      "Without --session, tells it of every care session without a place."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plek explain problem.json plan.json --session q000012/s1",
      "  plek explain problem.json plan.json --json",
    })
final class ExplainCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ProblemAndPlan documents = new ProblemAndPlan();

  @Option(names = "--session", paramLabel = "ID", description = "The care session.")
  private @Nullable String session;

  @Option(
      names = "--nearest",
      paramLabel = "N",
      description = "Providers looked at, nearest first. Default: ${DEFAULT-VALUE}.",
      defaultValue = "" + Explainer.NEAREST)
  private int nearest;

  @Option(names = "--json", description = "Print everything as JSON.")
  private boolean json;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (nearest < 1) {
      throw Stop.wrongUse("--nearest counts from 1.");
    }
    ProblemAndPlan.Read read = documents.read(console);
    Explainer explainer =
        new Explainer(read.index(), read.packs(), read.travel(), read.plan().placements());
    if (session == null) {
      unplaced(explainer.unplaced());
      return ExitCode.FINE;
    }
    if (read.index().session(session) < 0) {
      throw Stop.wrongUse(
          "There is no care session "
              + session
              + " in "
              + read.problem().id()
              + ". Maybe one like "
              + (read.index().sessions().isEmpty()
                  ? "none"
                  : read.index().sessions().getFirst().id())
              + ".");
    }
    Explanation explanation = explainer.explain(session, nearest);
    if (json) {
      Json.print(console.out(), document(explanation, conditional(read.plan(), session)));
    } else {
      text(explanation, conditional(read.plan(), session));
    }
    return ExitCode.FINE;
  }

  /** The place of a care session that hangs on absences, if the plan lists one. */
  private static @Nullable ConditionalPlacement conditional(Plan plan, String session) {
    return plan.conditional().stream()
        .filter(one -> one.sessionId().equals(session))
        .findFirst()
        .orElse(null);
  }

  private void unplaced(List<Unplaced> unplaced) {
    if (json) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("format", "plek-explanation/1");
      document.put(
          "unplaced",
          unplaced.stream()
              .map(
                  one ->
                      Map.of(
                          "sessionId", one.sessionId(),
                          "constraint", one.constraint(),
                          "reason", one.reason()))
              .map(TreeMap::new)
              .toList());
      Json.print(console.out(), document);
      return;
    }
    console.out().printf(Locale.ROOT, "%,d care sessions without a place%n", unplaced.size());
    for (Unplaced one : unplaced) {
      console.out().println(one.sessionId() + "  " + one.constraint() + ": " + one.reason());
    }
    console.out().flush();
  }

  private void text(Explanation explanation, @Nullable ConditionalPlacement conditional) {
    StringBuilder text = new StringBuilder(explanation.sessionId());
    ProviderAnswer here = explanation.here();
    if (here == null) {
      text.append(" has no place.\n");
    } else {
      text.append(" is with ").append(Breaches.line(here.legs())).append(".\n  ");
      text.append(words(here)).append('\n');
    }
    if (conditional != null) {
      text.append("  ").append(SummaryText.conditional(conditional)).append('\n');
    }
    for (Balance balance : explanation.balances()) {
      text.append("  ").append(balance.entitlementId()).append(": ");
      text.append(balance.words()).append('\n');
    }
    text.append("\nThe ").append(explanation.nearest().size()).append(" nearest providers\n");
    for (ProviderAnswer answer : explanation.nearest()) {
      text.append("  ").append(answer.providerId()).append(", ");
      text.append(Breaches.line(answer.legs())).append("\n    ");
      text.append(words(answer)).append('\n');
    }
    console.out().print(text);
    console.out().flush();
  }

  private static String words(ProviderAnswer answer) {
    Match blocker = answer.blocker();
    if (blocker != null) {
      return "blocked: " + blocker.text();
    }
    OptionCost cost = answer.cost();
    if (cost == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "fits: price %.2f (%.2f an hour, %.2f a month), way %d min, %s, weighs %,d",
            cost.cents() / 100.0,
            cost.price().centsPerHour() / 100.0,
            cost.monthCents() / 100.0,
            cost.travelMinutes(),
            cost.known() ? "a known face" : "a new face",
            cost.objective()));
    text.append(besides(", deposit of %.2f once", cost.price().depositCents()));
    text.append(besides(", a stay missed without a word %.2f", cost.price().noShowCents()));
    if (!cost.softChange().isEmpty()) {
      text.append(" (");
      text.append(
          String.join(
              ", ",
              cost.softChange().entrySet().stream()
                  .map(change -> "%s %+d".formatted(change.getKey(), change.getValue()))
                  .toList()));
      text.append(')');
    }
    return text.append(
            "; tightest at %s with %d children, %d caregivers needed, %d there"
                .formatted(
                    cost.tightest().toLocalTime(),
                    cost.childrenThere(),
                    cost.caregiversRequired(),
                    cost.caregiversThere()))
        .toString();
  }

  private static String besides(String format, long cents) {
    return cents == 0 ? "" : String.format(Locale.ROOT, format, cents / 100.0);
  }

  private static Map<String, Object> document(
      Explanation explanation, @Nullable ConditionalPlacement conditional) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", "plek-explanation/1");
    document.put("sessionId", explanation.sessionId());
    ProviderAnswer here = explanation.here();
    if (here != null) {
      document.put("here", document(here));
    }
    if (conditional != null) {
      document.put("conditional", document(conditional));
    }
    document.put("nearest", explanation.nearest().stream().map(a -> document(a)).toList());
    if (!explanation.balances().isEmpty()) {
      document.put(
          "balances", explanation.balances().stream().map(ExplainCommand::document).toList());
    }
    return document;
  }

  private static Map<String, Object> document(ConditionalPlacement conditional) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("legs", Breaches.document(conditional.legs()));
    document.put("risk", conditional.risk());
    document.put(
        "needs",
        conditional.needs().stream()
            .map(
                need -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("from", need.from().toString());
                  one.put("until", need.until().toString());
                  one.put("regularChildren", need.regularChildren());
                  one.put("fewestAbsent", need.fewestAbsent());
                  one.put("risk", need.risk());
                  return one;
                })
            .toList());
    return document;
  }

  private static Map<String, Object> document(Balance balance) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("entitlement", balance.entitlementId());
    document.put("holder", balance.holderId());
    if (balance.providerId() != null) {
      document.put("providerId", balance.providerId());
    }
    document.put("measure", balance.measure().name());
    document.put("from", balance.from().toString());
    document.put("until", balance.until().toString());
    document.put("most", balance.most());
    document.put("usedBefore", balance.usedBefore());
    document.put("planned", balance.planned());
    document.put("left", balance.left());
    return document;
  }

  static Map<String, Object> document(Line line) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("what", line.what().name());
    document.put("quantity", line.quantity());
    document.put("unit", line.unit().name());
    document.put("cents", line.cents());
    document.put("source", line.source());
    return document;
  }

  private static Map<String, Object> document(ProviderAnswer answer) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("providerId", answer.providerId());
    document.put("groupId", answer.groupId());
    document.put("legs", Breaches.document(answer.legs()));
    Match blocker = answer.blocker();
    if (blocker != null) {
      document.put("blocker", Breaches.document(blocker));
    }
    OptionCost cost = answer.cost();
    if (cost != null) {
      Map<String, Object> costs = new LinkedHashMap<>();
      costs.put("cents", cost.cents());
      costs.put("centsPerHour", cost.price().centsPerHour());
      costs.put("monthCents", cost.monthCents());
      costs.put("noShowCents", cost.price().noShowCents());
      costs.put("depositCents", cost.price().depositCents());
      costs.put("lines", cost.price().lines().stream().map(line -> document(line)).toList());
      costs.put("travelMinutes", cost.travelMinutes());
      costs.put("known", cost.known());
      costs.put("objective", cost.objective());
      Map<String, Long> changes = new TreeMap<>();
      cost.softChange().forEach((name, change) -> changes.put(name.name(), change));
      costs.put("softChange", changes);
      costs.put("tightest", cost.tightest().toString());
      costs.put("childrenThere", cost.childrenThere());
      costs.put("caregiversRequired", cost.caregiversRequired());
      costs.put("caregiversThere", cost.caregiversThere());
      document.put("cost", costs);
    }
    return document;
  }
}
