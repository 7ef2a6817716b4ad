package org.plek.recommend;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Leg;
import org.plek.recommend.SmallestChange.CaregiverLonger;
import org.plek.recommend.SmallestChange.ConditionDropped;
import org.plek.recommend.SmallestChange.FamilyLimit;
import org.plek.recommend.SmallestChange.Later;
import org.plek.recommend.SmallestChange.MoreVolume;
import org.plek.recommend.SmallestChange.Move;
import org.plek.recommend.SmallestChange.Moves;
import org.plek.recommend.SmallestChange.ReserveReleased;
import org.plek.recommend.SmallestChange.Shifted;
import org.plek.recommend.SmallestChange.Shortened;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.plain.Match;
import org.plek.scoring.plain.Tightest;

/** Puts answers into one sentence each, in one language. Names things by their ids. */
public final class Wording {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  private final Map<String, String> sentences = new HashMap<>();
  private final Locale locale;
  private final DateTimeFormatter day;
  private final DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** Words of a language. */
  public Wording(Language language) {
    locale = language.locale();
    day = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", locale);
    for (String file : files(language)) {
      read(file).forEach((key, text) -> sentences.put((String) key, (String) text));
    }
  }

  /** The files of a language, the later going before the earlier. */
  static List<String> files(Language language) {
    String tag = language.tag();
    int dash = tag.indexOf('-');
    return dash < 0 ? List.of(tag) : List.of(tag.substring(0, dash), tag);
  }

