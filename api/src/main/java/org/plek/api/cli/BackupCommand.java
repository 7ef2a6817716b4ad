package org.plek.api.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.plek.api.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plek backup}: the whole store into one file, while it is in use. */
@Command(
    name = "backup",
    description = {
      "Copies the whole store into one file while it is in use: a database file of an SQLite"
          + " store, or, when the name ends in .jsonl or .jsonl.gz, an export that either kind of"
          + " store can restore. The copy holds names: keep it as safe as the store."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plek backup --store plek.db plek-monday.db",
      "  plek backup --store jdbc:postgresql://db/plek --store-user plek plek.jsonl.gz",
    })
final class BackupCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final StoreOption store = new StoreOption();

  @Parameters(index = "0", paramLabel = "FILE", description = "File to make; must not exist.")
  private Path file = Path.of("");

  BackupCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Store opened = Store.open(store.settings(console))) {
      long rows = opened.backup(file);
      console.err().println("plek: wrote " + file + (rows < 0 ? "" : ", " + rows + " rows"));
      return ExitCode.FINE;
    } catch (IllegalArgumentException e) {
      throw Stop.wrongUse(String.valueOf(e.getMessage()));
    }
  }
}
