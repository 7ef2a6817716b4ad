package org.plek.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.plek.api.jobs.Town.ANN;
import static org.plek.api.jobs.Town.BEN;
import static org.plek.api.jobs.Town.stay;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.api.jobs.AgreementState.Confirmed;
import org.plek.api.jobs.AgreementState.Offered;
import org.plek.api.jobs.Refused.Code;
import org.plek.api.store.Networks;
import org.plek.api.store.Store;
import org.plek.api.store.StoreSettings;
import org.plek.domain.Leg;
import org.plek.format.Issue;
import org.plek.scoring.ConstraintName;

class AgreementsTest {
  private static final String NINE = "2026-03-03T09:00";
  private static final String NOON = "2026-03-03T12:00";

  @TempDir Path folder;
  private Store store;
  private Town town;

  @BeforeEach
  void open() {
    store = Store.open(StoreSettings.file(folder.resolve("plek.db")).forgetful());
    town =
        new Town(store)
            .childminder("els", 1, "")
            .childminder("ina", 3, "")
            .family("f1")
            .family("f2")
            .request("r1", "f1", NINE, NOON)
            .request("r2", "f2", NINE, NOON);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Refused refused(ThrowingCallable call) {
    return catchThrowableOfType(Refused.class, call);
  }

  private static Map<String, List<Leg>> atEls(String request) {
    return stay(request + "/1", "els", NINE, NOON);
  }

  @Test
  void a_place_is_held_offered_and_agreed_when_family_and_provider_said_yes() {
    Agreement held = town.hold("r1", atEls("r1"));
    assertThat(held.state().label()).isEqualTo("HELD");
    assertThat(held.state().ends()).isEqualTo(Town.MONDAY_SEVEN.plusSeconds(15 * 60));
    Agreement offered = town.agreements().offer(held.id(), 1L, ANN);
    assertThat(offered.state().ends())
        .as("an urgent request has four hours to answer")
        .isEqualTo(Town.MONDAY_SEVEN.plusSeconds(4 * 3600));
    Agreement half = town.agreements().confirm(held.id(), 2L, null, ANN);
    assertThat(half.state()).isInstanceOf(Offered.class);
    assertThat(town.requests().find("r1").progress().outcome()).isNull();
    Agreement agreed = town.agreements().confirm(held.id(), 3L, "els", BEN);
    assertThat(agreed.state()).isInstanceOf(Confirmed.class);
    assertThat(((Confirmed) agreed.state()).answers())
        .extracting(Answer::providerId, Answer::by)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(null, ANN),
            org.assertj.core.groups.Tuple.tuple("els", BEN));
    assertThat(town.requests().find("r1").progress().outcome()).isEqualTo(Outcome.PLACED);
    assertThat(town.reopened().agreements().find(held.id())).isEqualTo(agreed);
    List<Networks.Event> events = store.read(tx -> tx.networks().eventsOf("town", held.id()));
    assertThat(events)
        .extracting(Networks.Event::kind)
        .containsExactly("HELD", "OFFERED", "ACCEPTED", "ACCEPTED", "CONFIRMED");
  }

  @Test
  void the_last_place_is_not_held_twice_and_the_law_says_why() {
    town.hold("r1", atEls("r1"));
    Refused second = refused(() -> town.hold("r2", atEls("r2")));
    assertThat(second.code()).isEqualTo(Code.BLOCKED);
    assertThat(second.blocking().getFirst().constraint())
        .isEqualTo(ConstraintName.LICENSED_CAPACITY);
    assertThat(town.hold("r2", stay("r2/1", "ina", NINE, NOON)).state().label()).isEqualTo("HELD");
  }

  @Test
  void a_hold_that_ran_out_gives_its_place_to_the_next() {
    Agreement held = town.hold("r1", atEls("r1"));
    town.clock.pass(14);
    assertThat(refused(() -> town.hold("r2", atEls("r2"))).code()).isEqualTo(Code.BLOCKED);
    town.clock.pass(1);
    town.hold("r2", atEls("r2"));
    assertThat(refused(() -> town.agreements().offer(held.id(), null, ANN)).code())
        .isEqualTo(Code.WRONG_STATE);
    assertThat(town.agreements().endWhatRanOut()).isEqualTo(1);
    assertThat(town.agreements().find(held.id()).state().label()).isEqualTo("EXPIRED");
    assertThat(town.agreements().endWhatRanOut()).isZero();
  }

