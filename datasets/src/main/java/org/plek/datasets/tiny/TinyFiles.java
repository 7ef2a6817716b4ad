package org.plek.datasets.tiny;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plek.domain.CareSession;
import org.plek.domain.Placement;
import org.plek.domain.Plan;
import org.plek.domain.Problem;
import org.plek.domain.Provenance;
import org.plek.domain.Request;
import org.plek.domain.Unplaced;
import org.plek.format.PlanJson;
import org.plek.format.ProblemJson;
import org.plek.rules.RulePacks;

/** Writes the files under {@code datasets/tiny} again. */
public final class TinyFiles {
  private TinyFiles() {}

  /**
   * Writes every case.
   *
   * @param arguments the folder, e.g. {@code datasets/tiny}
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("One argument: the folder. Maybe datasets/tiny.");
    }
    write(Path.of(arguments[0]));
  }

  /** Writes every case into a folder of its own under the given one. */
  public static void write(Path folder) throws IOException {
    for (TinyCase one : cases()) {
      Path own = folder.resolve(one.name());
      Files.createDirectories(own);
      ProblemJson.write(one.problem(), own.resolve("problem.json"));
      StringBuilder table = new StringBuilder("plan,constraint,amount,arithmetic\n");
      for (TinyCase.TinyPlan plan : one.plans()) {
        PlanJson.write(document(one, plan), own.resolve(plan.file() + ".json"));
        table
            .append(plan.file())
            .append(',')
            .append(one.name())
            .append(',')
            .append(plan.amount())
            .append(",\"")
            .append(plan.arithmetic())
            .append("\"\n");
      }
      Files.writeString(own.resolve("expected.csv"), table);
      Files.writeString(own.resolve("README.md"), note(one));
    }
  }

  static List<TinyCase> cases() {
    List<TinyCase> cases = new ArrayList<>(HardPlaceCases.all());
    cases.addAll(HardCarerCases.all());
    cases.addAll(HardGroupCases.all());
    cases.addAll(HardRequestCases.all());
    cases.addAll(UseCases.all());
    cases.addAll(SoftCases.all());
    return cases;
  }

  private static String note(TinyCase one) {
    StringBuilder note = new StringBuilder("# " + one.name() + "\n" + one.about() + "\n\n");
    note.append("| plan | amount | how |\n|---|---|---|\n");
    for (TinyCase.TinyPlan plan : one.plans()) {
      note.append("| %s | %d | %s |\n".formatted(plan.file(), plan.amount(), plan.arithmetic()));
    }
    return note.toString();
  }

  private static Plan document(TinyCase one, TinyCase.TinyPlan plan) {
    Problem problem = one.problem();
    Set<String> placed = new HashSet<>();
    for (Placement placement : plan.placements()) {
      placed.add(placement.sessionId());
    }
    List<Unplaced> unplaced = new ArrayList<>();
    for (Request request : problem.requests()) {
      for (CareSession session : request.allSessions(problem.from(), problem.until())) {
        if (!placed.contains(session.id())) {
          unplaced.add(new Unplaced(session.id(), "NO_OPTION", "Left out by hand."));
        }
      }
    }
    return new Plan(
        problem.id(),
        new Provenance(
            ProblemJson.hash(problem),
            "by hand",
            Map.of(problem.rulePack(), RulePacks.bundled().pack(problem.rulePack()).version()),
            0,
            0),
        plan.placements(),
        unplaced,
        Map.of(one.name(), plan.amount()),
        Map.of());
  }
}
