package org.plek.scoring.fast;

import java.time.LocalDate;
import java.time.Period;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Caregiver;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.domain.RegularChild;
import org.plek.domain.Request;
import org.plek.rules.Terms.FixedFaces;
import org.plek.rules.Terms.HomeGroup;
import org.plek.scoring.ConstraintName;

/**
 * How many groups and caregivers a child has with one provider, where its law limits them. What one
 * session adds is found by counting with and without it: few sessions of a child are with one
 * provider.
 */
final class KnownGroups {
  private final FastModel model;
  private final Legs legs;

  /** By provider and week from Monday, and by provider and day: the law of that date. */
  private final @Nullable HomeGroup[][] homeGroup;

  private final @Nullable FixedFaces[][] faces;

  /** Rostered slots of the caregivers of a group; only where faces are fixed. */
  private final Map<Integer, BitSet[]> rosters = new HashMap<>();

  /** Whether faces are fixed with a provider on some day. */
  private final boolean[] fewFaces;

  private final int[][] sessionsOfChild;
  private final boolean[] consents;

  /** Groups in which a child is regular. */
  private final Map<Integer, BitSet> regular = new HashMap<>();

  private final int firstWeekday;

  /**
   * Reads laws, rosters and where children are regular.
   *
   * @param sessionsOfChild care sessions of each child
   */
  KnownGroups(FastModel model, Legs legs, int[][] sessionsOfChild) {
    this.model = model;
    this.legs = legs;
    this.sessionsOfChild = sessionsOfChild;
    Problem problem = model.index.problem();
    firstWeekday = problem.from().getDayOfWeek().getValue() - 1;
    int days = model.timeline.days() + 1;
    homeGroup = new HomeGroup[model.providers][(days - 1 + firstWeekday) / 7 + 1];
    faces = new FixedFaces[model.providers][days];
    fewFaces = new boolean[model.providers];
    for (int p = 0; p < model.providers; p++) {
      Provider provider = problem.providers().get(p);
      var pack = model.schemeOf[model.firstGroup[p]].pack;
      boolean anyFaces = false;
      for (int week = 0; week < homeGroup[p].length; week++) {
        LocalDate monday = problem.from().plusDays(7L * week - firstWeekday);
        homeGroup[p][week] =
            pack.clause(HomeGroup.class, provider.kind(), monday, provider.ruleChoices())
                .orElse(null);
      }
      for (int day = 0; day < days; day++) {
        FixedFaces rule =
            pack.clause(
                    FixedFaces.class,
                    provider.kind(),
                    model.timeline.date(day),
                    provider.ruleChoices())
                .orElse(null);
        faces[p][day] = rule;
        anyFaces |= rule != null;
      }
      fewFaces[p] = anyFaces;
      for (int g = model.firstGroup[p]; g < model.firstGroup[p + 1]; g++) {
        if (anyFaces) {
          rosters.put(
              g,
              FastModel.caregiversOf(provider, model.index.groups().get(g)).stream()
                  .map(Caregiver::hours)
                  .map(model.hours::inward)
                  .toArray(BitSet[]::new));
        }
        for (RegularChild there : model.index.groups().get(g).regularChildren()) {
          int child = there.childId() == null ? -1 : model.index.child(there.childId());
          if (child >= 0) {
            regular.computeIfAbsent(child, key -> new BitSet()).set(g);
          }
        }
      }
    }
    consents = new boolean[problem.families().size()];
    for (int r = 0; r < problem.requests().size(); r++) {
      Request request = problem.requests().get(r);
      consents[model.index.familyOf(r)] |= request.continuity().secondGroup();
    }
  }

