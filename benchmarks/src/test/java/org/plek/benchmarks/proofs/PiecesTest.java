package org.plek.benchmarks.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plek.benchmarks.instances.Instance;
import org.plek.benchmarks.instances.Instances;
import org.plek.domain.Problem;
import org.plek.domain.Request;

/** The towns of a generated region lie apart. */
class PiecesTest {
  private final Instance region = new Instances(Path.of("bounds"), null, null).make("S-1");

  @Test
  void noRequestIsLostOrInTwoPieces() {
    List<String> requests = new ArrayList<>();
    for (Problem piece : Pieces.of(region)) {
      piece.requests().forEach(request -> requests.add(request.id()));
    }
    assertThat(Pieces.of(region)).hasSize(3);
    assertThat(requests)
        .containsExactlyInAnyOrderElementsOf(
            region.index().problem().requests().stream().map(Request::id).toList());
  }

  @Test
  void optionsAreThoseOfTheWholeAndProvidersOfOnePieceOnly() {
    Set<String> seen = new HashSet<>();
    int options = 0;
    for (Problem problem : Pieces.of(region)) {
      Instance piece = Instance.of("piece", problem, region.packs());
      options += piece.table().options();
      Set<String> providers = providers(piece);
      assertThat(seen).doesNotContainAnyElementsOf(providers);
      seen.addAll(providers);
    }
    assertThat(options).isEqualTo(region.table().options());
  }

  private static Set<String> providers(Instance piece) {
    Set<String> providers = new HashSet<>();
    for (int s = 0; s < piece.table().sessions(); s++) {
      for (int o = piece.table().firstOption(s); o < piece.table().endOption(s); o++) {
        piece.table().legs(s, o).forEach(leg -> providers.add(leg.providerId()));
      }
    }
    return providers;
  }
}
