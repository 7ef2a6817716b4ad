package org.plek.scoring.fast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Entitlement;
import org.plek.domain.Entitlement.Holder;
import org.plek.domain.Entitlement.Measure;
import org.plek.domain.Entitlement.Period;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Request;
import org.plek.domain.Stay;
import org.plek.domain.Timeline;
import org.plek.scoring.ConstraintName;

/** Limits on use over history and plan together: an account for each holder that asks for care. */
final class Entitlements {
  private static final UseAccount[] NONE = {};

  private final FastModel model;

  /** Accounts that care of a session may use, wherever it is. */
  private final UseAccount[][] ofSession;

  Entitlements(FastModel model) {
    this.model = model;
    ProblemIndex index = model.index;
    List<Entitlement> all = index.problem().policy().entitlements();
    ofSession = new UseAccount[index.sessions().size()][];
    Arrays.fill(ofSession, NONE);
    if (!all.isEmpty()) {
      Map<List<Object>, UseAccount> accounts = new HashMap<>();
      Map<List<Object>, TreeMap<LocalDate, Integer>> history = history(index, all);
      for (int s = 0; s < ofSession.length; s++) {
        ofSession[s] = accounts(s, all, accounts, history);
      }
    }
  }

  private UseAccount[] accounts(
      int session,
      List<Entitlement> all,
      Map<List<Object>, UseAccount> accounts,
      Map<List<Object>, TreeMap<LocalDate, Integer>> history) {
    ProblemIndex index = model.index;
    Request request = index.problem().requests().get(index.requestOf(session));
    List<UseAccount> found = new ArrayList<>();
    for (Entitlement each : all) {
      if (!each.concerns(request)) {
        continue;
      }
      boolean single = each.holder() != Holder.PROVIDER_AND_FAMILY;
      for (int p = 0; p < (single ? 1 : model.providers); p++) {
        String provider = single ? "" : index.problem().providers().get(p).id();
        if (!single && !each.providers().isEmpty() && !each.providers().contains(provider)) {
          continue;
        }
        List<Object> key = key(index, each, index.childOf(session), provider, request.programme());
        int only = single ? -1 : p;
        found.add(
            accounts.computeIfAbsent(
                key,
                missing ->
                    new UseAccount(
                        model,
                        each,
                        each.mostOf((String) key.get(1)),
                        only,
                        history.getOrDefault(key, new TreeMap<>()))));
      }
    }
    return found.toArray(NONE);
  }

  private static List<Object> key(
      ProblemIndex index,
      Entitlement each,
      int child,
      String provider,
      @Nullable String programme) {
    String family = index.problem().families().get(index.familyOfChild(child)).id();
    return switch (each.holder()) {
      case CHILD -> List.of(each.id(), index.children().get(child).id());
      case FAMILY -> List.of(each.id(), family);
      case PROVIDER_AND_FAMILY -> List.of(each.id(), family, provider);
      case PROGRAMME -> List.of(each.id(), String.valueOf(programme));
    };
  }

  private static Map<List<Object>, TreeMap<LocalDate, Integer>> history(
      ProblemIndex index, List<Entitlement> all) {
    Map<List<Object>, TreeMap<LocalDate, Integer>> history = new HashMap<>();
    for (Stay stay : index.problem().history()) {
      int child = index.child(stay.childId());
      for (Entitlement each : child < 0 ? List.<Entitlement>of() : all) {
        if (each.concerns(stay)) {
          history
              .computeIfAbsent(
                  key(index, each, child, stay.providerId(), stay.programme()),
                  missing -> new TreeMap<>())
              .merge(stay.date(), each.amountOf(stay.minutes()), Integer::sum);
        }
      }
    }
    return history;
  }

  /** Whether one more leg surely goes beyond a limit; what it does not see, the sums tell. */
  boolean refuse(int session, int group, int from, int to) {
    for (UseAccount account : ofSession[session]) {
      if (account.concerns(model.providerOf[group], model.dayOf[from])
          && account.refuses(model.dayOf[from], (to - from) * Timeline.SLOT_MINUTES)) {
        return true;
      }
    }
    return false;
  }

  /** Counts a leg, or no longer. */
  void change(int session, int group, int from, int to, int sign, Tally tally) {
    for (UseAccount account : ofSession[session]) {
      if (account.concerns(model.providerOf[group], model.dayOf[from])) {
        long over = account.over(model.dayOf[from]);
        account.add(model.dayOf[from], (to - from) * Timeline.SLOT_MINUTES, sign);
        long now = account.over(model.dayOf[from]);
        if (now != over) {
          tally.hard(ConstraintName.ENTITLEMENT, now - over);
        }
      }
    }
  }

  /** First date of the period of a date, days since 1970; one number for what has no periods. */
  static long periodStart(Entitlement entitlement, LocalDate date) {
    Period period = entitlement.period();
    return switch (period) {
      case DAY -> date.toEpochDay();
      case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toEpochDay();
      case MONTH -> date.withDayOfMonth(1).toEpochDay();
      case YEAR -> date.withDayOfYear(1).toEpochDay();
      case ROLLING, IN_TOTAL -> 0;
    };
  }

  static boolean countsDays(Entitlement entitlement) {
    return entitlement.measure() == Measure.DAYS || entitlement.measure() == Measure.SPELL_DAYS;
  }
}
