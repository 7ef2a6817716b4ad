package org.plek.api.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresStoreTest extends StoreContract {
  private static @Nullable EmbeddedPostgres server;
  private int databases;
  private StoreSettings current = StoreSettings.at("jdbc:postgresql:none", "", "");

  @BeforeAll
  static void start() {
    try {
      server = EmbeddedPostgres.builder().start();
    } catch (IOException | RuntimeException e) {
      Assumptions.abort("Skipped: no PostgreSQL starts on this machine: " + e.getMessage());
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @Override
  StoreSettings empty() throws Exception {
    EmbeddedPostgres running = java.util.Objects.requireNonNull(server);
    databases++;
    String name = "plek_" + System.identityHashCode(this) + "_" + databases;
    try (Connection connection = running.getPostgresDatabase().getConnection()) {
      connection.createStatement().execute("CREATE DATABASE " + name);
    }
    current = StoreSettings.at(running.getJdbcUrl("postgres", name), "postgres", "");
    return current;
  }

  @Override
  void raw(String sql) throws Exception {
    try (Connection connection =
        DriverManager.getConnection(current.url(), current.user(), current.password())) {
      connection.createStatement().execute(sql);
    }
  }

  @Test
  void a_database_file_is_not_what_a_server_gives() {
    assertThatThrownBy(() -> store.backup(folder.resolve("copy.db")))
        .hasMessageContaining("jsonl.gz");
  }
}
