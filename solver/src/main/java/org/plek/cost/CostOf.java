package org.plek.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Child;
import org.plek.domain.DayClass;
import org.plek.domain.Family;
import org.plek.domain.FamilyRate;
import org.plek.domain.Funding;
import org.plek.domain.Leg;
import org.plek.domain.Policy;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Programme;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Rounding;
import org.plek.domain.Tariff;
import org.plek.domain.TariffTerms;

/**
 * What one leg costs the family, from what is known before anything is placed, so that an option
 * has one price whatever else is decided. What belongs to a month or a week is spread: an option
 * bears the part of the agency's monthly fee, and gets the part of the week's funded hours, that
 * its minutes are of all minutes that its request asks for the child in that month or week. {@link
 * Invoice} counts both as they fall.
 */
public final class CostOf {
  private final ProblemIndex index;
  private final Asked asked;
  private final int[] sharing;
  private final boolean[] simple;
  private final @Nullable Programme[] programmes;

  /** The prices of a problem. */
  public CostOf(ProblemIndex index) {
    this.index = index;
    int requests = index.problem().requests().size();
    sharing = new int[requests];
    programmes = new @Nullable Programme[requests];
    for (int r = 0; r < requests; r++) {
      Set<Integer> children = new HashSet<>();
      for (int s = index.firstSession(r); s < index.firstSession(r + 1); s++) {
        children.add(index.childOf(s));
      }
      sharing[r] = Math.max(1, children.size());
      programmes[r] = paying(index.problem().policy(), index.problem().requests().get(r));
    }
    simple = new boolean[index.problem().providers().size()];
    for (int p = 0; p < simple.length; p++) {
      simple[p] = simple(index.problem().providers().get(p).tariff());
    }
    asked = new Asked(index);
  }

  /** Whether a tariff is a price per hour and nothing else. */
  public static boolean simple(Tariff tariff) {
    return tariff.later().isEmpty() && tariff.terms().equals(TariffTerms.NONE);
  }

  /** The programme of a request that pays a part of the price; absent if the family pays all. */
  public static @Nullable Programme paying(Policy policy, Request request) {
    Programme programme = policy.programme(request.programme());
    return programme == null
            || (programme.coPaymentCentsPerHour() == null && programme.coPaymentPermille() == null)
        ? null
        : programme;
  }

  /**
   * Price of a leg by a {@link #simple(Tariff) simple} tariff where no programme pays.
   *
   * @param minutes minutes of presence
   * @param sharing children of the request, who share a carer's hours
   * @return cents to pay
   */
  public static int simpleCents(Tariff tariff, int minutes, int sharing) {
    int billed = tariff.billedMinutes(minutes);
    return (int)
        Exact.cents(
            Exact.hourly(tariff.centsPerChildHour(), billed, 1)
                + Exact.hourly(tariff.centsPerCarerHour(), billed, sharing),
            Rounding.CENT);
  }

  /** Children of the request of a care session, who share a carer's hours. */
  public int sharing(int session) {
    return sharing[index.requestOf(session)];
  }

  /**
   * Whether a provider's prices are hourly and nothing else, so that less time never costs more.
   */
  public boolean simple(int provider) {
    return simple[provider];
  }

  /**
   * Price of a leg.
   *
   * @param start its start, local time
   * @param minutes minutes of presence
   * @return cents to pay, never negative
   */
  public int cents(int session, int provider, LocalDateTime start, int minutes) {
    if (simple[provider] && programmes[index.requestOf(session)] == null) {
      return simpleCents(
          index.problem().providers().get(provider).tariff(), minutes, sharing(session));
    }
    return Math.toIntExact(charge(session, provider, start, minutes, Charge.silent()));
  }

  /** Price of an option with its lines. */
  public Price price(int session, List<Leg> legs) {
    List<Line> lines = new ArrayList<>();
    long cents = 0;
    int minutes = 0;
    long noShow = 0;
    long deposit = 0;
    Set<Integer> providers = new HashSet<>();
    for (Leg leg : legs) {
      Charge charge = Charge.told();
      int length = (int) index.timeline().minutes(leg.start(), leg.end());
      int provider = index.provider(leg.providerId());
      cents += charge(session, provider, leg.start(), length, charge);
      noShow += noShowCents(session, provider, leg.start(), length);
      if (providers.add(provider)) {
        deposit += depositCents(session, provider, leg.start());
      }
      lines.addAll(charge.lines());
      minutes += length;
    }
    return new Price(cents, minutes, lines, noShow, deposit);
  }

  /**
   * What the child's care of the calendar month would cost if all of it cost as much an hour as
   * this option.
   */
  public long monthCents(int session, Price price) {
    return price.minutes() == 0
        ? 0
        : Math.round((double) price.cents() * asked.ofMonth(session) / price.minutes());
  }

