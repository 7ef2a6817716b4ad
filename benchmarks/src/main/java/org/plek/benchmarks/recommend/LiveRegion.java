package org.plek.benchmarks.recommend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.plek.datasets.generator.Size;
import org.plek.datasets.generator.SyntheticProblem;
import org.plek.domain.CareSession;
import org.plek.domain.Child;
import org.plek.domain.Family;
import org.plek.domain.FamilyLimits;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Interval;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.domain.Urgency;
import org.plek.options.OptionBuilder;
import org.plek.options.OptionTable;
import org.plek.recommend.Offer;
import org.plek.recommend.Question;
import org.plek.recommend.Ranked;
import org.plek.recommend.Recommender;
import org.plek.rules.RulePacks;
import org.plek.scoring.fast.FastState;
import org.plek.scoring.fast.Tally;

/** A synthetic region whose care is placed where it fits first, and urgent questions about it. */
@State(Scope.Benchmark)
public class LiveRegion {
  private static final int QUESTIONS = 4096;

  /** Groups and care sessions of the region. */
  @Param({"XL"})
  public Size size = Size.XL;

  Recommender recommender;
  Problem problem;
  Request[] questions;
  List<Placement> placements = List.of();
  int placed;
  int sessions;

  /** What the live state takes beside the problem. */
  long megabytes;

  /** The region, its placements as proposals, and care sessions asked anew as urgent ones. */
  @Setup(Level.Trial)
  public void fill() {
    fill(size);
    int agreeing = gate(8);
    System.out.printf(
        "%,d of %,d care sessions placed in %,d groups; the live state takes %,d MB beside the"
            + " problem; %d offers of the plain scorer are ranked alike%n",
        placed, sessions, new ProblemIndex(problem).groups().size(), megabytes, agreeing);
  }

  final void fill(Size of) {
    RulePacks packs = RulePacks.bundled();
    problem = SyntheticProblem.of(of, packs, 1);
    ProblemIndex index = new ProblemIndex(problem);
    Travel travel = new GreatCircleTravel(problem.policy());
    placements = placements(index, packs, travel);
    sessions = index.sessions().size();
    placed = placements.size();
    long without = usedBytes();
    recommender = new Recommender(problem, packs, travel);
    placements.forEach(recommender::put);
    recommender.prepare();
    megabytes = (usedBytes() - without) / 1_000_000;
    questions = questions(index, new SplittableRandom(1));
  }

  private static List<Placement> placements(ProblemIndex index, RulePacks packs, Travel travel) {
    OptionTable table = OptionBuilder.build(index, packs, travel);
    FastState state = new FastState(index, packs, travel, table);
    Tally tally = state.startTally();
    List<Placement> all = new ArrayList<>(index.problem().placements());
    Set<String> there = new HashSet<>();
    all.forEach(each -> there.add(each.sessionId()));
    for (int s = 0; s < table.sessions(); s++) {
      String id = index.sessions().get(s).id();
      for (int option = table.firstOption(s);
          !there.contains(id) && option < table.endOption(s);
          option++) {
        if (state.tryPlace(s, option, tally)) {
          all.add(new Placement(id, PlacementState.PROPOSED, null, table.legs(s, option)));
          there.add(id);
        }
      }
    }
    return all;
  }

  private static long usedBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Takes a placement out and puts it back, as when something happens at the desk. */
  final void happen(int number) {
    Placement any = placements.get(number % placements.size());
    recommender.removePlacement(any.sessionId());
    recommender.put(any);
  }

  private Request[] questions(ProblemIndex index, SplittableRandom random) {
    Request[] asked = new Request[QUESTIONS];
    for (int i = 0; i < QUESTIONS; ) {
      int s = random.nextInt(sessions);
      CareSession session = index.sessions().get(s);
      if (session.parentAway() != null || session.windows().size() != 1) {
        continue;
      }
      Family like = problem.families().get(index.familyOfChild(index.childOf(s)));
      Child child = index.children().get(index.childOf(s));
      Child newChild =
          new Child("urgent-child-" + i, child.birthDate(), child.walking(), child.needs());
      recommender.put(
          new Family(
              "urgent-family-" + i,
              like.home(),
              like.area(),
              like.marks(),
              like.languages(),
              Set.of(),
              Set.of(),
              null,
              List.of(newChild)));
      CareSession fixed =
          new CareSession(
              "urgent-" + i,
              newChild.id(),
              session.minutes(),
              List.of(
                  new Interval(
                      session.windows().getFirst().start(),
                      session.windows().getFirst().start().plusMinutes(session.minutes()))),
              null);
      Request request = problem.requests().get(index.requestOf(s));
      FamilyLimits limits = request.limits();
      asked[i] =
          new Request(
              "urgent-request-" + i,
              "urgent-family-" + i,
              problem.asOf(),
              Urgency.URGENT,
              request.reason(),
              request.programme(),
              request.destination(),
              new FamilyLimits(limits.mode(), limits.maxTravelMinutes(), null, false, false, false),
              request.wishes(),
              List.of(fixed),
              List.of());
      i++;
    }
    return asked;
  }

  static String sessionOf(Request request) {
    return request.sessions().getFirst().id();
  }

  /**
   * Holds the ranking to the plain scorer: what it offers is ranked, in the same order of cost.
   *
   * @return how many offers were compared
   */
  final int gate(int asked) {
    int compared = 0;
    for (int i = 0; i < asked; i++) {
      List<Ranked> ranked =
          recommender.rank(
              questions[i], sessionOf(questions[i]), problem.asOf(), Integer.MAX_VALUE, false);
      List<Offer> offers =
          recommender
              .recommend(new Question(questions[i], problem.asOf(), 7, 0, false, Set.of()))
              .offers();
      Long difference = null;
      for (Offer offer : offers) {
        String group = offer.placements().getFirst().legs().getFirst().groupId();
        Ranked same =
            ranked.stream()
                .filter(each -> each.leg().groupId().equals(group))
                .findFirst()
                .orElseThrow(
                    () -> new IllegalStateException("The plain scorer alone offers " + offer));
        long between = same.objective() - offer.objective();
        if (difference != null && difference != between) {
          throw new IllegalStateException(
              "%s costs %d on the masks and %d by the plain scorer, others differ by %d."
                  .formatted(group, same.objective(), offer.objective(), difference));
        }
        difference = between;
        compared++;
      }
    }
    return compared;
  }
}
