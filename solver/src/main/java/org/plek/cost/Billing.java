package org.plek.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Child;
import org.plek.domain.FamilyRate;
import org.plek.domain.Funding;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Programme;
import org.plek.domain.Provider;
import org.plek.domain.Rounding;
import org.plek.domain.Tariff;

/** Makes bills of placements, stay by stay in order of time. */
final class Billing {
  private record Stay(int session, int provider, Leg leg, int minutes) {
    LocalDate date() {
      return leg.start().toLocalDate();
    }
  }

  private record Account(YearMonth month, int family, int child, int provider, String programme) {}

  private record Week(int child, String scheme, LocalDate monday) {}

  /** A bill in the making. */
  private static final class Open {
    final Charge charge = Charge.told();
    final Map<LocalDate, Long> exactOfDay = new LinkedHashMap<>();
    final @Nullable Programme programme;
    final FamilyRate rate;
    Tariff tariff = Tariff.FREE;
    String source = "";
    long rounded;
    long agency;
    long minutes;
    long billed;

    Open(@Nullable Programme programme, FamilyRate rate) {
      this.programme = programme;
      this.rate = rate;
    }
  }

  private final ProblemIndex index;
  private final CostOf costs;
  private final Map<Week, Long> left = new HashMap<>();

  Billing(ProblemIndex index) {
    this.index = index;
    costs = new CostOf(index);
  }

  Invoice invoice(Collection<Placement> placements) {
    List<Stay> stays = new ArrayList<>();
    for (Placement placement : placements) {
      int session = index.session(placement.sessionId());
      for (Leg leg : placement.legs()) {
        int minutes = (int) index.timeline().minutes(leg.start(), leg.end());
        stays.add(new Stay(session, index.provider(leg.providerId()), leg, minutes));
      }
    }
    stays.sort(
        Comparator.comparing((Stay stay) -> stay.leg().start()).thenComparing(Stay::session));
    Map<Account, Map<LocalDate, Integer>> minutesOfDay = new HashMap<>();
    for (Stay stay : stays) {
      minutesOfDay
          .computeIfAbsent(account(stay), key -> new HashMap<>())
          .merge(stay.date(), stay.minutes(), Integer::sum);
    }
    Map<Account, Open> open = new LinkedHashMap<>();
    for (Stay stay : stays) {
      Account account = account(stay);
      Open bill =
          open.computeIfAbsent(
              account,
              key ->
                  new Open(
                      index.problem().policy().programme(key.programme()),
                      index.problem().families().get(key.family()).rate()));
      // The first stay of a date bears its day class, for all minutes of the date.
      Integer ofDay = minutesOfDay.getOrDefault(account, Map.of()).remove(stay.date());
      add(stay, bill, ofDay == null ? 0 : ofDay);
    }
    return new Invoice(
        open.entrySet().stream()
            .sorted(
                Map.Entry.comparingByKey(
                    Comparator.comparing(Account::month)
                        .thenComparing(Account::family)
                        .thenComparing(Account::child)
                        .thenComparing(Account::provider)
                        .thenComparing(Account::programme)))
            .map(entry -> close(entry.getKey(), entry.getValue()))
            .toList());
  }

  private Account account(Stay stay) {
    int request = index.requestOf(stay.session());
    String programme = index.problem().requests().get(request).programme();
    return new Account(
        YearMonth.from(stay.date()),
        index.familyOf(request),
        index.childOf(stay.session()),
        stay.provider(),
        programme == null ? "" : programme);
  }

