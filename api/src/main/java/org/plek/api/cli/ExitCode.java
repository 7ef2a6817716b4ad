package org.plek.api.cli;

/** How plek ends; scripts rely on these numbers. */
final class ExitCode {
  static final int FINE = 0;
  static final int PROGRAM_FAULT = 1;
  static final int WRONG_USE = 2;
  static final int INPUT_INVALID = 3;
  static final int SOME_UNPLACED = 4;
  static final int RULE_BROKEN = 5;
  static final int NO_PLAN = 6;
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
