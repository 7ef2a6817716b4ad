package org.plek.api.jobs;

import java.util.List;
import org.plek.format.InvalidDocument;
import org.plek.format.Issue;

/** A document of the network that is refused, with everything that is wrong with it. */
public final class InvalidPart extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Issue> issues;
  private final long errorCount;

  InvalidPart(InvalidDocument document, String prefix) {
    super("The document is not valid.", document);
    this.errorCount = document.errorCount();
    this.issues =
        document.issues().stream()
            .map(
                issue ->
                    new Issue(
                        issue.code(),
                        issue.severity(),
                        issue.pointer().startsWith(prefix)
                            ? issue.pointer().substring(prefix.length())
                            : issue.pointer(),
                        issue.value(),
                        issue.message(),
                        issue.hint()))
            .toList();
  }

  private InvalidPart(InvalidPart whole, String prefix) {
    super(whole.getMessage(), whole);
    this.errorCount = whole.errorCount;
    this.issues =
        whole.issues.stream()
            .map(
                issue ->
                    new Issue(
                        issue.code(),
                        issue.severity(),
                        prefix + issue.pointer(),
                        issue.value(),
                        issue.message(),
                        issue.hint()))
            .toList();
  }

  /** The same as a part of something larger. */
  InvalidPart under(String pointer) {
    return new InvalidPart(this, pointer);
  }

  /** What is wrong, at most as many as the reader keeps; pointers start at the part. */
  public List<Issue> issues() {
    return issues;
  }

  /** How many errors there are in all. */
  public long errorCount() {
    return errorCount;
  }
}