  /** What a stay costs that the family neither uses nor cancels. */
  public long noShowCents(int session, int provider, LocalDateTime start, int minutes) {
    TariffTerms terms = tariff(provider, start).terms();
    long price = cents(session, provider, start, minutes);
    return terms.noShowCents()
        + Exact.cents(Exact.permille(price * Exact.CENT, terms.noShowPermille()), Rounding.CENT);
  }

  /**
   * Deposit that the family pays once if it is new to the provider, in cents: not registered there,
   * and none of its children has been there before.
   */
  public int depositCents(int session, int provider, LocalDateTime start) {
    int deposit = tariff(provider, start).terms().depositCents();
    return deposit == 0 || isKnown(index.familyOf(index.requestOf(session)), provider)
        ? 0
        : deposit;
  }

  private boolean isKnown(int familyNumber, int provider) {
    Family family = index.problem().families().get(familyNumber);
    String id = index.problem().providers().get(provider).id();
    Set<String> children = new HashSet<>();
    family.children().forEach(child -> children.add(child.id()));
    return family.registeredWith().contains(id)
        || index.problem().history().stream()
            .anyMatch(
                stay ->
                    stay.providerId().equals(id)
                        && children.contains(stay.childId())
                        && stay.date().isBefore(index.problem().from()));
  }

  /** An average month of a week that returns all year: 52 weeks over 12 months, halves up. */
  public static long averageMonth(long weekCents) {
    return (weekCents * 52 + 6) / 12;
  }

  /** Cents for an hour, to the nearest, halves up; 0 for no time. */
  public static long perHour(long cents, long minutes) {
    return minutes == 0 ? 0 : (cents * 60 + minutes / 2) / minutes;
  }

  private Tariff tariff(int provider, LocalDateTime start) {
    return index.problem().providers().get(provider).tariff().on(start.toLocalDate());
  }

  private long charge(int session, int provider, LocalDateTime start, int minutes, Charge charge) {
    Provider there = index.problem().providers().get(provider);
    Tariff tariff = there.tariff().on(start.toLocalDate());
    int request = index.requestOf(session);
    Family family = index.problem().families().get(index.familyOf(request));
    Child child = index.children().get(index.childOf(session));
    String source = source(there, start.toLocalDate());
    int billed = tariff.billedMinutes(minutes);
    List<Funding> fundings = fundings(child, tariff);
    int asks = Math.min(minutes, index.sessions().get(session).careMinutes());
    long[] left = new long[fundings.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = (long) fundings.get(i).minutesPerWeek() * asks / asked.ofWeek(session);
    }
    stay(
        tariff,
        family.rate(),
        child,
        start,
        minutes,
        minutes,
        sharing[request],
        fundings,
        left,
        source,
        charge);
    long fee = tariff.terms().agencyCentsPerMonth() * Exact.CENT;
    if (fee > 0) {
      charge.add(
          Line.What.AGENCY_MONTH,
          Exact.plain(
              BigDecimal.valueOf(asks)
                  .divide(
                      BigDecimal.valueOf(asked.ofMonth(session)),
                      3,
                      java.math.RoundingMode.HALF_UP)),
          Line.Unit.SHARE,
          Exact.share(fee, asks, asked.ofMonth(session)),
          source);
    }
    subsidy(charge.sum(), billed, tariff, family.rate(), charge);
    Programme programme = programmes[request];
    if (programme != null) {
      programme(charge.sum(), minutes, programme, charge);
    }
    Rounding own = tariff.terms().rounding();
    Rounding rounding = own.per() == Rounding.Per.STAY ? own : Rounding.CENT;
    long cents = Exact.cents(charge.sum(), rounding);
    charge.add(
        Line.What.ROUNDING,
        BigDecimal.ONE,
        Line.Unit.STAY,
        cents * Exact.CENT - charge.sum(),
        source);
    return cents;
  }

  /** Funded hours of a child that count under a tariff. */
  static List<Funding> fundings(Child child, Tariff tariff) {
    if (child.fundings().isEmpty() || !tariff.terms().dayClasses().isEmpty()) {
      return List.of();
    }
    return child.fundings().stream()
        .filter(funding -> tariff.terms().fundedSchemes().contains(funding.scheme()))
        .toList();
  }

  static String source(Provider provider, LocalDate date) {
    LocalDate since = null;
    for (var next : provider.tariff().later()) {
      if (!next.validFrom().isAfter(date) && (since == null || next.validFrom().isAfter(since))) {
        since = next.validFrom();
      }
    }
    return since == null ? provider.id() : provider.id() + " from " + since;
  }

