package org.plek.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.api.jobs.Town.stay;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.api.store.Store;
import org.plek.api.store.StoreSettings;
import org.plek.domain.Leg;

/** Two brokers want the last place at the same moment: exactly one gets it. */
class LastPlaceTest {
  private static final int RACES = 10_000;
  private static final int RACES_OF_INSTANCES = 300;
  private static final int PAIRS = 100;
  private static final String NINE = "2026-03-03T09:00";
  private static final String NOON = "2026-03-03T12:00";

  @TempDir Path folder;
  private Store store;
  private Town town;

  @BeforeEach
  void open() {
    // What a crash keeps is the matter of CrashTest; here thousands of writes need not wait for
    // the disk.
    store = Store.open(StoreSettings.file(folder.resolve("plek.db")).forgetful());
    town = new Town(store).childminder("els", 1, "").childminder("ina", 1, "");
    for (int i = 0; i < 2 * PAIRS; i++) {
      town.family("f" + i).request("r" + i, "f" + i, NINE, NOON);
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** The hold, or the code of the refusal. */
  private record Result(String requestId, Object answer) {}

  private static Result attempt(
      Town at, String request, String provider, CyclicBarrier start, int wait) throws Exception {
    Map<String, List<Leg>> stays = stay(request + "/1", provider, NINE, NOON);
    start.await();
    for (int i = 0; i < wait; i++) {
      Thread.onSpinWait();
    }
    try {
      return new Result(request, at.hold(request, stays));
    } catch (Refused refused) {
      return new Result(request, refused.code());
    }
  }

  private void race(Town one, Town other, int races) throws Exception {
    Random chance = new Random(42);
    CyclicBarrier start = new CyclicBarrier(2);
    int[] wins = new int[2];
    try (ExecutorService brokers = Executors.newFixedThreadPool(2)) {
      for (int race = 0; race < races; race++) {
        boolean samePlace = chance.nextBoolean();
        int pair = chance.nextInt(PAIRS);
        String first = "r" + 2 * pair;
        String second = samePlace ? "r" + (2 * pair + 1) : first;
        int firstWait = chance.nextInt(2000);
        int secondWait = chance.nextInt(2000);
        List<Callable<Result>> both =
            List.of(
                () -> attempt(one, first, "els", start, firstWait),
                () -> attempt(other, second, samePlace ? "els" : "ina", start, secondWait));
        List<Future<Result>> answers = brokers.invokeAll(both);
        Result a = answers.get(0).get();
        Result b = answers.get(1).get();
        boolean firstWon = a.answer() instanceof Agreement;
        Result winner = firstWon ? a : b;
        Result loser = firstWon ? b : a;
        wins[firstWon ? 0 : 1]++;
        assertThat(winner.answer()).as("race %d: one gets it", race).isInstanceOf(Agreement.class);
        assertThat(loser.answer())
            .as("race %d: the other does not", race)
            .isEqualTo(samePlace ? Refused.Code.BLOCKED : Refused.Code.LIVE_OFFER);
        if (one != other) {
          one.desk.tick();
        }
        one.agreements().release(((Agreement) winner.answer()).id(), null, null, Town.ANN);
        if (one != other) {
          other.desk.tick();
        }
      }
    }
    assertThat(store.read(tx -> tx.agreements().all("town")).size()).isEqualTo(races);
    assertThat(wins[0]).as("both brokers win at times").isBetween(races / 20, races - races / 20);
  }

  @Test
  void exactly_one_of_two_brokers_gets_the_last_place() throws Exception {
    race(town, town, RACES);
  }

  @Test
  void exactly_one_gets_it_when_the_brokers_sit_at_two_instances_of_plek() throws Exception {
    race(town, town.reopened(), RACES_OF_INSTANCES);
  }
}
