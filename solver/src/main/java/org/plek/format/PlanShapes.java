package org.plek.format;

import static org.plek.format.Field.optional;
import static org.plek.format.Field.or;
import static org.plek.format.Field.required;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plek.domain.AbsenceNeed;
import org.plek.domain.ConditionalPlacement;
import org.plek.domain.Leg;
import org.plek.domain.Placement;
import org.plek.domain.PlacementState;
import org.plek.domain.Plan;
import org.plek.domain.Provenance;
import org.plek.domain.Unplaced;
import org.plek.scoring.ConstraintName;

/** Placements and plans. */
final class PlanShapes {
  private PlanShapes() {}

  static final String FORMAT = "plek-plan/1";

  private static final List<String> CONSTRAINTS =
      Stream.of(ConstraintName.values()).map(Enum::name).toList();

  static final ObjectShape<Leg> LEG =
      ObjectShape.of(
              Leg.class,
              "leg",
              "An unbroken stay with one provider, half open.",
              required("providerId", Text.reference(IdKind.PROVIDER), "the provider"),
              required("groupId", Text.reference(IdKind.GROUP), "the group, one of the provider"),
              required("start", Parsed.DATE_TIME, "arrival, local time"),
              required("end", Parsed.DATE_TIME, "departure, local time"),
              or(
                  0,
                  "escortMinutes",
                  Whole.of(0, NetworkShapes.DAY_MINUTES),
                  "of this stay, minutes on the way with this provider's childminder: at its end"
                      + " on a first leg (she brings), at its start on a second (she fetches)"))
          .checked(PlanShapes::checkLeg);

  static final ObjectShape<Placement> PLACEMENT =
      ObjectShape.of(
              Placement.class,
              "placement",
              "A care session that was given an option (toegekende opvang).",
              required("sessionId", Text.reference(IdKind.SESSION), "the care session"),
              or(
                  PlacementState.PROPOSED,
                  "state",
                  Choice.of(PlacementState.class),
                  "how firm it is: PROPOSED (may move), HELD (until it expires), OFFERED or"
                      + " CONFIRMED (do not move)"),
              optional(
                  "heldUntil",
                  Parsed.DATE_TIME,
                  "when a hold expires, local time; absent for the other states"),
              required(
                  "legs",
                  ListShape.of(LEG).sized(1, 2),
                  "one leg, or two in order when the care is split"))
          .checked(PlanShapes::checkPlacement);

  static final ObjectShape<Unplaced> UNPLACED =
      ObjectShape.of(
          Unplaced.class,
          "unplaced",
          "A care session without a place, and why.",
          required("sessionId", Text.reference(IdKind.SESSION), "the care session"),
          required(
              "constraint",
              Text.code(),
              "name of the rule that blocks it at most of its providers, or NO_OPTION where no"
                  + " provider could ever serve it"),
          required("reason", Text.free(10_000), "one English sentence"));

  private static final ObjectShape<AbsenceNeed> ABSENCE_NEED =
      ObjectShape.of(
              AbsenceNeed.class,
              "absenceNeed",
              "A time in which a conditional placement hangs on absences, half open.",
              required("from", Parsed.DATE_TIME, "from when, local time"),
              required("until", Parsed.DATE_TIME, "until when, local time"),
              required(
                  "regularChildren",
                  Whole.of(0, NetworkShapes.MOST_CHILDREN),
                  "regular children expected then who may stay away"),
              or(
                  0,
                  "fewestAbsent",
                  Whole.of(0, NetworkShapes.MOST_CHILDREN),
                  "how many of them must stay away at the least; 0 when none need"),
              required(
                  "risk",
                  Real.of(0, 1),
                  "probability that those who stay away do not suffice, 0 to 1, rounded up to four"
                      + " decimals"))
          .checked(
              (values, in) -> HoursShapes.checkOrder(values.get("from"), values.get("until"), in));

  private static final ObjectShape<ConditionalPlacement> CONDITIONAL =
      ObjectShape.of(
              ConditionalPlacement.class,
              "conditionalPlacement",
              "A place for a care session without one, legal only when enough regular children stay"
                  + " away; decided on the day, with the children who are there.",
              required("sessionId", Text.reference(IdKind.SESSION), "the care session"),
              required("legs", ListShape.of(LEG).sized(1, 1), "where and when"),
              required(
                  "risk",
                  Real.of(0, 1),
                  "greatest probability that it must be refused on the day, 0 to 1, rounded up to"
                      + " four decimals"),
              or(
                  List.of(),
                  "needs",
                  ListShape.of(ABSENCE_NEED),
                  "the times that hang on absences, in order"))
          .checked(PlanShapes::checkOnce);

