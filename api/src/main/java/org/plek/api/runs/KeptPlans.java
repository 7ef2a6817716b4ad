package org.plek.api.runs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.plek.api.jobs.Archive;
import org.plek.api.jobs.Refused;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Placement;
import org.plek.domain.Plan;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.format.PlanJson;
import org.plek.format.ProblemJson;
import org.plek.rules.RulePacks;
import org.plek.scoring.plain.Explainer;
import org.plek.scoring.plain.Explanation;

/** Plans of ended runs with their problems; the two used last stay in memory. */
final class KeptPlans {
  private static final int MOST_HELD = 2;

  private final Archive archive;
  private final RulePacks packs;
  private final Map<String, Made> held = new LinkedHashMap<>(8, 0.75f, true);

  KeptPlans(Archive archive, RulePacks packs) {
    this.archive = archive;
    this.packs = packs;
  }

  /** A plan with its problem. */
  final class Made {
    private final Problem problem;
    private final Plan plan;
    private @Nullable Explainer explainer;
    private @Nullable ProblemIndex index;

    private Made(Problem problem, Plan plan) {
      this.problem = problem;
      this.plan = plan;
    }

    Plan plan() {
      return plan;
    }

    /** The problem with what the plan proposes as already published. */
    Problem published() {
      List<Placement> placements = new ArrayList<>();
      problem.placements().stream()
          .filter(placement -> !Runs.proposed(placement))
          .forEach(placements::add);
      plan.placements().stream().filter(Runs::proposed).forEach(placements::add);
      return new Problem(
          problem.id(),
          problem.zone(),
          problem.asOf(),
          problem.from(),
          problem.days(),
          problem.rulePack(),
          problem.policy(),
          problem.providers(),
          problem.families(),
          problem.requests(),
          problem.history(),
          placements);
    }

    synchronized Explanation explain(
        String sessionId, int mostProviders, Predicate<String> allowed) {
      if (explainer == null || index == null) {
        index = new ProblemIndex(problem);
        explainer =
            new Explainer(index, packs, new GreatCircleTravel(problem.policy()), plan.placements());
      }
      int session = index.session(sessionId);
      if (session < 0 || !allowed.test(problem.requests().get(index.requestOf(session)).id())) {
        throw new Refused(Refused.Code.NOT_FOUND, "The plan has no such care session.");
      }
      return explainer.explain(sessionId, mostProviders);
    }
  }

  String text(String network, String id) {
    return Objects.requireNonNull(read(network, id).plan());
  }

  private Archive.KeptRun read(String network, String id) {
    return archive
        .run(network, id)
        .orElseThrow(() -> new Refused(Refused.Code.NOT_FOUND, "There is no such planning run."));
  }

  Made of(String network, String id) {
    String key = network + "\n" + id;
    synchronized (held) {
      Made there = held.get(key);
      if (there != null) {
        return there;
      }
    }
    Archive.KeptRun kept = read(network, id);
    Made made =
        new Made(
            problem(Objects.requireNonNull(kept.problem())),
            plan(Objects.requireNonNull(kept.plan())));
    synchronized (held) {
      held.put(key, made);
      var eldest = held.keySet().iterator();
      while (held.size() > MOST_HELD && eldest.hasNext()) {
        eldest.next();
        eldest.remove();
      }
    }
    return made;
  }

  private static Problem problem(String zipped) {
    try {
      return ProblemJson.read(
          new GZIPInputStream(
              new ByteArrayInputStream(Base64.getDecoder().decode(zipped)), 1 << 16));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Plan plan(String text) {
    try {
      return PlanJson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
