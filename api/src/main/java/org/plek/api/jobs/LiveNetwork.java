package org.plek.api.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.plek.api.store.AgreementRows;
import org.plek.api.store.AlreadyThere;
import org.plek.api.store.Documents;
import org.plek.api.store.Documents.Kind;
import org.plek.api.store.Networks;
import org.plek.api.store.Store;
import org.plek.api.store.Transaction;
import org.plek.domain.CareSession;
import org.plek.domain.Family;
import org.plek.domain.Interval;
import org.plek.domain.Leg;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Stay;
import org.plek.domain.TimeRange;

/**
 * One network in memory, as the store has it. Readers are never blocked; one writer at a time
 * decides, writes to the store, and only then shows what it wrote. When another instance has
 * written meanwhile, the network is read again and the decision is taken anew.
 */
final class LiveNetwork {
  private static final int MOST_ATTEMPTS = 20;

  private final Store store;
  private final ReentrantLock writer = new ReentrantLock();
  private volatile Facts facts;

  LiveNetwork(Store store, String id) {
    this.store = store;
    this.facts = Facts.load(store, id);
  }

  /** Who is really there, instead of the roster. */
  record PresenceKey(String providerId, String subject, LocalDate day) {}

  /** Reads again when another instance has written. */
  void refresh() {
    writer.lock();
    try {
      String id = facts.settings.value().id();
      long last = store.read(tx -> tx.networks().find(id)).map(Networks.Row::lastEvent).orElse(0L);
      if (last != facts.lastEvent) {
        facts = Facts.load(store, id);
      }
    } finally {
      writer.unlock();
    }
  }

  /** Everything known of the network. */
  Facts facts() {
    return facts;
  }

  /** Lets one writer decide and write; what it returns is true once this returns. */
  <T> T write(Instant now, Function<Change, T> decision) {
    writer.lock();
    try {
      for (int attempt = 1; ; attempt++) {
        Change change = new Change(facts, now);
        T answer = decision.apply(change);
        if (change.isEmpty()) {
          return answer;
        }
        try {
          long last = store.write(change::writeTo);
          change.show(last);
          return answer;
        } catch (org.plek.api.store.StaleVersion | AlreadyThere meanwhile) {
          facts = Facts.load(store, facts.settings.value().id());
          if (attempt == MOST_ATTEMPTS) {
            throw new Refused(
                Refused.Code.STALE, "Others write all the time. Maybe try again in a moment.");
          }
        }
      }
    } finally {
      writer.unlock();
    }
  }

  /** The facts themselves; maps are safe to read while the writer changes them. */
  static final class Facts {
    volatile Versioned<NetworkSettings> settings;
    volatile long lastEvent;
    final Map<String, Versioned<Provider>> providers = new ConcurrentHashMap<>();
    final Map<String, Versioned<Family>> families = new ConcurrentHashMap<>();
    final Map<String, Versioned<Request>> requests = new ConcurrentHashMap<>();
    final Map<String, String> familyOfChild = new ConcurrentHashMap<>();
    final Map<String, List<Stay>> history = new ConcurrentHashMap<>();
    final Map<String, String> requestOfSession = new ConcurrentHashMap<>();
    final Map<String, Set<String>> requestsOfFamily = new ConcurrentHashMap<>();
    final Map<String, Progress> progress = new ConcurrentHashMap<>();
    final Map<String, Agreement> agreements = new ConcurrentHashMap<>();
    final Map<String, Set<String>> agreementsOfProvider = new ConcurrentHashMap<>();

    /** Agreements that have not ended, by provider and by family. */
    private final Map<String, Set<String>> standingAtProvider = new ConcurrentHashMap<>();

    private final Map<String, Set<String>> standingOfFamily = new ConcurrentHashMap<>();
    final Map<String, Set<String>> agreementsOfRequest = new ConcurrentHashMap<>();
    final Map<PresenceKey, List<TimeRange>> presences = new ConcurrentHashMap<>();

    private Facts(Versioned<NetworkSettings> settings, long lastEvent) {
      this.settings = settings;
      this.lastEvent = lastEvent;
    }

