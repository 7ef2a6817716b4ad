package org.plek.api.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plek.datasets.generator.Policies;
import org.plek.datasets.importers.Import;
import org.plek.datasets.importers.ImportOptions;
import org.plek.datasets.importers.Importers;
import org.plek.domain.Problem;
import org.plek.format.ProblemJson;
import org.plek.rules.RulePacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plek import}: from a register of providers to a network. */
@Command(
    name = "import",
    description = {
      "Reads a register of providers into a network: a problem document without requests.",
      "Every row is read or reported; nothing is lost silently."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plek import poland nurseries.csv --region MAZOWIECKIE --law VL -o network.json.gz",
      "  plek import nebraska roster.csv -o network.json --report rows.txt",
      "  plek import csv providers.csv --law NL -o network.json",
    })
final class ImportCommand implements Callable<Integer> {
  private static final int NOTES_SHOWN = 10;

  /** The registers that can be read. */
  enum Register {
    POLAND,
    NEBRASKA,
    CSV
  }

  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "REGISTER",
      description = "What the file is: poland, nebraska, or csv (plek's own columns).")
  private Register register = Register.CSV;

  @Parameters(index = "1", paramLabel = "FILE", description = "The file.")
  private String file = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "NETWORK",
      description = "Where the network goes, - (the default) for standard output.")
  private String place = Output.STANDARD;

  @Option(
      names = "--region",
      paramLabel = "NAME",
      description = "Only rows of this voivodeship, county or area.")
  private @Nullable String region;

  @Option(
      names = "--law",
      paramLabel = "PACK",
      description = "Rule pack under which the network is run. Default: ${DEFAULT-VALUE}.",
      defaultValue = "VL")
  private String law = "";

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First date of the horizon. Default: ${DEFAULT-VALUE}.",
      defaultValue = "2026-12-07")
  private LocalDate from = LocalDate.EPOCH;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Dates in the horizon. Default: ${DEFAULT-VALUE}.",
      defaultValue = "14")
  private int days;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of what the register does not hold. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where every value that was not taken as it stands is listed.")
  private @Nullable String reportPlace;

  @Mixin private RulesOption rules = new RulesOption();

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Input.requireFile(file, "register");
    Output.requireWritable(place);
    if (reportPlace != null) {
      Output.requireWritable(reportPlace);
    }
    RulePacks packs = rules.packs();
    requireKnown(packs, law);
    if (days < 1 || days > 120) {
      throw Stop.wrongUse("--days is " + days + ". Maybe give 1 to 120.");
    }
    Importers importers = new Importers(packs::pack);
    ImportOptions options = new ImportOptions(law, region, from, days, seed);
    Path path = Path.of(file);
    Import imported =
        switch (register) {
          case POLAND -> importers.poland(path, options);
          case NEBRASKA -> importers.nebraska(path, options);
          case CSV -> importers.csv(path, options);
        };
    Problem network = network(imported);
    Output.write(place, console, out -> ProblemJson.write(network, out));
    if (reportPlace != null) {
      List<String> all = imported.report().lines(Integer.MAX_VALUE);
      Output.write(
          reportPlace,
          console,
          out -> out.write((String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8)));
    }
    imported.report().lines(NOTES_SHOWN).forEach(console.err()::println);
    return ExitCode.FINE;
  }

  private Problem network(Import imported) {
    String name = register.name().toLowerCase(Locale.ROOT) + (region == null ? "" : "-" + region);
    return new Problem(
        name,
        imported.zone(),
        from.minusDays(1).atTime(12, 0),
        from,
        days,
        law,
        Policies.common(name, imported.providers(), false),
        imported.providers(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  static void requireKnown(RulePacks packs, String id) {
    if (!packs.ids().contains(id)) {
      throw Stop.wrongUse(
          "There is no rule pack "
              + id
              + ". Maybe one of "
              + String.join(", ", packs.ids().stream().sorted().toList())
              + ", or give your own with --rules.");
    }
  }
}
