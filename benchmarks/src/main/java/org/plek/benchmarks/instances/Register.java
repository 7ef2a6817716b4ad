package org.plek.benchmarks.instances;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plek.datasets.generator.Generator;
import org.plek.datasets.generator.GeneratorParameters;
import org.plek.datasets.generator.Policies;
import org.plek.datasets.importers.Import;
import org.plek.datasets.importers.ImportOptions;
import org.plek.datasets.importers.Importers;
import org.plek.domain.Policy;
import org.plek.domain.Problem;
import org.plek.rules.RulePacks;

/** Real registers of providers, with generated requests around them. */
enum Register {
  POLAND("VL", "Mazowieckie") {
    @Override
    Import read(Importers importers, Path file, ImportOptions options) {
      return importers.poland(file, options);
    }
  },
  NEBRASKA("EN", null) {
    @Override
    Import read(Importers importers, Path file, ImportOptions options) {
      return importers.nebraska(file, options);
    }
  };

  private static final LocalDate FROM = LocalDate.of(2026, 12, 7);
  private static final int DAYS = 14;
  private static final int SESSIONS = 10_000;
  private static final double HOME_KILOMETRES = 6;

  private final String rulePack;
  private final @Nullable String region;

  Register(String rulePack, @Nullable String region) {
    this.rulePack = rulePack;
    this.region = region;
  }

  abstract Import read(Importers importers, Path file, ImportOptions options);

  /** 10,000 care sessions around the providers of the file. */
  Problem problem(Path file, RulePacks packs, long seed) {
    ImportOptions options = new ImportOptions(rulePack, region, FROM, DAYS, seed);
    Import imported = read(new Importers(packs::pack), file, options);
    String id = name().toLowerCase(Locale.ROOT) + "-" + seed;
    Policy policy = Policies.common(id, imported.providers(), false);
    GeneratorParameters parameters =
        new GeneratorParameters(
            id,
            imported.zone(),
            FROM.minusDays(1).atTime(12, 0),
            FROM,
            DAYS,
            rulePack,
            policy,
            SESSIONS,
            HOME_KILOMETRES);
    return new Generator(parameters, seed).generate(List.copyOf(imported.providers()));
  }
}
