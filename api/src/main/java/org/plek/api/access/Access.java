package org.plek.api.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.api.store.Accounts;
import org.plek.api.store.AlreadyThere;
import org.plek.api.store.StaleVersion;
import org.plek.api.store.Store;
import tools.jackson.databind.json.JsonMapper;

/** Lets people and programs in. */
public final class Access {
  private static final Duration SESSION = Duration.ofHours(10);
  private static final String TOKEN = "plek_";
  private static final String KEY = "KEY";
  private static final String SIGNED_IN = "SESSION";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Store store;
  private final InstantSource clock;
  private final SecureRandom chance;
  private final @Nullable OidcTokens oidc;
  private final Attempts attempts = new Attempts();
  private final String nobodysHash;

  /**
   * @param chance where passwords, keys and salts come from
   * @param oidc tokens of an OpenID Connect provider; absent when none is trusted
   */
  public Access(Store store, InstantSource clock, SecureRandom chance, @Nullable OidcTokens oidc) {
    this.store = store;
    this.clock = clock;
    this.chance = chance;
    this.oidc = oidc;
    this.nobodysHash = Passwords.hash(secret(), chance);
  }

  /** What is kept of an account beside its columns. */
  private record Body(
      Set<Role> roles,
      Set<String> networks,
      Set<String> areas,
      Set<String> providers,
      Set<String> families,
      boolean mustChangePassword,
      boolean disabled) {}

  /**
   * A secret that is shown once.
   *
   * @param id public part
   * @param token the whole, for {@code Authorization: Bearer}
   * @param expiresAt when it ends, absent if never
   */
  public record Issued(String id, String token, @Nullable Instant expiresAt) {}

  /** An API key without its secret. */
  public record Key(String id, String note, @Nullable Instant expiresAt) {}

  /**
   * Makes the first account when there is none.
   *
   * @return name and one-time password, or empty when accounts exist
   */
  public Optional<String[]> firstStart() {
    if (!store.read(tx -> tx.accounts().all()).isEmpty()) {
      return Optional.empty();
    }
    String password = secret();
    Account first =
        new Account(
            "u-" + hex(8),
            "admin",
            Set.of(Role.ADMINISTRATOR),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            true,
            false,
            0);
    try {
      add(first, password);
    } catch (IllegalArgumentException anotherInstanceWasFirst) {
      return Optional.empty();
    }
    return Optional.of(new String[] {"admin", password});
  }

