package org.plek.format;

import static org.plek.format.Field.optional;
import static org.plek.format.Field.or;
import static org.plek.format.Field.required;
import static org.plek.format.NetworkShapes.DAY_MINUTES;
import static org.plek.format.NetworkShapes.MOST_CENTS;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.DateRange;
import org.plek.domain.DatedTariff;
import org.plek.domain.DayClass;
import org.plek.domain.FamilyRate;
import org.plek.domain.Funding;
import org.plek.domain.Programme;
import org.plek.domain.RatePeriod;
import org.plek.domain.Rounding;
import org.plek.domain.Tariff;
import org.plek.domain.TariffTerms;

/** Tariffs, and who pays what of them. */
final class PriceShapes {
  private PriceShapes() {}

  private static final Whole<Integer> CENTS = Whole.of(0, MOST_CENTS);
  private static final Whole<Integer> MONTH_CENTS = Whole.of(0, 1_000_000);
  private static final Whole<Integer> PERMILLE = Whole.of(0, 1000);
  private static final Rounding CENT = Rounding.CENT;

  private static final ObjectShape<RatePeriod> RATE_PERIOD =
      ObjectShape.of(
              RatePeriod.class,
              "ratePeriod",
              "Other prices in some hours of the week: nights, weekends.",
              required("hours", HoursShapes.WEEK, "hours of the week in which they hold"),
              or(
                  0,
                  "centsPerChildHour",
                  CENTS,
                  "cents per child and hour, in place of the tariff's"),
              or(
                  0,
                  "centsPerCarerHour",
                  CENTS,
                  "cents per hour of the carer, in place of the tariff's"))
          .shared();

  private static final ObjectShape<DayClass> DAY_CLASS =
      ObjectShape.of(
              DayClass.class,
              "dayClass",
              "A class of stays in an income tariff: a share of the family's rate for a full day.",
              or(
                  0,
                  "underMinutes",
                  Whole.of(0, 2 * DAY_MINUTES),
                  "stays shorter than this belong here, unless to an earlier class; 0 for any"
                      + " length"),
              required("permille", Whole.of(0, 10_000), "share of the day rate, in thousandths"),
              or(
                  0,
                  "fromAgeMonths",
                  Whole.of(0, NetworkShapes.MOST_MONTHS),
                  "only for children of at least this age (school age); 0 for all"))
          .shared();

  private static final ObjectShape<Rounding> ROUNDING =
      ObjectShape.of(
              Rounding.class,
              "rounding",
              "How amounts become payable.",
              or(
                  CENT.per(),
                  "per",
                  Choice.of(Rounding.Per.class),
                  "what is rounded: each STAY, the stays of a child of one DAY or of one MONTH"),
              or(
                  CENT.way(),
                  "way",
                  Choice.of(Rounding.Way.class),
                  "HALF_UP to the nearest, UP never to less, DOWN never to more"),
              or(CENT.toCents(), "toCents", Whole.of(1, 100), "to multiples of this many cents"))
          .shared();

  private static final ObjectShape<TariffTerms> TERMS =
      ObjectShape.of(
              TariffTerms.class,
              "tariffTerms",
              "What a tariff says beyond its hourly prices; 0 and empty mean nothing.",
              or(
                  List.of(),
                  "rates",
                  ListShape.of(RATE_PERIOD).sized(0, 100),
                  "other prices in some hours of the week, the first that holds counts"),
              or(
                  List.of(),
                  "dayClasses",
                  ListShape.of(DAY_CLASS).sized(0, 20),
                  "when not empty an income tariff: a stay costs a share of the family's rate for a"
                      + " full day instead of hourly prices; the first class that fits counts"),
              or(
                  0,
                  "dayRateCents",
                  CENTS,
                  "full rate in cents of the income tariff, for a family that entered none"),
              or(
                  0,
                  "centsPerVisit",
                  CENTS,
                  "cents per stay (the way of a home carer), shared by the children of the request"),
              or(0, "minimumCents", CENTS, "least charge in cents per child and stay"),
              or(
                  0,
                  "agencyCentsPerMonth",
                  MONTH_CENTS,
                  "fee of the agency in cents per child and calendar month with care"),
              or(
                  0,
                  "agencyCentsPerHour",
                  CENTS,
                  "fee of the agency in cents per child and hour billed"),
              or(
                  Set.of(),
                  "fundedSchemes",
                  NetworkShapes.CODES,
                  "codes of the schemes whose funded hours count here"),
              or(
                  0,
                  "subsidisedCentsPerHour",
                  CENTS,
                  "highest hourly price in cents of which the subsidy pays a share; 0 where the care"
                      + " is not subsidised"),
              or(CENT, "rounding", ROUNDING, "how amounts become payable"),
              or(
                  0,
                  "noShowCents",
                  MONTH_CENTS,
                  "cents charged for a stay that the family neither uses nor cancels"),
              or(
                  0,
                  "noShowPermille",
                  PERMILLE,
                  "besides, this many thousandths of the price of that stay"),
              or(
                  0,
                  "depositCents",
                  MONTH_CENTS,
                  "cents asked once from a family new to the provider, paid back at the end"))
          .checked(PriceShapes::checkTerms)
          .shared();

