package org.plek.api.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.api.store.AlreadyThere;
import org.plek.api.store.Audit;
import org.plek.api.store.Kept;
import org.plek.api.store.Networks;
import org.plek.api.store.People;
import org.plek.api.store.Retention;
import org.plek.api.store.StaleVersion;
import org.plek.api.store.Store;
import org.plek.domain.Child;
import org.plek.domain.Family;
import org.plek.domain.Point;

/**
 * What is kept beside the live networks: names, the audit, answers for repeated calls, the past.
 */
public final class Archive {
  /** How coarse the home of a forgotten family becomes: about a kilometre. */
  private static final double COARSE = 100;

  private final Store store;
  private final InstantSource clock;
  private final Desk desk;

  Archive(Store store, InstantSource clock, Desk desk) {
    this.store = store;
    this.clock = clock;
    this.desk = desk;
  }

  /**
   * Names behind a pseudonym.
   *
   * @param fields whatever is needed to reach people, by field
   * @param version grows with every change, from 1; 0 when nothing is kept
   */
  public record Names(Map<String, String> fields, long version) {}

  /** Names of a family. */
  public Names familyNames(String network, String family) {
    desk.supply(network).family(family);
    return names(network, People.Kind.FAMILY, family);
  }

  /** Names of a provider. */
  public Names providerNames(String network, String provider) {
    desk.supply(network).provider(provider);
    return names(network, People.Kind.PROVIDER, provider);
  }

  private Names names(String network, People.Kind kind, String id) {
    Optional<People.Row> row = store.read(tx -> tx.people().find(network, kind, id));
    return row.map(r -> new Names(fields(r.body()), r.version())).orElse(new Names(Map.of(), 0));
  }

  @SuppressWarnings("unchecked") // What is written is a map of texts.
  private static Map<String, String> fields(String body) {
    return Map.copyOf(Rows.value(body, Map.class));
  }

  /**
   * Keeps the names of a family.
   *
   * @throws Refused when the version is another
   */
  public Names putFamilyNames(String network, String family, Names names) {
    desk.supply(network).family(family);
    return put(network, People.Kind.FAMILY, family, names);
  }

  /** Keeps the names of a provider. */
  public Names putProviderNames(String network, String provider, Names names) {
    desk.supply(network).provider(provider);
    return put(network, People.Kind.PROVIDER, provider, names);
  }

  private Names put(String network, People.Kind kind, String id, Names names) {
    try {
      store.change(
          tx ->
              tx.people()
                  .put(
                      network,
                      kind,
                      id,
                      new People.Row(Rows.json(names.fields()), names.version()),
                      clock.instant()));
    } catch (AlreadyThere | StaleVersion e) {
      throw new Refused(
          Refused.Code.STALE, "Names of " + id + " were changed meanwhile. Maybe read them again.");
    }
    return new Names(names.fields(), names.version() + 1);
  }

  /**
   * A call, for the audit.
   *
   * @param at when
   * @param actor account, or {@code -} for nobody known
   * @param action method and route, never the values of a query
   * @param network the network, absent if none
   * @param object ids of the route, absent if none or if nothing is there
   * @param refused whether the caller was not let through
   * @param status HTTP status of the answer
   */
  public record Called(
      Instant at,
      String actor,
      String action,
      @Nullable String network,
      @Nullable String object,
      boolean refused,
      int status) {}

  /** A call with its number in the audit. */
  public record Audited(long id, Called call) {}

  /**
   * What was advised for a request, so that it can be shown later what a person decided on.
   *
   * @param id its id
   * @param network the network
   * @param requestId the request
   * @param at when
   * @param actor who saw it
   * @param body the answer as JSON, without names
   */
  public record Advised(
      String id, String network, String requestId, Instant at, String actor, String body) {}

  /** What was advised for a request, newest first. */
  public List<Advised> advised(String network, String requestId, int limit) {
    return store.read(tx -> tx.kept().advice(network, requestId, limit)).stream()
        .map(
            row ->
                new Advised(row.id(), network, row.requestId(), row.at(), row.actor(), row.body()))
        .toList();
  }

  /**
   * A planning run as it is kept.
   *
   * @param id its id
   * @param body what is known of it, as JSON
   * @param plan its plan as JSON, absent while there is none
   * @param problem its problem, zipped and in base64; absent where only the head was read
   */
  public record KeptRun(
      String id, String body, @Nullable String plan, @Nullable String problem, Instant madeAt) {}

  /** Keeps a run, in place of what was kept of it. */
  public void keep(String network, KeptRun run) {
    store.change(
        tx ->
            tx.kept()
                .putRun(
                    network,
                    new Kept.Run(run.id(), run.body(), run.plan(), run.problem(), run.madeAt())));
  }

  /** Changes what is known of a run. */
  public void keepBody(String network, String id, String body) {
    store.change(tx -> tx.kept().putBody(network, id, body));
  }

  /**
   * Changes what is known of a run unless somebody has changed it since it was read.
   *
   * @param before what was read
   * @return whether it was changed
   */
  public boolean changeBody(String network, String id, String before, String after) {
    return store.write(tx -> tx.kept().putBody(network, id, before, after));
  }

  /** A run with plan and problem. */
  public Optional<KeptRun> run(String network, String id) {
    Optional<Kept.Run> row = store.read(tx -> tx.kept().run(network, id));
    return row.map(Archive::kept);
  }

  /** A run without plan and problem. */
  public Optional<KeptRun> runHead(String network, String id) {
    Optional<Kept.Run> row = store.read(tx -> tx.kept().head(network, id));
    return row.map(Archive::kept);
  }

