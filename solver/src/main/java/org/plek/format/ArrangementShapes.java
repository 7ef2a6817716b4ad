package org.plek.format;

import static org.plek.format.Field.optional;
import static org.plek.format.Field.or;
import static org.plek.format.Field.required;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Arrangements;
import org.plek.domain.Closure;
import org.plek.domain.Group;
import org.plek.domain.JoinedHours;
import org.plek.domain.Schedule;

/** Closures, stand-ins and joined groups of a provider. */
final class ArrangementShapes {
  private static final int MOST_CLOSED_DAYS = 366;

  private ArrangementShapes() {}

  static final ObjectShape<Closure> CLOSURE =
      ObjectShape.of(
              Closure.class,
              "closure",
              "Dates on which a provider is closed altogether: nobody is there, neither staff nor"
                  + " children.",
              required("from", Parsed.DATE, "first date closed"),
              required("until", Parsed.DATE, "first date open again, at most a year later"),
              optional(
                  "reason",
                  Text.code(),
                  "code for people, such as HOUSEHOLD_FEVER; absent for none"))
          .checked(ArrangementShapes::checkClosure);

  static final ObjectShape<JoinedHours> JOINED_HOURS =
      ObjectShape.of(
          JoinedHours.class,
          "joinedHours",
          "Hours in which groups are one: their children count together under the law, with the"
              + " caregivers of all of them.",
          required(
              "groupIds", SetShape.of(Text.code()), "groups of the provider, at least two of them"),
          required("hours", HoursShapes.WEEK, "when, every week"));

  static final ObjectShape<Arrangements> ARRANGEMENTS =
      ObjectShape.of(
          Arrangements.class,
          "arrangements",
          "How a provider has arranged what goes beyond an ordinary day.",
          or(
              List.of(),
              "closures",
              ListShape.of(CLOSURE),
              "dates on which it is closed altogether; opening, caregivers and regular children"
                  + " have no hours then"),
          or(
              Set.of(),
              "standIns",
              SetShape.of(Text.reference(IdKind.PROVIDER)),
              "providers who stand in for this one; its children know them"),
          or(
              List.of(),
              "joinedHours",
              ListShape.of(JOINED_HOURS),
              "hours in which groups are joined; of one group they do not overlap"));

  private static void checkClosure(Values values, Reading in) {
    LocalDate from = values.get("from");
    LocalDate until = values.get("until");
    if (from == null || until == null) {
      return;
    }
    if (!until.isAfter(from)) {
      in.error(
          IssueCode.END_BEFORE_START,
          from + " to " + until,
          "the closure must end after it starts",
          "Maybe until is the last date closed; write the first date open again.");
    } else if (ChronoUnit.DAYS.between(from, until) > MOST_CLOSED_DAYS) {
      in.error(
          IssueCode.TOO_LONG,
          from + " to " + until,
          "a closure lasts at most " + MOST_CLOSED_DAYS + " days",
          "Maybe the year is wrong, or the provider is gone: take it out.");
    }
  }

  /** What must hold between the arrangements and the rest of the provider. */
  static void checkWithin(Values values, Reading in) {
    Arrangements arrangements = values.get("arrangements");
    List<@Nullable Group> groups = values.get("groups");
    if (arrangements == null || groups == null || groups.stream().anyMatch(Objects::isNull)) {
      return;
    }
    Set<String> known = groups.stream().map(Group::id).collect(Collectors.toSet());
    for (int j = 0; j < arrangements.joinedHours().size(); j++) {
      checkJoined(arrangements.joinedHours().get(j), known, j, in);
    }
    for (String groupId : known) {
      Schedule joined =
          new Schedule(
              arrangements.joinedHours().stream()
                  .filter(hours -> hours.groupIds().contains(groupId))
                  .flatMap(hours -> hours.hours().stream())
                  .toList(),
              List.of());
      String overlap = HoursChecks.overlap(joined);
      if (overlap != null) {
        in.at(
            () ->
                in.error(
                    IssueCode.OVERLAP,
                    overlap,
                    "group " + groupId + " is joined twice at once",
                    "Maybe join all of them in one entry."),
            "arrangements",
            "joinedHours");
      }
    }
  }

  private static void checkJoined(JoinedHours joined, Set<String> known, int number, Reading in) {
    if (joined.groupIds().size() < 2) {
      in.at(
          () ->
              in.error(
                  IssueCode.CONTRADICTION,
                  joined.groupIds().size() + " groups",
                  "at least two groups are joined",
                  null),
          "arrangements",
          "joinedHours",
          number,
          "groupIds");
    }
    for (String groupId : new TreeSet<>(joined.groupIds())) {
      if (!known.contains(groupId)) {
        in.at(
            () ->
                in.error(
                    IssueCode.UNKNOWN_ID,
                    groupId,
                    "no group of this provider has this id",
                    in.hint(() -> Nearest.hint(groupId, known))),
            "arrangements",
            "joinedHours",
            number,
            "groupIds");
      }
    }
  }
}
