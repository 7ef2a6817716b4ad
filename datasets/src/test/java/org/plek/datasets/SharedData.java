package org.plek.datasets;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the shared data beside the repository; tests that need them are skipped without. */
public final class SharedData {
  private SharedData() {}

  /** A file under {@code ../shared/data}. */
  public static Path file(String path) {
    Path file = root().resolveSibling("shared").resolve("data").resolve(path);
    assumeTrue(Files.exists(file), "skipped: no " + file);
    return file;
  }

  /** The root of the repository. */
  public static Path root() {
    String root = System.getProperty("repository.root");
    return Path.of(root == null ? ".." : root).toAbsolutePath().normalize();
  }
}
