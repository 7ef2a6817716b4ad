package org.plek.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plek.Fixture;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Policy;
import org.plek.domain.ProblemIndex;
import org.plek.domain.SearchLimits;
import org.plek.domain.Timeline;
import org.plek.domain.Travel;
import org.plek.domain.TravelMode;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;
import org.plek.scoring.plain.PlainScore;
import org.plek.scoring.plain.PlainScorer;

/** What holds in any network. */
class RandomNetworksTest {
  private static final List<String> DAYS =
      List.of("2026-03-27", "2026-03-28", "2026-03-29", "2026-03-30");

  /** A small network around the night of the spring change. */
  private static ProblemIndex network(long seed, SearchLimits limits) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Fixture fixture =
        Fixture.from("2026-03-27", 4)
            .policy(
                p ->
                    new Policy(
                        p.id(),
                        p.tiers(),
                        p.strictTiers(),
                        p.urgencyWeights(),
                        p.weighByLength(),
                        p.weights(),
                        p.settlingInMinutes(),
                        p.callIn(),
                        p.reserves(),
                        p.boughtPlaces(),
                        p.quotas(),
                        p.entitlements(),
                        p.blackOuts(),
                        p.kilometresPerHour(),
                        p.detour(),
                        limits,
                        p.programmes()));
    for (int i = 0; i < 14; i++) {
      String id = "p" + i;
      double east = random.nextDouble(-14, 14);
      double north = random.nextDouble(-14, 14);
      String hours =
          List.of(
                  "Mon-Sun 07:00-18:00",
                  "Mon-Sun 08:10-12:00; Mon-Sun 12:00-20:00",
                  "Fri-Sun 17:00-09:00",
                  "Mon-Sun 00:00-00:00")
              .get(random.nextInt(4));
      int cents = random.nextInt(400, 900);
      int notice = random.nextInt(3) == 0 ? 1500 : 0;
      int form = random.nextInt(4) == 0 ? 150 : 0;
      switch (random.nextInt(3)) {
        case 0 ->
            fixture.daycare(
                id, p -> p.at(east, north).open(hours).groups(2).ages(6, 48).centsPerHour(cents));
        case 1 ->
            fixture.childminder(
                id,
                p ->
                    p.at(east, north)
                        .open(hours)
                        .centsPerHour(cents)
                        .noticeMinutes(notice)
                        .form(form, 0)
                        .escort(TravelMode.CAR, 15));
        default ->
            fixture.homeCarer(id, p -> p.at(3 * east, north).open(hours).noticeMinutes(notice));
      }
    }
    for (int i = 0; i < 6; i++) {
      String child = "c" + i;
      double east = random.nextDouble(-9, 9);
      double north = random.nextDouble(-9, 9);
      int born = random.nextInt(2020, 2026);
      fixture.family("f" + i, f -> f.at(east, north).child(child, born + "-03-28"));
      int most = random.nextInt(5, 40);
      int price = random.nextInt(500, 1000);
      fixture.request(
          "r" + i,
          "f" + i,
          r -> {
            r.travels(TravelMode.CAR, most).maxCentsPerHour(price).destination(1, 1);
            if (random.nextBoolean()) {
              r.maySplit();
            }
            for (String day : DAYS) {
              switch (random.nextInt(4)) {
                case 0 -> r.care(child, day + " 07:40-18:20");
                case 1 -> r.flexible(child, 185, day + " 06:50-12:00", day + " 22:30-05:00");
                case 2 -> r.whileAway(child, day + " 09:00-19:00");
                default -> r.care(child, day + " 20:00-06:00");
              }
            }
            return r;
          });
    }
    fixture.placed("r0-1", PlacementState.CONFIRMED, "p0", "2026-03-27 08:00-09:00");
    return fixture.index();
  }

  private static OptionTable table(ProblemIndex index, boolean bruteForce) {
    Travel travel = new GreatCircleTravel(index.problem().policy());
    return bruteForce
        ? OptionBuilder.buildBruteForce(index, RulePacks.bundled(), travel)
        : OptionBuilder.build(index, RulePacks.bundled(), travel);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theTreeFindsWhatLookingEverywhereFinds(long seed) {
    ProblemIndex index = network(seed, new SearchLimits(4, 3, 5, 0));
    OptionTable tree = table(index, false);
    OptionTable everywhere = table(index, true);
    for (int s = 0; s < tree.sessions(); s++) {
      assertThat(OptionsOf.options(tree, s)).isEqualTo(OptionsOf.options(everywhere, s));
      assertThat(tree.firstOption(s)).isEqualTo(everywhere.firstOption(s));
      for (int o = tree.firstOption(s); o < tree.endOption(s); o++) {
        assertThat(tree.cost(o)).isEqualTo(everywhere.cost(o));
      }
      for (ConstraintName rule : ConstraintName.values()) {
        assertThat(tree.drops().of(s, rule)).isEqualTo(everywhere.drops().of(s, rule));
      }
      for (Limit limit : Limit.values()) {
        assertThat(tree.drops().of(s, limit)).isEqualTo(everywhere.drops().of(s, limit));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theServableSessionsAreThoseWithAnOption(long seed) {
    ProblemIndex index = network(seed, new SearchLimits(4, 3, 5, 0));
    OptionTable table = table(index, false);
    BitSet servable =
        OptionBuilder.servable(
            index, RulePacks.bundled(), new GreatCircleTravel(index.problem().policy()));
    assertThat(servable.cardinality()).isPositive().isLessThan(table.sessions());
    for (int s = 0; s < table.sessions(); s++) {
      assertThat(servable.get(s)).isEqualTo(table.firstOption(s) < table.endOption(s));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void withoutLimitsEveryTimeThatFitsIsAnOptionAndNoOther(long seed) {
    ProblemIndex index = network(seed, new SearchLimits(1000, 1000, 0, 0));
    OptionTable table = table(index, false);
    Travel travel = new GreatCircleTravel(index.problem().policy());
    Fit fit = Fit.of(index, RulePacks.bundled(), travel);
    AskedTimes times = new AskedTimes(index, travel);
    Timeline timeline = index.timeline();
    for (int s = 1; s < table.sessions(); s++) {
      Set<String> expected = new HashSet<>();
      for (int group = 0; group < index.groups().size(); group++) {
        int provider = index.providerOf(group);
        var facts = index.problem().providers().get(provider);
        var home = index.problem().families().get(index.familyOf(index.requestOf(s))).home();
        if (facts.homeCare() != null
            && travel.minutes(facts.location(), home, TravelMode.CAR)
                > OptionBuilder.HOME_CARER_MINUTES) {
          continue;
        }
        var asked = index.sessions().get(s);
        // Every slot of the timeline as a start, without the builder's own reading of windows.
        for (int slot = 0; slot < timeline.slots(); slot++) {
          LocalDateTime start = times.start(s, provider, slot);
          if (timeline.floorSlot(start) != slot) {
            continue;
          }
          LocalDateTime end = times.end(s, provider, start);
          boolean asWished =
              asked.parentAway() != null
                  || asked.windows().stream()
                      .anyMatch(w -> !start.isBefore(w.start()) && !end.isAfter(w.end()));
          if (asWished && fit.first(s, group, start, end) == null) {
            expected.add(group + " " + start + " " + end);
          }
        }
      }
      Set<String> made = new HashSet<>();
      for (int o = table.firstOption(s); o < table.endOption(s); o++) {
        Leg leg = table.legs(s, o).getFirst();
        assertThat(made.add(table.group(o) + " " + leg.start() + " " + leg.end())).isTrue();
      }
      assertThat(made).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatServesAndWhatWasDroppedAddUpToAllGroups(long seed) {
    ProblemIndex index = network(seed, new SearchLimits(3, 2, 5, 0));
    OptionTable table = table(index, false);
    long[] rules = new long[ConstraintName.values().length];
    for (int s = 1; s < table.sessions(); s++) {
      Set<Integer> serving = new HashSet<>();
      for (int o = table.firstOption(s); o < table.firstSplit(s); o++) {
        serving.add(table.group(o));
      }
      int sum = serving.size();
      for (ConstraintName rule : ConstraintName.values()) {
        sum += table.drops().of(s, rule);
        rules[rule.ordinal()] += table.drops().of(s, rule);
      }
      sum += table.drops().of(s, Limit.PROVIDERS_PER_SESSION);
      sum += table.drops().of(s, Limit.HOME_CARER_WAY);
      assertThat(sum).isEqualTo(index.groups().size());
    }
    for (ConstraintName rule : ConstraintName.values()) {
      assertThat(table.drops().total(rule)).isEqualTo(rules[rule.ordinal()]);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void slotsCostAndLegsOfAnOptionAgree(long seed) {
    ProblemIndex index = network(seed, new SearchLimits(10, 4, 20, 0));
    OptionTable table = table(index, false);
    Timeline timeline = index.timeline();
    Weights weights = new Weights(index.problem().policy());
    for (int s = 0; s < table.sessions(); s++) {
      for (int o = table.firstOption(s); o < table.endOption(s); o++) {
        List<Leg> legs = table.legs(s, o);
        Leg one = legs.getFirst();
        assertThat(table.start(o)).isEqualTo(timeline.floorSlot(one.start()));
        assertThat(table.end(o)).isEqualTo(timeline.ceilSlot(one.end()));
        assertThat(table.group(o)).isEqualTo(index.group(one.groupId()));
        assertThat(table.providerOf(o)).isEqualTo(index.provider(one.providerId()));
        assertThat(legs).hasSize(table.split(o) ? 2 : 1);
        if (table.split(o)) {
          Leg two = legs.getLast();
          assertThat(two.start()).isEqualTo(one.end());
          assertThat(one.end().getMinute() % 15).isZero();
          assertThat(table.secondStart(o)).isEqualTo(table.end(o));
          assertThat(table.secondEnd(o)).isEqualTo(timeline.ceilSlot(two.end()));
          assertThat(table.secondGroup(o)).isEqualTo(index.group(two.groupId()));
          assertThat(table.escortMinutes(o))
              .isEqualTo((table.escortSide(o) == 1 ? one : two).escortMinutes());
        }
        long cost = 0;
        for (ConstraintName name : ConstraintName.values()) {
          cost += table.staticAmount(name, o) * weights.of(name);
        }
        assertThat(table.cost(o)).isEqualTo(cost);
        assertThat(table.sessionOf(o)).isEqualTo(s);
        assertThat(table.indexOf(s, legs)).isEqualTo(o);
      }
    }
  }

  /** The rules that {@link Fit} decides, and those that the making of options decides. */
  private static final List<ConstraintName> DECIDED =
      List.of(
          ConstraintName.OPEN,
          ConstraintName.LICENSED_HOURS,
          ConstraintName.AGE_ACCEPTED,
          ConstraintName.NEEDS_MET,
          ConstraintName.REQUEST_ACCEPTED,
          ConstraintName.NOT_EXCLUDED,
          ConstraintName.REGISTRATION,
          ConstraintName.NOTICE,
          ConstraintName.ONE_PLACE_AT_A_TIME,
          ConstraintName.SESSION_FORM,
          ConstraintName.SESSION_TIME,
          ConstraintName.FAMILY_TRAVEL,
          ConstraintName.FAMILY_PRICE);

  private static final List<ConstraintName> STATIC =
      List.of(
          ConstraintName.UNKNOWN_FACES,
          ConstraintName.HANDOVERS,
          ConstraintName.TRAVEL,
          ConstraintName.PRICE,
          ConstraintName.WISHES);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theRuleBookFindsNothingAgainstAnyOptionAndCountsTheSame(long seed) {
    ProblemIndex index = network(seed, new SearchLimits(10, 2, 20, 0));
    OptionTable table = table(index, false);
    PlainScorer scorer =
        new PlainScorer(
            index, RulePacks.bundled(), new GreatCircleTravel(index.problem().policy()));
    for (int s = 1; s < table.sessions(); s++) {
      String id = index.sessions().get(s).id();
      for (int o = table.firstOption(s); o < table.endOption(s); o++) {
        List<Leg> legs = table.legs(s, o);
        PlainScore score =
            scorer.amounts(List.of(new Placement(id, PlacementState.PROPOSED, null, legs)));
        for (ConstraintName rule : DECIDED) {
          assertThat(score.amounts()[rule.ordinal()]).as("%s of %s", rule, legs).isZero();
        }
        for (ConstraintName aim : STATIC) {
          assertThat(score.amounts()[aim.ordinal()])
              .as("%s of %s", aim, legs)
              .isEqualTo(table.staticAmount(aim, o));
        }
      }
    }
  }
}
