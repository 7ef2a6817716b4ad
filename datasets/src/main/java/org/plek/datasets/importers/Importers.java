package org.plek.datasets.importers;

import java.nio.file.Path;
import java.util.function.Function;
import org.plek.datasets.generator.SiteBuilder;
import org.plek.rules.RulePack;

/** The importers of plek. Each reads a whole file and tells what became of every row. */
public final class Importers {
  private final Function<String, RulePack> packs;

  /**
   * @param packs finds a rule pack by its id, e.g. {@code RulePacks.bundled()::pack}
   */
  public Importers(Function<String, RulePack> packs) {
    this.packs = packs;
  }

  /**
   * The Polish register of nurseries and children's clubs.
   *
   * @throws UnreadableRegister when the file is another table, or the region is not in it
   */
  public Import poland(Path file, ImportOptions options) {
    return new PolishRegister(builder(options), options).read(file);
  }

  /**
   * The roster of licensed child care of Nebraska.
   *
   * @throws UnreadableRegister when the file is another table, or the region is not in it
   */
  public Import nebraska(Path file, ImportOptions options) {
    return new NebraskaRoster(builder(options), options).read(file);
  }

  /**
   * A plain table in plek's own columns; see {@code datasets/docs/importers.md}.
   *
   * @throws UnreadableRegister when columns are missing, or the region is not in it
   */
  public Import csv(Path file, ImportOptions options) {
    return new PlainTable(builder(options), options).read(file);
  }

  private SiteBuilder builder(ImportOptions options) {
    return new SiteBuilder(
        packs, options.rulePack(), options.from(), options.days(), options.seed());
  }
}
