package org.plek.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.api.store.Documents.Kind;
import org.plek.api.store.Store;
import org.plek.api.store.StoreSettings;
import org.plek.domain.Problem;
import org.plek.domain.Request;
import org.plek.format.ProblemJson;
import org.plek.rules.RulePacks;

/** What is read together is what is read one by one, and what was stored. */
class StoredPartsTest {
  private static final Path TOWNS =
      Path.of(System.getProperty("repository.root", "..")).resolve("datasets/towns");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"breda", "mechelen", "brighton", "saint-martin-boulogne"})
  void a_town_is_read_together(String name) throws Exception {
    Problem town = ProblemJson.read(TOWNS.resolve(name + ".json"));
    try (Store store = Store.open(StoreSettings.file(folder.resolve("plek.db")).forgetful())) {
      Town desk = new Town(store, new PlainLegality(RulePacks.bundled()));
      desk.desk.load(town, NetworkSettings.Terms.DEFAULT, Town.ANN);
      Facts facts = Facts.load(store, town.id());
      assertThat(facts.providers.values().stream().map(Versioned::value))
          .containsExactlyInAnyOrderElementsOf(town.providers());
      assertThat(facts.families.values().stream().map(Versioned::value))
          .containsExactlyInAnyOrderElementsOf(town.families());
      assertThat(facts.requests.values().stream().map(Versioned::value))
          .containsExactlyInAnyOrderElementsOf(town.requests());
      NetworkSettings settings = facts.settings.value();
      Map<String, Request> together =
          store
              .read(
                  tx ->
                      StoredParts.requests(
                          settings,
                          tx.documents().all(town.id(), Kind.REQUEST),
                          facts.families,
                          facts.providers.keySet()))
              .orElseThrow();
      assertThat(together).hasSize(town.requests().size());
      Optional<Problem> both =
          store.read(
              tx ->
                  StoredParts.providersAndFamilies(
                      settings,
                      tx.documents().all(town.id(), Kind.PROVIDER),
                      tx.documents().all(town.id(), Kind.FAMILY)));
      assertThat(both).isPresent();
    }
  }

  @Test
  void a_document_that_refers_to_nothing_there_is_read_by_itself() {
    try (Store store = Store.open(StoreSettings.file(folder.resolve("plek.db")).forgetful())) {
      Town town = new Town(store);
      town.childminder("els", 1, "").family("f1");
      town.asking("r1", "f1", "", "2026-03-03T09:00", "2026-03-03T12:00");
      store.change(
          tx -> {
            var row = tx.documents().find("town", Kind.PROVIDER, "els").orElseThrow();
            tx.documents()
                .put(
                    "town",
                    Kind.PROVIDER,
                    new org.plek.api.store.Documents.Row(
                        "els",
                        null,
                        null,
                        row.body().replaceFirst("\\{", "{\"excludedFamilies\":[\"gone\"],"),
                        row.version(),
                        row.updatedAt()));
          });
      Desk again =
          Desk.open(store, town.clock, new Random(1), new PlainLegality(RulePacks.bundled()));
      assertThat(again.supply("town").provider("els").value().id()).isEqualTo("els");
      assertThat(again.requests("town").all(null)).hasSize(1);
    }
  }
}
