package org.plek.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

/** Every sentence in every language. */
class WordingTest {
  private static final LocalDateTime EIGHT = LocalDateTime.of(2026, 12, 9, 8, 0);

  @ParameterizedTest
  @EnumSource(Language.class)
  void hasEveryKey(Language language) {
    assertThat(new TreeSet<>(new Wording(language).keys()))
        .isEqualTo(new TreeSet<>(new Wording(Language.EN).keys()));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void hasWordsForEveryRule(Language language) {
    Wording wording = new Wording(language);
    for (ConstraintName rule : ConstraintName.values()) {
      if (rule.level() == ConstraintName.Level.HARD) {
        assertThat(wording.keys()).contains("blocked." + rule);
        Refusal refusal =
            new Refusal(
                "d1",
                List.of(),
                List.of(),
                new Match(rule, 3, "d1", "d1", List.of(), EIGHT, EIGHT.plusHours(1), ""),
                List.of());
        assertThat(wording.reason(refusal, 1)).contains("d1").endsWith(".").doesNotContain("{");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void hasWordsForEveryChange(Language language) {
    List<SmallestChange> changes =
        List.of(
            new Moves(List.of(new Move("s1", List.of(), List.of())), List.of()),
            new ReserveReleased("g1", 1, List.of()),
            new CaregiverLonger("c1", "g1", EIGHT, EIGHT.plusMinutes(30), false, List.of()),
            new CaregiverLonger("c1", "g1", EIGHT, EIGHT.plusMinutes(30), true, List.of()),
            new Shifted(15, List.of(), List.of()),
            new Shifted(-15, List.of(), List.of()),
            new Later(2, List.of()),
            new Shortened(15, 30, List.of(), List.of()),
            new MoreVolume(60, 1, List.of()),
            new FamilyLimit(20, 900, List.of()),
            new ConditionDropped(true, false, List.of()),
            new ConditionDropped(false, true, List.of()));
    assertThat(changes.stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(SmallestChange.class.getPermittedSubclasses());
    Wording wording = new Wording(language);
    for (SmallestChange change : changes) {
      assertThat(wording.sentence(change)).endsWith(".").doesNotContain("{");
    }
  }

  @Test
  void keepsTheWordsOfTheTwoDutchCountriesApart() {
    String flemish = new Wording(Language.NL_BE).said("blocked.ESCORT");
    String dutch = new Wording(Language.NL_NL).said("blocked.ESCORT");
    assertThat(flemish).contains("onthaalouder").doesNotContain("gastouder");
    assertThat(dutch).contains("gastouder").doesNotContain("onthaalouder");
    assertThat(
            Wording.read("nl").values().stream()
                .flatMap(
                    text ->
                        Stream.of("onthaal", "gastouder", "begeleider", "medewerker")
                            .filter(word -> ((String) text).contains(word))))
        .as("words of one country in the common file")
        .isEmpty();
  }
}
