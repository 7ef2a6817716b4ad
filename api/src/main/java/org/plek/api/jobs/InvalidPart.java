package org.plek.api.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.format.InvalidDocument;
import org.plek.format.Issue;
import org.plek.format.IssueCode;
import org.plek.format.Severity;

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

  /** All that names something that is not there, or too much of it. */
  InvalidPart(List<Issue> issues) {
    super("The document is not valid.");
    this.errorCount = issues.size();
    this.issues = List.copyOf(issues);
  }

  /** An error at a place; what was sent there is not repeated, as it might be a name. */
  static Issue error(IssueCode code, String pointer, String message, @Nullable String hint) {
    return new Issue(code, Severity.ERROR, pointer, null, message, hint);
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
