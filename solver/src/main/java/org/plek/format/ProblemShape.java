package org.plek.format;

import static org.plek.format.Field.or;
import static org.plek.format.Field.required;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Policy;
import org.plek.domain.Problem;
import org.plek.domain.Provider;

/** The problem document. */
final class ProblemShape {
  private ProblemShape() {}

  static final String FORMAT = "plek-problem/1";
  static final int MOST_DAYS = 120;

  static final ObjectShape<Problem> PROBLEM =
      ObjectShape.of(
              Problem.class,
              "problem",
              "One planning problem: a network, what is asked of it, and what is agreed already.",
              Field.<Problem, String>required(
                      "format", Format.shape(FORMAT), "format and version of the document")
                  .from(problem -> FORMAT),
              required("id", Text.free(200), "name of the problem"),
              required("zone", Parsed.ZONE, "time zone of all local dates and times"),
              required(
                  "asOf",
                  Parsed.DATE_TIME,
                  "the moment of the problem, local time: notice, holds and releases are judged at"
                      + " it"),
              required("from", Parsed.DATE, "first date of the horizon"),
              required("days", Whole.of(1, MOST_DAYS), "length of the horizon in dates, 1 to 120"),
              required(
                  "rulePack", Text.rulePack(), "id of the rule pack of providers that name none"),
              or(
                  Policy.plain("plain"),
                  "policy",
                  PolicyShapes.POLICY,
                  "what the town or network adds"),
              or(
                  List.of(),
                  "providers",
                  ListShape.streamed(NetworkShapes.PROVIDER)
                      .closing(IdKind.PROVIDER, IdKind.GROUP, IdKind.CAREGIVER),
                  "the network"),
              or(
                  List.of(),
                  "families",
                  ListShape.streamed(RequestShapes.FAMILY).closing(IdKind.FAMILY, IdKind.CHILD),
                  "families with their children"),
              or(
                  List.of(),
                  "requests",
                  ListShape.streamed(RequestShapes.REQUEST).closing(IdKind.REQUEST, IdKind.SESSION),
                  "what they ask"),
              or(
                  List.of(),
                  "history",
                  ListShape.streamed(RequestShapes.STAY),
                  "care in the past, for known faces and limits on use"),
              or(
                  List.of(),
                  "placements",
                  ListShape.streamed(PlanShapes.PLACEMENT),
                  "what is agreed or was proposed before; only proposed ones may move"))
          .watched(ProblemShape::watchHorizon)
          .checked(ProblemShape::checkProblem);

  private static void watchHorizon(Values values, Reading in) {
    LocalDate from = values.get("from");
    Integer days = values.get("days");
    LocalDateTime asOf = values.get("asOf");
    if (in.horizon == null && from != null && days != null && asOf != null) {
      in.horizon = new Horizon(from, from.plusDays(days), asOf);
    }
  }

  private static void checkProblem(Values values, Reading in) {
    checkAbsence(values.get("policy"), values.get("providers"), in);
    Horizon horizon = in.horizon;
    if (horizon == null) {
      return;
    }
    if (!horizon.asOf().isBefore(horizon.until().atStartOfDay())) {
      in.at(
          () ->
              in.warning(IssueCode.OUTSIDE_HORIZON, horizon.asOf(), "lies after " + horizon, null),
          "asOf");
    }
  }

  /** To count on absence without a figure of anybody's absence is probably a slip. */
  private static void checkAbsence(
      @Nullable Policy policy, @Nullable List<@Nullable Provider> providers, Reading in) {
    if (in.errors() > 0
        || policy == null
        || policy.expectedAbsence() == null
        || providers == null) {
      return;
    }
    boolean anybody =
        providers.stream()
            .filter(Objects::nonNull)
            .flatMap(provider -> provider.groups().stream())
            .flatMap(group -> group.regularChildren().stream())
            .anyMatch(child -> child.absenceProbability() > 0);
    if (!anybody) {
      in.at(
          () ->
              in.warning(
                  IssueCode.NO_EFFECT,
                  null,
                  "no regular child has an absenceProbability above 0",
                  null),
          "policy",
          "expectedAbsence");
    }
  }
}
