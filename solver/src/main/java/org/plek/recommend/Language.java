package org.plek.recommend;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Languages in which answers are worded. The words of the field differ by country. */
public enum Language {
  /** Dutch of Flanders: onthaalouder, kinderbegeleider. */
  NL_BE("nl-BE"),
  /** Dutch of the Netherlands: gastouder, pedagogisch medewerker. */
  NL_NL("nl-NL"),
  /** French. */
  FR("fr"),
  /** English. */
  EN("en");

  private final Locale locale;

  Language(String tag) {
    locale = Locale.forLanguageTag(tag);
  }

  /** The tag as in HTTP and HTML, e.g. {@code nl-BE}. */
  public String tag() {
    return locale.toLanguageTag();
  }

  /** For numbers and dates. */
  Locale locale() {
    return locale;
  }

  /** The language of a tag; {@code nl} alone is the Dutch of Flanders. */
  public static Optional<Language> of(String tag) {
    Locale asked = Locale.forLanguageTag(tag);
    return Arrays.stream(values())
        .filter(
            each ->
                each.locale.getLanguage().equals(asked.getLanguage())
                    && (asked.getCountry().isEmpty()
                        || each.locale.getCountry().isEmpty()
                        || each.locale.getCountry().equals(asked.getCountry())))
        .findFirst();
  }
}
