package org.plek.format;

import java.util.List;
import java.util.Locale;

/** A document that is refused, with everything that is wrong with it. */
public final class InvalidDocument extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Issue> issues;
  private final long errorCount;
  private final long warningCount;

  InvalidDocument(String document, List<Issue> issues, long errorCount, long warningCount) {
    super(text(document, issues, errorCount, warningCount));
    this.issues = List.copyOf(issues);
    this.errorCount = errorCount;
    this.warningCount = warningCount;
  }

  /** The issues kept: errors first, each kind in the order found, up to the limit of each. */
  public List<Issue> issues() {
    return issues;
  }

  /** All errors, kept or not; at least 1. */
  public long errorCount() {
    return errorCount;
  }

  /** All warnings, kept or not. */
  public long warningCount() {
    return warningCount;
  }

  private static String text(
      String document, List<Issue> issues, long errorCount, long warningCount) {
    StringBuilder text = new StringBuilder("The ").append(document).append(" is not valid: ");
    text.append(count(errorCount, "error"));
    if (warningCount > 0) {
      text.append(", ").append(count(warningCount, "warning"));
    }
    for (Severity severity : Severity.values()) {
      long kept = 0;
      for (Issue issue : issues) {
        if (issue.severity() == severity) {
          kept++;
          text.append("\n  ").append(severity == Severity.WARNING ? "warning: " : "").append(issue);
        }
      }
      long rest = (severity == Severity.ERROR ? errorCount : warningCount) - kept;
      if (rest > 0) {
        text.append("\n  and ")
            .append(count(rest, severity.name().toLowerCase(Locale.ROOT)))
            .append(" more");
      }
    }
    return text.toString();
  }

  private static String count(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
