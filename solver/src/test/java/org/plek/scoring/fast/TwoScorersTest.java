package org.plek.scoring.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.CrowdedTown;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.options.OptionBuilder;
import org.plek.options.OptionTable;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.plain.PlainScorer;

/** The plain scorer and the fast one, side by side on random walks. */
class TwoScorersTest {
  /**
   * Rules that session and option decide alone: no option breaks them, so the fast scorer is
   * silent.
   */
  private static final Set<ConstraintName> DECIDED_BY_THE_OPTION =
      EnumSet.of(
          ConstraintName.OPEN,
          ConstraintName.LICENSED_HOURS,
          ConstraintName.MINIMUM_WAGE,
          ConstraintName.AGE_ACCEPTED,
          ConstraintName.NEEDS_MET,
          ConstraintName.REQUEST_ACCEPTED,
          ConstraintName.NOT_EXCLUDED,
          ConstraintName.REGISTRATION,
          ConstraintName.STAND_IN,
          ConstraintName.NOTICE,
          ConstraintName.BLACK_OUT,
          ConstraintName.SESSION_FORM,
          ConstraintName.SESSION_TIME,
          ConstraintName.FAMILY_TRAVEL,
          ConstraintName.FAMILY_PRICE,
          ConstraintName.AGREED_KEPT);

  private static final Set<ConstraintName> OF_BUNDLES =
      EnumSet.of(
          ConstraintName.SIBLINGS_TOGETHER,
          ConstraintName.ALL_OR_NOTHING,
          ConstraintName.LEAST_VOLUME);

  private static final int STEPS = 120;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void agreeOnEveryAmountInAnyState(long seed) {
    agreeOnEveryAmount(new Walk(seed));
  }

  /** Fixed faces begin on a date, overbooking becomes another: the rule of each date counts. */
  @ParameterizedTest
  @ValueSource(longs = {60, 63, 64, 67, 68, 71})
  void agreeOnEveryAmountAcrossAChangeOfTheLaw(long seed) {
    agreeOnEveryAmount(new Walk(seed, CrowdedTown.beforeTheLawChanges(seed)));
  }

