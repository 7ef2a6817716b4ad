package org.plek.api.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500ms}, {@code 60s}, {@code 2m}, {@code 1h30m} or ISO 8601 ({@code PT1M}). */
final class DurationArgument implements ITypeConverter<Duration> {
  private static final Pattern SHORT =
      Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

  @Override
  public Duration convert(String value) {
    Duration duration = parse(value.strip().toLowerCase(java.util.Locale.ROOT));
    if (duration.isZero() || duration.isNegative()) {
      throw new TypeConversionException("'" + value + "' is no time. Maybe 60s, 2m or PT1M.");
    }
    return duration;
  }

  private static Duration parse(String text) {
    Matcher parts = SHORT.matcher(text);
    if (!text.isEmpty() && parts.matches()) {
      return Duration.ofHours(part(parts, 1))
          .plusMinutes(part(parts, 2))
          .plusSeconds(part(parts, 3))
          .plusMillis(part(parts, 4));
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }

  private static long part(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
  }
}
