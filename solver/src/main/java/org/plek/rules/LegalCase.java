package org.plek.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A single case put to the law, in the form of the golden rows: a kind of case, ages, caregivers
 * and facts by name. Facts that no rule asks for are ignored.
 *
 * @param care kind of case, e.g. {@code daycare}, {@code childminder_backup}
 * @param agesMonths ages of the children in completed months
 * @param caregivers caregivers present; absent if the case asks for them
 * @param facts values by name
 */
public record LegalCase(
    String care,
    List<Integer> agesMonths,
    @Nullable Integer caregivers,
    Map<String, String> facts) {
  public LegalCase {
    agesMonths = List.copyOf(agesMonths);
    facts = Map.copyOf(facts);
  }

  /**
   * Reads a case from text.
   *
   * @param ages months separated by {@code ;}
   * @param caregivers a number, or blank
   * @param facts {@code key=value} joined by {@code |}; a key alone counts as {@code true}
   */
  public static LegalCase of(String care, String ages, String caregivers, String facts) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (String fact : facts.split("\\|", -1)) {
      if (!fact.isBlank()) {
        int equals = fact.indexOf('=');
        String name = equals < 0 ? fact : fact.substring(0, equals);
        byName.put(name.strip(), equals < 0 ? "true" : fact.substring(equals + 1).strip());
      }
    }
    return new LegalCase(
        care.strip(),
        numbers(ages),
        caregivers.isBlank() ? null : Integer.valueOf(caregivers.strip()),
        byName);
  }

  /** The first of these facts that is named. */
  @Nullable String text(String... names) {
    for (String name : names) {
      String value = facts.get(name);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  /** Whether one of these facts is named and true. */
  boolean is(String... names) {
    String value = text(names);
    return value != null && isYes(value);
  }

  /** Whether one of these facts is named and not true. */
  boolean isNot(String... names) {
    String value = text(names);
    return value != null && !isYes(value);
  }

  private static boolean isYes(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "false", "no", "none", "0", "n", "not" -> false;
      default -> true;
    };
  }

  /** A number, or absent when it is not named or is no number. */
  @Nullable BigDecimal number(String... names) {
    String value = text(names);
    if (value == null || !value.matches("-?\\d+([.,]\\d+)?%?")) {
      return null;
    }
    return new BigDecimal(value.replace("%", "").replace(',', '.'));
  }

  /** A whole number, rounded down. */
  int whole(int otherwise, String... names) {
    BigDecimal value = number(names);
    return value == null ? otherwise : value.intValue();
  }

  /** Minutes of a fact in hours, rounded up; absent when it is not named. */
  @Nullable Integer minutesOfHours(String... names) {
    BigDecimal hours = number(names);
    return hours == null
        ? null
        : hours
            .multiply(BigDecimal.valueOf(60))
            .setScale(0, java.math.RoundingMode.CEILING)
            .intValueExact();
  }

  /** Whole numbers separated by commas, semicolons or spaces. */
  List<Integer> list(String... names) {
    String value = text(names);
    return value == null ? List.of() : numbers(value);
  }

  @Nullable LocalTime time(String... names) {
    String value = text(names);
    return value == null || !value.matches("\\d{2}:\\d{2}") ? null : LocalTime.parse(value);
  }

  /** The date of the case; the middle of a year named as regime; else the one given. */
  LocalDate date(LocalDate otherwise) {
    String date = text("date");
    if (date != null && date.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return LocalDate.parse(date);
    }
    String regime = text("regime");
    return regime != null && regime.matches("\\d{4}")
        ? LocalDate.of(Integer.parseInt(regime), 7, 1)
        : otherwise;
  }

  private static List<Integer> numbers(String text) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : text.split("[;,\\s/+]+", -1)) {
      if (part.matches("\\d+")) {
        numbers.add(Integer.valueOf(part));
      }
    }
    return numbers;
  }
}
