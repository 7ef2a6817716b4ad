package org.plek.api.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Agreements, each with its legs. */
public final class AgreementRows {
  /**
   * An agreement.
   *
   * @param id its id
   * @param requestId the request
   * @param familyId the family
   * @param state name of its state
   * @param until when its state ends by itself, absent if never
   * @param body the state's facts as JSON
   * @param version grows with every change, from 1
   * @param madeAt when it was made
   * @param legs the stays agreed, by care session and order
   */
  public record Row(
      String id,
      String requestId,
      String familyId,
      String state,
      @Nullable Instant until,
      String body,
      long version,
      Instant madeAt,
      List<LegRow> legs) {
    public Row {
      legs = List.copyOf(legs);
    }
  }

  /** One stay of an agreement, local times. */
  public record LegRow(
      String sessionId,
      int leg,
      String providerId,
      String groupId,
      LocalDateTime start,
      LocalDateTime end,
      int escortMinutes) {}

  private final Handle handle;

  AgreementRows(Handle handle) {
    this.handle = handle;
  }

  /** All agreements of a network with their legs, in the order they were made. */
  public List<Row> all(String network) {
    Map<String, List<LegRow>> legs = new HashMap<>();
    handle
        .createQuery(
            "SELECT * FROM agreement_leg WHERE network_id = :network"
                + " ORDER BY agreement_id, session_id, leg")
        .bind("network", network)
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("agreement_id"),
                    new LegRow(
                        row.getString("session_id"),
                        row.getInt("leg"),
                        row.getString("provider_id"),
                        row.getString("group_id"),
                        LocalDateTime.parse(row.getString("starts_at")),
                        LocalDateTime.parse(row.getString("ends_at")),
                        row.getInt("escort_minutes"))))
        .forEach(
            leg -> legs.computeIfAbsent(leg.getKey(), id -> new ArrayList<>()).add(leg.getValue()));
    return handle
        .createQuery("SELECT * FROM agreement WHERE network_id = :network ORDER BY made_at, id")
        .bind("network", network)
        .map(
            (row, context) ->
                new Row(
                    row.getString("id"),
                    row.getString("request_id"),
                    row.getString("family_id"),
                    row.getString("state"),
                    Moments.parse(row.getString("until")),
                    row.getString("body"),
                    row.getLong("version"),
                    Instant.parse(row.getString("made_at")),
                    legs.getOrDefault(row.getString("id"), List.of())))
        .list();
  }

  /**
   * Adds an agreement with its legs; its version becomes 1.
   *
   * @throws AlreadyThere (from {@link Store#write}) when the request has a live one already
   */
  public void add(String network, Row row) {
    handle
        .createUpdate(
            "INSERT INTO agreement VALUES (:network, :id, :request, :family, :state, :until,"
                + " :body, 1, :at, :at)")
        .bind("network", network)
        .bind("id", row.id())
        .bind("request", row.requestId())
        .bind("family", row.familyId())
        .bind("state", row.state())
        .bind("until", Moments.textOrNull(row.until()))
        .bind("body", row.body())
        .bind("at", Moments.text(row.madeAt()))
        .execute();
    if (row.legs().isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO agreement_leg VALUES (:network, :agreement, :session, :leg, :provider,"
                + " :group, :start, :end, :escort)");
    for (LegRow leg : row.legs()) {
      batch
          .bind("network", network)
          .bind("agreement", row.id())
          .bind("session", leg.sessionId())
          .bind("leg", leg.leg())
          .bind("provider", leg.providerId())
          .bind("group", leg.groupId())
          .bind("start", leg.start().toString())
          .bind("end", leg.end().toString())
          .bind("escort", leg.escortMinutes())
          .add();
    }
    batch.execute();
  }

  /**
   * Changes the state of an agreement of the version given in the row; legs never change.
   *
   * @throws StaleVersion when the stored version is another
   */
  public void put(String network, Row row, Instant at) {
    int rows =
        handle
            .createUpdate(
                "UPDATE agreement SET state = :state, until = :until, body = :body,"
                    + " version = version + 1, updated_at = :at WHERE network_id = :network"
                    + " AND id = :id AND version = :version")
            .bind("network", network)
            .bind("id", row.id())
            .bind("state", row.state())
            .bind("until", Moments.textOrNull(row.until()))
            .bind("body", row.body())
            .bind("version", row.version())
            .bind("at", Moments.text(at))
            .execute();
    if (rows == 0) {
      throw new StaleVersion("Agreement " + row.id());
    }
  }
}
