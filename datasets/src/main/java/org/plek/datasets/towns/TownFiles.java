package org.plek.datasets.towns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plek.format.ProblemJson;
import org.plek.rules.RulePacks;

/** Writes the files under {@code datasets/towns} again. */
public final class TownFiles {
  private TownFiles() {}

  /**
   * Writes every town.
   *
   * @param arguments the folder, e.g. {@code datasets/towns}
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("One argument: the folder. Maybe datasets/towns.");
    }
    write(Path.of(arguments[0]));
  }

  /** Writes every town into a folder. */
  public static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : Towns.names()) {
      ProblemJson.write(
          Towns.make(name, RulePacks.bundled()::pack, Towns.SEED), folder.resolve(name + ".json"));
    }
  }
}
