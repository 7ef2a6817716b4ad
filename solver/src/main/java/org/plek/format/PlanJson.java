package org.plek.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.plek.domain.Plan;
import org.plek.domain.ProblemIndex;

/**
 * Door: plans as documents of format {@code plek-plan/1}. Equal plans give equal bytes.
 *
 * <pre>{@code
 * Plan plan = PlanJson.read(path, index, ReadOptions.DEFAULT);  // ids must be those of the problem
 * PlanJson.write(plan, path);                                   // gzip where it ends in .gz
 * }</pre>
 */
public final class PlanJson {
  private PlanJson() {}

  /**
   * Reads a plan on its own: ids of care sessions, providers and groups are not checked.
   *
   * @throws InvalidDocument when anything in it is wrong
   * @throws IOException when the file cannot be read
   */
  public static Plan read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return read(in);
    }
  }

  /** As {@link #read(Path)}; the stream is read to its end and closed. */
  public static Plan read(InputStream in) throws IOException {
    return read(in, ReadOptions.DEFAULT);
  }

  /** As {@link #read(Path)}, with limits. */
  public static Plan read(InputStream in, ReadOptions options) throws IOException {
    return read(
        in,
        options,
        reading -> {
          for (IdKind kind : IdKind.values()) {
            reading.ids.uncertain(kind);
          }
        });
  }

  /** Reads a plan for a problem: every id in it must be one of the problem. */
  public static Plan read(Path path, ProblemIndex index, ReadOptions options) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return read(in, index, options);
    }
  }

  /**
   * As {@link #read(Path, ProblemIndex, ReadOptions)}; the stream is read to its end and closed.
   */
  public static Plan read(InputStream in, ProblemIndex index, ReadOptions options)
      throws IOException {
    return read(in, options, reading -> declare(index, reading.ids));
  }

  private static Plan read(InputStream in, ReadOptions options, Consumer<Reading> preparation)
      throws IOException {
    return DocumentReader.read(
        in,
        PlanShapes.PLAN,
        options,
        reading -> {
          reading.horizon = Horizon.ANY;
          preparation.accept(reading);
        });
  }

  private static void declare(ProblemIndex index, Ids ids) {
    index.sessions().forEach(session -> ids.declare(IdKind.SESSION, session.id()));
    index
        .problem()
        .providers()
        .forEach(
            provider -> {
              ids.declare(IdKind.PROVIDER, provider.id());
              provider
                  .groups()
                  .forEach(
                      group -> {
                        ids.declare(IdKind.GROUP, group.id());
                        ids.belongs(IdKind.GROUP, group.id(), provider.id());
                      });
            });
    for (IdKind kind : IdKind.values()) {
      ids.complete(kind);
    }
  }

  /** Writes a plan whole or not at all; zipped when the name ends in {@code .gz}. */
  public static void write(Plan plan, Path path) throws IOException {
    Documents.writeDocument(path, out -> write(plan, out));
  }

  /** Writes a plan, unzipped. The stream stays open. */
  public static void write(Plan plan, OutputStream out) throws IOException {
    DocumentWriter.write(out, PlanShapes.PLAN, plan);
  }

  /** SHA-256, lower-case hexadecimal, of the plan in canonical form. */
  public static String hash(Plan plan) {
    return DocumentWriter.hash(PlanShapes.PLAN, plan);
  }
}
