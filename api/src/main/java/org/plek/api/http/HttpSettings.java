package org.plek.api.http;

/**
 * How the desk is reached.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for any free one
 * @param bodyBytes largest body
 * @param callsPerSecond calls a second of one caller
 * @param callsAtOnce calls of one caller in a burst
 */
public record HttpSettings(
    String host, int port, long bodyBytes, double callsPerSecond, double callsAtOnce) {
  /** The own machine only, one megabyte, fifty calls a second. */
  public static HttpSettings local(int port) {
    return new HttpSettings("127.0.0.1", port, 1_000_000, 50, 200);
  }
}
