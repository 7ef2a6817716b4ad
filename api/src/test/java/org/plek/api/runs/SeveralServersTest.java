package org.plek.api.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plek.api.jobs.Town;
import org.plek.api.store.Store;
import org.plek.api.store.StoreSettings;
import org.plek.rules.RulePacks;

/** Two servers over one store see the runs of each other. */
@Timeout(120)
class SeveralServersTest {
  private static final String TUESDAY = "2026-03-03T";
  private static final Runs.Wanted LONG =
      new Runs.Wanted(LocalDate.of(2026, 3, 2), 7, new Run.Limits(600, 0, 1, 1), null, null);

  @TempDir Path folder;
  private Store store;
  private Town town;
  private Runs here;
  private Runs there;

  @BeforeEach
  void open() {
    store = Store.open(StoreSettings.file(folder.resolve("plek.db")).forgetful());
    town = new Town(store);
    town.childminder("els", 1, "").family("f1");
    town.request("r1", "f1", TUESDAY + "09:00", TUESDAY + "12:00");
    here = new Runs(town.desk, RulePacks.bundled(), town.clock, "test");
    there = new Runs(new Town(store).desk, RulePacks.bundled(), town.clock, "test");
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
    store.close();
  }

  @Test
  void a_run_of_the_other_server_is_at_work_while_that_says_so() throws Exception {
    here.start("town", "run-1", LONG, Town.ANN);
    while (here.find("town", "run-1").progress() == null) {
      Thread.sleep(20);
    }
    here.beat();
    assertThat(there.find("town", "run-1").state()).isEqualTo(Run.State.SOLVING_ACTIVE);
    assertThat(there.find("town", "run-1").progress()).isNotNull();
    assertThat(there.all("town")).extracting(Run::state).containsExactly(Run.State.SOLVING_ACTIVE);

    town.clock.pass(1); // A minute without a word.
    assertThat(there.find("town", "run-1").state()).isEqualTo(Run.State.SOLVING_FAILED);
    here.beat();
    assertThat(there.find("town", "run-1").state()).isEqualTo(Run.State.SOLVING_ACTIVE);
  }

  @Test
  void a_run_is_stopped_from_the_other_server_and_read_there() throws Exception {
    here.start("town", "run-1", LONG, Town.ANN);
    there.stop("town", "run-1");
    here.beat();
    while (!here.find("town", "run-1").state().ended()) {
      Thread.sleep(20);
    }
    assertThat(there.find("town", "run-1").stopped()).isTrue();
    assertThat(there.find("town", "run-1").aliveAt()).isNull();
  }
}