  private static final ObjectShape<DatedTariff> LATER =
      ObjectShape.of(
              DatedTariff.class,
              "datedTariff",
              "A tariff that replaces an earlier one.",
              required("validFrom", Parsed.DATE, "first date of stays to which it applies"),
              or(0, "centsPerChildHour", CENTS, "cents per child and hour of presence"),
              or(
                  0,
                  "centsPerCarerHour",
                  CENTS,
                  "cents per hour of the carer, shared by the children of the request"),
              or(
                  1,
                  "billingBlockMinutes",
                  Whole.of(1, DAY_MINUTES),
                  "presence is billed in blocks of this many minutes, rounded up"),
              or(0, "minimumMinutes", Whole.of(0, DAY_MINUTES), "least minutes billed per stay"),
              or(TariffTerms.NONE, "terms", TERMS, "what else it says"))
          .shared();

  static final ObjectShape<Tariff> TARIFF =
      ObjectShape.of(
              Tariff.class,
              "tariff",
              "What a family pays.",
              or(0, "centsPerChildHour", CENTS, "cents per child and hour of presence"),
              or(
                  0,
                  "centsPerCarerHour",
                  CENTS,
                  "cents per hour of the carer, shared by the children of the request"),
              or(
                  1,
                  "billingBlockMinutes",
                  Whole.of(1, DAY_MINUTES),
                  "presence is billed in blocks of this many minutes, rounded up"),
              or(0, "minimumMinutes", Whole.of(0, DAY_MINUTES), "least minutes billed per stay"),
              or(TariffTerms.NONE, "terms", TERMS, "what else it says"),
              or(
                  List.of(),
                  "later",
                  ListShape.of(LATER).sized(0, 100),
                  "tariffs that follow, by date"))
          .shared();

  private static final ObjectShape<DateRange> DATE_RANGE =
      ObjectShape.of(
              DateRange.class,
              "dateRange",
              "Dates in a row, half open.",
              required("from", Parsed.DATE, "first date"),
              required("until", Parsed.DATE, "first date after"))
          .checked(PriceShapes::checkRange)
          .shared();

  static final ObjectShape<Funding> FUNDING =
      ObjectShape.of(
          Funding.class,
          "funding",
          "Hours of a child's care that somebody else pays (English funded hours).",
          required("scheme", Text.code(), "code; counts with the providers whose tariff names it"),
          required(
              "minutesPerWeek",
              Whole.of(1, 7 * DAY_MINUTES),
              "how many minutes a week (from Monday)"),
          or(
              List.of(),
              "weeks",
              ListShape.of(DATE_RANGE).sized(0, 100),
              "dates on which it is valid (term weeks); empty means always"),
          or(
              List.of(),
              "hours",
              HoursShapes.WEEK,
              "hours of the week in which it is valid; empty means all"));

  static final ObjectShape<FamilyRate> FAMILY_RATE =
      ObjectShape.of(
              FamilyRate.class,
              "familyRate",
              "What a family pays by its own certificates; the rates are entered, never the income.",
              optional(
                  "dayRateCents",
                  CENTS,
                  "the family's rate in cents for a full day in income tariffs; absent if it has"
                      + " none"),
              or(
                  0,
                  "subsidyPermille",
                  PERMILLE,
                  "share of the subsidised price that the family gets back, in thousandths"))
          .shared();

  static final ObjectShape<Programme> PROGRAMME =
      ObjectShape.of(
          Programme.class,
          "programme",
          "What an employer, school or job service arranges for the families it sends.",
          required("code", Text.code(), "as in the programme of a request"),
          optional(
              "coPaymentCentsPerHour",
              CENTS,
              "what the family pays at most in cents per child and hour of presence, the programme"
                  + " pays the rest; absent if the family pays itself"),
          optional(
              "coPaymentPermille",
              PERMILLE,
              "share of the price that the family pays at most, in thousandths; absent if there is"
                  + " none"),
          or(
              false,
              "registeredCarersOnly",
              Flag.SHAPE,
              "home carers only if the family registered them beforehand"));

  private static void checkTerms(Values values, Reading in) {
    List<@Nullable DayClass> classes = values.get("dayClasses");
    if (classes == null || classes.isEmpty()) {
      return;
    }
    DayClass last = classes.getLast();
    if (last != null && (last.underMinutes() > 0 || last.fromAgeMonths() > 0)) {
      in.at(
          () ->
              in.error(
                  IssueCode.CONTRADICTION,
                  null,
                  "the last class does not take every stay",
                  "Maybe leave out underMinutes and fromAgeMonths of the last class."),
          "dayClasses",
          classes.size() - 1);
    }
  }

  private static void checkRange(Values values, Reading in) {
    LocalDate from = values.get("from");
    LocalDate until = values.get("until");
    if (from != null && until != null && !from.isBefore(until)) {
      in.error(IssueCode.CONTRADICTION, until, "lies not after " + from, null);
    }
  }
}
