package org.plek.api.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plek.rules.RulePacks;
import picocli.CommandLine.Option;

/** The rule packs of a command: the bundled ones, and those of the user. */
final class RulesOption {
  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description =
          "A rule pack of your own; repeat for several. Takes the place of a bundled"
              + " pack with the same id (EN, FR, NL, VL).")
  private List<Path> files = new ArrayList<>();

  RulePacks packs() {
    RulePacks packs = RulePacks.bundled();
    for (Path file : files) {
      Input.requireFile(file.toString(), "rule pack");
      packs = packs.with(file);
    }
    return packs;
  }
}