  static Properties read(String file) {
    Properties read = new Properties();
    try (InputStream in = Wording.class.getResourceAsStream("words_" + file + ".properties")) {
      if (in == null) {
        throw new IllegalStateException("There are no words for " + file + ".");
      }
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  /** A sentence with its terms, nothing else filled in. */
  String said(String key) {
    return say(key, Map.of("amount", 1));
  }

  /** Keys of all sentences and terms. */
  Set<String> keys() {
    return sentences.keySet();
  }

  /** Why an offer is good or less so, in one sentence. */
  public String reason(Offer offer) {
    Tightest tightest = offer.tightest();
    int unknown = offer.unknownFaces();
    String faces =
        unknown == 0
            ? say("faces.known", Map.of())
            : say(unknown == 1 ? "faces.one" : "faces.new", Map.of("count", unknown));
    Map<String, Object> words = new HashMap<>();
    words.put("providers", listed(offer.with().stream().map(Offer.With::providerId).toList()));
    words.put("placed", offer.placements().size());
    words.put("asked", offer.placements().size() + offer.missing().size());
    words.put("price", money(offer.cents()));
    words.put("rate", money(offer.centsPerHour()));
    words.put("travel", offer.travelMinutes());
    words.put("faces", faces);
    words.put("tightest", day.format(tightest.at()));
    words.put("children", tightest.children());
    words.put("childWord", say(tightest.children() == 1 ? "child" : "children", Map.of()));
    words.put("there", tightest.caregiversThere());
    words.put(
        "caregivers", say(tightest.caregiversThere() == 1 ? "caregiver" : "caregivers", Map.of()));
    words.put("required", tightest.caregiversRequired());
    words.put(
        "kept",
        (offer.keptFree().isEmpty()
                ? ""
                : say("offer.kept", Map.of("groups", listed(offer.keptFree()))))
            + besides("offer.deposit", offer.depositCents())
            + besides("offer.noShow", offer.noShowCents()));
    return say(offer.whole() ? "offer.whole" : "offer.part", words);
  }

  private String besides(String key, long cents) {
    return cents == 0 ? "" : say(key, Map.of("amount", money(cents)));
  }

  /** What blocks care with a provider, in one sentence. */
  public String reason(String providerId, Match blocker) {
    return say("refusal", blocked(providerId, blocker));
  }

  /**
   * Why not with a provider, in one sentence.
   *
   * @param asked care sessions asked in all
   */
  public String reason(Refusal refusal, int asked) {
    Map<String, Object> words = blocked(refusal.providerId(), refusal.blocker());
    words.put("placed", refusal.served().size());
    words.put("asked", asked);
    return say(refusal.served().isEmpty() ? "refusal" : "refusal.rest", words);
  }

  private Map<String, Object> blocked(String providerId, Match blocker) {
    Map<String, Object> words = new HashMap<>();
    words.put("provider", providerId);
    words.put("rule", rule(blocker.constraint(), blocker.amount()));
    LocalDateTime from = blocker.from();
    LocalDateTime until = blocker.until();
    words.put(
        "when",
        from == null || until == null ? "" : say("when", Map.of("time", times(from, until))));
    return words;
  }

  /** What a rule says when it is broken by so much; its English meaning where words are missing. */
  private String rule(ConstraintName rule, long amount) {
    String key = "blocked." + rule;
    return sentences.containsKey(key) ? say(key, Map.of("amount", amount)) : rule.meaning();
  }

  /** A change that helps, in one sentence. */
  public String sentence(SmallestChange change) {
    return switch (change) {
      case Moves moves ->
          say(
              "change.Moves",
              Map.of("moves", listed(moves.moves().stream().map(this::move).toList())));
      case ReserveReleased released ->
          say(
              "change.ReserveReleased",
              Map.of("places", released.places(), "group", released.groupId()));
      case CaregiverLonger longer ->
          say(
              longer.opening() ? "change.CaregiverLonger.opening" : "change.CaregiverLonger",
              Map.of(
                  "person", longer.caregiverId(),
                  "group", longer.groupId(),
                  "time", times(longer.from(), longer.until()),
                  "minutes", longer.size()));
      case Shifted shifted ->
          say(
              shifted.minutes() > 0 ? "change.Shifted.later" : "change.Shifted.earlier",
              Map.of("minutes", shifted.size(), "sessions", listed(shifted.sessionIds())));
      case Later later -> say("change.Later", Map.of("days", later.days()));
      case Shortened shorter ->
          say(
              "change.Shortened",
              Map.of(
                  "start", shorter.startMinutes(),
                  "end", shorter.endMinutes(),
                  "sessions", listed(shorter.sessionIds())));
      case MoreVolume more ->
          say("change.MoreVolume", Map.of("minutes", more.minutes(), "days", more.daysPerWeek()));
      case FamilyLimit limit -> say("change.FamilyLimit", Map.of("limits", limits(limit)));
      case ConditionDropped dropped ->
          say(
              dropped.together()
                  ? "change.ConditionDropped.together"
                  : "change.ConditionDropped.allOrNothing",
              Map.of());
    };
  }

  private String move(Move move) {
    return say(
        "move",
        Map.of("session", move.sessionId(), "from", legs(move.from()), "to", legs(move.to())));
  }

  private String limits(FamilyLimit limit) {
    List<String> limits = new ArrayList<>();
    Integer way = limit.travelMinutes();
    Integer price = limit.centsPerHour();
    if (way != null) {
      limits.add(say("limit.way", Map.of("minutes", way)));
    }
    if (price != null) {
      limits.add(say("limit.price", Map.of("rate", money(price))));
    }
    return listed(limits);
  }

  /** Where and when care is, e.g. {@code d3 Wed 9 Dec 08:00–12:30}. */
  public String legs(List<Leg> legs) {
    return listed(
        legs.stream().map(leg -> leg.groupId() + " " + times(leg.start(), leg.end())).toList());
  }

  /** A time of one date or two. */
  private String times(LocalDateTime from, LocalDateTime until) {
    boolean sameDay = from.toLocalDate().equals(until.toLocalDate());
    return day.format(from) + "–" + (sameDay ? time : day).format(until);
  }

  /** Cents as an amount in the currency of the network. */
  private String money(long cents) {
    return String.format(locale, "%,.2f", cents / 100.0);
  }

  private String listed(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    return String.join(", ", parts.subList(0, parts.size() - 1))
        + " "
        + say("and", Map.of())
        + " "
        + parts.getLast();
  }

  private String say(String key, Map<String, ?> words) {
    String sentence = sentences.get(key);
    if (sentence == null) {
      throw new IllegalStateException("There are no words for " + key + " in " + locale + ".");
    }
    return PLACE
        .matcher(sentence)
        .replaceAll(
            found -> {
              @Nullable Object word = words.get(found.group(1));
              return Matcher.quoteReplacement(
                  word == null ? say(found.group(1), Map.of()) : String.valueOf(word));
            });
  }
}
