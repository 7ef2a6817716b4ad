package org.plek.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.domain.Copies;
import org.plek.domain.Dates;
import org.plek.domain.Reserve;
import org.plek.domain.Urgency;
import org.plek.recommend.Language;
import org.plek.recommend.Offer;
import org.plek.recommend.Recommendation;
import org.plek.recommend.SmallestChange.ReserveReleased;
import org.plek.recommend.Wording;
import org.plek.scoring.ConstraintName;

/**
 * Interview tomorrow at ten: three hours, once, no settling in. Moon keeps one place free for
 * urgent requests and releases it a day ahead. Flemish law.
 */
class InterviewTomorrowTest {
  /** Moon is next door, Sun two kilometres away with room for occasional care or not. */
  private static Told interview(Urgency urgency, boolean sunIsFull, int releaseMinutes) {
    return new Told(
        Fixture.from("2026-03-03", 7)
            .asOf("2026-03-02T11:00")
            .rulePack("VL")
            .policy(
                policy ->
                    Copies.with(
                        policy,
                        Map.of(
                            "reserves",
                            List.of(new Reserve("Moon-1", 1, releaseMinutes, 12, Dates.ALWAYS)),
                            "settlingInMinutes",
                            2 * 60)))
            .daycare(
                "Moon",
                p ->
                    p.places(2)
                        .caregivers(1)
                        .regular("regular", "2024-03-01", "Mon-Fri 08:00-18:00"))
            .daycare(
                "Sun",
                p -> {
                  p.at(2, 0).places(2).caregivers(1);
                  p.regular("one", "2024-03-01", "Mon-Fri 08:00-18:00");
                  return sunIsFull ? p.regular("two", "2024-04-01", "Mon-Fri 08:00-18:00") : p;
                })
            .family("Peeters", f -> f.child("Lea", "2024-09-01"))
            .request(
                "interview",
                "Peeters",
                r ->
                    r.askedAt("2026-03-02T11:00")
                        .urgency(urgency)
                        .reason("JOB_INTERVIEW")
                        .care("Lea", "2026-03-03 09:30-12:30")));
  }

  @Test
  void occasionalPlacesFirstThenTheOneThatIsKeptFreeAndItSaysWhich() {
    Told story = interview(Urgency.URGENT, false, 60);

    assertThat(story.broken()).isEmpty();
    assertThat(story.plan).hasSize(1);
    Recommendation answer = story.recommend("interview");
    assertThat(answer.offers())
        .extracting(offer -> offer.with().getFirst().providerId(), Offer::keptFree)
        .containsExactly(tuple("Sun", List.of()), tuple("Moon", List.of("Moon-1")));
    // The one kept free is nearer all the same.
    assertThat(answer.offers().getLast().travelMinutes())
        .isLessThan(answer.offers().getFirst().travelMinutes());
    Wording words = new Wording(Language.EN);
    assertThat(words.reason(answer.offers().getFirst())).doesNotContain("kept free");
    assertThat(words.reason(answer.offers().getLast()))
        .endsWith("It takes a place kept free at Moon-1.");
  }

  @Test
  void thereIsNoSettlingInWhenItIsUrgent() {
    Offer urgent = interview(Urgency.URGENT, false, 60).recommend("interview").offers().getFirst();
    Offer soon = interview(Urgency.SOON, false, 60).recommend("interview").offers().getFirst();

    assertThat(urgent.aims()).doesNotContainKey(ConstraintName.SETTLING_IN);
    assertThat(soon.aims()).containsEntry(ConstraintName.SETTLING_IN, 1L);
  }

  @Test
  void onceReleasedThePlaceIsForEverybodyAndItSaysSo() {
    // From Monday eleven o'clock it is 22.5 hours to the beginning, 25.5 to the end.
    Told story = interview(Urgency.SOON, true, 26 * 60);

    assertThat(story.whereIs("interview-1")).startsWith("Moon 09:30-12:30");
    assertThat(story.recommend("interview").offers())
        .singleElement()
        .satisfies(offer -> assertThat(offer.keptFree()).containsExactly("Moon-1"));
  }

  @Test
  void notReleasedYetTheReasonIsThePlaceKeptFreeAndTheRemedyToReleaseIt() {
    Told story = interview(Urgency.SOON, true, 60);

    assertThat(story.plan).isEmpty();
    Recommendation answer = story.recommend("interview");
    assertThat(answer.offers()).isEmpty();
    assertThat(Told.refusal(answer, "Moon")).startsWith("KEPT_FREE");
    assertThat(Told.refusal(answer, "Sun")).startsWith("LICENSED_CAPACITY");
    assertThat(answer.helpsWhole())
        .filteredOn(ReserveReleased.class::isInstance)
        .singleElement()
        .satisfies(
            help -> {
              ReserveReleased released = (ReserveReleased) help;
              assertThat(released.groupId()).isEqualTo("Moon-1");
              assertThat(released.places()).isEqualTo(1);
            });
  }
}
