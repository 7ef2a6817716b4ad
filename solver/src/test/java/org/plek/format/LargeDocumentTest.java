package org.plek.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.domain.Problem;

/**
 * A document of 200 MB in the 2 GB heap that the tests run with. Its parts are random problems
 * under new ids, so that no more than usual can be shared. Measured on two busy cores: about 12
 * seconds of processor time to write, read and hash; the problem then takes 154 MB, and a heap of
 * 700 MB is enough.
 */
class LargeDocumentTest {
  private static final long BYTES = 200_000_000;

  @Test
  void aDocumentOf200MegabytesIsReadInTwoGigabytes(@TempDir Path folder) throws IOException {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(2L << 30);
    Path file = folder.resolve("large.json");
    int requests = LargeDocument.write(file, BYTES);
    assertThat(Files.size(file)).isGreaterThan(BYTES);

    Problem problem = ProblemJson.read(file);

    assertThat(problem.requests()).hasSize(requests);
    assertThat(problem.providers()).hasSizeGreaterThan(1000);
  }
}
