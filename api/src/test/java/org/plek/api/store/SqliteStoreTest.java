package org.plek.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteStoreTest extends StoreContract {
  private int files;
  private StoreSettings current = StoreSettings.file(Path.of("none"));

  @Override
  StoreSettings empty() {
    files++;
    current = StoreSettings.file(folder.resolve("plek-" + files + ".db"));
    return current;
  }

  @Override
  void raw(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection(current.url())) {
      connection.createStatement().execute(sql);
    }
  }

  @Test
  void a_backup_is_taken_while_the_store_is_in_use_and_opens_as_a_store() {
    Path copy = folder.resolve("copy.db");
    store.change(tx -> tx.agreements().add("ghent", hold("a1", "r1", null)));
    store.backup(copy);
    store.change(tx -> tx.agreements().add("ghent", hold("a2", "r2", null)));
    try (Store copied = Store.open(StoreSettings.file(copy))) {
      assertThat(list(copied, tx -> tx.agreements().all("ghent"))).hasSize(1);
    }
    assertThatThrownBy(() -> store.backup(copy)).hasMessageContaining("exists");
  }

  @Test
  void store_and_backup_are_for_their_owner_only() throws Exception {
    Path copy = folder.resolve("copy.db");
    Path export = folder.resolve("copy.jsonl");
    store.backup(copy);
    store.backup(export);
    for (Path file : List.of(Path.of(current.url().substring(12)), copy, export)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as(file.toString())
          .isEqualTo("rw-------");
    }
  }

  @Test
  void every_table_is_in_the_export() throws Exception {
    try (Connection connection = DriverManager.getConnection(current.url());
        var tables =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT group_concat(name) FROM sqlite_master WHERE type = 'table'"
                        + " AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'flyway%'"
                        + " AND name <> 'retention_open'")) {
      assertThat(tables.getString(1).split(","))
          .containsExactlyInAnyOrderElementsOf(Portable.tables());
    }
  }
}