  /**
   * What one stay costs before anything of the month: care, visit, least charge, agency by the
   * hour, less funded hours.
   *
   * @param classMinutes minutes by which the day class is found; 0 if the date is charged already
   * @param left minutes that each funding still pays; lessened by what this stay uses
   */
  static void stay(
      Tariff tariff,
      FamilyRate rate,
      Child child,
      LocalDateTime start,
      int minutes,
      int classMinutes,
      int children,
      List<Funding> fundings,
      long[] left,
      String source,
      Charge charge) {
    TariffTerms terms = tariff.terms();
    int billed = tariff.billedMinutes(minutes);
    long before = charge.sum();
    Pieces pieces = new Pieces(start, billed, tariff, fundings);
    if (terms.dayClasses().isEmpty()) {
      for (int i = 0; i < pieces.count(); i++) {
        int length = pieces.minutes(i);
        charge.addHours(Line.What.CARE, length, pieces.price(i, length, children), source);
      }
    } else if (classMinutes > 0) {
      dayClass(terms, rate, child, start.toLocalDate(), classMinutes, source, charge);
    }
    charge.add(
        Line.What.VISIT,
        BigDecimal.ONE,
        Line.Unit.STAY,
        terms.centsPerVisit() * Exact.CENT / children,
        source);
    long least = terms.minimumCents() * Exact.CENT;
    charge.add(
        Line.What.MINIMUM,
        BigDecimal.ONE,
        Line.Unit.STAY,
        Math.max(0, least - (charge.sum() - before)),
        source);
    long care = charge.sum() - before;
    charge.addHours(
        Line.What.AGENCY_HOURS,
        billed,
        Exact.hourly(terms.agencyCentsPerHour(), billed, 1),
        source);
    funded(pieces, children, fundings, left, care, charge);
  }

  /** The share of the day rate for all minutes of one date. */
  static void dayClass(
      TariffTerms terms,
      FamilyRate rate,
      Child child,
      LocalDate date,
      int minutes,
      String source,
      Charge charge) {
    Integer own = rate.dayRateCents();
    long full = own == null ? terms.dayRateCents() : own;
    long months = Period.between(child.birthDate(), date).toTotalMonths();
    for (DayClass one : terms.dayClasses()) {
      boolean fits = one.underMinutes() == 0 || minutes < one.underMinutes();
      if (fits && months >= one.fromAgeMonths()) {
        charge.add(
            Line.What.CARE,
            Exact.plain(BigDecimal.valueOf(one.permille(), 3)),
            Line.Unit.DAY_RATE,
            full * one.permille() * (Exact.CENT / 1000),
            source);
        return;
      }
    }
  }

  private static void funded(
      Pieces pieces, int children, List<Funding> fundings, long[] left, long care, Charge charge) {
    long most = care;
    int[] taken = new int[pieces.count()];
    for (int f = 0; f < fundings.size(); f++) {
      Funding funding = fundings.get(f);
      int used = 0;
      long worth = 0;
      for (int i = 0; i < pieces.count(); i++) {
        if (left[f] > 0 && pieces.funded(funding, i)) {
          int take = (int) Math.min(left[f], pieces.minutes(i) - taken[i]);
          taken[i] += take;
          left[f] -= take;
          used += take;
          worth += pieces.price(i, take, children);
        }
      }
      worth = Math.min(worth, most);
      most -= worth;
      charge.addHours(Line.What.FUNDED, used, -worth, funding.scheme());
    }
  }

  /** Lessens a price by the family's share of what is subsidised of it. */
  static void subsidy(
      long price, long billedMinutes, Tariff tariff, FamilyRate rate, Charge charge) {
    int highest = tariff.terms().subsidisedCentsPerHour();
    if (highest > 0 && rate.subsidyPermille() > 0) {
      long subsidised = Math.min(price, Exact.hourly(highest, billedMinutes, 1));
      charge.addHours(
          Line.What.SUBSIDY,
          billedMinutes,
          -Exact.permille(subsidised, rate.subsidyPermille()),
          "subsidy of " + rate.subsidyPermille() + " thousandths");
    }
  }

  /** Lessens a price to what the programme leaves to the family. */
  static void programme(long price, long minutes, Programme programme, Charge charge) {
    long most = price;
    Integer perHour = programme.coPaymentCentsPerHour();
    if (perHour != null) {
      most = Math.min(most, Exact.hourly(perHour, minutes, 1));
    }
    Integer permille = programme.coPaymentPermille();
    if (permille != null) {
      most = Math.min(most, Exact.permille(price, permille));
    }
    charge.addHours(Line.What.PROGRAMME, minutes, most - price, programme.code());
  }
}
