package org.plek;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plek.domain.DatedTariff;
import org.plek.domain.DayClass;
import org.plek.domain.RatePeriod;
import org.plek.domain.Rounding;
import org.plek.domain.Tariff;
import org.plek.domain.TariffTerms;

/** A tariff in the making. */
public final class TariffFixture {
  private final int child;
  private final int carer;
  private int block = 1;
  private int minimumMinutes;
  private final List<RatePeriod> rates = new ArrayList<>();
  private List<DayClass> classes = List.of();
  private int dayRate;
  private int visit;
  private int minimum;
  private int agencyMonth;
  private int agencyHour;
  private Set<String> schemes = Set.of();
  private int subsidised;
  private Rounding rounding = Rounding.CENT;
  private int noShow;
  private int noShowPermille;
  private int deposit;
  private final List<DatedTariff> later = new ArrayList<>();

  private TariffFixture(int child, int carer) {
    this.child = child;
    this.carer = carer;
  }

  /** Cents per child and hour. */
  public static TariffFixture child(int cents) {
    return new TariffFixture(cents, 0);
  }

  /** Cents per hour of the carer. */
  public static TariffFixture carer(int cents) {
    return new TariffFixture(0, cents);
  }

  /** Blocks and least time billed, in minutes. */
  public TariffFixture billed(int blockMinutes, int minimum) {
    block = blockMinutes;
    minimumMinutes = minimum;
    return this;
  }

  /** Other cents per child hour in these hours of the week. */
  public TariffFixture rate(String hours, int cents) {
    rates.add(new RatePeriod(Hours.week(hours), cents, 0));
    return this;
  }

  /** An income tariff. */
  public TariffFixture days(int rateCents, DayClass... dayClasses) {
    dayRate = rateCents;
    classes = List.of(dayClasses);
    return this;
  }

  /** Cents a visit. */
  public TariffFixture visit(int cents) {
    visit = cents;
    return this;
  }

  /** Least charge a stay. */
  public TariffFixture least(int cents) {
    minimum = cents;
    return this;
  }

  /** The agency's fees. */
  public TariffFixture agency(int centsPerMonth, int centsPerHour) {
    agencyMonth = centsPerMonth;
    agencyHour = centsPerHour;
    return this;
  }

  /** Schemes whose hours count. */
  public TariffFixture funded(String... codes) {
    schemes = Set.of(codes);
    return this;
  }

  /** Highest subsidised cents an hour. */
  public TariffFixture subsidised(int cents) {
    subsidised = cents;
    return this;
  }

  /** Rounding. */
  public TariffFixture rounded(Rounding.Per per, Rounding.Way way, int toCents) {
    rounding = new Rounding(per, way, toCents);
    return this;
  }

  /** No-show fee and deposit. */
  public TariffFixture noShow(int cents, int permille, int depositCents) {
    noShow = cents;
    noShowPermille = permille;
    deposit = depositCents;
    return this;
  }

  /** Other cents per child hour from a date on. */
  public TariffFixture from(String date, int cents) {
    later.add(new DatedTariff(LocalDate.parse(date), cents, 0, 1, 0, TariffTerms.NONE));
    return this;
  }

  /** The tariff. */
  public Tariff tariff() {
    return new Tariff(
        child,
        carer,
        block,
        minimumMinutes,
        new TariffTerms(
            rates,
            classes,
            dayRate,
            visit,
            minimum,
            agencyMonth,
            agencyHour,
            schemes,
            subsidised,
            rounding,
            noShow,
            noShowPermille,
            deposit),
        later);
  }
}
