package org.plek.format;

import static org.plek.format.Field.optional;
import static org.plek.format.Field.or;
import static org.plek.format.Field.required;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plek.domain.BlackOut;
import org.plek.domain.Dates;
import org.plek.domain.Entitlement;

/** What a policy says about use: limits, dates without care; and from when until when. */
final class UseShapes {
  private UseShapes() {}

  private static final int MOST_USE = 100_000_000;
  private static final int MOST_DAYS = 3_660;

  static final ObjectShape<Dates> DATES =
      ObjectShape.of(
              Dates.class,
              "dates",
              "The dates on which something holds, such as a decision of a committee.",
              optional("from", Parsed.DATE, "first date; absent when it always held"),
              optional(
                  "until",
                  Parsed.DATE,
                  "first date on which it holds no longer; absent when it holds for good"))
          .checked(UseShapes::checkDates)
          .shared();

  static final ObjectShape<Entitlement> ENTITLEMENT =
      ObjectShape.of(
              Entitlement.class,
              "entitlement",
              "A limit on use (gebruiksrecht): how much care somebody may have, history and plan"
                  + " counted together. All conditions must be met for a stay to count; an empty"
                  + " one is met by every stay.",
              required("id", Text.free(200), "unique in the policy"),
              required(
                  "holder",
                  Choice.of(Entitlement.Holder.class),
                  "whose use is counted together: each child, each family, each family at each"
                      + " provider, or all families of a programme"),
              required(
                  "measure",
                  Choice.of(Entitlement.Measure.class),
                  "what is counted: stays, half days, dates with a stay, minutes of presence, or"
                      + " the dates from the first through the last of a spell of use"),
              or(
                  Entitlement.Period.IN_TOTAL,
                  "period",
                  Choice.of(Entitlement.Period.class),
                  "within what it is counted: each date, week from Monday, calendar month or"
                      + " calendar year, any rollingDays in a row, or in total"),
              or(
                  0,
                  "rollingDays",
                  Whole.of(0, MOST_DAYS),
                  "length of the window in dates, with period ROLLING only"),
              or(
                  0,
                  "breakDays",
                  Whole.of(0, MOST_DAYS),
                  "with measure SPELL_DAYS the dates without care that end a spell; 0 when nothing"
                      + " ends it"),
              required(
                  "most", Whole.of(0, MOST_USE), "the most that may be used, as measure counts"),
              or(
                  Map.of(),
                  "own",
                  MapShape.of(Whole.of(0, MOST_USE)),
                  "another most for some holders, by the id of the child, family or programme"),
              or(
                  Set.of(),
                  "providers",
                  SetShape.of(Text.reference(IdKind.PROVIDER)),
                  "providers where a stay counts"),
              or(
                  Set.of(),
                  "programmes",
                  NetworkShapes.CODES,
                  "programmes of the request under which a stay counts"),
              or(
                  Set.of(),
                  "reasons",
                  NetworkShapes.CODES,
                  "reasons of the request for which a stay counts; past care that does not say its"
                      + " reason counts for every one"),
              or(
                  Entitlement.HALF_DAY_MINUTES,
                  "halfDayMinutes",
                  Whole.of(1, NetworkShapes.DAY_MINUTES),
                  "with measure HALF_DAYS: a stay of fewer minutes is one half day, of as many or"
                      + " more two"),
              or(
                  Dates.ALWAYS,
                  "valid",
                  DATES,
                  "dates of the stays that count; what is not used by then lapses"))
          .checked(UseShapes::checkEntitlement);

  static final ObjectShape<BlackOut> BLACK_OUT =
      ObjectShape.of(
          BlackOut.class,
          "blackOut",
          "Dates on which no care is given although the place is open: days that a programme leaves"
              + " out, a sick child that stays home. All conditions must be met; an empty one is"
              + " met by everybody.",
          required("id", Text.free(200), "unique in the policy; never why a child stays home"),
          required("dates", DATES, "the dates; a stay that starts on one is not given"),
          or(
              Set.of(),
              "providers",
              SetShape.of(Text.reference(IdKind.PROVIDER)),
              "providers where it holds"),
          or(
              Set.of(),
              "programmes",
              NetworkShapes.CODES,
              "programmes of the request for which it holds"),
          or(Set.of(), "reasons", NetworkShapes.CODES, "reasons for which it holds"),
          or(
              Set.of(),
              "children",
              SetShape.of(Text.reference(IdKind.CHILD)),
              "children for whom it holds"));

  private static void checkDates(Values values, Reading in) {
    LocalDate from = values.get("from");
    LocalDate until = values.get("until");
    if (from != null && until != null && !from.isBefore(until)) {
      in.at(
          () ->
              in.error(
                  IssueCode.CONTRADICTION,
                  until,
                  "is not after from (" + from + ")",
                  "until is the first date on which it holds no longer"),
          "until");
    }
  }

  private static void checkEntitlement(Values values, Reading in) {
    Entitlement.Measure measure = values.get("measure");
    Entitlement.Period period = values.get("period");
    Integer rolling = values.get("rollingDays");
    Integer breaks = values.get("breakDays");
    if (measure == null || period == null || rolling == null || breaks == null) {
      return;
    }
    boolean spell = measure == Entitlement.Measure.SPELL_DAYS;
    if ((period == Entitlement.Period.ROLLING) != (rolling > 0)) {
      contradiction(
          in,
          "rollingDays",
          rolling,
          "goes with period ROLLING, and is at least 1 then; the period is " + period);
    }
    if (breaks > 0 && !spell) {
      contradiction(in, "breakDays", breaks, "goes with measure SPELL_DAYS only");
    }
    if (spell && period != Entitlement.Period.IN_TOTAL) {
      contradiction(in, "period", period, "cannot cut a spell; SPELL_DAYS goes with IN_TOTAL");
    }
  }

  private static void contradiction(Reading in, String field, Object value, String what) {
    in.at(() -> in.error(IssueCode.CONTRADICTION, value, what, null), field);
  }

  static <T> void checkUnique(
      String what, String field, Values values, Reading in, Function<T, String> id) {
    List<@Nullable T> all = values.get(field);
    if (all == null) {
      return;
    }
    Unique unique = Unique.ids(what);
    for (int i = 0; i < all.size(); i++) {
      T one = all.get(i);
      if (one != null) {
        unique.check(id.apply(one), in, field, i, "id");
      }
    }
  }
}
