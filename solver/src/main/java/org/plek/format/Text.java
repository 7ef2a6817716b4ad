package org.plek.format;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** A text that is not blank. */
final class Text extends Shape<String> {
  final int maxLength;
  final String what;
  private final BiFunction<Reading, String, String> keep;

  private Text(int maxLength, String what, BiFunction<Reading, String, String> keep) {
    this.maxLength = maxLength;
    this.what = what;
    this.keep = keep;
  }

  /** Free text. */
  static Text free(int maxLength) {
    return new Text(maxLength, "a text", (in, text) -> text);
  }

  /** A code that many things share. */
  static Text code() {
    return new Text(100, "a text", Reading::shared);
  }

  /** A new id. */
  static Text id(IdKind kind) {
    return new Text(
        200,
        "a text, the id of a new " + kind.noun,
        (in, id) -> {
          in.ids.declare(kind, id);
          return id;
        });
  }

  /** An id of something else in the document. */
  static Text reference(IdKind kind) {
    return reference(kind, Severity.ERROR);
  }

  static Text reference(IdKind kind, Severity unknown) {
    return new Text(
        200, "a text, the id of a " + kind.noun, (in, id) -> in.ids.refer(kind, id, unknown));
  }

  /** Always the same text, the format of the document. */
  static Text constant(String text) {
    return new Text(
        100,
        "a text, \"" + text + "\"",
        (in, found) -> {
          Format.check(in, found, text);
          return text;
        });
  }

  /** An id of a rule pack. */
  static Text rulePack() {
    return new Text(
        100,
        "a text, the id of a rule pack",
        (in, id) -> {
          if (!in.rulePacks.isEmpty() && !in.rulePacks.contains(id)) {
            in.error(
                IssueCode.UNKNOWN_ID,
                id,
                "no rule pack has this id",
                "Maybe one of "
                    + in.rulePacks.stream().sorted().toList()
                    + ", or a pack of your own that was not given.");
          }
          return in.shared(id);
        });
  }

  @Override
  @Nullable String read(Reading in) {
    if (in.json.currentToken() != JsonToken.VALUE_STRING) {
      in.wrongType(what);
      return null;
    }
    String text = in.json.getString();
    if (text.isBlank()) {
      in.error(IssueCode.OUT_OF_RANGE, '"' + text + '"', "must not be blank", null);
      return null;
    }
    if (text.length() > maxLength && text.codePointCount(0, text.length()) > maxLength) {
      in.error(
          IssueCode.OUT_OF_RANGE, text, "must have at most " + maxLength + " characters", null);
      return null;
    }
    return keep.apply(in, text);
  }

  @Override
  void write(Writing out, String value) {
    out.json().writeString(value);
  }

  @Override
  String expected() {
    return what;
  }
}