  /** Adds ({@code sign} 1) or takes out (-1) what a placed session adds to the others. */
  void sum(int session, int sign, Tally tally) {
    for (int leg = 2 * session; leg < 2 * session + 2; leg++) {
      int group = legs.group[leg];
      if (group < 0) {
        continue;
      }
      int provider = model.providerOf[group];
      HomeGroup home = homeGroup[provider][week(leg)];
      if (home != null && model.firstGroup[provider + 1] - model.firstGroup[provider] > 1) {
        int more = over(home, provider, leg, -1) - over(home, provider, leg, leg);
        if (more > 0) {
          tally.hard(ConstraintName.HOME_GROUP, (long) sign * more);
        }
      }
      if (fewFaces[provider]) {
        int more = without(provider, group, leg, -1) - without(provider, group, leg, leg);
        if (more != 0) {
          tally.hard(ConstraintName.FIXED_FACES, (long) sign * more);
        }
      }
    }
  }

  private int week(int leg) {
    return (legs.day(leg) + firstWeekday) / 7;
  }

  /** Groups over the most in the week of a leg, one leg left out. */
  private int over(HomeGroup rule, int provider, int ofLeg, int out) {
    int session = ofLeg >> 1;
    int child = model.index.childOf(session);
    int first = model.firstGroup[provider];
    long groups = 0;
    for (int other : sessionsOfChild[child]) {
      for (int leg = 2 * other; leg < 2 * other + 2; leg++) {
        int group = legs.group[leg];
        if (leg != out
            && group >= 0
            && model.providerOf[group] == provider
            && week(leg) == week(ofLeg)) {
          groups |= 1L << (group - first);
        }
      }
    }
    if (groups == 0) {
      return 0;
    }
    BitSet usual = regular.get(child);
    if (usual != null) {
      for (int g = first; g < model.firstGroup[provider + 1]; g++) {
        groups |= usual.get(g) ? 1L << (g - first) : 0;
      }
    }
    int family = model.index.familyOf(model.index.requestOf(session));
    return Math.max(0, Long.bitCount(groups) - rule.most(consents[family]));
  }

  /** Stays of the child in a group that see none of its best fixed faces, one leg left out. */
  private int without(int provider, int group, int ofLeg, int out) {
    int child = model.index.childOf(ofLeg >> 1);
    BitSet[] roster = rosters.getOrDefault(group, new BitSet[0]);
    int[] sessions = sessionsOfChild[child];
    long[] working = new long[2 * sessions.length];
    int stays = 0;
    long all = 0;
    boolean alone = false;
    int firstDay = Integer.MAX_VALUE;
    for (int other : sessions) {
      for (int leg = 2 * other; leg < 2 * other + 2; leg++) {
        if (leg != out && legs.group[leg] == group) {
          long there = 0;
          for (int c = 0; c < roster.length && c < Long.SIZE; c++) {
            int next = roster[c].nextSetBit(legs.start[leg]);
            there |= next >= 0 && next < legs.end[leg] ? 1L << c : 0;
          }
          working[stays++] = there;
          all |= there;
          alone |= there == 0;
          firstDay = Math.min(firstDay, legs.day(leg));
        }
      }
    }
    if (stays == 0) {
      return 0;
    }
    FixedFaces rule = faces[provider][firstDay];
    if (rule == null) {
      return 0;
    }
    LocalDate born = model.index.children().get(child).birthDate();
    int months = (int) Period.between(born, model.timeline.date(firstDay)).toTotalMonths();
    int most = rule.most(months, 1);
    if (!alone && (stays <= most || Long.bitCount(all) <= most)) {
      return 0;
    }
    return least(working, stays, most, 0, all);
  }

  private static int least(long[] working, int stays, int left, long chosen, long from) {
    int least = 0;
    for (int i = 0; i < stays; i++) {
      least += (working[i] & chosen) == 0 ? 1 : 0;
    }
    for (long rest = from; left > 0 && rest != 0; rest &= rest - 1) {
      long one = Long.lowestOneBit(rest);
      least = Math.min(least, least(working, stays, left - 1, chosen | one, rest & ~one));
    }
    return least;
  }
}
