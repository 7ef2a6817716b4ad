package org.plek.api.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Moments as text that sorts like time: UTC with milliseconds. */
final class Moments {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Moments() {}

  static String text(Instant moment) {
    return FORM.format(moment);
  }

  static @Nullable String textOrNull(@Nullable Instant moment) {
    return moment == null ? null : text(moment);
  }

  static @Nullable Instant parse(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }
}
