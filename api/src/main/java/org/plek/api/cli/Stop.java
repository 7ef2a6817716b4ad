package org.plek.api.cli;

/**
 * Ends a command early with an exit code and a message for people: what was found, then advice.
 * Thrown for what users can mend; never a fault of the program.
 */
final class Stop extends RuntimeException {
  private final int exitCode;
  private final String message;

  private Stop(int exitCode, String message) {
    super(message, null, false, false);
    this.exitCode = exitCode;
    this.message = message;
  }

  static Stop wrongUse(String message) {
    return new Stop(ExitCode.WRONG_USE, message);
  }

  static Stop invalidInput(String message) {
    return new Stop(ExitCode.INPUT_INVALID, message);
  }

  static Stop noPlan(String message) {
    return new Stop(ExitCode.NO_PLAN, message);
  }

  String message() {
    return message;
  }

  int exitCode() {
    return exitCode;
  }
}