  static final ObjectShape<Provenance> PROVENANCE =
      ObjectShape.of(
          Provenance.class,
          "provenance",
          "What a plan was made from; with it anybody can make the same plan again.",
          required(
              "problemHash",
              Text.free(64),
              "SHA-256 of the problem in canonical form, lower-case hexadecimal"),
          required("programVersion", Text.free(200), "version of plek"),
          or(
              Map.of(),
              "rulePacks",
              MapShape.of(Text.free(200)),
              "version of each rule pack used, by id"),
          required("seed", Whole.ofLong(Long.MIN_VALUE), "seed of all chance"),
          or(0L, "moveLimit", Whole.ofLong(0), "most moves the search could evaluate; 0 for none"));

  static final ObjectShape<Plan> PLAN =
      ObjectShape.of(
          Plan.class,
          "plan",
          "All placements of a horizon, with a reason for every care session without one.",
          Field.<Plan, String>required(
                  "format", Format.shape(FORMAT), "format and version of the document")
              .from(plan -> FORMAT),
          required("problemId", Text.free(200), "the problem it answers"),
          required("provenance", PROVENANCE, "what it was made from"),
          or(
              Map.of(),
              "figures",
              MapShape.of(Real.of(-Double.MAX_VALUE, Double.MAX_VALUE)),
              "what a planner wants to know at a glance, by name"),
          or(
              Map.of(),
              "score",
              MapShape.ofWords(CONSTRAINTS, Whole.ofLong(0)),
              "amount per constraint name: hard amounts caused or inherited, unserved weight,"
                  + " soft amounts before weighting"),
          or(
              List.of(),
              "placements",
              ListShape.streamed(PLACEMENT),
              "one for every served care session, in the order of the problem's sessions"),
          or(
              List.of(),
              "unplaced",
              ListShape.streamed(UNPLACED),
              "every care session without a place, in the same order"),
          or(
              List.of(),
              "conditional",
              ListShape.streamed(CONDITIONAL),
              "places for some of the care sessions without one, legal only when enough regular"
                  + " children stay away; each counts those before it as there. They count nowhere"
                  + " else in the plan"));

  private static void checkLeg(Values values, Reading in) {
    LocalDateTime start = values.get("start");
    LocalDateTime end = values.get("end");
    Integer escort = values.get("escortMinutes");
    if (HoursShapes.checkOrder(start, end, in)
        && escort != null
        && start != null
        && end != null
        && start.plusMinutes(escort).isAfter(end)) {
      in.error(IssueCode.TOO_LONG, escort, "the escort is longer than the stay", null);
    }
    String providerId = values.get("providerId");
    String groupId = values.get("groupId");
    if (providerId == null || groupId == null) {
      return;
    }
    in.whenComplete(
        IdKind.GROUP,
        () -> {
          String owner = in.ids.ownerOf(IdKind.GROUP, groupId);
          if (owner != null
              && in.ids.has(IdKind.PROVIDER, providerId)
              && !owner.equals(providerId)) {
            in.error(
                IssueCode.CONTRADICTION,
                groupId,
                "is a group of provider " + owner + ", not of the provider of the leg",
                null);
          }
        });
  }

  private static void checkOnce(Values values, Reading in) {
    String sessionId = values.get("sessionId");
    if (sessionId != null && !in.placed.add(sessionId)) {
      in.at(
          () ->
              in.error(
                  IssueCode.DUPLICATE_ID,
                  sessionId,
                  "this care session has a placement already",
                  null),
          "sessionId");
    }
  }

  private static void checkPlacement(Values values, Reading in) {
    checkOnce(values, in);
    PlacementState state = values.get("state");
    if (state != null && state != PlacementState.HELD && !values.absent("heldUntil")) {
      in.error(
          IssueCode.CONTRADICTION,
          state,
          "only a held placement has heldUntil",
          "Maybe the state is HELD.");
    }
    List<@Nullable Leg> legs = values.get("legs");
    if (state == null || legs == null || legs.size() != 2) {
      return;
    }
    Leg first = legs.get(0);
    Leg second = legs.get(1);
    if (first == null || second == null || first.end().equals(second.start())) {
      return;
    }
    String value = first.end() + " and " + second.start();
    String message = "the second leg must start when the first ends";
    if (state == PlacementState.PROPOSED) {
      in.warning(IssueCode.CONTRADICTION, value, message, null);
    } else {
      in.error(IssueCode.CONTRADICTION, value, message, "Maybe the two legs are swapped.");
    }
  }
}
