package org.plek.format;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CarePattern;
import org.plek.domain.CareSession;
import org.plek.domain.Child;
import org.plek.domain.Interval;
import org.plek.domain.Point;
import org.plek.domain.Request;
import org.plek.domain.SchoolWays;
import org.plek.domain.Urgency;
import org.plek.domain.Wishes;

/** What must hold within a family and a request. */
final class RequestChecks {
  private RequestChecks() {}

  /** Minutes by the clock on the wall, as care is asked; a night of clock change differs. */
  static long localMinutes(Interval interval) {
    return ChronoUnit.MINUTES.between(interval.start(), interval.end());
  }

  static void checkChild(Values values, Reading in) {
    LocalDate birthDate = values.get("birthDate");
    if (birthDate != null) {
      in.withHorizon(horizon -> ProviderChecks.checkBorn(birthDate, horizon.from(), in));
    }
  }

  static void checkFamily(Values values, Reading in) {
    String id = values.get("id");
    List<@Nullable Child> children = values.get("children");
    if (id != null && children != null) {
      for (Child child : children) {
        if (child != null) {
          in.ids.belongs(IdKind.CHILD, child.id(), id);
        }
      }
    }
    String other = values.get("sharesHomeCareWith");
    if (id == null || other == null) {
      return;
    }
    in.ids.belongs(IdKind.FAMILY, id, other); // The owner of a family is the one it shares with.
    in.atEnd(
        () -> {
          if (in.ids.has(IdKind.FAMILY, other)
              && !id.equals(in.ids.ownerOf(IdKind.FAMILY, other))) {
            in.at(
                () ->
                    in.error(
                        IssueCode.CONTRADICTION,
                        other,
                        "sharing home care must be mutual",
                        "Maybe add \"sharesHomeCareWith\": \""
                            + id
                            + "\" to family "
                            + other
                            + "."),
                "sharesHomeCareWith");
          }
        });
  }

  static void checkSession(Values values, Reading in) {
    LocalDateTime start = values.get("start");
    LocalDateTime end = values.get("end");
    boolean fixed = !values.absent("start") || !values.absent("end");
    boolean flexible = !values.absent("minutes") || !values.absent("windows");
    boolean away = !values.absent("parentAway");
    int forms = (fixed ? 1 : 0) + (flexible ? 1 : 0) + (away ? 1 : 0);
    if (forms != 1) {
      in.error(
          forms == 0 ? IssueCode.MISSING_FIELD : IssueCode.CONTRADICTION,
          null,
          forms == 0
              ? "a care session needs start and end, or minutes and windows, or parentAway"
              : "a care session has one form: start and end, or minutes and windows, or parentAway",
          "Maybe keep only start and end when the care is fixed.");
      return;
    }
    if (!fixed && !values.absent("school")) {
      in.at(
          () ->
              in.error(
                  IssueCode.CONTRADICTION,
                  null,
                  "only fixed care has a school at an end",
                  "Maybe write start and end: school starts and ends at a fixed time."),
          "school");
    }
    if (fixed) {
      needBoth(values, "start", "end", in);
      if (HoursShapes.checkOrder(start, end, in) && start != null && end != null) {
        checkCare(new Interval(start, end), in);
      }
    } else if (flexible) {
      needBoth(values, "minutes", "windows", in);
      checkWindows(values.get("minutes"), values.get("windows"), in);
    } else {
      Interval parentAway = values.get("parentAway");
      if (parentAway != null) {
        in.at(() -> checkCare(parentAway, in), "parentAway");
      }
    }
  }

  private static void needBoth(Values values, String one, String other, Reading in) {
    if (values.absent(one) || values.absent(other)) {
      String absent = values.absent(one) ? one : other;
      in.error(
          IssueCode.MISSING_FIELD,
          null,
          "field " + absent + " is missing beside " + (values.absent(one) ? other : one),
          null);
    }
  }

  private static void checkWindows(
      @Nullable Integer minutes, @Nullable List<@Nullable Interval> windows, Reading in) {
    if (windows == null) {
      return;
    }
    for (int w = 0; w < windows.size(); w++) {
      Interval window = windows.get(w);
      if (window == null) {
        continue;
      }
      in.at(() -> checkWithin(window, in), "windows", w);
      if (minutes != null && localMinutes(window) < minutes) {
        in.at(
            () ->
                in.error(
                    IssueCode.TOO_LONG,
                    window.start() + " to " + window.end(),
                    "the window is shorter than the " + minutes + " minutes of care",
                    "Maybe the window ends later."),
            "windows",
            w);
      }
    }
  }

  private static void checkCare(Interval care, Reading in) {
    if (localMinutes(care) > RequestShapes.MOST_SESSION_MINUTES) {
      in.error(
          IssueCode.TOO_LONG,
          care.start() + " to " + care.end(),
          "care lasts at most 24 hours",
          "Maybe make one care session per date.");
    }
    checkWithin(care, in);
  }