  private void add(Stay stay, Open bill, int minutesOfDay) {
    Provider provider = index.problem().providers().get(stay.provider());
    Tariff tariff = provider.tariff().on(stay.date());
    Child child = index.children().get(index.childOf(stay.session()));
    if (bill.minutes == 0) {
      bill.tariff = tariff;
      bill.source = CostOf.source(provider, stay.date());
    }
    List<Funding> fundings = CostOf.fundings(child, tariff);
    long[] budget = new long[fundings.size()];
    for (int i = 0; i < budget.length; i++) {
      budget[i] =
          left.getOrDefault(week(stay, fundings.get(i)), (long) fundings.get(i).minutesPerWeek());
    }
    long before = bill.charge.sum();
    CostOf.stay(
        tariff,
        bill.rate,
        child,
        stay.leg().start(),
        stay.minutes(),
        minutesOfDay,
        costs.sharing(stay.session()),
        fundings,
        budget,
        CostOf.source(provider, stay.date()),
        bill.charge);
    for (int i = 0; i < budget.length; i++) {
      left.put(week(stay, fundings.get(i)), budget[i]);
    }
    int billed = tariff.billedMinutes(stay.minutes());
    bill.agency += Exact.hourly(tariff.terms().agencyCentsPerHour(), billed, 1);
    bill.minutes += stay.minutes();
    bill.billed += billed;
    long exact = bill.charge.sum() - before;
    if (tariff.terms().rounding().per() == Rounding.Per.STAY) {
      bill.rounded += Exact.cents(exact, tariff.terms().rounding());
    } else {
      bill.exactOfDay.merge(stay.date(), exact, Long::sum);
    }
  }

  private Week week(Stay stay, Funding funding) {
    return new Week(index.childOf(stay.session()), funding.scheme(), Asked.monday(stay.date()));
  }

  private Bill close(Account account, Open bill) {
    Rounding rounding = bill.tariff.terms().rounding();
    long stays = bill.rounded;
    if (rounding.per() == Rounding.Per.MONTH) {
      stays +=
          Exact.cents(bill.exactOfDay.values().stream().mapToLong(Long::longValue).sum(), rounding);
    } else {
      stays +=
          bill.exactOfDay.values().stream().mapToLong(exact -> Exact.cents(exact, rounding)).sum();
    }
    round(stays, bill);
    long fee = bill.tariff.terms().agencyCentsPerMonth() * Exact.CENT;
    bill.charge.add(Line.What.AGENCY_MONTH, BigDecimal.ONE, Line.Unit.MONTH, fee, bill.source);
    bill.agency += fee;
    long gross = bill.charge.sum();
    CostOf.subsidy(gross, bill.billed, bill.tariff, bill.rate, bill.charge);
    if (bill.programme != null) {
      CostOf.programme(bill.charge.sum(), bill.minutes, bill.programme, bill.charge);
    }
    long cents = Exact.cents(bill.charge.sum(), Rounding.CENT);
    round(cents, bill);
    long agency = gross == 0 ? 0 : Math.round((double) cents * bill.agency / gross);
    return new Bill(
        index.problem().families().get(account.family()).id(),
        index.children().get(account.child()).id(),
        index.problem().providers().get(account.provider()).id(),
        account.programme().isEmpty() ? null : account.programme(),
        account.month(),
        bill.minutes,
        merged(bill.charge.lines()),
        cents,
        cents - agency,
        agency);
  }

  private static void round(long cents, Open bill) {
    bill.charge.add(
        Line.What.ROUNDING,
        BigDecimal.ONE,
        Line.Unit.MONTH,
        cents * Exact.CENT - bill.charge.sum(),
        bill.source);
  }

  /** Lines of one kind, unit and source become one. */
  private static List<Line> merged(List<Line> lines) {
    record Kind(Line.What what, Line.Unit unit, String source) {}
    Map<Kind, Line> merged = new LinkedHashMap<>();
    for (Line line : lines) {
      merged.merge(
          new Kind(line.what(), line.unit(), line.source()),
          line,
          (one, other) ->
              new Line(
                  one.what(),
                  one.quantity().add(other.quantity()),
                  one.unit(),
                  one.cents().add(other.cents()),
                  one.source()));
    }
    return List.copyOf(merged.values());
  }
}
