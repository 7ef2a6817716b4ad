package org.plek.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.domain.Problem;

class RoundTripTest {
  static byte[] bytes(Problem problem) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProblemJson.write(problem, out);
    return out.toByteArray();
  }

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  @Test
  void anyValidProblemIsReadAsItWasWritten() throws IOException {
    for (long seed = 0; seed < 120; seed++) {
      Problem problem = RandomProblems.problem(seed, 1 + (int) (seed % 5), 1 + (int) (seed % 7));

      Problem read = ProblemJson.read(in(bytes(problem)));

      assertThat(read).isEqualTo(problem);
      assertThat(bytes(read)).isEqualTo(bytes(problem));
      assertThat(ProblemJson.hash(read)).isEqualTo(ProblemJson.hash(problem));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"problem.json", "problem.json.gz"})
  void aFileIsPlainOrZippedByItsName(String name, @TempDir Path folder) throws IOException {
    Problem problem = RandomProblems.problem(7, 6, 9);
    Path file = folder.resolve(name);

    ProblemJson.write(problem, file);

    boolean zipped = Files.readAllBytes(file)[0] == 0x1f;
    assertThat(zipped).isEqualTo(name.endsWith(".gz"));
    assertThat(ProblemJson.read(file)).isEqualTo(problem);
  }

  @Test
  void everyProviderFamilyAndRequestHasALineOfItsOwn() throws IOException {
    Problem problem = RandomProblems.problem(3, 4, 6);

    String text = new String(bytes(problem), StandardCharsets.UTF_8);

    assertThat(text.lines().filter(line -> line.startsWith("    {\"id\":"))).hasSize(4 + 6 + 6);
    assertThat(text).startsWith("{\n  \"format\": \"plek-problem/1\",\n  \"id\": \"problem 3\",\n");
    assertThat(text).endsWith("\n}\n");
  }
}
