package org.plek.api.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plek.datasets.generator.Generator;
import org.plek.datasets.generator.GeneratorParameters;
import org.plek.datasets.generator.SyntheticProblem;
import org.plek.datasets.generator.Town;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.format.ProblemJson;
import org.plek.rules.RulePacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plek generate}: families and requests around a network. */
@Command(
    name = "generate",
    description = {
      "Makes families and their requests around a network, imported or invented.",
      "What is published and what is modelled is told in datasets/docs/generator.md."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plek generate network.json.gz --sessions 10000 --seed 1 -o problem.json.gz",
      "  plek generate --town Mechelen --groups 40 --sessions 600 -o town.json",
    })
final class GenerateCommand implements Callable<Integer> {
  private static final double HOME_KILOMETRES = 6;

  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "NETWORK",
      description =
          "A network (see import) or problem file, - for standard input; its own"
              + " requests are replaced. Without it, a network is invented around --town.")
  private @Nullable String networkPlace;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "PROBLEM",
      description = "Where the problem goes, - (the default) for standard output.")
  private String place = Output.STANDARD;

  @Option(
      names = "--sessions",
      paramLabel = "N",
      description = "Care sessions, exactly. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1000")
  private int sessions;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of all chance. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private long seed;

  @Option(names = "--id", paramLabel = "NAME", description = "Name of the problem.")
  private @Nullable String id;

  @Option(
      names = "--town",
      paramLabel = "NAME",
      split = ",",
      description = "Town around which providers are invented; repeat for several.")
  private List<String> towns = new ArrayList<>();

  @Option(
      names = "--groups",
      paramLabel = "N",
      description = "Groups of invented providers in all. Default: ${DEFAULT-VALUE}.",
      defaultValue = "50")
  private int groups;

  @Option(
      names = "--occupancy",
      paramLabel = "SHARE",
      description =
          "Regular children per licensed place of invented providers, 0 to 1."
              + " Default: ${DEFAULT-VALUE}.",
      defaultValue = "0.85")
  private double occupancy;

  @Option(
      names = "--staffed",
      paramLabel = "SHARE",
      description =
          "Share of invented daycare groups with staff for all their places, 0 to 1."
              + " Default: ${DEFAULT-VALUE}.",
      defaultValue = "0.5")
  private double staffedShare;

  @Mixin private RulesOption rules = new RulesOption();

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Output.requireWritable(place);
    if (sessions < 1 || groups < 1) {
      throw Stop.wrongUse("--sessions and --groups count from 1.");
    }
    if (networkPlace == null == towns.isEmpty()) {
      throw Stop.wrongUse("Give either a network file or --town. Towns are " + townNames() + ".");
    }
    RulePacks packs = rules.packs();
    Problem problem = networkPlace == null ? invented(packs) : around(networkPlace, packs);
    Output.write(place, console, out -> ProblemJson.write(problem, out));
    ProblemIndex index = new ProblemIndex(problem);
    console
        .err()
        .printf(
            "%s: %d providers with %d groups, %d families, %d requests, %d care sessions from %s,"
                + " %d days%n",
            problem.id(),
            problem.providers().size(),
            index.groups().size(),
            problem.families().size(),
            problem.requests().size(),
            index.sessions().size(),
            problem.from(),
            problem.days());
    return ExitCode.FINE;
  }

  private Problem around(String network, RulePacks packs) throws IOException {
    Problem base = new Input(console).problem(network, packs);
    if (base.providers().isEmpty()) {
      throw Stop.invalidInput(network + " holds no provider. Maybe it is not a network.");
    }
    GeneratorParameters parameters =
        new GeneratorParameters(
            id == null ? base.id() + "-" + sessions : id,
            base.zone(),
            base.asOf(),
            base.from(),
            base.days(),
            base.rulePack(),
            base.policy(),
            sessions,
            HOME_KILOMETRES);
    return new Generator(parameters, seed).generate(base.providers());
  }

  private Problem invented(RulePacks packs) {
    List<Town> chosen = new ArrayList<>();
    for (String name : towns) {
      chosen.add(
          Town.ALL.stream()
              .filter(town -> town.name().equalsIgnoreCase(name.strip()))
              .findFirst()
              .orElseThrow(
                  () -> Stop.wrongUse("Unknown town " + name + ". Maybe one of " + townNames())));
    }
    long english = chosen.stream().filter(town -> town.rulePack().equals("EN")).count();
    if (english > 0 && english < chosen.size()) {
      throw Stop.wrongUse("Towns of one problem share one time zone. Maybe leave out the English.");
    }
    ZoneId zone = ZoneId.of(english > 0 ? "Europe/London" : "Europe/Brussels");
    String name = id == null ? chosen.getFirst().name() : id;
    return SyntheticProblem.of(
        name, chosen, zone, groups, sessions, occupancy, staffedShare, packs::pack, seed);
  }

  private static String townNames() {
    return Town.ALL.stream().map(Town::name).collect(Collectors.joining(", "));
  }
}
