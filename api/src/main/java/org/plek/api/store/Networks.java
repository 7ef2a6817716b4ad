package org.plek.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Networks and their events. */
public final class Networks {
  /**
   * A network.
   *
   * @param id its id
   * @param body what it is, as JSON
   * @param version grows with every change of the body
   * @param lastEvent number of its last event
   */
  public record Row(String id, String body, long version, long lastEvent) {}

  /**
   * Something that is about to be recorded.
   *
   * @param kind what happened
   * @param subject id of what it happened to
   * @param actor account that did it
   * @param how in which way it was told, e.g. {@code PHONE}
   * @param body facts as JSON, without names
   */
  public record NewEvent(String kind, String subject, String actor, String how, String body) {}

  /** Something that happened, with its number in the network, from 1 without gaps. */
  public record Event(
      long seq, Instant at, String kind, String subject, String actor, String how, String body) {}

  private static final RowMapper<Row> ROW =
      (row, context) ->
          new Row(
              row.getString("id"),
              row.getString("body"),
              row.getLong("version"),
              row.getLong("last_event"));

  private final Handle handle;

  Networks(Handle handle) {
    this.handle = handle;
  }

  /** All networks, by id. */
  public List<Row> all() {
    return handle.createQuery("SELECT * FROM network ORDER BY id").map(ROW).list();
  }

  /** A network. */
  public Optional<Row> find(String id) {
    return handle
        .createQuery("SELECT * FROM network WHERE id = :id")
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  /** Makes a network without events. */
  public void add(String id, String body, Instant at) {
    handle
        .createUpdate("INSERT INTO network VALUES (:id, :body, 1, 0, :at)")
        .bind("id", id)
        .bind("body", body)
        .bind("at", Moments.text(at))
        .execute();
  }

  /**
   * Changes the body of a network.
   *
   * @throws StaleVersion when the version is not the one given
   */
  public void put(String id, String body, long version, Instant at) {
    int rows =
        handle
            .createUpdate(
                "UPDATE network SET body = :body, version = version + 1, updated_at = :at"
                    + " WHERE id = :id AND version = :version")
            .bind("id", id)
            .bind("body", body)
            .bind("version", version)
            .bind("at", Moments.text(at))
            .execute();
    if (rows == 0) {
      throw new StaleVersion("Network " + id);
    }
  }

  /**
   * Records events after the one given. Whoever writes to a network does this in the same
   * transaction: it is what keeps two writers, also of two instances, from both succeeding.
   *
   * @param lastEvent number of the last event that the writer knows
   * @return number of the last event now
   * @throws StaleVersion when the network has events that the writer does not know
   */
  public long append(String network, long lastEvent, List<NewEvent> events, Instant at) {
    long now = lastEvent + events.size();
    int rows =
        handle
            .createUpdate(
                "UPDATE network SET last_event = :now WHERE id = :id AND last_event = :last")
            .bind("now", now)
            .bind("id", network)
            .bind("last", lastEvent)
            .execute();
    if (rows == 0) {
      throw new StaleVersion("Network " + network);
    }
    if (events.isEmpty()) {
      return now;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO event VALUES"
                + " (:network, :seq, :at, :kind, :subject, :actor, :how, :body)");
    long seq = lastEvent;
    for (NewEvent event : events) {
      seq++;
      batch
          .bind("network", network)
          .bind("seq", seq)
          .bind("at", Moments.text(at))
          .bind("kind", event.kind())
          .bind("subject", event.subject())
          .bind("actor", event.actor())
          .bind("how", event.how())
          .bind("body", event.body())
          .add();
    }
    batch.execute();
    return now;
  }

  /** Events after a number, oldest first. */
  public List<Event> events(String network, long after, int limit) {
    return handle
        .createQuery(
            "SELECT * FROM event WHERE network_id = :network AND seq > :after"
                + " ORDER BY seq LIMIT :limit")
        .bind("network", network)
        .bind("after", after)
        .bind("limit", limit)
        .map(EVENT)
        .list();
  }

  /** Events of one thing, oldest first. */
  public List<Event> eventsOf(String network, String subject) {
    return handle
        .createQuery(
            "SELECT * FROM event WHERE network_id = :network AND subject = :subject ORDER BY seq")
        .bind("network", network)
        .bind("subject", subject)
        .map(EVENT)
        .list();
  }

  private static final RowMapper<Event> EVENT =
      (row, context) ->
          new Event(
              row.getLong("seq"),
              Instant.parse(row.getString("at")),
              row.getString("kind"),
              row.getString("subject"),
              row.getString("actor"),
              row.getString("how"),
              row.getString("body"));
}
