package org.plek.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plek.domain.Plan;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.format.Issue;
import org.plek.format.PlanJson;
import org.plek.format.ProblemJson;
import org.plek.format.ReadOptions;
import org.plek.rules.RulePacks;

/** Reads the documents of a command; warnings go to standard error, a few of them in full. */
final class Input {
  private static final int MOST_WARNINGS = 10;

  private final Console console;

  Input(Console console) {
    this.console = console;
  }

  /** Reads a problem from a file or, for {@code -}, standard input. */
  Problem problem(String place, RulePacks packs) throws IOException {
    try (InputStream in = open(place, "problem")) {
      return problem(in, place, packs);
    }
  }

  /** Reads a problem from a stream; {@code place} names it in warnings. */
  Problem problem(InputStream in, String place, RulePacks packs) throws IOException {
    List<Issue> warnings = new ArrayList<>();
    ReadOptions options =
        ReadOptions.DEFAULT.withRulePacks(packs.ids()).withWarnings(warnings::add);
    Problem problem = ProblemJson.read(in, options);
    show(warnings, place);
    return problem;
  }

  /** Reads a plan of a problem from a file or, for {@code -}, standard input. */
  Plan plan(String place, ProblemIndex index) throws IOException {
    List<Issue> warnings = new ArrayList<>();
    try (InputStream in = open(place, "plan")) {
      Plan plan = PlanJson.read(in, index, ReadOptions.DEFAULT.withWarnings(warnings::add));
      show(warnings, place);
      return plan;
    }
  }

  private InputStream open(String place, String what) throws IOException {
    if (place.equals(Output.STANDARD)) {
      return console.in();
    }
    requireFile(place, what);
    try {
      return Files.newInputStream(Path.of(place));
    } catch (AccessDeniedException e) {
      throw Stop.wrongUse("May not read " + place + ". Maybe its permissions are wrong.");
    }
  }

  /**
   * Refuses two documents on one standard input.
   *
   * @throws Stop as wrong use
   */
  static void requireOneStandard(String first, String second) {
    if (first.equals(Output.STANDARD) && second.equals(Output.STANDARD)) {
      throw Stop.wrongUse("Only one of both can be standard input. Maybe name a file.");
    }
  }

  /**
   * Refuses what is no file.
   *
   * @throws Stop as wrong use
   */
  static void requireFile(String place, String what) {
    Path file = Path.of(place);
    if (!Files.exists(file)) {
      throw Stop.wrongUse("There is no " + what + " " + place + ". Maybe the path is wrong.");
    }
    if (Files.isDirectory(file)) {
      throw Stop.wrongUse(place + " is a folder. Maybe name the " + what + " in it.");
    }
  }

  private void show(List<Issue> warnings, String place) {
    warnings.stream()
        .limit(MOST_WARNINGS)
        .forEach(warning -> console.err().println("plek: warning: " + warning));
    if (warnings.size() > MOST_WARNINGS) {
      console
          .err()
          .println(
              "plek: and " + (warnings.size() - MOST_WARNINGS) + " more warnings about " + place);
    }
  }
}