  /**
   * Who stands behind an {@code Authorization} header.
   *
   * @throws Denied when nobody does
   */
  public Account authenticate(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      throw new Denied("Sign in first.", 0);
    }
    String token = authorization.substring("Bearer ".length()).strip();
    Account account =
        token.startsWith(TOKEN)
            ? byCredential(token)
            : Optional.ofNullable(oidc)
                .orElseThrow(() -> new Denied("This token is not known here.", 0))
                .account(token);
    if (account.disabled()) {
      throw new Denied("This account is disabled.", 0);
    }
    return account;
  }

  private Account byCredential(String token) {
    String[] parts = token.substring(TOKEN.length()).split("_", 2);
    Instant now = clock.instant();
    Optional<Accounts.Row> found =
        parts.length != 2
            ? Optional.empty()
            : store.read(
                tx ->
                    tx.accounts()
                        .credential(parts[0])
                        .filter(credential -> sameHash(credential.hash(), parts[1]))
                        .filter(credential -> isValid(credential.expiresAt(), now))
                        .flatMap(credential -> tx.accounts().find(credential.accountId())));
    return found.map(Access::account).orElseThrow(() -> new Denied("Sign in again.", 0));
  }

  private static boolean isValid(@Nullable Instant expiresAt, Instant now) {
    return expiresAt == null || expiresAt.isAfter(now);
  }

  private static boolean sameHash(String hash, String secret) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII),
        sha256(secret).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Signs somebody in for ten hours.
   *
   * @throws Denied when name or password are wrong, or there were too many attempts
   */
  public Issued signIn(String name, String password) {
    Instant now = clock.instant();
    long wait = attempts.waitSeconds(name, now);
    if (wait > 0) {
      throw new Denied("Too many attempts. Maybe wait a little.", wait);
    }
    Optional<Accounts.Row> row = store.read(tx -> tx.accounts().named(name));
    String hash = row.map(Accounts.Row::passwordHash).orElse(nobodysHash);
    boolean matches =
        password.length() <= Passwords.MOST_LENGTH && Passwords.matches(password, hash);
    if (row.isEmpty() || !matches || account(row.get()).disabled()) {
      attempts.failed(name, now);
      throw new Denied("Name or password is wrong.", 0);
    }
    attempts.succeeded(name);
    return issue(row.get().id(), SIGNED_IN, "", now.plus(SESSION));
  }

  /** Signs out: ends the session behind an {@code Authorization} header. */
  public void signOut(String authorization) {
    String token = authorization.substring("Bearer ".length()).strip();
    if (token.startsWith(TOKEN)) {
      String id = token.substring(TOKEN.length()).split("_", 2)[0];
      store.change(
          tx -> {
            if (tx.accounts()
                .credential(id)
                .filter(credential -> credential.kind().equals(SIGNED_IN))
                .isPresent()) {
              tx.accounts().revoke(id);
            }
          });
    }
  }

  /**
   * Changes the own password; every signed-in session of the account ends.
   *
   * @throws Denied when the old password is wrong
   * @throws IllegalArgumentException when the new one is too short or the old one again
   */
  public void changePassword(Account account, String old, String fresh) {
    Accounts.Row row =
        store
            .read(tx -> tx.accounts().find(account.id()))
            .orElseThrow(() -> new Denied("This account has no password here.", 0));
    String hash = row.passwordHash();
    if (hash == null || !Passwords.matches(old, hash)) {
      throw new Denied("The old password is wrong.", 0);
    }
    if (fresh.equals(old)) {
      throw new IllegalArgumentException("The new password is the old one.");
    }
    refuseWeak(fresh);
    Account changed = account(row).mustChangePassword() ? settled(account(row)) : account(row);
    String freshHash = Passwords.hash(fresh, chance);
    store.change(
        tx -> {
          tx.accounts().put(row(changed, freshHash), clock.instant());
          tx.accounts().revokeAll(account.id(), SIGNED_IN);
        });
  }

  private static Account settled(Account a) {
    return new Account(
        a.id(),
        a.name(),
        a.roles(),
        a.networks(),
        a.areas(),
        a.providers(),
        a.families(),
        false,
        a.disabled(),
        a.version());
  }

  private static void refuseWeak(String password) {
    if (password.length() < Passwords.LEAST_LENGTH || password.length() > Passwords.MOST_LENGTH) {
      throw new IllegalArgumentException(
          "A password has "
              + Passwords.LEAST_LENGTH
              + " to "
              + Passwords.MOST_LENGTH
              + " characters. Maybe use a few words.");
    }
  }

  /** All accounts, by name. */
  public List<Account> accounts() {
    return store.read(tx -> tx.accounts().all()).stream().map(Access::account).toList();
  }

  /** An account. */
  public Optional<Account> find(String id) {
    return store.read(tx -> tx.accounts().find(id)).map(Access::account);
  }

  /**
   * Makes an account with a one-time password.
   *
   * @return the password; shown once
   * @throws IllegalArgumentException when the name is taken
   */
  public String add(Account account) {
    String password = secret();
    add(account, password);
    return password;
  }

  private void add(Account account, String password) {
    String hash = Passwords.hash(password, chance);
    try {
      store.change(tx -> tx.accounts().put(row(account, hash), clock.instant()));
    } catch (AlreadyThere e) {
      throw new IllegalArgumentException("An account of this name exists.");
    }
  }

  /**
   * Changes an account of the version it carries; when it is disabled its sessions and keys end.
   *
   * @return whether it was still of that version
   */
  public boolean change(Account account) {
    try {
      write(account);
      return true;
    } catch (StaleVersion e) {
      return false;
    }
  }

  private void write(Account account) {
    store.change(
        tx -> {
          String hash =
              tx.accounts().find(account.id()).map(Accounts.Row::passwordHash).orElse(null);
          tx.accounts().put(row(account, hash), clock.instant());
          if (account.disabled()) {
            tx.accounts().revokeAll(account.id(), SIGNED_IN);
            tx.accounts().revokeAll(account.id(), KEY);
          }
        });
  }

  /** Makes an API key; its secret is shown once. */
  public Issued addKey(String accountId, String note, @Nullable Instant expiresAt) {
    return issue(accountId, KEY, note, expiresAt);
  }

  /** API keys of an account. */
  public List<Key> keys(String accountId) {
    return store.read(tx -> tx.accounts().credentials(accountId, KEY)).stream()
        .map(key -> new Key(key.id(), key.note(), key.expiresAt()))
        .toList();
  }

  /** Ends an API key of an account. */
  public boolean revokeKey(String accountId, String keyId) {
    return store.write(
        tx ->
            tx.accounts()
                .credential(keyId)
                .filter(key -> key.accountId().equals(accountId) && key.kind().equals(KEY))
                .map(key -> tx.accounts().revoke(keyId))
                .orElse(false));
  }

  private Issued issue(String accountId, String kind, String note, @Nullable Instant expiresAt) {
    String id = hex(8);
    String secret = secret();
    store.change(
        tx ->
            tx.accounts()
                .add(
                    new Accounts.Credential(id, accountId, kind, sha256(secret), note, expiresAt),
                    clock.instant()));
    return new Issued(id, TOKEN + id + "_" + secret, expiresAt);
  }

  private static Account account(Accounts.Row row) {
    Body body = JSON.readValue(row.body(), Body.class);
    return new Account(
        row.id(),
        row.name(),
        body.roles(),
        body.networks(),
        body.areas(),
        body.providers(),
        body.families(),
        body.mustChangePassword(),
        body.disabled(),
        row.version());
  }

  private static Accounts.Row row(Account a, @Nullable String hash) {
    Body body =
        new Body(
            a.roles(),
            a.networks(),
            a.areas(),
            a.providers(),
            a.families(),
            a.mustChangePassword(),
            a.disabled());
    return new Accounts.Row(a.id(), a.name(), JSON.writeValueAsString(body), hash, a.version());
  }

  /** A fresh secret of 160 bits. */
  private String secret() {
    byte[] bytes = new byte[20];
    chance.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replace('_', '.');
  }

  /** A fresh id of so many random bytes. */
  public String hex(int bytes) {
    byte[] random = new byte[bytes];
    chance.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