    private static Facts load(Store store, String id) {
      return store.read(
          tx -> {
            Networks.Row row =
                tx.networks()
                    .find(id)
                    .orElseThrow(
                        () ->
                            new Refused(Refused.Code.NOT_FOUND, "There is no network " + id + "."));
            Facts facts =
                new Facts(
                    new Versioned<>(Rows.settings(row.body()), row.version(), Instant.EPOCH),
                    row.lastEvent());
            facts.load(tx, id);
            return facts;
          });
    }

    private void load(Transaction tx, String id) {
      NetworkSettings network = settings.value();
      Known trusted = Known.stored(network, familyOfChild::get);
      for (Documents.Row row : tx.documents().all(id, Kind.FAMILY)) {
        show(
            new Versioned<>(
                Parts.family(Rows.tree(row.body()), trusted), row.version(), row.updatedAt()));
      }
      for (Documents.Row row : tx.documents().all(id, Kind.PROVIDER)) {
        providers.put(
            row.id(),
            new Versioned<>(
                Parts.provider(Rows.tree(row.body()), trusted), row.version(), row.updatedAt()));
      }
      for (Documents.Row row : tx.documents().all(id, Kind.REQUEST)) {
        show(Parts.request(Rows.tree(row.body()), trusted), row.version(), row.updatedAt());
      }
      for (Documents.Row row : tx.documents().all(id, Kind.HISTORY)) {
        history.put(row.id(), Rows.stays(row.body()));
      }
      tx.documents().progress(id).forEach(row -> progress.put(row.requestId(), Rows.progress(row)));
      tx.agreements().all(id).forEach(row -> show(Rows.agreement(row)));
      for (Documents.Presence row : tx.documents().presences(id, LocalDate.of(2000, 1, 1))) {
        presences.put(
            new PresenceKey(row.providerId(), row.subject(), row.day()), Rows.hours(row.hours()));
      }
    }

    void show(Versioned<Family> family) {
      families.put(family.value().id(), family);
      family
          .value()
          .children()
          .forEach(child -> familyOfChild.put(child.id(), family.value().id()));
    }

    /** What a new document may refer to. */
    Known known(Instant now) {
      Set<String> groups = new HashSet<>();
      providers.values().forEach(p -> p.value().groups().forEach(group -> groups.add(group.id())));
      return new Known(
          settings.value().zone(),
          local(now).toLocalDate(),
          settings.value().rulePack(),
          providers::containsKey,
          groups::contains,
          families::containsKey,
          familyOfChild::get);
    }

    private void show(Agreement agreement) {
      agreements.put(agreement.id(), agreement);
      index(agreementsOfRequest, agreement.requestId(), agreement.id());
      boolean stands =
          agreement.state().ends() != null || agreement.state() instanceof AgreementState.Confirmed;
      standing(standingOfFamily, agreement.familyId(), agreement.id(), stands);
      for (String provider : agreement.providers()) {
        index(agreementsOfProvider, provider, agreement.id());
        standing(standingAtProvider, provider, agreement.id(), stands);
      }
    }

    private static void standing(
        Map<String, Set<String>> index, String key, String id, boolean stands) {
      if (stands) {
        index(index, key, id);
      } else {
        Set<String> there = index.get(key);
        if (there != null) {
          there.remove(id);
        }
      }
    }

    /** Adds or replaces a request. */
    void show(Request request, long version, Instant at) {
      Versioned<Request> before = requests.put(request.id(), new Versioned<>(request, version, at));
      if (before != null) {
        before.value().sessions().forEach(session -> requestOfSession.remove(session.id()));
      }
      request.sessions().forEach(session -> requestOfSession.put(session.id(), request.id()));
      index(requestsOfFamily, request.familyId(), request.id());
    }

    private static void index(Map<String, Set<String>> index, String key, String id) {
      index.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet()).add(id);
    }

