package org.plek.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Answers kept for repeated calls, planning runs, and what was advised. */
public final class Kept {
  /**
   * An answer that a repeated call gets again.
   *
   * @param bodyHash hash of what was asked
   * @param status HTTP status, 0 while the first call is still at work
   * @param headers headers as JSON
   * @param answer body of the answer
   */
  public record Answer(String bodyHash, int status, String headers, String answer) {}

  /** A planning run; body and plan are JSON, the problem zipped JSON in base64. */
  public record Run(
      String id, String body, @Nullable String plan, @Nullable String problem, Instant madeAt) {}

  /** What was advised for a request; the body is JSON, without names. */
  public record Advice(String id, String requestId, Instant at, String actor, String body) {}

  private static final RowMapper<Run> RUN =
      (row, context) ->
          new Run(
              row.getString("id"),
              row.getString("body"),
              row.getString("plan"),
              row.getString("problem"),
              Instant.parse(row.getString("made_at")));

  private final Handle handle;

  Kept(Handle handle) {
    this.handle = handle;
  }

  /** The answer kept for a key. */
  public Optional<Answer> answer(String actor, String key) {
    return handle
        .createQuery("SELECT * FROM idempotency WHERE actor = :actor AND idempotency_key = :key")
        .bind("actor", actor)
        .bind("key", key)
        .map(
            (row, context) ->
                new Answer(
                    row.getString("body_hash"),
                    row.getInt("status"),
                    row.getString("headers"),
                    row.getString("answer")))
        .findOne();
  }

  /** Keeps an answer for a key, in place of the one there. */
  public void putAnswer(String actor, String key, Answer answer, Instant at) {
    takeAnswer(actor, key);
    handle
        .createUpdate(
            "INSERT INTO idempotency VALUES (:actor, :key, :hash, :status, :headers, :answer, :at)")
        .bind("actor", actor)
        .bind("key", key)
        .bind("hash", answer.bodyHash())
        .bind("status", answer.status())
        .bind("headers", answer.headers())
        .bind("answer", answer.answer())
        .bind("at", Moments.text(at))
        .execute();
  }

  /** Forgets the answer for a key. */
  public void takeAnswer(String actor, String key) {
    handle
        .createUpdate("DELETE FROM idempotency WHERE actor = :actor AND idempotency_key = :key")
        .bind("actor", actor)
        .bind("key", key)
        .execute();
  }

  /** Runs of a network, newest first, without plan and problem. */
  public List<Run> runs(String network) {
    return handle
        .createQuery(
            "SELECT id, body, NULL AS plan, NULL AS problem, made_at FROM run"
                + " WHERE network_id = :network ORDER BY made_at DESC, id")
        .bind("network", network)
        .map(RUN)
        .list();
  }

  /** A run without plan and problem. */
  public Optional<Run> head(String network, String id) {
    return handle
        .createQuery(
            "SELECT id, body, NULL AS plan, NULL AS problem, made_at FROM run"
                + " WHERE network_id = :network AND id = :id")
        .bind("network", network)
        .bind("id", id)
        .map(RUN)
        .findOne();
  }

  /** A run. */
  public Optional<Run> run(String network, String id) {
    return handle
        .createQuery("SELECT * FROM run WHERE network_id = :network AND id = :id")
        .bind("network", network)
        .bind("id", id)
        .map(RUN)
        .findOne();
  }

  /** Keeps a run, in place of what was kept of it. */
  public void putRun(String network, Run run) {
    handle
        .createUpdate("DELETE FROM run WHERE network_id = :network AND id = :id")
        .bind("network", network)
        .bind("id", run.id())
        .execute();
    handle
        .createUpdate(
            "INSERT INTO run (network_id, id, body, plan, problem, made_at)"
                + " VALUES (:network, :id, :body, :plan, :problem, :at)")
        .bind("network", network)
        .bind("id", run.id())
        .bind("body", run.body())
        .bind("plan", run.plan())
        .bind("problem", run.problem())
        .bind("at", Moments.text(run.madeAt()))
        .execute();
  }

  /** Changes the body of a run. */
  public void putBody(String network, String id, String body) {
    handle
        .createUpdate("UPDATE run SET body = :body WHERE network_id = :network AND id = :id")
        .bind("network", network)
        .bind("id", id)
        .bind("body", body)
        .execute();
  }

  /** Changes the body of a run if it is still the one that was read; whether it was. */
  public boolean putBody(String network, String id, String before, String after) {
    return handle
            .createUpdate(
                "UPDATE run SET body = :after"
                    + " WHERE network_id = :network AND id = :id AND body = :before")
            .bind("after", after)
            .bind("network", network)
            .bind("id", id)
            .bind("before", before)
            .execute()
        == 1;
  }

  /** Keeps what was advised. */
  public void addAdvice(String network, Advice advice) {
    handle
        .createUpdate("INSERT INTO advice VALUES (:network, :id, :request, :at, :actor, :body)")
        .bind("network", network)
        .bind("id", advice.id())
        .bind("request", advice.requestId())
        .bind("at", Moments.text(advice.at()))
        .bind("actor", advice.actor())
        .bind("body", advice.body())
        .execute();
  }

  /** What was advised for a request, newest first. */
  public List<Advice> advice(String network, String requestId, int limit) {
    return handle
        .createQuery(
            "SELECT * FROM advice WHERE network_id = :network AND request_id = :request"
                + " ORDER BY at DESC, id LIMIT :limit")
        .bind("network", network)
        .bind("request", requestId)
        .bind("limit", limit)
        .map(
            (row, context) ->
                new Advice(
                    row.getString("id"),
                    row.getString("request_id"),
                    Instant.parse(row.getString("at")),
                    row.getString("actor"),
                    row.getString("body")))
        .list();
  }
}
