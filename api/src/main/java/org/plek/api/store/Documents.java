package org.plek.api.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Providers, families and requests as documents, who is really there, and how far requests are. */
public final class Documents {
  /** What a document is. */
  public enum Kind {
    /** A provider of the network. */
    PROVIDER,
    /** A family. */
    FAMILY,
    /** A request; its owner is the family. */
    REQUEST,
    /** Care that the children of a family had in the past; its id is that of the family. */
    HISTORY,
    /** Places proposed by a planning run; its id is that of the request, its owner the run. */
    PROPOSAL
  }

  /**
   * A document.
   *
   * @param id its id
   * @param owner id of what it belongs to, absent if to nothing
   * @param area code of its area, absent if unknown
   * @param body itself, as JSON
   * @param version grows with every change, from 1
   * @param updatedAt when it was last changed
   */
  public record Row(
      String id,
      @Nullable String owner,
      @Nullable String area,
      String body,
      long version,
      Instant updatedAt) {}

  /**
   * Who is really there on a date.
   *
   * @param providerId the provider
   * @param subject id of a regular child or caregiver there
   * @param day the date
   * @param hours hours of presence as JSON, none when absent
   */
  public record Presence(String providerId, String subject, LocalDate day, String hours) {}

  /**
   * How far a request is.
   *
   * @param requestId the request
   * @param level level of help
   * @param outcome how it ended, absent while it is open
   * @param statement the dated statement that no place was found, as JSON, absent if none was given
   * @param filedBy account that filed it
   * @param version grows with every change, from 1
   */
  public record Progress(
      String requestId,
      String level,
      @Nullable String outcome,
      @Nullable String statement,
      String filedBy,
      long version) {}

  private static final RowMapper<Row> ROW =
      (row, context) ->
          new Row(
              row.getString("id"),
              row.getString("owner"),
              row.getString("area"),
              row.getString("body"),
              row.getLong("version"),
              Instant.parse(row.getString("updated_at")));

  private final Handle handle;

  Documents(Handle handle) {
    this.handle = handle;
  }

  /** All documents of a kind, by id. */
  public List<Row> all(String network, Kind kind) {
    return handle
        .createQuery(
            "SELECT * FROM document WHERE network_id = :network AND kind = :kind ORDER BY id")
        .bind("network", network)
        .bind("kind", kind.name())
        .map(ROW)
        .list();
  }

  /** A document. */
  public Optional<Row> find(String network, Kind kind, String id) {
    return handle
        .createQuery(
            "SELECT * FROM document WHERE network_id = :network AND kind = :kind AND id = :id")
        .bind("network", network)
        .bind("kind", kind.name())
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  /** Adds a document with version 1. */
  public void add(String network, Kind kind, Row row) {
    handle
        .createUpdate(
            "INSERT INTO document VALUES" + " (:network, :kind, :id, :owner, :area, :body, 1, :at)")
        .bind("network", network)
        .bind("kind", kind.name())
        .bind("id", row.id())
        .bind("owner", row.owner())
        .bind("area", row.area())
        .bind("body", row.body())
        .bind("at", Moments.text(row.updatedAt()))
        .execute();
  }

  /**
   * Changes a document of the version given in the row.
   *
   * @throws StaleVersion when the stored version is another
   */
  public void put(String network, Kind kind, Row row) {
    int rows =
        handle
            .createUpdate(
                "UPDATE document SET owner = :owner, area = :area, body = :body,"
                    + " version = version + 1, updated_at = :at WHERE network_id = :network"
                    + " AND kind = :kind AND id = :id AND version = :version")
            .bind("network", network)
            .bind("kind", kind.name())
            .bind("id", row.id())
            .bind("owner", row.owner())
            .bind("area", row.area())
            .bind("body", row.body())
            .bind("version", row.version())
            .bind("at", Moments.text(row.updatedAt()))
            .execute();
    if (rows == 0) {
      throw new StaleVersion(kind.name() + " " + row.id());
    }
  }

  /** Takes out a document that need not be there. */
  public void take(String network, Kind kind, String id) {
    handle
        .createUpdate(
            "DELETE FROM document WHERE network_id = :network AND kind = :kind AND id = :id")
        .bind("network", network)
        .bind("kind", kind.name())
        .bind("id", id)
        .execute();
  }

  /** Takes out all documents of a kind. */
  public void takeAll(String network, Kind kind) {
    handle
        .createUpdate("DELETE FROM document WHERE network_id = :network AND kind = :kind")
        .bind("network", network)
        .bind("kind", kind.name())
        .execute();
  }

  /** Presences on dates from the one given on. */
  public List<Presence> presences(String network, LocalDate from) {
    return handle
        .createQuery(
            "SELECT * FROM presence WHERE network_id = :network AND day >= :from"
                + " ORDER BY provider_id, subject, day")
        .bind("network", network)
        .bind("from", from.toString())
        .map(
            (row, context) ->
                new Presence(
                    row.getString("provider_id"),
                    row.getString("subject"),
                    LocalDate.parse(row.getString("day")),
                    row.getString("hours")))
        .list();
  }

  /** Records who is really there, in place of what was recorded before. */
  public void putPresence(String network, Presence presence, Instant at) {
    takePresence(network, presence.providerId(), presence.subject(), presence.day());
    handle
        .createUpdate(
            "INSERT INTO presence VALUES (:network, :provider, :subject, :day, :hours, :at)")
        .bind("network", network)
        .bind("provider", presence.providerId())
        .bind("subject", presence.subject())
        .bind("day", presence.day().toString())
        .bind("hours", presence.hours())
        .bind("at", Moments.text(at))
        .execute();
  }

  /** Goes back to the roster. */
  public boolean takePresence(String network, String provider, String subject, LocalDate day) {
    return handle
            .createUpdate(
                "DELETE FROM presence WHERE network_id = :network AND provider_id = :provider"
                    + " AND subject = :subject AND day = :day")
            .bind("network", network)
            .bind("provider", provider)
            .bind("subject", subject)
            .bind("day", day.toString())
            .execute()
        > 0;
  }

  /** How far all requests are, by request. */
  public List<Progress> progress(String network) {
    return handle
        .createQuery("SELECT * FROM progress WHERE network_id = :network ORDER BY request_id")
        .bind("network", network)
        .map(
            (row, context) ->
                new Progress(
                    row.getString("request_id"),
                    row.getString("level"),
                    row.getString("outcome"),
                    row.getString("statement"),
                    row.getString("filed_by"),
                    row.getLong("version")))
        .list();
  }

  /**
   * Records how far a request is: version 0 adds it, any other replaces that version.
   *
   * @throws StaleVersion when the stored version is another
   */
  public void putProgress(String network, Progress progress, Instant at) {
    String sql =
        progress.version() == 0
            ? "INSERT INTO progress VALUES (:network, :request, :level, :outcome, :statement,"
                + " :filedBy, 1, :at)"
            : "UPDATE progress SET level = :level, outcome = :outcome, statement = :statement,"
                + " filed_by = :filedBy, version = version + 1, updated_at = :at"
                + " WHERE network_id = :network AND request_id = :request AND version = :version";
    var update =
        handle
            .createUpdate(sql)
            .bind("network", network)
            .bind("request", progress.requestId())
            .bind("level", progress.level())
            .bind("outcome", progress.outcome())
            .bind("statement", progress.statement())
            .bind("filedBy", progress.filedBy())
            .bind("at", Moments.text(at));
    if (progress.version() != 0) {
      update.bind("version", progress.version());
    }
    if (update.execute() == 0) {
      throw new StaleVersion("Request " + progress.requestId());
    }
  }
}