    List<Agreement> agreements(Map<String, Set<String>> index, String key) {
      return index.getOrDefault(key, Set.of()).stream()
          .map(agreements::get)
          .sorted(java.util.Comparator.comparing(Agreement::madeAt).thenComparing(Agreement::id))
          .toList();
    }

    Provider provider(String id) {
      return known(providers, id, "provider");
    }

    Request request(String id) {
      return known(requests, id, "request");
    }

    Family family(String id) {
      return known(families, id, "family");
    }

    Agreement agreement(String id) {
      Agreement found = agreements.get(id);
      if (found == null) {
        throw new Refused(Refused.Code.NOT_FOUND, "There is no agreement " + id + ".");
      }
      return found;
    }

    private static <T> T known(Map<String, Versioned<T>> map, String id, String what) {
      Versioned<T> found = map.get(id);
      if (found == null) {
        throw new Refused(Refused.Code.NOT_FOUND, "There is no " + what + " " + id + ".");
      }
      return found.value();
    }

    LocalDateTime local(Instant moment) {
      return LocalDateTime.ofInstant(moment, settings.value().zone());
    }

    /** A provider as it really is on the dates for which somebody said so. */
    Provider asPresent(Provider provider) {
      Map<String, Map<LocalDate, List<TimeRange>>> said = new HashMap<>();
      presences.forEach(
          (key, hours) -> {
            if (key.providerId().equals(provider.id())) {
              said.computeIfAbsent(key.subject(), s -> new HashMap<>()).put(key.day(), hours);
            }
          });
      return said.isEmpty() ? provider : Present.in(provider, said);
    }

    /**
     * The part of the network that a judgement about some providers and families needs: agreements
     * that keep their places, with their requests and families.
     */
    Problem part(
        Set<String> providerIds, Set<String> familyIds, Instant now, LocalDate from, int days) {
      Map<String, Agreement> agreed = new LinkedHashMap<>();
      Set<String> allProviders = new HashSet<>(providerIds);
      for (String family : familyIds) {
        for (Agreement agreement : agreements(standingOfFamily, family)) {
          if (agreement.keepsPlacesAt(now) && touches(agreement, from, days)) {
            agreed.put(agreement.id(), agreement);
            allProviders.addAll(agreement.providers());
          }
        }
      }
      for (String provider : providerIds) {
        for (Agreement agreement : agreements(standingAtProvider, provider)) {
          if (agreement.keepsPlacesAt(now) && touches(agreement, from, days)) {
            agreed.put(agreement.id(), agreement);
            allProviders.addAll(agreement.providers());
          }
        }
      }
      Set<String> requestIds = new HashSet<>();
      Set<String> allFamilies = new HashSet<>(familyIds);
      agreed
          .values()
          .forEach(
              agreement -> {
                requestIds.add(agreement.requestId());
                allFamilies.add(agreement.familyId());
              });
      for (String family : familyIds) {
        requestIds.addAll(requestsOfFamily.getOrDefault(family, Set.of()));
      }
      return problem(allProviders, allFamilies, requestIds, agreed.values(), now, from, days);
    }

    private boolean touches(Agreement agreement, LocalDate from, int days) {
      return agreement.stays().values().stream()
          .flatMap(List::stream)
          .anyMatch(
              leg ->
                  leg.end().isAfter(from.atStartOfDay())
                      && leg.start().isBefore(from.plusDays(days + 1L).atStartOfDay()));
    }

    /** The named things as a problem; ids that are not known are left out. */
    Problem problem(
        Set<String> providerIds,
        Set<String> familyIds,
        Set<String> requestIds,
        Iterable<Agreement> agreed,
        Instant now,
        LocalDate from,
        int days) {
      NetworkSettings network = settings.value();
      List<Stay> past = new ArrayList<>();
      familyIds.stream().sorted().forEach(f -> past.addAll(history.getOrDefault(f, List.of())));
      LocalDate until = from.plusDays(days);
      List<org.plek.domain.Placement> placements = new ArrayList<>();
      Set<String> known = new HashSet<>();
      List<Request> asked =
          sorted(requests, requestIds).stream().map(r -> within(r, from, until)).toList();
      asked.forEach(r -> r.allSessions(from, until).forEach(s -> known.add(s.id())));
      for (Agreement agreement : agreed) {
        for (var placement : agreement.placements(network.zone())) {
          if (known.contains(placement.sessionId()) && inside(placement.legs(), from, until)) {
            placements.add(placement);
          }
        }
      }
      return new Problem(
          network.id(),
          network.zone(),
          local(now),
          from,
          days,
          network.rulePack(),
          Rows.policyFor(network.policy(), providerIds, providers),
          sorted(providers, providerIds).stream().map(this::asPresent).toList(),
          sorted(families, familyIds),
          asked,
          past,
          placements);
    }

