package org.plek.api.jobs;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.plek.api.store.Store;
import org.plek.domain.Leg;
import org.plek.domain.Policy;
import org.plek.rules.RulePacks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small Dutch town: childminders with few places, families with one child each. */
public final class Town {
  public static final By ANN = new By("ann", How.PHONE);
  public static final By BEN = new By("ben", How.PORTAL);

  /** Monday 2 March 2026, seven o'clock in the town. */
  static final Instant MONDAY_SEVEN = Instant.parse("2026-03-02T06:00:00Z");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Two desks never draw the same ids. */
  private static final AtomicLong SEEDS = new AtomicLong(System.nanoTime());

  public final Clock clock = new Clock();
  final Store store;
  public final Desk desk;

  /** A clock that a test sets. */
  public static final class Clock implements InstantSource {
    private volatile Instant now = MONDAY_SEVEN;

    @Override
    public Instant instant() {
      return now;
    }

    public void pass(int minutes) {
      now = now.plusSeconds(minutes * 60L);
    }
  }

  public Town(Store store) {
    this(store, new PlainLegality(RulePacks.bundled()));
  }

  public Town(Store store, Legality legality) {
    this.store = store;
    this.desk = Desk.open(store, clock, new Random(SEEDS.incrementAndGet()), legality);
    if (desk.networks().isEmpty()) {
      NetworkSettings bare =
          new NetworkSettings(
              "town",
              ZoneId.of("Europe/Amsterdam"),
              "NL",
              Policy.plain("plain"),
              NetworkSettings.Terms.DEFAULT);
      desk.add(bare, json("{'id':'plain'}"), ANN);
    }
  }

  /** The same store opened again, as after a restart. */
  Town reopened() {
    return new Town(store);
  }

  public static JsonNode json(String text) {
    return JSON.readTree(text.replace('\'', '"'));
  }

  public Agreements agreements() {
    return desk.agreements("town");
  }

  public Requests requests() {
    return desk.requests("town");
  }

  public Supply supply() {
    return desk.supply("town");
  }

  /** A childminder who is open on weekdays from seven to seven. */
  public Town childminder(String id, int places, String more) {
    StringBuilder week = new StringBuilder();
    for (String day : List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")) {
      week.append(week.isEmpty() ? "" : ",")
          .append("{'day':'" + day + "','from':'07:00','to':'19:00'}");
    }
    supply()
        .putProvider(
            json(
                "{'id':'"
                    + id
                    + "','kind':'CHILDMINDER','area':'1011',"
                    + "'location':{'latitude':52.37,'longitude':4.9},'licensedCapacity':"
                    + places
                    + ",'opening':{'week':["
                    + week
                    + "]},"
                    + "'ages':{'fromMonths':0,'toMonths':156}"
                    + more
                    + "}"),
            0,
            ANN);
    return this;
  }

  /** A family with one child of about two years, named after it. */
  public Town family(String id) {
    supply()
        .putFamily(
            json(
                "{'id':'"
                    + id
                    + "','home':{'latitude':52.37,'longitude':4.9},'area':'1011',"
                    + "'children':[{'id':'"
                    + id
                    + "-child','birthDate':'2024-02-01'}]}"),
            0,
            ANN);
    return this;
  }

  /** A request of a family for its child, one care session per pair of times. */
  public Town request(String id, String family, String... times) {
    return request(id, family, "", times);
  }

  Town asking(String id, String family, String more, String... times) {
    return request(id, family, more, times);
  }

  public Town requestBy(By by, String id, String family, String... times) {
    return request(by, id, family, "", times);
  }

  private Town request(String id, String family, String more, String[] times) {
    return request(ANN, id, family, more, times);
  }

  private Town request(By by, String id, String family, String more, String[] times) {
    StringBuilder sessions = new StringBuilder();
    for (int i = 0; i < times.length; i += 2) {
      sessions
          .append(i == 0 ? "" : ",")
          .append("{'id':'" + id + "/" + (i / 2 + 1) + "','childId':'" + family + "-child',")
          .append("'start':'" + times[i] + "','end':'" + times[i + 1] + "'}");
    }
    requests()
        .file(
            json(
                "{'id':'"
                    + id
                    + "','familyId':'"
                    + family
                    + "','askedAt':'"
                    + times[0].substring(0, 10)
                    + "T00:00',"
                    + "'urgency':'URGENT','reason':'WORK'"
                    + more
                    + ",'sessions':["
                    + sessions
                    + "]}"),
            HelpLevel.BROKERED,
            by);
    return this;
  }

  public static Map<String, List<Leg>> stay(
      String session, String provider, String from, String to) {
    return Map.of(
        session,
        List.of(
            new Leg(provider, provider, LocalDateTime.parse(from), LocalDateTime.parse(to), 0)));
  }

  public Agreement hold(String request, Map<String, List<Leg>> stays) {
    return agreements().hold(new Agreements.Wanted(request, stays, null, null), ANN);
  }
}
