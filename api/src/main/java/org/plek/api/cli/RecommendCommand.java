package org.plek.api.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Placement;
import org.plek.domain.Plan;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;
import org.plek.recommend.Language;
import org.plek.recommend.Offer;
import org.plek.recommend.Question;
import org.plek.recommend.Recommendation;
import org.plek.recommend.Recommender;
import org.plek.recommend.Refusal;
import org.plek.recommend.SmallestChange;
import org.plek.recommend.Wording;
import org.plek.rules.RulePacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code plek recommend}: where one request can go now, and why not elsewhere. */
@Command(
    name = "recommend",
    description = {
      "Ranks what can be offered for one request, each with its price, way and caregivers, and"
          + " tells why not with the other providers and what smallest change would help."
          + " Everything shown was tried on a copy of the plan."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plek recommend problem.json --plan plan.json --request q000012",
      "  plek recommend problem.json --request - --language nl-BE < request.json",
    })
final class RecommendCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "PROBLEM", description = "Problem file.")
  private String problemPlace = "";

  @Option(
      names = "--plan",
      paramLabel = "PLAN",
      description = "Plan file; what it proposes stands. Without it only what is agreed does.")
  private @Nullable String planPlace;

  @Option(
      names = "--request",
      paramLabel = "ID",
      required = true,
      description = "The request; - for a request document on standard input.")
  private String requestId = "";

  @Option(
      names = "--offers",
      paramLabel = "N",
      description = "Offers at most. Default: ${DEFAULT-VALUE}.",
      defaultValue = "" + Question.MOST_OFFERS)
  private int offers;

  @Option(
      names = "--refusals",
      paramLabel = "N",
      description = "Providers that are refused with a reason, nearest first. Default: 10.",
      defaultValue = "" + Question.MOST_REFUSALS)
  private int refusals;

  @Option(
      names = "--provider",
      paramLabel = "ID",
      description = "A provider of which to say why not, wherever it is. May be repeated.")
  private List<String> providers = new ArrayList<>();

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "en, fr, nl-BE or nl-NL. Default: ${DEFAULT-VALUE}.",
      defaultValue = "en")
  private String language = "en";

  @Option(names = "--json", description = "Print everything as JSON.")
  private boolean json;

  @Mixin private RulesOption rules = new RulesOption();

  RecommendCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Wording wording =
        new Wording(
            Language.of(language)
                .orElseThrow(
                    () ->
                        Stop.wrongUse(
                            "There are no words in "
                                + language
                                + ". Maybe one of en, fr, nl-BE, nl-NL.")));
    if (offers < 1 || refusals < 0) {
      throw Stop.wrongUse("--offers counts from 1, --refusals from 0.");
    }
    RulePacks packs = rules.packs();
    Problem problem = problem(packs);
    Request request = request(problem);
    Recommender recommender =
        new Recommender(problem, packs, new GreatCircleTravel(problem.policy()));
    if (planPlace != null) {
      Plan plan = new Input(console).plan(planPlace, new ProblemIndex(problem));
      problem.placements().forEach(each -> recommender.removePlacement(each.sessionId()));
      plan.placements().forEach(recommender::put);
    }
    for (String provider : providers) {
      if (problem.providers().stream().noneMatch(each -> each.id().equals(provider))) {
        throw Stop.wrongUse("There is no provider " + provider + " in " + problem.id() + ".");
      }
    }
    Question question =
        new Question(
            request, problem.asOf(), offers, refusals, true, new LinkedHashSet<>(providers));
    Recommendation answer;
    try {
      answer = recommender.recommend(question);
    } catch (IllegalArgumentException e) {
      throw Stop.wrongUse(String.valueOf(e.getMessage()));
    }
    if (json) {
      Json.print(console.out(), RecommendationDocument.of(answer, wording));
    } else {
      console.out().print(text(answer, wording));
      console.out().flush();
    }
    return ExitCode.FINE;
  }

  /** The problem, with the request of standard input among its requests if there is one. */
  private Problem problem(RulePacks packs) throws IOException {
    Input input = new Input(console);
    if (!requestId.equals(Output.STANDARD)) {
      return input.problem(problemPlace, packs);
    }
    Input.requireOneStandard(problemPlace, requestId);
    Input.requireFile(problemPlace, "problem");
    JsonMapper mapper = JsonMapper.builder().build();
    JsonNode whole;
    JsonNode asked;
    try (InputStream file = Files.newInputStream(Path.of(problemPlace))) {
      whole = mapper.readTree(file);
      asked = mapper.readTree(console.in());
    } catch (tools.jackson.core.JacksonException e) {
      throw Stop.wrongUse("A document is not JSON: " + e.getOriginalMessage());
    }
    if (!(whole instanceof ObjectNode tree)
        || !(tree.get("requests") instanceof ArrayNode requests)
        || !asked.path("id").isString()) {
      throw Stop.wrongUse(
          "Wanted are a problem and, on standard input, a request with an id. Maybe see the data"
              + " dictionary.");
    }
    requestId = asked.get("id").asString();
    for (int i = requests.size() - 1; i >= 0; i--) {
      if (requests.get(i).path("id").asString("").equals(requestId)) {
        requests.remove(i);
      }
    }
    requests.add(asked);
    return input.problem(
        new ByteArrayInputStream(mapper.writeValueAsBytes(tree)), "the request", packs);
  }

  private Request request(Problem problem) {
    return problem.requests().stream()
        .filter(each -> each.id().equals(requestId))
        .findFirst()
        .orElseThrow(
            () ->
                Stop.wrongUse(
                    "There is no request "
                        + requestId
                        + " in "
                        + problem.id()
                        + ". Maybe one like "
                        + (problem.requests().isEmpty()
                            ? "none"
                            : problem.requests().getFirst().id())
                        + "."));
  }

  private static String text(Recommendation answer, Wording wording) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %d care sessions asked, %d agreed already%n",
            answer.requestId(),
            answer.asked().size(),
            answer.agreed().size()));
    int rank = 1;
    for (Offer offer : answer.offers()) {
      text.append(String.format(Locale.ROOT, "%n%2d. ", rank++));
      text.append(wording.reason(offer)).append('\n');
      for (Placement placement : offer.placements()) {
        text.append("      ").append(placement.sessionId()).append("  ");
        text.append(wording.legs(placement.legs())).append('\n');
      }
    }
    if (answer.offers().isEmpty()) {
      text.append("\nNothing can be offered.\n");
    }
    if (!answer.refusals().isEmpty()) {
      text.append('\n');
    }
    for (Refusal refusal : answer.refusals()) {
      text.append("  - ").append(wording.reason(refusal, answer.asked().size())).append('\n');
      for (SmallestChange change : refusal.changes()) {
        text.append("      ").append(wording.sentence(change)).append('\n');
      }
    }
    if (!answer.notListed().isEmpty()) {
      text.append("\nFurther providers in reach by what blocks first: ");
      text.append(
          String.join(
              ", ",
              answer.notListed().entrySet().stream()
                  .map(entry -> entry.getKey() + " " + entry.getValue())
                  .toList()));
      text.append('\n');
    }
    if (!answer.helpsWhole().isEmpty()) {
      text.append("\nWhat would make the whole request possible\n");
      for (SmallestChange change : answer.helpsWhole()) {
        text.append("  ").append(wording.sentence(change)).append('\n');
        for (Placement placement : change.then()) {
          text.append("      ").append(placement.sessionId()).append("  ");
          text.append(wording.legs(placement.legs())).append('\n');
        }
      }
    }
    return text.toString();
  }
}