  /** Runs of a network without plan and problem, newest first. */
  public List<KeptRun> runs(String network) {
    return store.read(tx -> tx.kept().runs(network)).stream().map(Archive::kept).toList();
  }

  private static KeptRun kept(Kept.Run row) {
    return new KeptRun(row.id(), row.body(), row.plan(), row.problem(), row.madeAt());
  }

  /** Appends to the audit what was called and advised; returns once it is in the store. */
  public void audit(List<Called> calls, List<Advised> advised) {
    List<Audit.Entry> entries =
        calls.stream()
            .map(
                call ->
                    new Audit.Entry(
                        call.at(),
                        call.actor(),
                        call.action(),
                        call.network(),
                        call.object(),
                        call.refused() ? "REFUSED" : "ALLOWED",
                        call.status()))
            .toList();
    store.change(
        tx -> {
          tx.audit().append(entries);
          advised.forEach(
              one ->
                  tx.kept()
                      .addAdvice(
                          one.network(),
                          new Kept.Advice(
                              one.id(), one.requestId(), one.at(), one.actor(), one.body())));
        });
  }

  /** Calls of the audit after a number, oldest first. */
  public List<Audited> audited(long after, int limit) {
    return store.read(tx -> tx.audit().after(after, limit)).stream()
        .map(
            row ->
                new Audited(
                    row.id(),
                    new Called(
                        row.entry().at(),
                        row.entry().actor(),
                        row.entry().action(),
                        row.entry().network(),
                        row.entry().object(),
                        row.entry().outcome().equals("REFUSED"),
                        row.entry().status())))
        .toList();
  }

  /** Events of a network after a number, oldest first. */
  public List<Networks.Event> events(String network, long after, int limit) {
    return store.read(tx -> tx.networks().events(network, after, limit));
  }

  /**
   * An answer that a repeated call gets again.
   *
   * @param bodyHash hash of what was asked
   * @param status HTTP status
   * @param headers headers as JSON
   * @param body body of the answer
   */
  public record KeptAnswer(String bodyHash, int status, String headers, String body) {}

  /** The answer kept for a repeated call. */
  public Optional<KeptAnswer> answer(String actor, String key) {
    Optional<Kept.Answer> row = store.read(tx -> tx.kept().answer(actor, key));
    return row.map(
        kept -> new KeptAnswer(kept.bodyHash(), kept.status(), kept.headers(), kept.answer()));
  }

  /** Keeps an answer for a repeated call. */
  public void keep(String actor, String key, KeptAnswer kept) {
    store.change(
        tx ->
            tx.kept()
                .putAnswer(
                    actor,
                    key,
                    new Kept.Answer(kept.bodyHash(), kept.status(), kept.headers(), kept.body()),
                    clock.instant()));
  }

  /** Whether the store answers. */
  public boolean alive() {
    return store.alive();
  }

  /**
   * How much was, or would be, forgotten.
   *
   * @param families families whose names go
   * @param auditEntries entries of the audit
   * @param answers answers kept for repeated calls
   * @param credentials ended sessions and keys
   * @param presences records of who was there
   * @param runs planning runs
   * @param advice what was advised for requests
   */
  public record Forgotten(
      int families,
      int auditEntries,
      int answers,
      int credentials,
      int presences,
      int runs,
      int advice) {}

  /**
   * Forgets what is older than it may be, or with {@code dryRun} only counts it. Of a family names
   * go, the home becomes coarse and birth dates become the first of their month, so that need can
   * still be counted. Families with an open request, a live offer or a coming stay stay as they
   * are.
   *
   * @param keep how long families are kept after their last care
   * @param keepAudit how long the audit is kept
   */
  public Forgotten forget(Duration keep, Duration keepAudit, boolean dryRun, By by) {
    Instant now = clock.instant();
    Instant before = now.minus(keep);
    List<String[]> families = new ArrayList<>();
    Retention.Counts counts =
        store.write(
            tx -> {
              Retention retention = tx.retention();
              families.addAll(retention.families(before));
              Retention.Counts swept = retention.sweep(now, before, now.minus(keepAudit), dryRun);
              if (!dryRun) {
                families.forEach(family -> retention.forget(family[0], family[1]));
              }
              return swept;
            });
    if (!dryRun) {
      Set<String> done = new HashSet<>();
      for (String[] family : families) {
        if (done.add(family[0] + "/" + family[1])) {
          coarsen(family[0], family[1], by);
        }
      }
    }
    return new Forgotten(
        counts.families(),
        counts.auditEntries(),
        counts.answers(),
        counts.credentials(),
        counts.presences(),
        counts.runs(),
        counts.advice());
  }

  private void coarsen(String network, String id, By by) {
    Versioned<Family> there = desk.supply(network).family(id);
    Family family = there.value();
    List<Child> children =
        family.children().stream()
            .map(
                child ->
                    new Child(
                        child.id(),
                        firstOfMonth(child.birthDate()),
                        child.walking(),
                        Set.of(),
                        child.adult(),
                        List.of()))
            .toList();
    Family coarse =
        new Family(
            family.id(),
            new Point(
                Math.round(family.home().latitude() * COARSE) / COARSE,
                Math.round(family.home().longitude() * COARSE) / COARSE),
            family.area(),
            family.marks(),
            family.languages(),
            family.registeredWith(),
            family.excludedProviders(),
            family.sharesHomeCareWith(),
            children);
    desk.supply(network).putFamily(Parts.families(List.of(coarse)).getFirst(), there.version(), by);
  }

  private static LocalDate firstOfMonth(LocalDate date) {
    return date.withDayOfMonth(1);
  }
}
