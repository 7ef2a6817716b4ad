package org.plek.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** A text with a meaning of its own: a date, a time, a zone. */
final class Parsed<T> extends Shape<T> {
  static final Parsed<LocalDate> DATE =
      new Parsed<>(
          "a date as text, like 2026-12-01",
          "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
          LocalDate::parse,
          LocalDate::toString);
  static final Parsed<LocalTime> TIME =
      new Parsed<>(
          "a local time as text, like 08:00",
          "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$",
          LocalTime::parse,
          LocalTime::toString);
  static final Parsed<LocalDateTime> DATE_TIME =
      new Parsed<>(
          "a local date and time as text, like 2026-12-01T08:00",
          "^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$",
          LocalDateTime::parse,
          LocalDateTime::toString);
  static final Parsed<ZoneId> ZONE =
      new Parsed<>(
          "a time zone as text, like Europe/Brussels",
          "^[A-Za-z][A-Za-z0-9_+:/-]*$",
          ZoneId::of,
          ZoneId::getId);

  final String pattern;
  private final String what;
  private final Pattern compiled;
  private final Function<String, T> parse;
  private final Function<T, String> print;

  private Parsed(
      String what, String pattern, Function<String, T> parse, Function<T, String> print) {
    this.what = what;
    this.pattern = pattern;
    this.compiled = Pattern.compile(pattern);
    this.parse = parse;
    this.print = print;
  }

  @Override
  @Nullable T read(Reading in) {
    if (in.json.currentToken() != JsonToken.VALUE_STRING) {
      in.wrongType(what);
      return null;
    }
    String text = in.json.getString();
    try {
      if (compiled.matcher(text).matches()) {
        return in.shared(parse.apply(text));
      }
    } catch (DateTimeException noSuchMoment) {
      // Reported below, with what a right one looks like.
    }
    in.error(IssueCode.BAD_VALUE, '"' + text + '"', "must be " + what, hint(text));
    return null;
  }

  private @Nullable String hint(String text) {
    if (text.startsWith("24:00")) {
      return "Maybe \"00:00\" with overnight: true.";
    }
    if (text.endsWith("Z") || text.matches(".*[T ]..:.*[+-]\\d\\d:?\\d\\d")) {
      return "Maybe leave the offset out: all times are local, in the zone of the problem.";
    }
    if (this == ZONE) {
      return Nearest.hint(text, ZoneId.getAvailableZoneIds());
    }
    if (text.matches("\\d:\\d\\d.*")) {
      return "Maybe \"0" + text + "\".";
    }
    return text.matches("\\d\\d?[/.-]\\d\\d?[/.-]\\d{4}.*")
        ? "Maybe write the year first, then month and day."
        : null;
  }

  @Override
  void write(Writing out, T value) {
    out.json().writeString(print.apply(value));
  }

  @Override
  String expected() {
    return what;
  }
}
