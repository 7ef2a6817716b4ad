package org.plek.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.plek.rules.Law.children;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.domain.ProviderKind;

/** A town adds a rule pack of its own without touching code. */
class OwnPackTest {
  @TempDir Path directory;
  private String town = "";

  @BeforeEach
  void read() throws IOException {
    try (InputStream in = OwnPackTest.class.getResourceAsStream("town.json")) {
      town =
          new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a_pack_from_a_file_stands_beside_the_bundled_ones() throws IOException {
    RulePacks packs = RulePacks.bundled().with(write(town));
    assertThat(packs.ids()).containsExactlyInAnyOrder("EN", "FR", "NL", "VL", "Seaside");
    Norm norm =
        packs
            .pack("Seaside")
            .norm(ProviderKind.DAYCARE, Level.GROUP, LocalDate.of(2026, 9, 1), Law.PLAIN);
    assertThat(norm.caregiversRequired(children(4, 7))).isEqualTo(2);
    assertThat(norm.caregiversRequired(children(5, 8))).isEqualTo(4);
  }

  @Test
  void all_faults_come_at_once_with_place_value_and_advice() throws IOException {
    String bad =
        town.replace("\"level\": \"GROUP\"", "\"level\": \"STREET\"")
            .replace("\"kind\": \"Caps\"", "\"kind\": \"Cups\"")
            .replace("\"from\": \"2026-04-01\"", "\"from\": \"soon\"")
            .replace("\"title\"", "\"titel\"");
    InvalidRulePack invalid =
        catchThrowableOfType(InvalidRulePack.class, () -> RulePacks.bundled().with(write(bad)));
    assertThat(invalid.faults())
        .extracting(PackFault::place)
        .contains(
            "/titel",
            "/title",
            "/provisions/0/level",
            "/provisions/0/from",
            "/provisions/1/level",
            "/provisions/1/clause/kind");
    assertThat(invalid).hasMessageContaining("\"STREET\"").hasMessageContaining("GROUP, LOCATION");
  }

  @Test
  void a_worked_example_that_does_not_come_out_is_a_fault() throws IOException {
    Path file = write(town.replace("\"expected\": \"2\"", "\"expected\": \"3\""));
    assertThatThrownBy(() -> RulePacks.bundled().with(file))
        .isInstanceOf(InvalidRulePack.class)
        .hasMessageContaining("expected 3, but the rules of the pack give 2");
  }

  @Test
  void numbers_must_fit_the_classes() throws IOException {
    Path file =
        write(
            town.replace("\"children\": [4, 7]", "\"children\": [4, 0, 7]")
                .replace("\"classes\": [0, 1]", "\"classes\": [0, 2]"));
    assertThatThrownBy(() -> RulePacks.bundled().with(file))
        .hasMessageContaining("2 numbers, one for each class")
        .hasMessageContaining("Use at least 1")
        .hasMessageContaining("classes 0 to 1");
  }

  @Test
  void a_file_that_is_no_json_says_where() throws IOException {
    Path file = write(town.substring(0, town.length() / 2));
    assertThatThrownBy(() -> RulePacks.bundled().with(file))
        .isInstanceOf(InvalidRulePack.class)
        .hasMessageContaining("line ");
  }

  @Test
  void a_missing_file_is_named() {
    assertThatThrownBy(() -> RulePacks.bundled().with(directory.resolve("none.json")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.json");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("town.json"), text);
  }
}
