package org.plek.api.store;

import java.sql.SQLException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Something with the same key exists. */
public final class AlreadyThere extends RuntimeException {
  private static final long serialVersionUID = 1;

  private AlreadyThere() {
    super("It is there already.");
  }

  /** The same failure in the words of this room: never with the values that a driver repeats. */
  static RuntimeException translated(UnableToExecuteStatementException failure) {
    if (failure.getCause() instanceof SQLException sql
        && ("23505".equals(sql.getSQLState())
            || String.valueOf(sql.getMessage()).contains("UNIQUE constraint failed")
            || String.valueOf(sql.getMessage()).contains("PRIMARYKEY"))) {
      return new AlreadyThere();
    }
    return failure;
  }
}
