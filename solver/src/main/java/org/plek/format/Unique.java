package org.plek.format;

import java.util.HashSet;
import java.util.Set;

/** Reports what comes twice within one object. */
final class Unique {
  private final IssueCode code;
  private final String message;
  private final Set<Object> seen = new HashSet<>();

  Unique(IssueCode code, String message) {
    this.code = code;
    this.message = message;
  }

  static Unique ids(String noun) {
    return new Unique(IssueCode.DUPLICATE_ID, "this " + noun + " id is taken already here");
  }

  void check(Object value, Reading in, Object... steps) {
    if (!seen.add(value)) {
      in.at(() -> in.error(code, value, message, null), steps);
    }
  }
}
