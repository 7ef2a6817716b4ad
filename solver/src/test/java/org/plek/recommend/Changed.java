package org.plek.recommend;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts with something changed, for tests. */
public final class Changed {
  private Changed() {}

  /** A record with some components changed, by name. */
  public static <R extends Record> R with(
      R record, Map<String, ? extends @Nullable Object> changes) {
    return Copies.with(record, changes);
  }
}
