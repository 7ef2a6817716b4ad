package org.plek.api.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The audit: append-only. */
public final class Audit {
  /**
   * A call.
   *
   * @param at when
   * @param actor account, or {@code -} for nobody known
   * @param action method and route, never the values of a query
   * @param network the network, absent if none
   * @param object ids of the route, absent if none
   * @param outcome {@code ALLOWED} or {@code REFUSED}
   * @param status HTTP status of the answer
   */
  public record Entry(
      Instant at,
      String actor,
      String action,
      @Nullable String network,
      @Nullable String object,
      String outcome,
      int status) {}

  /** An entry with its number. */
  public record Numbered(long id, Entry entry) {}

  private final Handle handle;

  Audit(Handle handle) {
    this.handle = handle;
  }

  /** Appends entries. */
  public void append(List<Entry> entries) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO audit (at, actor, action, network_id, object, outcome, status)"
                + " VALUES (:at, :actor, :action, :network, :object, :outcome, :status)");
    for (Entry entry : entries) {
      batch
          .bind("at", Moments.text(entry.at()))
          .bind("actor", entry.actor())
          .bind("action", entry.action())
          .bind("network", entry.network())
          .bind("object", entry.object())
          .bind("outcome", entry.outcome())
          .bind("status", entry.status())
          .add();
    }
    batch.execute();
  }

  /** Entries after a number, oldest first. */
  public List<Numbered> after(long id, int limit) {
    return handle
        .createQuery("SELECT * FROM audit WHERE id > :id ORDER BY id LIMIT :limit")
        .bind("id", id)
        .bind("limit", limit)
        .map(
            (row, context) ->
                new Numbered(
                    row.getLong("id"),
                    new Entry(
                        Instant.parse(row.getString("at")),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("network_id"),
                        row.getString("object"),
                        row.getString("outcome"),
                        row.getInt("status"))))
        .list();
  }
}
