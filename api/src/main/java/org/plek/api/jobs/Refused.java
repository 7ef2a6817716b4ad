package org.plek.api.jobs;

import java.util.List;

/** The desk does not do what was asked, and says why. Carries no names. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why, as a stable code. */
  public enum Code {
    /** There is nothing under this id. */
    NOT_FOUND,
    /** What was asked does not go from the state things are in. */
    WRONG_STATE,
    /** The version given is no longer the current one. */
    STALE,
    /** The same id exists with other content. */
    EXISTS,
    /** The request has a live offer. */
    LIVE_OFFER,
    /** A rule stands in the way. */
    BLOCKED,
    /** A rule stands in the way that nobody may set aside. */
    NEVER_OVERRULED,
    /** A value is not usable. */
    INVALID
  }

  private final Code code;
  private final transient List<Blocking> blocking;

  /** A refusal with a sentence for people. */
  public Refused(Code code, String message) {
    this(code, message, List.of());
  }

  /** A refusal because of rules. */
  public Refused(Code code, String message, List<Blocking> blocking) {
    super(message);
    this.code = code;
    this.blocking = List.copyOf(blocking);
  }

  /** Why. */
  public Code code() {
    return code;
  }

  /** The rules that stand in the way, in the fixed order. */
  public List<Blocking> blocking() {
    return blocking;
  }
}
