package org.plek.api.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets a running command end in its own way when the process is told to stop (Ctrl-C, SIGTERM): the
 * work is asked to stop, and the process waits for the command to write what it has.
 */
final class Interruption implements AutoCloseable {
  private static final AtomicBoolean HAPPENED = new AtomicBoolean();
  private static final long LONGEST_WAIT_MILLIS = 120_000;

  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  /** Calls {@code stop} when the process is told to stop, until closed by the same thread. */
  static Interruption watch(Runnable stop) {
    Thread command = Thread.currentThread();
    Thread hook =
        new Thread(
            () -> {
              HAPPENED.set(true);
              stop.run();
              try {
                command.join(LONGEST_WAIT_MILLIS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "stop with the best plan");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
  }

  /** Whether this process was told to stop while a command was watching. */
  static boolean happened() {
    return HAPPENED.get();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      HAPPENED.set(true);
    }
  }
}
