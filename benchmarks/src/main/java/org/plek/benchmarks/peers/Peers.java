package org.plek.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import org.plek.benchmarks.proofs.OrTools;

/** All peers by name. */
public final class Peers {
  /** All, in the order of the table. */
  public static final List<Peer> ALL = all();

  private Peers() {}

  private static List<Peer> all() {
    List<Peer> peers = new ArrayList<>();
    peers.add(new Plek());
    peers.add(new Greedy());
    for (boolean streams : new boolean[] {false, true}) {
      for (TimefoldVariant variant : TimefoldVariant.values()) {
        peers.add(new Timefold(variant, streams));
      }
    }
    peers.add(new IntegerProgram("cp-sat", OrTools.Method.SAT));
    peers.add(new IntegerProgram("highs", OrTools.Method.HIGHS));
    return List.copyOf(peers);
  }

  /**
   * The peer with a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Peer named(String name) {
    return ALL.stream()
        .filter(peer -> peer.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no solver %s. Maybe one of %s."
                        .formatted(name, ALL.stream().map(Peer::name).toList())));
  }
}