  private static void agreeOnEveryAmount(Walk walk) {
    for (int step = 0; step < STEPS; step++) {
      int session = walk.random.nextInt(walk.table.sessions());
      if (walk.state.agreed(session)) {
        continue;
      }
      String did;
      if (walk.state.option(session) >= 0) {
        walk.state.remove(session, walk.tally);
        did = "took out ";
      } else if (walk.optionCount(session) > 0) {
        walk.state.place(session, walk.anyOption(session), walk.tally);
        did = "placed ";
      } else {
        continue;
      }
      walk.compare("step " + step + ": " + did + walk.index.sessions().get(session).id());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32})
  void masksAndSumsAllowWhatTheRuleBookAllows(long seed) {
    Walk walk = new Walk(seed);
    int allowed = 0;
    int refused = 0;
    for (int step = 0; step < STEPS; step++) {
      int session = walk.random.nextInt(walk.table.sessions());
      if (walk.state.agreed(session) || walk.optionCount(session) == 0) {
        continue;
      }
      if (walk.state.option(session) >= 0) {
        long[] before = walk.plain();
        long hardBefore = walk.tally.hard();
        int option = walk.state.option(session);
        walk.state.remove(session, walk.tally);
        boolean broke = walk.tally.hard() > hardBefore;
        assertThat(hard(walk.plain()) > hard(before)).isEqualTo(broke);
        if (broke) {
          walk.state.place(session, option, walk.tally);
        }
        continue;
      }
      int option = walk.anyOption(session);
      long[] before = walk.plain();
      boolean placed = walk.state.tryPlace(session, option, walk.tally);
      if (placed) {
        allowed++;
        walk.compare("step " + step);
        for (ConstraintName name : ConstraintName.values()) {
          if (name.level() == ConstraintName.Level.HARD && !OF_BUNDLES.contains(name)) {
            assertThat(walk.plain()[name.ordinal()])
                .as("%s after placing %s", name, walk.index.sessions().get(session).id())
                .isLessThanOrEqualTo(before[name.ordinal()]);
          }
        }
      } else {
        refused++;
        boolean explained = walk.brokenAlready(option) || walk.closureAlone(session, option);
        walk.state.place(session, option, walk.tally);
        assertThat(explained || hard(walk.plain()) > hard(before))
            .as("refused without a reason: %s", walk.index.sessions().get(session).id())
            .isTrue();
        walk.state.remove(session, walk.tally);
      }
    }
    assertThat(allowed).isPositive();
    assertThat(refused).isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44, 45, 46})
  void masksSayWhatALoopOverTheCountsSays(long seed) {
    Walk walk = new Walk(seed);
    for (int step = 0; step < STEPS; step++) {
      int session = walk.random.nextInt(walk.table.sessions());
      if (walk.state.agreed(session) || walk.optionCount(session) == 0) {
        continue;
      }
      if (walk.state.option(session) >= 0) {
        walk.state.remove(session, walk.tally);
      } else {
        walk.state.place(session, walk.anyOption(session), walk.tally);
      }
      for (int i = 0; i < 50; i++) {
        int option = walk.random.nextInt(walk.table.options());
        int group = walk.table.group(option);
        int row = walk.random.nextInt(walk.state.model().schemeOf[group].rows());
        int from = walk.table.start(option);
        int to = from + 1 + walk.random.nextInt(walk.table.end(option) - from);
        assertThat(walk.state.occupancy().free(group, row, 0, from, to))
            .isEqualTo(walk.state.occupancy().freeByCounts(group, row, 0, from, to));
      }
    }
  }

  private static long hard(long[] amounts) {
    long sum = 0;
    for (ConstraintName name : ConstraintName.values()) {
      if (name.level() == ConstraintName.Level.HARD && !OF_BUNDLES.contains(name)) {
        sum += amounts[name.ordinal()];
      }
    }
    return sum;
  }

  private static final class Walk {
    final ProblemIndex index;
    final OptionTable table;
    final FastState state;
    final Tally tally;
    final PlainScorer plainScorer;
    final SplittableRandom random;
    final long[] plainStart;
    final long[] fastStart;

    Walk(long seed) {
      this(seed, CrowdedTown.of(seed, 2, 3, 2, 12));
    }

    Walk(long seed, Problem problem) {
      random = new SplittableRandom(seed);
      index = new ProblemIndex(problem);
      RulePacks packs = RulePacks.bundled();
      Travel travel = new GreatCircleTravel(problem.policy());
      table = OptionBuilder.build(index, packs, travel);
      state = new FastState(index, packs, travel, table);
      tally = state.startTally();
      plainScorer = new PlainScorer(index, packs, travel);
      plainStart = plain();
      fastStart = state.amounts(tally);
    }

    int optionCount(int session) {
      return table.endOption(session) - table.firstOption(session);
    }

    int anyOption(int session) {
      return table.firstOption(session) + random.nextInt(optionCount(session));
    }

    /** Whether a slot that the option uses was broken before, so that nothing is added there. */
    boolean brokenAlready(int option) {
      boolean broken = broken(table.group(option), table.start(option), table.end(option));
      return table.split(option)
          ? broken
              || broken(
                  table.secondGroup(option), table.secondStart(option), table.secondEnd(option))
          : broken;
    }

    private boolean broken(int group, int from, int to) {
      return IntStream.range(from, to).anyMatch(t -> state.occupancy().broken(group, t));
    }

    /** Whether the law would allow it and only its closure does not. */
    boolean closureAlone(int session, int option) {
      boolean alone = alone(session, table.group(option), table.start(option), table.end(option));
      return table.split(option)
          ? alone
              || alone(
                  session,
                  table.secondGroup(option),
                  table.secondStart(option),
                  table.secondEnd(option))
          : alone;
    }

    private boolean alone(int session, int group, int from, int to) {
      FastModel model = state.model();
      return IntStream.range(from, to)
          .anyMatch(
              t ->
                  state
                      .occupancy()
                      .closureAlone(
                          group,
                          t,
                          model.row(model.schemeOfGroup[group], session, model.dayOf[t])));
    }

    List<Placement> placements() {
      List<Placement> placements = new ArrayList<>();
      for (int s = 0; s < table.sessions(); s++) {
        if (state.option(s) >= 0) {
          placements.add(
              new Placement(
                  index.sessions().get(s).id(),
                  PlacementState.PROPOSED,
                  null,
                  table.legs(s, state.option(s))));
        }
      }
      return placements;
    }

    long[] plain() {
      return plainScorer.amounts(placements()).amounts();
    }

    void compare(String when) {
      long[] plain = plain();
      long[] fast = state.amounts(tally);
      for (ConstraintName name : ConstraintName.values()) {
        int i = name.ordinal();
        if (DECIDED_BY_THE_OPTION.contains(name)) {
          assertThat(plain[i]).as("%s by an option at %s", name, when).isEqualTo(plainStart[i]);
        } else {
          assertThat(fast[i] - fastStart[i])
              .as("%s at %s", name, when)
              .isEqualTo(plain[i] - plainStart[i]);
        }
      }
    }
  }
}
