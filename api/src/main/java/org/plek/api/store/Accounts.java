package org.plek.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Local accounts and their credentials. */
public final class Accounts {
  /**
   * An account.
   *
   * @param id its id
   * @param name name to sign in with
   * @param body roles and objects as JSON
   * @param passwordHash hash of the password, absent when it has none
   * @param version grows with every change, from 1
   */
  public record Row(
      String id, String name, String body, @Nullable String passwordHash, long version) {}

  /**
   * An API key or a signed-in session.
   *
   * @param id public part
   * @param accountId the account
   * @param kind {@code KEY} or {@code SESSION}
   * @param hash hash of the secret part
   * @param note what it is for
   * @param expiresAt when it ends, absent if never
   */
  public record Credential(
      String id,
      String accountId,
      String kind,
      String hash,
      String note,
      @Nullable Instant expiresAt) {}

  private static final RowMapper<Row> ROW =
      (row, context) ->
          new Row(
              row.getString("id"),
              row.getString("name"),
              row.getString("body"),
              row.getString("password_hash"),
              row.getLong("version"));

  private static final RowMapper<Credential> CREDENTIAL =
      (row, context) ->
          new Credential(
              row.getString("id"),
              row.getString("account_id"),
              row.getString("kind"),
              row.getString("hash"),
              row.getString("note"),
              Moments.parse(row.getString("expires_at")));

  private final Handle handle;

  Accounts(Handle handle) {
    this.handle = handle;
  }

  /** All accounts, by name. */
  public List<Row> all() {
    return handle.createQuery("SELECT * FROM account ORDER BY name").map(ROW).list();
  }

  /** An account by id. */
  public Optional<Row> find(String id) {
    return handle
        .createQuery("SELECT * FROM account WHERE id = :id")
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  /** An account by the name to sign in with. */
  public Optional<Row> named(String name) {
    return handle
        .createQuery("SELECT * FROM account WHERE name = :name")
        .bind("name", name)
        .map(ROW)
        .findOne();
  }

  /**
   * Keeps an account: version 0 adds it, any other replaces that version.
   *
   * @throws StaleVersion when the stored version is another
   */
  public void put(Row account, Instant at) {
    String sql =
        account.version() == 0
            ? "INSERT INTO account VALUES (:id, :name, :body, :hash, 1, :at)"
            : "UPDATE account SET name = :name, body = :body, password_hash = :hash,"
                + " version = version + 1, updated_at = :at"
                + " WHERE id = :id AND version = :version";
    var update =
        handle
            .createUpdate(sql)
            .bind("id", account.id())
            .bind("name", account.name())
            .bind("body", account.body())
            .bind("hash", account.passwordHash())
            .bind("at", Moments.text(at));
    if (account.version() != 0) {
      update.bind("version", account.version());
    }
    if (update.execute() == 0) {
      throw new StaleVersion("Account " + account.name());
    }
  }

  /** Keeps a new credential. */
  public void add(Credential credential, Instant at) {
    handle
        .createUpdate(
            "INSERT INTO credential VALUES (:id, :account, :kind, :hash, :note, :at, :expires)")
        .bind("id", credential.id())
        .bind("account", credential.accountId())
        .bind("kind", credential.kind())
        .bind("hash", credential.hash())
        .bind("note", credential.note())
        .bind("at", Moments.text(at))
        .bind("expires", Moments.textOrNull(credential.expiresAt()))
        .execute();
  }

  /** A credential by its public part. */
  public Optional<Credential> credential(String id) {
    return handle
        .createQuery("SELECT * FROM credential WHERE id = :id")
        .bind("id", id)
        .map(CREDENTIAL)
        .findOne();
  }

  /** Credentials of an account of one kind. */
  public List<Credential> credentials(String accountId, String kind) {
    return handle
        .createQuery(
            "SELECT * FROM credential WHERE account_id = :account AND kind = :kind ORDER BY id")
        .bind("account", accountId)
        .bind("kind", kind)
        .map(CREDENTIAL)
        .list();
  }

  /** Ends a credential. */
  public boolean revoke(String id) {
    return handle.createUpdate("DELETE FROM credential WHERE id = :id").bind("id", id).execute()
        > 0;
  }

  /** Ends every credential of an account of one kind. */
  public void revokeAll(String accountId, String kind) {
    handle
        .createUpdate("DELETE FROM credential WHERE account_id = :account AND kind = :kind")
        .bind("account", accountId)
        .bind("kind", kind)
        .execute();
  }
}
