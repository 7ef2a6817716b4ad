package org.plek.api.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Names, addresses and telephone numbers behind the pseudonyms. */
public final class People {
  /** Whose names they are. */
  public enum Kind {
    /** A family and its children. */
    FAMILY,
    /** A provider, for childminders and home carers a person. */
    PROVIDER
  }

  /**
   * Names behind a pseudonym.
   *
   * @param body names as JSON
   * @param version grows with every change, from 1; 0 for names not yet there
   */
  public record Row(String body, long version) {}

  private final Handle handle;

  People(Handle handle) {
    this.handle = handle;
  }

  /** The names behind a pseudonym. */
  public Optional<Row> find(String network, Kind kind, String id) {
    return handle
        .createQuery(
            "SELECT body, version FROM person WHERE network_id = :network AND kind = :kind"
                + " AND id = :id")
        .bind("network", network)
        .bind("kind", kind.name())
        .bind("id", id)
        .map((row, context) -> new Row(row.getString("body"), row.getLong("version")))
        .findOne();
  }

  /**
   * Keeps names: version 0 adds them, any other replaces that version.
   *
   * @throws StaleVersion when the stored version is another
   */
  public void put(String network, Kind kind, String id, Row row, Instant at) {
    String sql =
        row.version() == 0
            ? "INSERT INTO person VALUES (:network, :kind, :id, :body, 1, :at)"
            : "UPDATE person SET body = :body, version = version + 1, updated_at = :at"
                + " WHERE network_id = :network AND kind = :kind AND id = :id"
                + " AND version = :version";
    var update =
        handle
            .createUpdate(sql)
            .bind("network", network)
            .bind("kind", kind.name())
            .bind("id", id)
            .bind("body", row.body())
            .bind("at", Moments.text(at));
    if (row.version() != 0) {
      update.bind("version", row.version());
    }
    if (update.execute() == 0) {
      throw new StaleVersion(kind.name() + " " + id);
    }
  }
}
