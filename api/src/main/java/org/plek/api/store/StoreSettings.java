package org.plek.api.store;

import java.nio.file.Path;

/**
 * Where the store is.
 *
 * @param url JDBC address, {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE}
 * @param user user of a PostgreSQL, empty for SQLite
 * @param password password of that user
 * @param durable whether a write that was acknowledged survives a loss of power; false only for
 *     replays and tests that may lose everything
 */
public record StoreSettings(String url, String user, String password, boolean durable) {
  /** One file. */
  public static StoreSettings file(Path file) {
    return new StoreSettings("jdbc:sqlite:" + file.toAbsolutePath(), "", "", true);
  }

  /** A store by its address: a JDBC address, or else the path of a file. */
  public static StoreSettings at(String address, String user, String password) {
    return address.startsWith("jdbc:")
        ? new StoreSettings(address, user, password, true)
        : file(Path.of(address));
  }

  /** The same store without waiting for the disk. */
  public StoreSettings forgetful() {
    return new StoreSettings(url, user, password, false);
  }

  @Override
  public String toString() {
    return url;
  }
}
