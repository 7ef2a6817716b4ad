package org.plek.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.api.store.Store;
import org.plek.api.store.StoreSettings;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.recommend.Recommendation;

/** What is kept live by events answers as what is read anew from the store. */
class LiveAdviceTest {
  private static final Advice.Extent ALL = new Advice.Extent(7, 20, false, Set.of());
  private static final int STEPS = 30;

  @TempDir Path folder;

  @Test
  void a_desk_told_of_every_event_answers_as_one_that_has_just_started() {
    try (Store store = Store.open(StoreSettings.file(folder.resolve("plek.db")).forgetful())) {
      Town town = new Town(store);
      for (String id : List.of("els", "ina", "jan")) {
        town.childminder(id, 2, "");
      }
      for (int i = 0; i < 6; i++) {
        town.family("f" + i)
            .request("r" + i, "f" + i, "2026-03-03T0" + (6 + i % 3) + ":00", "2026-03-03T12:00");
      }
      town.desk.advice("town").of("r0", ALL); // from now on it is told
      Random chance = new Random(7);
      for (int step = 0; step < STEPS; step++) {
        act(town, chance, step);
        Town fresh = town.reopened();
        fresh.clock.pass(
            (int) java.time.Duration.between(Town.MONDAY_SEVEN, town.clock.instant()).toMinutes());
        for (int i = 0; i < 6; i++) {
          Recommendation told = town.desk.advice("town").of("r" + i, ALL);
          Recommendation read = fresh.desk.advice("town").of("r" + i, ALL);
          assertThat(told.offers()).as("step %d, r%d", step, i).isEqualTo(read.offers());
          assertThat(told.refusals()).as("step %d, r%d", step, i).isEqualTo(read.refusals());
        }
      }
    }
  }

  @Test
  void a_desk_that_makes_itself_ready_answers_the_same_and_keeps_nothing() {
    try (Store store = Store.open(StoreSettings.file(folder.resolve("plek.db")).forgetful())) {
      Town town = new Town(store).childminder("els", 1, "").family("f1").family("f2");
      town.request("r1", "f1", "2026-03-03T09:00", "2026-03-03T12:00");
      town.request("r2", "f2", "2026-03-03T10:00", "2026-03-03T12:00");
      long before = lastEvent(store);
      Town ready = town.reopened();
      ready.desk.prepare();
      assertThat(ready.desk.advice("town").of("r1", ALL))
          .isEqualTo(town.desk.advice("town").of("r1", ALL));
      assertThat(ready.agreements().all()).isEmpty();
      assertThat(lastEvent(store)).isEqualTo(before);
    }
  }

  private static long lastEvent(Store store) {
    return store.read(tx -> tx.networks().find("town")).orElseThrow().lastEvent();
  }

  private static void act(Town town, Random chance, int step) {
    String request = "r" + chance.nextInt(6);
    String provider = List.of("els", "ina", "jan").get(chance.nextInt(3));
    List<Agreement> all = new ArrayList<>(town.agreements().all());
    Agreement any = all.isEmpty() ? null : all.get(chance.nextInt(all.size()));
    try {
      switch (chance.nextInt(8)) {
        case 0, 1, 2 ->
            town.hold(
                request, Town.stay(request + "/1", provider, start(request), "2026-03-03T12:00"));
        case 3 -> town.clock.pass(20);
        case 4 -> town.agreements().release(any == null ? "none" : any.id(), null, null, Town.ANN);
        case 5 ->
            town.desk
                .proposals("town")
                .apply(
                    "run" + step,
                    List.of(
                        new Placement(
                            request + "/1",
                            PlacementState.PROPOSED,
                            null,
                            List.of(
                                new Leg(
                                    provider,
                                    provider,
                                    java.time.LocalDateTime.parse(start(request)),
                                    java.time.LocalDateTime.parse("2026-03-03T12:00"),
                                    0)))),
                    0,
                    java.time.LocalDate.parse("2026-03-02"),
                    7,
                    Town.ANN);
        case 6 ->
            town.supply()
                .putProvider(
                    Town.json(
                        "{'id':'"
                            + provider
                            + "','kind':'CHILDMINDER','area':'1011',"
                            + "'location':{'latitude':52.37,'longitude':4.9},'licensedCapacity':"
                            + (1 + chance.nextInt(3))
                            + ",'opening':{'week':[{'day':'TUESDAY','from':'07:00','to':'19:00'}]},"
                            + "'ages':{'fromMonths':0,'toMonths':156}}"),
                    town.supply().provider(provider).version(),
                    Town.ANN);
        default -> town.desk.tick();
      }
    } catch (Refused refused) {
      // The walk tries what comes, and the desk refuses what does not go.
    }
  }

  private static String start(String request) {
    return "2026-03-03T0" + (6 + Integer.parseInt(request.substring(1)) % 3) + ":00";
  }
}
