package org.plek.api.jobs;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.plek.api.jobs.Refused.Code;
import org.plek.api.store.AlreadyThere;
import org.plek.api.store.Networks;
import org.plek.api.store.Store;
import org.plek.domain.Policy;
import org.plek.domain.Problem;
import tools.jackson.databind.JsonNode;

/** All networks of a store, live. */
public final class Desk {
  private final Store store;
  private final InstantSource clock;
  private final Ids ids;
  private final Legality legality;
  private final Map<String, LiveNetwork> live = new ConcurrentHashMap<>();

  private Desk(Store store, InstantSource clock, RandomGenerator chance, Legality legality) {
    this.store = store;
    this.clock = clock;
    this.ids = new Ids(chance);
    this.legality = legality;
  }

  /**
   * Reads every network of a store.
   *
   * @param clock what time it is
   * @param chance where new ids come from; secure where others must not guess them
   * @param legality judges what may be agreed
   */
  public static Desk open(
      Store store, InstantSource clock, RandomGenerator chance, Legality legality) {
    Desk desk = new Desk(store, clock, chance, legality);
    List<Networks.Row> rows = store.read(tx -> tx.networks().all());
    rows.forEach(row -> desk.live.put(row.id(), new LiveNetwork(store, row.id())));
    return desk;
  }

  /** Ids of all networks, sorted. */
  public List<String> networks() {
    return live.keySet().stream().sorted().toList();
  }

  /** Settings of a network. */
  public Versioned<NetworkSettings> network(String id) {
    return live(id).facts().settings;
  }

  /** Agreements of a network. */
  public Agreements agreements(String network) {
    return new Agreements(live(network), legality, clock, ids);
  }

  /** Requests of a network. */
  public Requests requests(String network) {
    return new Requests(live(network), clock);
  }

  /** Providers and families of a network. */
  public Supply supply(String network) {
    return new Supply(live(network), clock);
  }

  /** What planning runs propose in a network. */
  public Proposals proposals(String network) {
    return new Proposals(
        live(network),
        new ProposalJudge(legality, (id, after, most) -> archive().events(id, after, most)),
        clock);
  }

  /** Where there is room in a network. */
  public Advice advice(String network) {
    return new Advice(live(network), clock);
  }

  /** The network as a planning run takes it, and as the desk looks at it. */
  public Look look(String network) {
    return new Look(live(network), clock);
  }

  /** Makes ready what the first questions would wait for, while calls are answered already. */
  public void prepare() {
    live.values().forEach(network -> network.prepare(clock.instant()));
  }

  /** What time does by itself: takes in what other instances wrote, ends what ran out. */
  public void tick() {
    for (String id : live.keySet()) {
      live(id).refresh();
      agreements(id).endWhatRanOut();
    }
  }

  /** Names, audit and what else is kept beside the live networks. */
  public Archive archive() {
    return new Archive(store, clock, this);
  }

  /** Providers in the words of the problem format. */
  public static List<JsonNode> providerDocuments(List<org.plek.domain.Provider> providers) {
    return Parts.providers(providers);
  }

  /** Families in the words of the problem format. */
  public static List<JsonNode> familyDocuments(List<org.plek.domain.Family> families) {
    return Parts.families(families);
  }

  /** Requests in the words of the problem format. */
  public static List<JsonNode> requestDocuments(List<org.plek.domain.Request> requests) {
    return Parts.requests(requests);
  }

  /** A policy in the words of the problem format. */
  public static JsonNode policyDocument(Policy policy) {
    return Parts.policy(policy);
  }

  /** New ids. */
  public Ids ids() {
    return ids;
  }

  private LiveNetwork live(String id) {
    LiveNetwork found = live.get(id);
    if (found == null) {
      throw new Refused(Code.NOT_FOUND, "There is no such network.");
    }
    return found;
  }

  /**
   * Makes a network without providers.
   *
   * @param policy its policy as in a problem document
   * @throws InvalidPart when the policy is not valid
   */
  public Versioned<NetworkSettings> add(NetworkSettings bare, JsonNode policy, By by) {
    Known nothing =
        new Known(
            bare.zone(),
            clock.instant().atZone(bare.zone()).toLocalDate(),
            bare.rulePack(),
            id -> false,
            id -> false,
            id -> false,
            id -> null);
    NetworkSettings made = bare.with(Parts.policy(policy, nothing));
    add(made, by);
    return network(made.id());
  }

  private void add(NetworkSettings made, By by) {
    try {
      store.change(
          tx -> {
            tx.networks().add(made.id(), Rows.settings(made), clock.instant());
            tx.networks()
                .append(
                    made.id(),
                    0,
                    List.of(
                        new Networks.NewEvent(
                            "NETWORK_ADDED", made.id(), by.actor(), by.how().name(), "{}")),
                    clock.instant());
          });
    } catch (AlreadyThere e) {
      throw new Refused(Code.EXISTS, "Network " + made.id() + " exists.");
    }
    live.put(made.id(), new LiveNetwork(store, made.id()));
  }

  /** Changes zone, rule pack, policy and terms of a network. */
  public Versioned<NetworkSettings> change(
      NetworkSettings bare, JsonNode policy, long version, By by) {
    LiveNetwork network = live(bare.id());
    return network.write(
        clock.instant(),
        change -> {
          Facts facts = change.facts();
          if (facts.settings.version() != version) {
            throw new Refused(
                Code.STALE,
                "Network "
                    + bare.id()
                    + " is at version "
                    + facts.settings.version()
                    + ", not "
                    + version
                    + ". Maybe read it again and decide anew.");
          }
          Policy read = Parts.policy(policy, facts.known(change.now()));
          Versioned<NetworkSettings> after =
              new Versioned<>(bare.with(read), version + 1, change.now());
          change.row(
              tx ->
                  tx.networks().put(bare.id(), Rows.settings(after.value()), version, change.now()),
              () -> facts.showSettings(after));
          change.event("NETWORK_CHANGED", bare.id(), by, Map.of());
          return after;
        });
  }

  /** Fills a new network from a problem; its placements become agreements where they are agreed. */
  public void load(Problem problem, NetworkSettings.Terms terms, By by) {
    NetworkSettings settings =
        new NetworkSettings(
            problem.id(), problem.zone(), problem.rulePack(), problem.policy(), terms);
    Loading.load(store, settings, problem, clock.instant(), by);
    live.put(settings.id(), new LiveNetwork(store, settings.id()));
  }
}
