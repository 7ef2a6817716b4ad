package org.plek.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.plek.Fixture;
import org.plek.ProviderFixture;
import org.plek.domain.SchoolWays;
import org.plek.domain.TravelMode;
import org.plek.domain.Urgency;
import org.plek.recommend.Recommendation;
import org.plek.recommend.SmallestChange.ConditionDropped;
import org.plek.recommend.SmallestChange.Later;

/**
 * On Wednesday two parents are called to a course of three days that starts on Monday. A baby, and
 * a child of nursery-school age who needs care outside school hours only. Siblings together, both
 * or nothing. Flemish law.
 */
class NextWeekBothTest {
  private static final List<String> COURSE = List.of("2026-03-09", "2026-03-10", "2026-03-11");

  /** The school of Tom is half a kilometre from the square. */
  private static final SchoolWays AFTER_SCHOOL = new SchoolWays(Fixture.point(0.5, 0), null);

  /**
   * Ann fetches at the school and asks three days' notice. Bea, near by, minds one child more and
   * fetches nobody.
   */
  private static Told course(UnaryOperator<ProviderFixture> ann) {
    return new Told(
        Fixture.from("2026-03-09", 14)
            .asOf("2026-03-04T09:00")
            .rulePack("VL")
            .childminder(
                "Ann",
                p ->
                    ann.apply(
                        p.open("Mon-Fri 07:00-18:30")
                            .noticeMinutes(3 * 24 * 60)
                            .escort(TravelMode.WALK, 15)))
            .childminder("Bea", p -> p.at(1, 0).open("Mon-Fri 07:00-18:30"))
            .family("Peeters", f -> f.baby("Lea", "2025-07-01").child("Tom", "2022-09-01"))
            .request(
                "course",
                "Peeters",
                r -> {
                  r.askedAt("2026-03-04T09:00")
                      .urgency(Urgency.SOON)
                      .reason("TRAINING")
                      .siblingsTogether()
                      .allOrNothing();
                  for (String day : COURSE) {
                    r.care("Lea", day + " 08:00-17:30");
                    r.school("Tom", day + " 15:30-17:30", AFTER_SCHOOL);
                  }
                  return r;
                }));
  }

  @Test
  void bothAreWithTheChildminderWhoFetchesAtSchool() {
    Told story = course(ann -> ann);

    assertThat(story.broken()).isEmpty();
    assertThat(story.plan).hasSize(6);
    assertThat(story.providers()).containsExactly("Ann");
    assertThat(story.whereIs("course-1")).isEqualTo("Ann 08:00-17:30");
    // She is at school at half past three, and walks back with Tom.
    assertThat(story.whereIs("course-2")).isEqualTo("Ann 15:30-17:30");
    assertThat(story.whyNot("course-2", "Bea")).startsWith("ESCORT");
  }

  @Test
  void whenItDoesNotFitTheEarliestCourseOnWhichBothFit() {
    // Ann is full until the end of next week, but for one child.
    Told story =
        course(
            ann -> {
              ann.places(6);
              for (int child = 1; child <= 5; child++) {
                ann.contract(
                    "regular" + child,
                    "2024-01-0" + child,
                    "Mon-Fri 07:00-18:30",
                    "2025-09-01",
                    "2026-03-14");
              }
              return ann;
            });

    assertThat(story.plan).as("both or nothing").isEmpty();
    assertThat(story.unplaced()).hasSize(6);
    Recommendation answer = story.recommend("course");
    assertThat(answer.offers()).isEmpty();
    assertThat(Told.refusal(answer, "Ann")).startsWith("LICENSED_CAPACITY");

    // A course that starts on the Monday after, and not a day earlier.
    assertThat(answer.helpsWhole())
        .filteredOn(Later.class::isInstance)
        .singleElement()
        .satisfies(
            help -> {
              Later later = (Later) help;
              assertThat(later.days()).isEqualTo(7);
              assertThat(later.then()).hasSize(6);
              assertThat(later.then().getFirst().legs().getFirst().start())
                  .isEqualTo("2026-03-16T08:00");
            });
    // Next week all the same, if the children may be apart: she has room for one, Bea for the baby.
    assertThat(answer.helpsWhole())
        .filteredOn(ConditionDropped.class::isInstance)
        .singleElement()
        .satisfies(
            help -> {
              ConditionDropped dropped = (ConditionDropped) help;
              assertThat(dropped.together()).isTrue();
              assertThat(dropped.then())
                  .extracting(each -> each.legs().getFirst().providerId())
                  .containsExactly("Bea", "Ann", "Bea", "Ann", "Bea", "Ann");
            });
  }

  @Test
  void aFewDaysOfNoticeAreEnoughForSomeAndNotForOthers() {
    // Seven days' notice from Wednesday nine o'clock reach into Wednesday next week.
    Told story = course(ann -> ann.noticeMinutes(7 * 24 * 60));

    assertThat(story.plan).isEmpty();
    Recommendation answer = story.recommend("course");
    assertThat(Told.refusal(answer, "Ann")).startsWith("NOTICE");
    assertThat(answer.helpsWhole())
        .filteredOn(Later.class::isInstance)
        .singleElement()
        .satisfies(help -> assertThat(((Later) help).days()).isEqualTo(7));
  }
}
