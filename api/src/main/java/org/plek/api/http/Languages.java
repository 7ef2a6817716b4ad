package org.plek.api.http;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plek.recommend.Language;
import org.plek.recommend.Wording;

/** Which language an answer is in. */
final class Languages {
  private static final Map<Language, Wording> WORDS = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      WORDS.put(language, new Wording(language));
    }
  }

  private Languages() {}

  /** The words of a language; they never change. */
  static Wording words(Language language) {
    return Objects.requireNonNull(WORDS.get(language));
  }

  /** An answer in a language, said so. */
  static Reply in(String language, Reply reply) {
    return reply.with("Content-Language", language).with("Vary", "Accept-Language");
  }

  /**
   * The first language of {@code Accept-Language} that is known, by weight; else that of the law.
   *
   * @param rulePack rule pack of the network, e.g. {@code VL}
   */
  static Language of(@Nullable String accepted, String rulePack) {
    Language usual =
        switch (rulePack) {
          case "VL" -> Language.NL_BE;
          case "NL" -> Language.NL_NL;
          case "FR" -> Language.FR;
          default -> Language.EN;
        };
    if (accepted == null || accepted.isBlank() || accepted.length() > 200) {
      return usual;
    }
    List<Locale.LanguageRange> ranges;
    try {
      ranges = Locale.LanguageRange.parse(accepted);
    } catch (IllegalArgumentException notAList) {
      return usual;
    }
    for (Locale.LanguageRange range : ranges) {
      String tag = range.getRange();
      if (range.getWeight() == 0 || tag.equals("*")) {
        continue;
      }
      if (tag.equals("nl") && usual == Language.NL_NL) {
        return usual;
      }
      Optional<Language> known = Language.of(tag);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return usual;
  }
}
