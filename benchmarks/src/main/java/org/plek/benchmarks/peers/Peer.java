package org.plek.benchmarks.peers;

import org.plek.benchmarks.instances.Instance;

/** Makes a plan from the options of an instance. */
public interface Peer {
  /** Short name, such as {@code plek}. */
  String name();

  /** Options of the Java machine in which this peer is at its best. */
  default String jvm() {
    return "-XX:+UseSerialGC -XX:+UseTransparentHugePages";
  }

  /** Plans; the clock starts at the call, with the options there. */
  Attempt solve(Instance instance, Limits limits);

  /**
   * What a peer is given.
   *
   * @param seconds wall time
   * @param threads threads, or runs side by side for who uses one thread
   * @param seed seed of all chance
   */
  record Limits(int seconds, int threads, long seed) {}
}
