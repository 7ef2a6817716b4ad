package org.plek.format;

import java.util.ArrayList;
import java.util.List;

/** Issues found: all counted, the first of each severity kept. */
final class Issues {
  private final int most;
  private final List<Issue> errors = new ArrayList<>();
  private final List<Issue> warnings = new ArrayList<>();
  private long errorCount;
  private long warningCount;

  Issues(int most) {
    this.most = most;
  }

  /** Whether the next issue would be kept; when not, building its text is in vain. */
  boolean keeps(Severity severity) {
    return (severity == Severity.ERROR ? errors : warnings).size() < most;
  }

  void add(Issue issue) {
    if (keeps(issue.severity())) {
      (issue.severity() == Severity.ERROR ? errors : warnings).add(issue);
    }
    count(issue.severity());
  }

  void count(Severity severity) {
    if (severity == Severity.ERROR) {
      errorCount++;
    } else {
      warningCount++;
    }
  }

  long errorCount() {
    return errorCount;
  }

  List<Issue> warnings() {
    return warnings;
  }

  InvalidDocument toException(String document) {
    List<Issue> all = new ArrayList<>(errors);
    all.addAll(warnings);
    return new InvalidDocument(document, all, errorCount, warningCount);
  }
}
