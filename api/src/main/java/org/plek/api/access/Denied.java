package org.plek.api.access;

/** Somebody is not let in. */
public final class Denied extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long retryAfterSeconds;

  Denied(String message, long retryAfterSeconds) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** After how many seconds another attempt is listened to; 0 for at once. */
  public long retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