    /** A request with those of its single dates that lie in a horizon. */
    private static Request within(Request request, LocalDate from, LocalDate until) {
      List<CareSession> sessions =
          request.sessions().stream().filter(session -> isWithin(session, from, until)).toList();
      return sessions.size() == request.sessions().size()
          ? request
          : new Request(
              request.id(),
              request.familyId(),
              request.askedAt(),
              request.urgency(),
              request.reason(),
              request.programme(),
              request.destination(),
              request.limits(),
              request.wishes(),
              sessions,
              request.patterns());
    }

    private static boolean isWithin(CareSession session, LocalDate from, LocalDate until) {
      List<Interval> times = new ArrayList<>(session.windows());
      Interval away = session.parentAway();
      if (away != null) {
        times.add(away);
      }
      return times.stream()
          .allMatch(
              time ->
                  !time.start().toLocalDate().isBefore(from)
                      && time.start().toLocalDate().isBefore(until)
                      && !time.end().isAfter(until.plusDays(1).atStartOfDay()));
    }

    private static boolean inside(List<Leg> legs, LocalDate from, LocalDate until) {
      return legs.stream()
          .allMatch(
              leg ->
                  !leg.start().toLocalDate().isBefore(from)
                      && leg.start().toLocalDate().isBefore(until));
    }

    private static <T> List<T> sorted(Map<String, Versioned<T>> map, Set<String> ids) {
      return ids.stream()
          .sorted()
          .map(map::get)
          .filter(v -> v != null)
          .map(Versioned::value)
          .toList();
    }
  }

  /** What one writer is about to do: rows for the store, events, and what will be seen after. */
  static final class Change {
    private final Facts facts;
    private final Instant now;
    private final List<Consumer<Transaction>> rows = new ArrayList<>();
    private final List<Networks.NewEvent> events = new ArrayList<>();
    private final List<Runnable> shows = new ArrayList<>();

    private Change(Facts facts, Instant now) {
      this.facts = facts;
      this.now = now;
    }

    Facts facts() {
      return facts;
    }

    Instant now() {
      return now;
    }

    String network() {
      return facts.settings.value().id();
    }

    void event(String kind, String subject, By by, Object body) {
      events.add(
          new Networks.NewEvent(kind, subject, by.actor(), by.how().name(), Rows.json(body)));
    }

    void row(Consumer<Transaction> write, Runnable show) {
      rows.add(write);
      shows.add(show);
    }

    /** Adds an agreement, or puts its next version. */
    void agreement(Agreement agreement) {
      AgreementRows.Row row = Rows.row(agreement);
      rows.add(
          tx -> {
            if (agreement.version() == 1) {
              tx.agreements().add(network(), row);
            } else {
              tx.agreements().put(network(), row, now);
            }
          });
      shows.add(() -> facts.show(agreement));
    }

    void progress(String requestId, Progress progress) {
      rows.add(tx -> tx.documents().putProgress(network(), Rows.row(requestId, progress), now));
      shows.add(() -> facts.progress.put(requestId, progress.stored()));
    }

    private boolean isEmpty() {
      return events.isEmpty();
    }

    private long writeTo(Transaction tx) {
      long last = tx.networks().append(network(), facts.lastEvent, events, now);
      rows.forEach(row -> row.accept(tx));
      return last;
    }

    private void show(long last) {
      shows.forEach(Runnable::run);
      facts.lastEvent = last;
    }
  }
}
