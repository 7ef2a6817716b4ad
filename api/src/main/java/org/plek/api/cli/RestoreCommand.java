package org.plek.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.plek.api.store.Store;
import org.plek.api.store.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plek restore}: a new store from a backup. */
@Command(
    name = "restore",
    description = {
      "Fills a new, empty store from what plek backup made, whole or not at all: from an export"
          + " (.jsonl, .jsonl.gz) into either kind of store, from a database file into a file."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plek restore --store new.db plek-monday.db",
      "  plek restore --store jdbc:postgresql://db/plek --store-user plek plek.jsonl.gz",
    })
final class RestoreCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final StoreOption store = new StoreOption();

  @Parameters(index = "0", paramLabel = "BACKUP", description = "What plek backup made.")
  private Path backup = Path.of("");

  RestoreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(backup)) {
      throw Stop.invalidInput(backup + " is no file. Maybe the path is wrong.");
    }
    StoreSettings settings = store.settings(console);
    try {
      if (backup.toString().endsWith(".jsonl") || backup.toString().endsWith(".jsonl.gz")) {
        try (Store opened = Store.open(settings)) {
          console.err().println("plek: restored " + opened.restore(backup) + " rows");
        }
      } else {
        Store.restoreFile(backup, settings);
        console.err().println("plek: restored " + settings);
      }
      return ExitCode.FINE;
    } catch (IllegalArgumentException e) {
      throw Stop.invalidInput(String.valueOf(e.getMessage()));
    }
  }
}
