package org.plek.api.store;

/** Somebody else has written meanwhile; read again and decide anew. */
public final class StaleVersion extends RuntimeException {
  private static final long serialVersionUID = 1;

  StaleVersion(String what) {
    super(what + " was changed meanwhile. Maybe read it again and decide anew.");
  }
}