  @Test
  void a_request_has_one_live_offer_and_gets_the_next_after_release_or_no() {
    Agreement first = town.hold("r1", atEls("r1"));
    assertThat(refused(() -> town.hold("r1", stay("r1/1", "ina", NINE, NOON))).code())
        .isEqualTo(Code.LIVE_OFFER);
    town.agreements().release(first.id(), null, "other wish", ANN);
    Agreement second = town.hold("r1", stay("r1/1", "ina", NINE, NOON));
    town.agreements().offer(second.id(), null, ANN);
    town.agreements().decline(second.id(), null, "ina", "no room after all", BEN);
    assertThat(town.agreements().find(second.id()).state().label()).isEqualTo("DECLINED");
    town.hold("r1", atEls("r1"));
    assertThat(town.agreements().ofRequest("r1")).hasSize(3);
  }

  @Test
  void a_stale_broker_is_told_so() {
    Agreement held = town.hold("r1", atEls("r1"));
    town.agreements().offer(held.id(), 1L, ANN);
    Refused late = refused(() -> town.agreements().release(held.id(), 1L, null, BEN));
    assertThat(late.code()).isEqualTo(Code.STALE);
    assertThat(late).hasMessageContaining("version 2");
  }

  @Test
  void what_is_agreed_is_cancelled_by_a_person_and_the_request_is_open_again() {
    Agreement agreed = agreed("r1", atEls("r1"), "els");
    assertThat(refused(() -> town.agreements().release(agreed.id(), null, null, ANN)).code())
        .isEqualTo(Code.WRONG_STATE);
    town.clock.pass(60 * 24 * 30);
    assertThat(town.agreements().find(agreed.id()).keepsPlacesAt(town.clock.instant())).isTrue();
    town.agreements().cancel(agreed.id(), null, "child is ill", ANN);
    assertThat(town.requests().find("r1").progress().outcome()).isNull();
  }

  private Agreement agreed(String request, Map<String, List<Leg>> stays, String provider) {
    Agreement held = town.hold(request, stays);
    town.agreements().offer(held.id(), null, ANN);
    town.agreements().confirm(held.id(), null, provider, BEN);
    return town.agreements().confirm(held.id(), null, null, ANN);
  }

  @Test
  void a_no_show_is_noted_once_the_care_has_begun() {
    Agreement agreed = agreed("r1", atEls("r1"), "els");
    assertThat(refused(() -> town.agreements().noShow(agreed.id(), null, "r1/1", BEN)).code())
        .isEqualTo(Code.WRONG_STATE);
    town.clock.pass(26 * 60);
    Agreement missed = town.agreements().noShow(agreed.id(), null, "r1/1", BEN);
    assertThat(((Confirmed) missed.state()).noShows()).containsExactly("r1/1");
  }

  @Test
  void a_rule_of_the_house_is_overruled_with_a_reason_and_the_law_never() {
    town.childminder("mia", 1, ",'noticeMinutes':4320");
    Refused blocked = refused(() -> town.hold("r1", stay("r1/1", "mia", NINE, NOON)));
    assertThat(blocked.blocking())
        .extracting(Blocking::constraint)
        .containsExactly(ConstraintName.NOTICE);
    Agreement held = overruled("r1", "mia", "she agreed on the telephone");
    assertThat(Objects.requireNonNull(held.overruling()).reason())
        .isEqualTo("she agreed on the telephone");
    assertThat(town.reopened().agreements().find(held.id())).isEqualTo(held);
    Refused law = refused(() -> overruled("r2", "mia", "just this once"));
    assertThat(law.code()).isEqualTo(Code.NEVER_OVERRULED);
    assertThat(law.blocking())
        .extracting(Blocking::constraint)
        .contains(ConstraintName.LICENSED_CAPACITY)
        .doesNotContain(ConstraintName.NOTICE);
  }

  private Agreement overruled(String request, String provider, String reason) {
    return town.agreements()
        .hold(
            new Agreements.Wanted(
                request, stay(request + "/1", provider, NINE, NOON), null, reason),
            ANN);
  }

  @Test
  void nothing_is_held_for_who_searches_alone_or_is_only_advised() {
    town.requests().help("r1", HelpLevel.ADVISED, null, ANN);
    assertThat(refused(() -> town.hold("r1", atEls("r1"))).code()).isEqualTo(Code.WRONG_STATE);
    town.requests().help("r1", HelpLevel.BROKERED, null, ANN);
    town.hold("r1", atEls("r1"));
    assertThat(refused(() -> town.requests().help("r1", HelpLevel.SELF, null, ANN)).code())
        .isEqualTo(Code.LIVE_OFFER);
  }

