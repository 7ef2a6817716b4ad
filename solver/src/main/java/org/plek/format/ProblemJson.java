package org.plek.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plek.domain.Problem;

/**
 * Door: problems as documents of format {@code plek-problem/1}.
 *
 * <pre>{@code
 * Problem problem = ProblemJson.read(path);                      // plain or gzip, by content
 * Problem other = ProblemJson.read(in, ReadOptions.DEFAULT       // the stream is then closed
 *     .withRulePacks(Set.of("NL")).withWarnings(System.err::println));
 * ProblemJson.write(problem, path);                              // gzip where it ends in .gz
 * String hash = ProblemJson.hash(problem);
 * }</pre>
 *
 * <p>Reading checks everything and reports all errors at once. What may be left out, its default,
 * and the short forms are in the data dictionary.
 */
public final class ProblemJson {
  private ProblemJson() {}

  /**
   * Reads a problem.
   *
   * @throws InvalidDocument when anything in it is wrong
   * @throws IOException when the file cannot be read
   */
  public static Problem read(Path path) throws IOException {
    return read(path, ReadOptions.DEFAULT);
  }

  /** As {@link #read(Path)}, with limits, known rule packs and a receiver of warnings. */
  public static Problem read(Path path, ReadOptions options) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return read(in, options);
    }
  }

  /** As {@link #read(Path)}; the stream is read to its end and closed. */
  public static Problem read(InputStream in) throws IOException {
    return read(in, ReadOptions.DEFAULT);
  }

  /** As {@link #read(Path, ReadOptions)}; the stream is read to its end and closed. */
  public static Problem read(InputStream in, ReadOptions options) throws IOException {
    return DocumentReader.read(in, ProblemShape.PROBLEM, options, reading -> {});
  }

  /** Writes a problem whole or not at all; zipped when the name ends in {@code .gz}. */
  public static void write(Problem problem, Path path) throws IOException {
    Documents.writeDocument(path, out -> write(problem, out));
  }

  /** Writes a problem, unzipped. The stream stays open. */
  public static void write(Problem problem, OutputStream out) throws IOException {
    DocumentWriter.write(out, ProblemShape.PROBLEM, problem);
  }

  /**
   * SHA-256, lower-case hexadecimal, of the problem in canonical form: the same for documents that
   * differ in white space, order of fields or of sets, or in writing out a default.
   */
  public static String hash(Problem problem) {
    return DocumentWriter.hash(ProblemShape.PROBLEM, problem);
  }
}
