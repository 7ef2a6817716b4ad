package org.plek.scoring.fast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.plek.domain.Entitlement;
import org.plek.domain.Entitlement.Measure;
import org.plek.domain.Entitlement.Period;
import org.plek.domain.Timeline;

/** What one holder uses of one entitlement, by date of the horizon and by period. */
final class UseAccount {
  private final Entitlement entitlement;
  private final int most;
  private final boolean byDay;

  /** Whether dates decide (spells, windows), not sums over periods. */
  private final boolean walked;

  private final boolean[] provider;
  private final boolean[] valid;

  /** Legs of the plan, and their amounts, by date of the horizon. */
  private final int[] legs;

  private final int[] amounts;

  /** Amount of the history by date of the horizon. */
  private final int[] past;

  /** Dates of the history outside the horizon with their amounts, counted from its first date. */
  private final int[] outside;

  private final int[] outsideAmounts;
  private final int beforeHorizon;

  private final int[] periodOf;
  private final int[] used;
  private final int[] planned;

  /** Dates in use, filled for each walk. */
  private final int[] walkDays;

  private final int[] walkAmounts;
  private final boolean[] walkPlanned;

  UseAccount(
      FastModel model,
      Entitlement entitlement,
      int most,
      int onlyProvider,
      TreeMap<LocalDate, Integer> history) {
    this.entitlement = entitlement;
    this.most = most;
    Timeline timeline = model.timeline;
    int days = timeline.days() + 1;
    byDay = Entitlements.countsDays(entitlement);
    walked = entitlement.measure() == Measure.SPELL_DAYS || entitlement.period() == Period.ROLLING;
    provider = new boolean[model.providers];
    for (int p = 0; p < provider.length; p++) {
      String id = model.index.problem().providers().get(p).id();
      provider[p] =
          (onlyProvider < 0 || onlyProvider == p)
              && (entitlement.providers().isEmpty() || entitlement.providers().contains(id));
    }
    valid = new boolean[days];
    legs = new int[days];
    amounts = new int[days];
    past = new int[days];
    periodOf = new int[days];
    Map<Long, Integer> periods = new HashMap<>();
    for (int day = 0; day < days; day++) {
      LocalDate date = timeline.date(day);
      valid[day] = entitlement.valid().hold(date);
      periodOf[day] =
          periods.computeIfAbsent(
              Entitlements.periodStart(entitlement, date), start -> periods.size());
    }
    used = new int[periods.size()];
    planned = new int[periods.size()];
    long first = timeline.date(0).toEpochDay();
    outside = new int[history.size()];
    outsideAmounts = new int[history.size()];
    int count = 0;
    int before = 0;
    for (Map.Entry<LocalDate, Integer> stay : history.entrySet()) {
      int day = (int) (stay.getKey().toEpochDay() - first);
      int amount = byDay ? 1 : stay.getValue();
      if (day >= 0 && day < days) {
        past[day] = amount;
      } else {
        outside[count] = day;
        outsideAmounts[count++] = amount;
        before += day < 0 ? 1 : 0;
      }
      Integer period = periods.get(Entitlements.periodStart(entitlement, stay.getKey()));
      if (period != null) {
        used[period] += amount;
      }
    }
    beforeHorizon = before;
    int inUse = walked ? count + days : 0;
    walkDays = new int[inUse];
    walkAmounts = new int[inUse];
    walkPlanned = new boolean[inUse];
    Arrays.fill(outside, count, outside.length, Integer.MAX_VALUE);
  }

  boolean concerns(int atProvider, int day) {
    return valid[day] && provider[atProvider];
  }

  private int amountOf(int day, int minutes) {
    return byDay ? (legs[day] == 0 && past[day] == 0 ? 1 : 0) : entitlement.amountOf(minutes);
  }

  /** Whether one more leg goes beyond a sum. Never true of spells and windows. */
  boolean refuses(int day, int minutes) {
    if (walked) {
      return false;
    }
    int amount = amountOf(day, minutes);
    int period = periodOf[day];
    return used[period] + amount > most && (amount > 0 || planned[period] == 0);
  }

  void add(int day, int minutes, int sign) {
    int period = periodOf[day];
    planned[period] += sign;
    if (sign < 0) {
      legs[day] -= 1;
      int amount = amountOf(day, minutes);
      amounts[day] -= amount;
      used[period] -= amount;
    } else {
      int amount = amountOf(day, minutes);
      amounts[day] += amount;
      used[period] += amount;
      legs[day] += 1;
    }
  }

  /** What is used beyond the most in the period of a date, or over all dates. */
  long over(int day) {
    if (!walked) {
      int period = periodOf[day];
      return planned[period] > 0 ? Math.max(0, used[period] - most) : 0;
    }
    int count = gather();
    return entitlement.measure() == Measure.SPELL_DAYS ? spells(count) : window(count);
  }

  private int gather() {
    int count = 0;
    for (int i = 0; i < beforeHorizon; i++) {
      walkDays[count] = outside[i];
      walkPlanned[count] = false;
      walkAmounts[count++] = outsideAmounts[i];
    }
    for (int day = 0; day < legs.length; day++) {
      if (legs[day] > 0 || past[day] > 0) {
        walkDays[count] = day;
        walkPlanned[count] = legs[day] > 0;
        walkAmounts[count++] = past[day] + amounts[day];
      }
    }
    for (int i = beforeHorizon; i < outside.length && outside[i] < Integer.MAX_VALUE; i++) {
      walkDays[count] = outside[i];
      walkPlanned[count] = false;
      walkAmounts[count++] = outsideAmounts[i];
    }
    return count;
  }

  private long spells(int count) {
    long over = 0;
    int start = 0;
    boolean touched = false;
    for (int i = 0; i < count; i++) {
      touched |= walkPlanned[i];
      boolean ends =
          i + 1 == count
              || (entitlement.breakDays() > 0
                  && walkDays[i + 1] - walkDays[i] - 1 >= entitlement.breakDays());
      if (ends) {
        over += touched ? Math.max(0, walkDays[i] - walkDays[start] + 1 - most) : 0;
        start = i + 1;
        touched = false;
      }
    }
    return over;
  }

  private long window(int count) {
    long over = 0;
    for (int last = 0; last < count; last++) {
      int sum = 0;
      boolean touched = false;
      for (int i = last; i >= 0 && walkDays[last] - walkDays[i] < entitlement.rollingDays(); i--) {
        sum += walkAmounts[i];
        touched |= walkPlanned[i];
      }
      over = Math.max(over, touched ? sum - most : 0);
    }
    return over;
  }
}
