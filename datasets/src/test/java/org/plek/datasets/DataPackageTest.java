package org.plek.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plek.datasets.importers.Import;
import org.plek.datasets.importers.ImportOptions;
import org.plek.datasets.importers.Importers;
import org.plek.datasets.towns.Towns;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;

class DataPackageTest {
  private static final Path DATASETS = SharedData.root().resolve("datasets");
  private static final Pattern PATH = Pattern.compile("\"((?:towns|tiny|systems|docs)/[^\"]+)\"");

  @Test
  void thePackageListsEveryFileAndEveryFileListedIsThere() throws IOException {
    List<String> listed = new ArrayList<>();
    Matcher matcher = PATH.matcher(Files.readString(DATASETS.resolve("datapackage.json")));
    while (matcher.find()) {
      listed.add(matcher.group(1));
      assertThat(DATASETS.resolve(matcher.group(1))).exists();
    }
    List<String> files = new ArrayList<>(List.of("docs/providers-template.csv"));
    Towns.names().forEach(name -> files.add("towns/" + name + ".json"));
    for (ConstraintName name : ConstraintName.values()) {
      files.add("tiny/" + name + "/expected.csv");
    }
    try (Stream<Path> systems = Files.list(DATASETS.resolve("systems"))) {
      systems.forEach(path -> files.add("systems/" + path.getFileName() + "/problem.json"));
    }
    assertThat(listed).containsExactlyInAnyOrderElementsOf(files);
    try (Stream<Path> towns = Files.list(DATASETS.resolve("towns"))) {
      assertThat(towns).hasSameSizeAs(Towns.names());
    }
  }

  @Test
  void theTemplateOfProvidersIsReadWithoutANote() {
    Import read =
        new Importers(RulePacks.bundled()::pack)
            .csv(
                DATASETS.resolve("docs/providers-template.csv"),
                new ImportOptions("VL", null, LocalDate.of(2026, 12, 7), 14, 1));
    assertThat(read.providers()).extracting(p -> p.id()).containsExactly("sun", "ann", "kim");
    assertThat(read.report().notes()).isEmpty();
    assertThat(read.report().count("regular children made")).isEqualTo(27);
  }
}
