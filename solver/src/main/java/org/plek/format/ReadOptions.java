package org.plek.format;

import java.util.Set;
import java.util.function.Consumer;

/**
 * How a document is read.
 *
 * @param maxBytes most bytes of the document, unzipped
 * @param maxIssues most errors and most warnings kept in full; all are counted
 * @param rulePacks ids of the rule packs at hand; empty means that they are not checked
 * @param warnings receives the warnings kept of a document that is read
 */
public record ReadOptions(
    long maxBytes, int maxIssues, Set<String> rulePacks, Consumer<Issue> warnings) {
  /** One GiB, 50 issues, any rule pack, warnings ignored. */
  public static final ReadOptions DEFAULT = new ReadOptions(1L << 30, 50, Set.of(), warning -> {});

  public ReadOptions {
    rulePacks = Set.copyOf(rulePacks);
  }

  /** The same with another most bytes, unzipped. */
  public ReadOptions withMaxBytes(long bytes) {
    return new ReadOptions(bytes, maxIssues, rulePacks, warnings);
  }

  /** The same with another number of issues kept. */
  public ReadOptions withMaxIssues(int issues) {
    return new ReadOptions(maxBytes, issues, rulePacks, warnings);
  }

  /** The same with rule packs that must be known. */
  public ReadOptions withRulePacks(Set<String> ids) {
    return new ReadOptions(maxBytes, maxIssues, ids, warnings);
  }

  /** The same with a receiver of warnings. */
  public ReadOptions withWarnings(Consumer<Issue> receiver) {
    return new ReadOptions(maxBytes, maxIssues, rulePacks, receiver);
  }
}
