package org.plek.api.cli;

import org.plek.api.store.StoreSettings;
import picocli.CommandLine.Option;

/** Where the store is. */
final class StoreOption {
  @Option(
      names = "--store",
      paramLabel = "STORE",
      defaultValue = "plek.db",
      description = "The store: a file, or jdbc:postgresql://HOST/DATABASE (${DEFAULT-VALUE}).")
  private String address = "";

  @Option(names = "--store-user", defaultValue = "", description = "User of a PostgreSQL.")
  private String user = "";

  @Option(
      names = "--store-password-variable",
      paramLabel = "NAME",
      defaultValue = "PLEK_STORE_PASSWORD",
      description = "Environment variable that holds the password of that user (${DEFAULT-VALUE}).")
  private String passwordVariable = "";

  StoreSettings settings(Console console) {
    return StoreSettings.at(
        address, user, console.environment().getOrDefault(passwordVariable, ""));
  }
}
