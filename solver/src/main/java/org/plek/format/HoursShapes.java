package org.plek.format;

import static org.plek.format.Field.optional;
import static org.plek.format.Field.or;
import static org.plek.format.Field.required;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.DayException;
import org.plek.domain.Interval;
import org.plek.domain.Schedule;
import org.plek.domain.TimeRange;
import org.plek.domain.WeeklyHours;

/** Hours, intervals and schedules. */
final class HoursShapes {
  private HoursShapes() {}

  private static final String OVERNIGHT =
      "the end lies on the next date (20:00 to 06:00; 00:00 to 00:00 is a whole day)";

  static final ObjectShape<TimeRange> TIME_RANGE =
      ObjectShape.of(
              TimeRange.class,
              "timeRange",
              "Hours within one date, half open, at most 24 hours.",
              required("from", Parsed.TIME, "start, local time"),
              required(
                  "to",
                  Parsed.TIME,
                  "end, local time; lies after from, unless overnight, when it lies at or before"
                      + " it"),
              or(false, "overnight", Flag.SHAPE, OVERNIGHT))
          .checked(HoursShapes::checkHours)
          .shared();

  static final ObjectShape<WeeklyHours> WEEKLY_HOURS =
      ObjectShape.of(
              WeeklyHours.class,
              "weeklyHours",
              "Hours that return every week, half open, at most 24 hours.",
              required("day", Choice.of(DayOfWeek.class), "the weekday on which they start"),
              required("from", Parsed.TIME, "start, local time"),
              required(
                  "to",
                  Parsed.TIME,
                  "end, local time; lies after from, unless overnight, when it lies at or before"
                      + " it"),
              or(false, "overnight", Flag.SHAPE, OVERNIGHT))
          .checked(HoursShapes::checkHours)
          .shared();

  static final ListShape<WeeklyHours> WEEK = ListShape.shared(WEEKLY_HOURS);

  static final ObjectShape<DayException> DAY_EXCEPTION =
      ObjectShape.of(
              DayException.class,
              "dayException",
              "Replaces the weekly hours on one date.",
              required("date", Parsed.DATE, "the date on which the replaced hours start"),
              or(
                  List.of(),
                  "hours",
                  ListShape.shared(TIME_RANGE),
                  "the hours of that date; empty means closed"),
              optional("reason", Text.code(), "code for people, such as HOLIDAY"))
          .shared();

  static final ObjectShape<Schedule> SCHEDULE =
      ObjectShape.of(
              Schedule.class,
              "schedule",
              "When something is open or someone is present: weekly hours, replaced on single"
                  + " dates.",
              or(List.of(), "week", WEEK, "hours that return every week"),
              or(
                  List.of(),
                  "exceptions",
                  ListShape.shared(DAY_EXCEPTION),
                  "dates on which other hours hold (holidays, closures, longer evenings); each"
                      + " date once"))
          .checked(HoursShapes::checkSchedule)
          .shared();

  static final ObjectShape<Interval> INTERVAL =
      ObjectShape.of(
              Interval.class,
              "interval",
              "From one local moment to another, half open.",
              required("start", Parsed.DATE_TIME, "first moment, local time"),
              required("end", Parsed.DATE_TIME, "first moment after, local time"))
          .checked((values, in) -> checkOrder(values.get("start"), values.get("end"), in))
          .shared();

  /** Whether a moment lies after another; reports it when not. */
  static boolean checkOrder(
      @Nullable LocalDateTime start, @Nullable LocalDateTime end, Reading in) {
    if (start == null || end == null) {
      return false;
    }
    if (end.isAfter(start)) {
      return true;
    }
    in.error(
        IssueCode.END_BEFORE_START,
        start + " to " + end,
        "the end must lie after the start",
        end.plusDays(1).isAfter(start)
            ? "Maybe the end is on the next date, " + end.plusDays(1) + "."
            : "Maybe start and end are swapped.");
    return false;
  }

  private static void checkHours(Values values, Reading in) {
    LocalTime from = values.get("from");
    LocalTime to = values.get("to");
    Boolean overnight = values.get("overnight");
    if (from == null || to == null || overnight == null) {
      return;
    }
    if (!overnight && !to.isAfter(from)) {
      in.error(
          IssueCode.END_BEFORE_START,
          from + " to " + to,
          "the end must lie after the start",
          "Maybe add overnight: true when it ends on the next date.");
    } else if (overnight && to.isAfter(from)) {
      in.error(
          IssueCode.TOO_LONG,
          from + " to " + to + " overnight",
          "hours last at most 24 hours",
          "Maybe leave overnight out when they end on the same date.");
    }
  }

  private static void checkSchedule(Values values, Reading in) {
    List<@Nullable DayException> exceptions = values.get("exceptions");
    if (exceptions == null) {
      return;
    }
    Unique dates = new Unique(IssueCode.DUPLICATE_VALUE, "this date has an exception already");
    for (int i = 0; i < exceptions.size(); i++) {
      DayException exception = exceptions.get(i);
      if (exception != null) {
        dates.check(exception.date(), in, "exceptions", i, "date");
      }
    }
  }
}
