package org.plek.datasets.importers;

/** The file is not the register it was taken for, or not a table at all. */
public final class UnreadableRegister extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnreadableRegister(String message) {
    super(message);
  }
}