  @Test
  void a_request_without_a_place_is_kept_with_a_dated_statement() {
    Requests.Filed closed =
        town.requests().noSolution("r1", List.of("no place at these hours"), null, ANN);
    Statement statement = Objects.requireNonNull(closed.progress().statement());
    assertThat(statement.at()).isEqualTo(Town.MONDAY_SEVEN);
    assertThat(statement.providersSearched()).isEqualTo(2);
    assertThat(statement.careMinutes()).isEqualTo(180);
    assertThat(closed.progress().outcome()).isEqualTo(Outcome.NO_CAPACITY);
    assertThat(town.reopened().requests().find("r1")).isEqualTo(closed);
    assertThat(refused(() -> town.hold("r1", atEls("r1"))).code()).isEqualTo(Code.WRONG_STATE);
    town.requests().reopen("r1", null, ANN);
    town.hold("r1", atEls("r1"));
    assertThat(refused(() -> town.requests().close("r1", Outcome.PLACED, null, ANN)).code())
        .isEqualTo(Code.INVALID);
  }

  @Test
  void need_is_counted_by_level_and_outcome_and_small_cells_are_hidden() {
    for (int i = 3; i <= 8; i++) {
      town.family("f" + i).request("r" + i, "f" + i, NINE, NOON);
      town.requests().close("r" + i, Outcome.FOUND_ITSELF, null, ANN);
    }
    assertThat(town.requests().need(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1)))
        .containsExactly(
            new Requests.Need("1011", HelpLevel.BROKERED, "FOUND_ITSELF", 6),
            new Requests.Need("1011", HelpLevel.BROKERED, "OPEN", null));
  }

  @Test
  void a_request_of_all_or_nothing_is_held_whole() {
    town.asking(
        "r3",
        "f1",
        ",'limits':{'allOrNothing':true,'maxTravelMinutes':30}",
        "2026-03-04T09:00",
        "2026-03-04T12:00",
        "2026-03-05T09:00",
        "2026-03-05T12:00");
    Map<String, List<Leg>> both =
        new HashMap<>(stay("r3/1", "els", "2026-03-04T09:00", "2026-03-04T12:00"));
    assertThat(refused(() -> town.hold("r3", both)).blocking())
        .extracting(Blocking::constraint)
        .containsExactly(ConstraintName.ALL_OR_NOTHING);
    both.putAll(stay("r3/2", "ina", "2026-03-05T09:00", "2026-03-05T12:00"));
    assertThat(town.hold("r3", both).providers()).containsExactlyInAnyOrder("els", "ina");
  }

  @Test
  void the_same_hold_asked_again_under_its_id_is_the_same_hold() {
    Agreements.Wanted wanted = new Agreements.Wanted("r1", atEls("r1"), null, null);
    Agreement first = town.agreements().hold("a-1", wanted, ANN);
    assertThat(town.agreements().hold("a-1", wanted, ANN)).isEqualTo(first);
    Agreements.Wanted other = new Agreements.Wanted("r2", atEls("r2"), null, null);
    assertThat(refused(() -> town.agreements().hold("a-1", other, ANN)).code())
        .isEqualTo(Code.EXISTS);
  }

  @Test
  void stays_that_make_no_sense_are_refused() {
    assertThat(refused(() -> town.hold("r1", Map.of())).code()).isEqualTo(Code.INVALID);
    assertThatExceptionOfType(InvalidPart.class)
        .isThrownBy(() -> town.hold("r1", stay("r2/1", "nobody", NINE, NOON)))
        .satisfies(
            wrong ->
                assertThat(wrong.issues())
                    .extracting(Issue::pointer)
                    .containsExactly("/stays/0/sessionId", "/stays/0/legs/0/providerId"));
    assertThat(
            refused(() -> town.hold("r1", stay("r1/1", "els", NINE, "2026-03-03T11:00")))
                .blocking())
        .extracting(Blocking::constraint)
        .contains(ConstraintName.SESSION_TIME);
  }

  @Test
  void an_ill_childminder_shows_in_the_check_of_the_same_day() {
    agreed("r1", atEls("r1"), "els");
    LocalDate tuesday = LocalDate.of(2026, 3, 3);
    assertThat(town.agreements().recheck("els", tuesday)).isEmpty();
    town.supply().present("els", "els", tuesday, List.of(), BEN);
    assertThat(town.reopened().agreements().recheck("els", tuesday))
        .extracting(Blocking::constraint)
        .contains(ConstraintName.RATIO);
    assertThat(refused(() -> town.hold("r2", stay("r2/1", "els", NINE, NOON))).code())
        .isEqualTo(Code.BLOCKED);
    town.supply().asRostered("els", "els", tuesday, BEN);
    assertThat(town.agreements().recheck("els", tuesday)).isEmpty();
  }

  @Test
  void two_desks_on_one_store_see_each_other() {
    Town other = town.reopened();
    town.hold("r1", atEls("r1"));
    assertThat(refused(() -> other.hold("r2", atEls("r2"))).code()).isEqualTo(Code.BLOCKED);
  }
}
