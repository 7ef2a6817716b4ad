package org.plek.api.jobs;

import org.jspecify.annotations.Nullable;

/**
 * How far a request is.
 *
 * @param level how much the desk does for it
 * @param outcome how it ended, absent while it is open
 * @param statement the statement that no place was found, absent if none was given
 * @param filedBy account that filed it
 * @param version grows with every change, from 1; 0 before it is stored
 */
public record Progress(
    HelpLevel level,
    @Nullable Outcome outcome,
    @Nullable Statement statement,
    String filedBy,
    long version) {
  Progress with(@Nullable Outcome newOutcome, @Nullable Statement newStatement) {
    return new Progress(level, newOutcome, newStatement, filedBy, version);
  }

  Progress with(HelpLevel newLevel) {
    return new Progress(newLevel, outcome, statement, filedBy, version);
  }

  Progress stored() {
    return new Progress(level, outcome, statement, filedBy, version + 1);
  }
}
