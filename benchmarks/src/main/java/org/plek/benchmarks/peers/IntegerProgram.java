package org.plek.benchmarks.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plek.benchmarks.instances.Instance;
import org.plek.benchmarks.proofs.OrTools;
import org.plek.benchmarks.proofs.PlanModel;
import org.plek.domain.Placement;

/**
 * A solver of integer programs in OR-Tools, on the program of the same options. Making the program
 * counts into the time. The program is a relaxation in a few places, so that care which breaks a
 * rule is taken out of its plan; the note says how much.
 */
final class IntegerProgram implements Peer {
  private final String name;
  private final OrTools.Method method;

  IntegerProgram(String name, OrTools.Method method) {
    this.name = name;
    this.method = method;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String jvm() {
    return "-XX:+UseParallelGC";
  }

  @Override
  public Attempt solve(Instance instance, Limits limits) {
    long start = System.nanoTime();
    PlanModel model =
        PlanModel.of(
            instance.index(),
            instance.packs(),
            instance.travel(),
            instance.table(),
            PlanModel.Aim.OBJECTIVE);
    double building = (System.nanoTime() - start) / 1e9;
    int[] options = new int[instance.table().sessions()];
    Arrays.fill(options, -1);
    String note = "program made in %.1f s".formatted(building);
    List<Attempt.Step> path = new ArrayList<>();
    if (building < limits.seconds()) {
      OrTools.Answer answer =
          OrTools.solve(model.linear(), method, limits.seconds() - building, new double[0]);
      note += answer.found() ? "" : ", no plan in time";
      if (answer.found()) {
        List<Placement> placements = model.placements(answer.values());
        for (Placement placement : placements) {
          int session = instance.index().session(placement.sessionId());
          options[session] = instance.table().indexOf(session, placement.legs());
        }
        note +=
            ", %s, costs %.0f, bound %.0f"
                .formatted(answer.proven() ? "best" : "not proven", answer.cost(), answer.bound());
      }
    } else {
      note += ", no time left to solve it";
    }
    long nanos = System.nanoTime() - start;
    long before = Arrays.stream(options).filter(option -> option >= 0).count();
    long objective = Plans.mend(instance, options);
    long after = Arrays.stream(options).filter(option -> option >= 0).count();
    note += before == after ? "" : ", %d of %d places taken out".formatted(before - after, before);
    path.add(new Attempt.Step(nanos / 1e9, objective));
    return new Attempt(Plans.placements(instance, options), objective, 0, nanos, path, note);
  }
}