  private static void checkWithin(Interval interval, Reading in) {
    in.withHorizon(
        horizon -> {
          if (!horizon.startsWithin(interval.start())
              || interval.end().isAfter(horizon.until().plusDays(1).atStartOfDay())) {
            in.error(
                IssueCode.OUTSIDE_HORIZON,
                interval.start() + " to " + interval.end(),
                "must start within " + horizon + " and end at most a day after it",
                "Maybe lengthen the horizon, or move it to history.");
          }
        });
  }

  static CareSession makeSession(Values values) {
    String id = values.need("id");
    String childId = values.need("childId");
    Interval parentAway = values.get("parentAway");
    SchoolWays school = values.need("school");
    if (parentAway != null) {
      return new CareSession(id, childId, 0, List.of(), parentAway);
    }
    List<Interval> windows = values.get("windows");
    if (windows != null) {
      Integer minutes = values.need("minutes");
      return new CareSession(id, childId, minutes, windows, null);
    }
    Interval care = new Interval(values.need("start"), values.need("end"));
    return new CareSession(id, childId, (int) localMinutes(care), List.of(care), null, school);
  }

  static void checkPattern(Values values, Reading in) {
    LocalDate from = values.get("from");
    LocalDate until = values.get("until");
    if (from != null && until != null && !until.isAfter(from)) {
      in.error(
          IssueCode.END_BEFORE_START,
          from + " to " + until,
          "the pattern must end after it starts",
          "Maybe until is the last date; write the first date after.");
    }
    List<@Nullable String> childIds = values.get("childIds");
    if (childIds != null) {
      Unique unique = new Unique(IssueCode.DUPLICATE_VALUE, "this child stands here twice");
      for (int c = 0; c < childIds.size(); c++) {
        String childId = childIds.get(c);
        if (childId != null) {
          unique.check(childId, in, "childIds", c);
        }
      }
    }
  }

  static void checkRequest(Values values, Reading in) {
    List<@Nullable CareSession> sessions = values.get("sessions");
    List<@Nullable CarePattern> patterns = values.get("patterns");
    if (sessions != null && patterns != null && sessions.isEmpty() && patterns.isEmpty()) {
      in.warning(IssueCode.NO_EFFECT, null, "the request has no care session and no pattern", null);
    }
    Point destination = values.get("destination");
    String familyId = values.get("familyId");
    if (sessions != null) {
      for (int s = 0; s < sessions.size(); s++) {
        CareSession session = sessions.get(s);
        if (session == null) {
          continue;
        }
        checkChildOfFamily(session.childId(), familyId, in, "sessions", s, "childId");
        if (session.parentAway() != null && destination == null && values.absent("destination")) {
          in.at(
              () ->
                  in.error(
                      IssueCode.MISSING_FIELD,
                      null,
                      "parentAway needs the destination of the request",
                      "Maybe add \"destination\": {\"latitude\": …, \"longitude\": …}."),
              "sessions",
              s);
        }
      }
    }
    if (patterns != null) {
      Unique unique = Unique.ids("pattern");
      for (int p = 0; p < patterns.size(); p++) {
        CarePattern pattern = patterns.get(p);
        if (pattern == null) {
          in.ids.uncertain(IdKind.SESSION);
          continue;
        }
        unique.check(pattern.id(), in, "patterns", p, "id");
        for (int c = 0; c < pattern.childIds().size(); c++) {
          checkChildOfFamily(pattern.childIds().get(c), familyId, in, "patterns", p, "childIds", c);
        }
        declareSessions(values.get("id"), pattern, p, in);
      }
    }
  }

  /** The care sessions that a pattern makes have ids, too. */
  private static void declareSessions(
      @Nullable String requestId, CarePattern pattern, int number, Reading in) {
    if (requestId == null) {
      in.ids.uncertain(IdKind.SESSION);
      return;
    }
    Request alone =
        new Request(
            requestId,
            "",
            pattern.from().atStartOfDay(),
            Urgency.PLANNED,
            "",
            null,
            null,
            RequestShapes.LIMITS,
            Wishes.NONE,
            List.of(),
            List.of(pattern));
    Consumer<Horizon> declare =
        horizon -> {
          List<CareSession> made = alone.allSessions(horizon.from(), horizon.until());
          made.forEach(session -> in.ids.declare(IdKind.SESSION, session.id()));
          if (made.isEmpty()) {
            in.warning(IssueCode.NO_EFFECT, null, "makes no care within " + horizon, null);
          }
        };
    in.at(() -> in.withHorizon(declare), "patterns", number);
  }

  private static void checkChildOfFamily(
      String childId, @Nullable String familyId, Reading in, Object... steps) {
    if (familyId == null) {
      return;
    }
    Runnable check =
        () -> {
          String family = in.ids.ownerOf(IdKind.CHILD, childId);
          if (family != null && !family.equals(familyId)) {
            in.error(
                IssueCode.CONTRADICTION,
                childId,
                "is a child of family " + family + ", not of the family that asks",
                null);
          }
        };
    in.at(() -> in.whenComplete(IdKind.CHILD, check), steps);
  }
}
