package org.plek.format;

import java.util.List;

/** The name and version of a kind of document. */
final class Format {
  private Format() {}

  /** The document is of another kind or version, so that reading on would only mislead. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  static Text shape(String id) {
    return Text.constant(id);
  }

  static void check(Reading in, String found, String expected) {
    if (found.equals(expected)) {
      return;
    }
    String kind = expected.substring(0, expected.indexOf('/'));
    String hint =
        found.startsWith(kind + "/")
            ? "Maybe it was made for another version of plek; this one reads " + expected + "."
            : List.of(ProblemShape.FORMAT, PlanShapes.FORMAT).contains(found)
                ? "Maybe the wrong file was given."
                : "Maybe it is no " + kind + " document.";
    in.error(IssueCode.WRONG_FORMAT, found, "must be " + expected, hint);
    throw new Wrong();
  }
}
