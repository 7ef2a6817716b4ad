package org.plek.api.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.plek.api.store.Documents;
import org.plek.api.store.Documents.Kind;
import org.plek.api.store.Networks;
import org.plek.api.store.Store;
import org.plek.api.store.Transaction;
import org.plek.domain.Family;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Stay;
import org.plek.domain.TimeRange;

/** The facts themselves; maps are safe to read while the writer changes them. */
final class Facts {
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
  final Map<String, Set<String>> standingAtProvider = new ConcurrentHashMap<>();

  final Map<String, Set<String>> standingOfFamily = new ConcurrentHashMap<>();
  final Map<String, Set<String>> agreementsOfRequest = new ConcurrentHashMap<>();

  /** What planning runs propose, by request. */
  final Map<String, Proposal> proposals = new ConcurrentHashMap<>();

  final Advices advices = new Advices();

  /** A regular child or caregiver on a date. */
  record Day(String subject, LocalDate date) {}

  /** Who is really there instead of the roster, by provider. */
  private final Map<String, Map<Day, List<TimeRange>>> presences = new ConcurrentHashMap<>();

  Facts(Versioned<NetworkSettings> settings, long lastEvent) {
    this.settings = settings;
    this.lastEvent = lastEvent;
  }

  static Facts load(Store store, String id) {
    return store.read(
        tx -> {
          Networks.Row row =
              tx.networks()
                  .find(id)
                  .orElseThrow(
                      () -> new Refused(Refused.Code.NOT_FOUND, "There is no such network."));
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
    providersAndFamilies(
        tx.documents().all(id, Kind.PROVIDER), tx.documents().all(id, Kind.FAMILY), trusted);
    requests(tx.documents().all(id, Kind.REQUEST), trusted);
    for (Documents.Row row : tx.documents().all(id, Kind.HISTORY)) {
      history.put(row.id(), Rows.stays(row.body()));
    }
    tx.documents().progress(id).forEach(row -> progress.put(row.requestId(), Rows.progress(row)));
    tx.agreements().all(id).forEach(row -> show(Rows.agreement(row)));
    for (Documents.Row row : tx.documents().all(id, Kind.PROPOSAL)) {
      proposals.put(row.id(), Rows.value(row.body(), Proposal.class));
    }
    for (Documents.Presence row : tx.documents().presences(id, LocalDate.of(2000, 1, 1))) {
      present(row.providerId(), row.subject(), row.day(), Rows.hours(row.hours()));
    }
  }

  private void providersAndFamilies(
      List<Documents.Row> providerRows, List<Documents.Row> familyRows, Known trusted) {
    Problem together =
        StoredParts.providersAndFamilies(settings.value(), providerRows, familyRows).orElse(null);
    for (int i = 0; i < familyRows.size(); i++) {
      Documents.Row row = familyRows.get(i);
      Family family =
          together == null
              ? Parts.family(Rows.tree(row.body()), trusted)
              : together.families().get(i);
      show(new Versioned<>(family, row.version(), row.updatedAt()));
    }
    for (int i = 0; i < providerRows.size(); i++) {
      Documents.Row row = providerRows.get(i);
      Provider provider =
          together == null
              ? Parts.provider(Rows.tree(row.body()), trusted)
              : together.providers().get(i);
      providers.put(row.id(), new Versioned<>(provider, row.version(), row.updatedAt()));
    }
  }

  private void requests(List<Documents.Row> rows, Known trusted) {
    Map<String, Request> together =
        StoredParts.requests(settings.value(), rows, families, providers.keySet()).orElse(null);
    for (Documents.Row row : rows) {
      Request request = together == null ? null : together.get(row.id());
      show(
          request == null ? Parts.request(Rows.tree(row.body()), trusted) : request,
          row.version(),
          row.updatedAt());
    }
  }

  /** New settings; what was worked out under the old ones is gone. */
  void showSettings(Versioned<NetworkSettings> newSettings) {
    settings = newSettings;
    advices.clear();
  }

  /** Adds or replaces a provider. */
  void showProvider(Versioned<Provider> provider) {
    providers.put(provider.value().id(), provider);
    advices.tell(there -> there.provider(provider.value().id()));
  }

  /** Puts proposals in place of all that were there. */
  void show(List<Proposal> all) {
    Set<String> requestIds = new HashSet<>(proposals.keySet());
    proposals.clear();
    all.forEach(each -> proposals.put(each.requestId(), each));
    requestIds.addAll(proposals.keySet());
    advices.tell(there -> there.requests(requestIds));
  }

  /** Takes out what is proposed for a request. */
  void dropProposal(String requestId) {
    proposals.remove(requestId);
    advices.tell(there -> there.request(requestId));
  }

  void show(Versioned<Family> family) {
    families.put(family.value().id(), family);
    family.value().children().forEach(child -> familyOfChild.put(child.id(), family.value().id()));
    advices.tell(there -> there.family(family.value()));
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

  void show(Agreement agreement) {
    agreements.put(agreement.id(), agreement);
    index(agreementsOfRequest, agreement.requestId(), agreement.id());
    boolean stands = agreement.stands();
    standing(standingOfFamily, agreement.familyId(), agreement.id(), stands);
    for (String provider : agreement.providers()) {
      index(agreementsOfProvider, provider, agreement.id());
      standing(standingAtProvider, provider, agreement.id(), stands);
    }
    advices.tell(there -> there.request(agreement.requestId()));
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
      advices.tell(there -> there.forget(before.value()));
    }
    request.sessions().forEach(session -> requestOfSession.put(session.id(), request.id()));
    index(requestsOfFamily, request.familyId(), request.id());
    advices.tell(there -> there.request(request.id()));
  }

  /** The request of a care session, also of one made from a pattern; the id itself if unknown. */
  String requestOf(String sessionId) {
    String owner = requestOfSession.get(sessionId);
    for (int slash = sessionId.indexOf('/');
        owner == null && slash >= 0;
        slash = sessionId.indexOf('/', slash + 1)) {
      String prefix = sessionId.substring(0, slash);
      owner = requests.containsKey(prefix) ? prefix : null;
    }
    return owner == null ? sessionId : owner;
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
      throw new Refused(Refused.Code.NOT_FOUND, "There is no such agreement.");
    }
    return found;
  }

  private static <T> T known(Map<String, Versioned<T>> map, String id, String what) {
    Versioned<T> found = map.get(id);
    if (found == null) {
      throw new Refused(Refused.Code.NOT_FOUND, "There is no such " + what + ".");
    }
    return found.value();
  }

  LocalDateTime local(Instant moment) {
    return LocalDateTime.ofInstant(moment, settings.value().zone());
  }

  /** Shows who is really there, instead of the roster. */
  void present(String provider, String subject, LocalDate date, List<TimeRange> hours) {
    presences
        .computeIfAbsent(provider, id -> new ConcurrentHashMap<>())
        .put(new Day(subject, date), List.copyOf(hours));
    advices.tell(there -> there.provider(provider));
  }

  /** Goes back to the roster. */
  void asRostered(String provider, String subject, LocalDate date) {
    presences.getOrDefault(provider, Map.of()).remove(new Day(subject, date));
    advices.tell(there -> there.provider(provider));
  }

  /** Who is said to be there, or away, with a provider: hours by subject and date. */
  Map<Day, List<TimeRange>> presences(String provider) {
    return presences.getOrDefault(provider, Map.of());
  }

  /** A provider as it really is on the dates for which somebody said so. */
  Provider asPresent(Provider provider) {
    Map<String, Map<LocalDate, List<TimeRange>>> said = new HashMap<>();
    presences(provider.id())
        .forEach(
            (day, hours) ->
                said.computeIfAbsent(day.subject(), s -> new HashMap<>()).put(day.date(), hours));
    return said.isEmpty() ? provider : Present.in(provider, said);
  }
}
