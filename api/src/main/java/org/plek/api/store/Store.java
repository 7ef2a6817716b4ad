package org.plek.api.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The store. A write is one transaction: when {@link #write} returns, everything in it is on disk;
 * when it throws, nothing is.
 */
public final class Store implements AutoCloseable {
  private final Dialect dialect;
  private final HikariDataSource writing;
  private final HikariDataSource reading;
  private final Jdbi writer;
  private final Jdbi reader;

  private Store(Dialect dialect, HikariDataSource writing, HikariDataSource reading) {
    this.dialect = dialect;
    this.writing = writing;
    this.reading = reading;
    this.writer = Jdbi.create(writing);
    this.reader = Jdbi.create(reading);
  }

  /** Opens a store, makes it when it is not there, and brings its tables up to date. */
  public static Store open(StoreSettings settings) {
    Dialect dialect = Dialect.of(settings.url());
    dialect.prepare(settings);
    HikariDataSource writing = dialect.writing(settings);
    try {
      String here = "classpath:org/plek/api/store/";
      Flyway.configure()
          .dataSource(writing)
          .locations(here + "tables", here + dialect.folder())
          .failOnMissingLocations(true)
          .placeholders(Map.of("identity", dialect.identity()))
          .load()
          .migrate();
      return new Store(dialect, writing, dialect.reading(settings, writing));
    } catch (RuntimeException e) {
      writing.close();
      throw e;
    }
  }

  /** Reads within one transaction. */
  public <T> T read(Function<Transaction, T> work) {
    return reader.inTransaction(handle -> work.apply(new Transaction(handle)));
  }

  /**
   * Writes within one transaction.
   *
   * @throws StaleVersion when somebody else has written what this work was based on
   * @throws AlreadyThere when something with the same key exists
   */
  public <T> T write(Function<Transaction, T> work) {
    try {
      return writer.inTransaction(handle -> work.apply(new Transaction(handle)));
    } catch (UnableToExecuteStatementException e) {
      throw AlreadyThere.translated(e);
    }
  }

  /** {@link #write(Function)} without an answer. */
  public void change(Consumer<Transaction> work) {
    write(
        transaction -> {
          work.accept(transaction);
          return true;
        });
  }

  /** Whether the database answers. */
  public boolean alive() {
    try (Handle handle = reader.open()) {
      return handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /**
   * Copies the whole store into one file while it is in use: an SQLite store as a database file,
   * any store as a portable export when the name ends in {@code .jsonl} or {@code .jsonl.gz}.
   *
   * @return rows written, or -1 for a database file
   * @throws IllegalArgumentException when the file exists, or a PostgreSQL is asked for a database
   *     file
   */
  public long backup(Path file) {
    if (Files.exists(file)) {
      throw new IllegalArgumentException(file + " exists. Maybe give another name.");
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      Files.deleteIfExists(unfinished);
      OwnerOnly.create(unfinished);
      long rows = -1;
      if (Portable.named(file)) {
        rows =
            reader.inTransaction(
                dialect.snapshot(), handle -> Portable.write(handle, unfinished, gzipped(file)));
      } else if (dialect == Dialect.SQLITE) {
        try (Handle handle = writer.open()) {
          handle.execute("VACUUM INTO ?", unfinished.toString());
        }
      } else {
        throw new IllegalArgumentException(
            "A PostgreSQL store is copied as an export. Maybe name the file "
                + file
                + ".jsonl.gz, or use pg_dump.");
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean gzipped(Path file) {
    return file.toString().endsWith(".gz");
  }

  /**
   * Reads a portable export into this store, whole or not at all.
   *
   * @return rows read
   * @throws IllegalArgumentException when the store is not empty or the file is not a whole export
   */
  public long restore(Path export) {
    return writer.inTransaction(
        handle -> {
          long rows = Portable.read(handle, export);
          handle.createQuery(dialect.afterImport()).mapTo(Long.class).one();
          return rows;
        });
  }

  /**
   * Makes a new SQLite store from a database file that {@link #backup} made.
   *
   * @throws IllegalArgumentException when the store exists, or is none of one file
   */
  public static void restoreFile(Path backup, StoreSettings settings) throws IOException {
    if (Dialect.of(settings.url()) != Dialect.SQLITE) {
      throw new IllegalArgumentException(
          "A database file becomes a store of one file. Maybe restore an export (.jsonl.gz).");
    }
    Path file = Path.of(settings.url().substring("jdbc:sqlite:".length()));
    if (Files.exists(file)) {
      throw new IllegalArgumentException(file + " exists. Maybe give another name.");
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    Files.deleteIfExists(unfinished);
    OwnerOnly.create(unfinished);
    try {
      try (var out = Files.newOutputStream(unfinished)) {
        Files.copy(backup, out);
      }
      Store.open(StoreSettings.file(unfinished)).close();
    } catch (RuntimeException e) {
      Files.deleteIfExists(unfinished);
      throw new IllegalArgumentException(
          backup + " is no store. Maybe it is not made by plek backup.", e);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }
}
