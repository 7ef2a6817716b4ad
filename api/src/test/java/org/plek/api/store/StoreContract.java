package org.plek.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.api.store.Documents.Kind;

/** What every store does, whatever the database. One short subclass per database. */
abstract class StoreContract {
  static final Instant MONDAY = Instant.parse("2026-03-02T07:00:00Z");
  static final Instant LATER = MONDAY.plusSeconds(3600);

  @TempDir Path folder;
  Store store;

  /** Settings of a new, empty store. */
  abstract StoreSettings empty() throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = Store.open(empty());
    store.change(
        tx -> {
          tx.networks().add("ghent", "{}", MONDAY);
          tx.networks().append("ghent", 0, List.of(event("NETWORK_MADE", "ghent")), MONDAY);
        });
  }

  @AfterEach
  void close() {
    store.close();
  }

  static Networks.NewEvent event(String kind, String subject) {
    return new Networks.NewEvent(kind, subject, "broker-1", "PHONE", "{}");
  }

  static AgreementRows.Row hold(String id, String request, @Nullable Instant until) {
    return new AgreementRows.Row(
        id,
        request,
        "family-1",
        "HELD",
        until,
        "{\"who\":\"broker-1\"}",
        1,
        MONDAY,
        List.of(leg("s1", 0, "08:00", "12:00"), leg("s1", 1, "12:00", "17:15")));
  }

  static AgreementRows.LegRow leg(String session, int number, String from, String to) {
    LocalDate date = LocalDate.of(2026, 3, 3);
    return new AgreementRows.LegRow(
        session,
        number,
        "daycare-" + number,
        "group-" + number,
        LocalDateTime.parse(date + "T" + from),
        LocalDateTime.parse(date + "T" + to),
        number * 10);
  }

  static Documents.Row document(String id, String body, long version) {
    return new Documents.Row(id, "family-1", "9000", body, version, MONDAY);
  }

  static <T> List<T> list(Store from, Function<Transaction, List<T>> reading) {
    return from.read(reading);
  }

  static <T> Optional<T> found(Store from, Function<Transaction, Optional<T>> reading) {
    return from.read(reading);
  }

  @Test
  void a_document_is_read_as_it_was_written_and_changes_only_from_the_version_known() {
    store.change(tx -> tx.documents().add("ghent", Kind.REQUEST, document("r1", "{\"é\":1}", 0)));
    assertThat(found(store, tx -> tx.documents().find("ghent", Kind.REQUEST, "r1")))
        .contains(document("r1", "{\"é\":1}", 1));
    store.change(tx -> tx.documents().put("ghent", Kind.REQUEST, document("r1", "{\"b\":2}", 1)));
    assertThatThrownBy(
            () ->
                store.change(
                    tx -> tx.documents().put("ghent", Kind.REQUEST, document("r1", "{}", 1))))
        .isInstanceOf(StaleVersion.class)
        .hasMessageContaining("r1");
    assertThat(list(store, tx -> tx.documents().all("ghent", Kind.REQUEST)))
        .containsExactly(document("r1", "{\"b\":2}", 2));
    assertThat(list(store, tx -> tx.documents().all("ghent", Kind.PROVIDER))).isEmpty();
  }

  @Test
  void what_exists_is_not_added_twice() {
    store.change(tx -> tx.documents().add("ghent", Kind.FAMILY, document("f1", "{}", 0)));
    assertThatThrownBy(
            () ->
                store.change(
                    tx -> tx.documents().add("ghent", Kind.FAMILY, document("f1", "{}", 0))))
        .isInstanceOf(AlreadyThere.class);
    assertThatThrownBy(() -> store.change(tx -> tx.networks().add("ghent", "{}", MONDAY)))
        .isInstanceOf(AlreadyThere.class);
  }

  @Test
  void a_write_that_fails_leaves_nothing_behind() {
    assertThatThrownBy(
            () ->
                store.change(
                    tx -> {
                      tx.documents().add("ghent", Kind.FAMILY, document("f1", "{}", 0));
                      tx.agreements().add("ghent", hold("a1", "r1", null));
                      tx.networks().append("ghent", 7, List.of(event("HELD", "a1")), MONDAY);
                    }))
        .isInstanceOf(StaleVersion.class);
    assertThat(list(store, tx -> tx.documents().all("ghent", Kind.FAMILY))).isEmpty();
    assertThat(list(store, tx -> tx.agreements().all("ghent"))).isEmpty();
    assertThat(store.read(tx -> tx.networks().find("ghent")).orElseThrow().lastEvent())
        .isEqualTo(1);
  }

  @Test
  void events_are_numbered_without_gaps_and_never_change() {
    store.change(
        tx ->
            tx.networks()
                .append("ghent", 1, List.of(event("HELD", "a1"), event("OFFERED", "a1")), LATER));
    assertThat(list(store, tx -> tx.networks().events("ghent", 1, 10)))
        .extracting(Networks.Event::seq, Networks.Event::kind, Networks.Event::at)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2L, "HELD", LATER),
            org.assertj.core.groups.Tuple.tuple(3L, "OFFERED", LATER));
    assertThat(list(store, tx -> tx.networks().eventsOf("ghent", "a1"))).hasSize(2);
    assertThat(list(store, tx -> tx.networks().events("ghent", 0, 2))).hasSize(2);
    for (String sql :
        List.of(
            "UPDATE event SET kind = 'X'",
            "DELETE FROM event",
            "DELETE FROM audit",
            "UPDATE audit SET actor = 'X'")) {
      store.change(tx -> tx.audit().append(List.of(call("GET /x"))));
      assertThatThrownBy(() -> raw(sql)).as(sql).hasMessageContaining("append-only");
    }
  }

  /** Runs a statement past the door of the store, as somebody with the database at hand would. */
  abstract void raw(String sql) throws Exception;

  static Audit.Entry call(String action) {
    return new Audit.Entry(MONDAY, "broker-1", action, "ghent", "r1", "ALLOWED", 200);
  }

  @Test
  void an_agreement_comes_back_with_its_legs_in_order() {
    store.change(tx -> tx.agreements().add("ghent", hold("a1", "r1", LATER)));
    assertThat(list(store, tx -> tx.agreements().all("ghent")))
        .containsExactly(hold("a1", "r1", LATER));
  }

  @Test
  void a_request_has_one_live_offer() {
    store.change(tx -> tx.agreements().add("ghent", hold("a1", "r1", LATER)));
    assertThatThrownBy(
            () -> store.change(tx -> tx.agreements().add("ghent", hold("a2", "r1", LATER))))
        .isInstanceOf(AlreadyThere.class);
    store.change(tx -> tx.agreements().add("ghent", hold("a3", "r2", LATER)));
    AgreementRows.Row held = hold("a1", "r1", LATER);
    store.change(
        tx ->
            tx.agreements()
                .put(
                    "ghent",
                    new AgreementRows.Row(
                        "a1", "r1", "family-1", "RELEASED", null, "{}", 1, MONDAY, held.legs()),
                    LATER));
    store.change(tx -> tx.agreements().add("ghent", hold("a2", "r1", LATER)));
    assertThatThrownBy(() -> store.change(tx -> tx.agreements().put("ghent", held, LATER)))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void of_two_writers_who_know_the_same_last_event_one_succeeds() throws Exception {
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 20; round++) {
        long last = round + 1;
        Callable<Boolean> append =
            () -> {
              try {
                store.change(
                    tx -> tx.networks().append("ghent", last, List.of(event("X", "x")), MONDAY));
                return true;
              } catch (StaleVersion lost) {
                return false;
              }
            };
        List<Future<Boolean>> answers = both.invokeAll(List.of(append, append));
        assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
            .containsExactlyInAnyOrder(true, false);
      }
    }
  }

  @Test
  void progress_presence_names_and_accounts_are_kept() {
    LocalDate day = LocalDate.of(2026, 3, 2);
    Documents.Presence ill = new Documents.Presence("daycare-1", "carer-1", day, "[]");
    store.change(
        tx -> {
          tx.documents()
              .putProgress(
                  "ghent",
                  new Documents.Progress("r1", "BROKERED", null, null, "broker-1", 0),
                  MONDAY);
          tx.documents().putPresence("ghent", ill, MONDAY);
          tx.documents().putPresence("ghent", ill, LATER);
          tx.people()
              .put("ghent", People.Kind.FAMILY, "f1", new People.Row("{\"n\":1}", 0), MONDAY);
          tx.accounts().put(new Accounts.Row("u1", "ann", "{}", "hash", 0), MONDAY);
          tx.accounts()
              .add(new Accounts.Credential("k1", "u1", "KEY", "hash", "till", null), MONDAY);
        });
    assertThat(list(store, tx -> tx.documents().presences("ghent", day))).containsExactly(ill);
    assertThat(list(store, tx -> tx.documents().presences("ghent", day.plusDays(1)))).isEmpty();
    boolean taken =
        store.write(tx -> tx.documents().takePresence("ghent", "daycare-1", "carer-1", day));
    assertThat(taken).isTrue();
    assertThat(list(store, tx -> tx.documents().progress("ghent")))
        .extracting(Documents.Progress::version)
        .containsExactly(1L);
    assertThat(found(store, tx -> tx.people().find("ghent", People.Kind.FAMILY, "f1")))
        .contains(new People.Row("{\"n\":1}", 1));
    assertThat(store.read(tx -> tx.accounts().named("ann")).orElseThrow().version()).isEqualTo(1);
    assertThat(found(store, tx -> tx.accounts().credential("k1"))).isPresent();
    store.change(tx -> tx.accounts().revokeAll("u1", "KEY"));
    assertThat(found(store, tx -> tx.accounts().credential("k1"))).isEmpty();
  }

  @Test
  void everything_goes_out_and_comes_back_into_either_database() throws Exception {
    fill();
    Path first = folder.resolve("first.jsonl.gz");
    long rows = store.backup(first);
    Path otherFile = folder.resolve("other.db");
    Path second = folder.resolve("second.jsonl");
    try (Store other = Store.open(StoreSettings.file(otherFile))) {
      assertThat(other.restore(first)).isEqualTo(rows);
      assertThat(other.backup(second)).isEqualTo(rows);
      assertThatThrownBy(() -> other.restore(first)).hasMessageContaining("not empty");
    }
    store.close();
    store = Store.open(empty());
    Path third = folder.resolve("third.jsonl");
    store.restore(second);
    store.backup(third);
    assertThat(third).hasSameTextualContentAs(second);
    store.change(tx -> tx.audit().append(List.of(call("GET /after"))));
    assertThat(list(store, tx -> tx.audit().after(0, 10))).hasSize(2);
  }

  @Test
  void a_cut_off_export_is_refused_whole() throws Exception {
    fill();
    Path export = folder.resolve("whole.jsonl");
    store.backup(export);
    List<String> lines = Files.readAllLines(export);
    Path cut = folder.resolve("cut.jsonl");
    Files.write(cut, lines.subList(0, lines.size() - 1));
    try (Store other = Store.open(StoreSettings.file(folder.resolve("cut.db")))) {
      assertThatThrownBy(() -> other.restore(cut)).hasMessageContaining("cut off");
      assertThat(list(other, tx -> tx.networks().all())).isEmpty();
    }
  }

  private void fill() {
    store.change(
        tx -> {
          tx.documents().add("ghent", Kind.FAMILY, document("f1", "{\"x\":\"\\\"é\\n\"}", 0));
          tx.documents()
              .putProgress(
                  "ghent",
                  new Documents.Progress("r1", "SELF", "PLACED", null, "broker-1", 0),
                  MONDAY);
          tx.agreements().add("ghent", hold("a1", "r1", LATER));
          tx.people().put("ghent", People.Kind.FAMILY, "f1", new People.Row("{}", 0), MONDAY);
          tx.accounts().put(new Accounts.Row("u1", "ann", "{}", "hash", 0), MONDAY);
          tx.accounts().add(new Accounts.Credential("k1", "u1", "KEY", "h", "", LATER), MONDAY);
          tx.audit().append(List.of(call("GET /x")));
          tx.kept().putAnswer("u1", "key", new Kept.Answer("h", 201, "{}", "{}"), MONDAY);
          tx.kept().putRun("ghent", new Kept.Run("run1", "{}", null, null, MONDAY));
          tx.kept().addAdvice("ghent", new Kept.Advice("ad1", "r1", MONDAY, "u1", "{}"));
        });
  }

  @Test
  void retention_counts_first_and_forgets_names_but_not_needs() {
    fill();
    Instant nextYear = MONDAY.plusSeconds(366 * 86_400L);
    assertThat(list(store, tx -> tx.retention().families(nextYear)))
        .as("the request of f1 is closed")
        .hasSize(1);
    assertThat(list(store, tx -> tx.retention().families(MONDAY))).isEmpty();
    Retention.Counts dry =
        store.write(tx -> tx.retention().sweep(nextYear, nextYear, nextYear, true));
    assertThat(dry).isEqualTo(new Retention.Counts(1, 1, 1, 1, 0, 1, 1));
    assertThat(list(store, tx -> tx.audit().after(0, 10))).hasSize(1);
    Retention.Counts done =
        store.write(
            tx -> {
              Retention.Counts counts = tx.retention().sweep(nextYear, nextYear, nextYear, false);
              tx.retention().forget("ghent", "f1");
              return counts;
            });
    assertThat(done).isEqualTo(dry);
    assertThat(list(store, tx -> tx.audit().after(0, 10))).isEmpty();
    assertThat(found(store, tx -> tx.people().find("ghent", People.Kind.FAMILY, "f1"))).isEmpty();
    assertThat(found(store, tx -> tx.documents().find("ghent", Kind.FAMILY, "f1"))).isPresent();
    assertThatThrownBy(() -> raw("DELETE FROM event")).hasMessageContaining("append-only");
  }
}
