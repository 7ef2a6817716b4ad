package org.plek.format;

import static org.plek.format.Field.optional;
import static org.plek.format.Field.or;
import static org.plek.format.Field.required;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.plek.domain.CarePattern;
import org.plek.domain.CareSession;
import org.plek.domain.Child;
import org.plek.domain.Continuity;
import org.plek.domain.Family;
import org.plek.domain.FamilyLimits;
import org.plek.domain.FamilyRate;
import org.plek.domain.Interval;
import org.plek.domain.ProviderKind;
import org.plek.domain.Request;
import org.plek.domain.SchoolWays;
import org.plek.domain.Stay;
import org.plek.domain.TravelMode;
import org.plek.domain.Urgency;
import org.plek.domain.Wishes;

/** Families, their requests and their history. */
final class RequestShapes {
  private RequestShapes() {}

  static final int MOST_SESSION_MINUTES = 24 * 60;

  /** What holds for a family that says nothing. */
  static final FamilyLimits LIMITS =
      new FamilyLimits(TravelMode.BICYCLE, 30, null, false, false, false);

  static final ObjectShape<Child> CHILD =
      ObjectShape.of(
              Child.class,
              "child",
              "A child for whom care is asked.",
              required("id", Text.id(IdKind.CHILD), "unique in the problem (a pseudonym)"),
              required(
                  "birthDate", Parsed.DATE, "date of birth, not after the start of the horizon"),
              or(
                  false,
                  "walking",
                  Flag.SHAPE,
                  "whether the child walks (decides the French ratio); not walking is the"
                      + " stricter"),
              or(Set.of(), "needs", NetworkShapes.CODES, "functional need codes, never diagnoses"),
              or(
                  false,
                  "adult",
                  Flag.SHAPE,
                  "a dependent adult: no ages, ratios, sizes or caps count, and only home carers"
                      + " who take adults fit"),
              or(
                  List.of(),
                  "fundings",
                  ListShape.of(PriceShapes.FUNDING).sized(0, 20),
                  "hours that somebody else pays"))
          .checked(RequestChecks::checkChild);

  private static final SetShape<String> PROVIDERS = SetShape.of(Text.reference(IdKind.PROVIDER));

  static final ObjectShape<Family> FAMILY =
      ObjectShape.of(
              Family.class,
              "family",
              "The children of one household; they are siblings.",
              required("id", Text.id(IdKind.FAMILY), "unique in the problem (a pseudonym)"),
              required("home", NetworkShapes.POINT, "where the family lives"),
              optional(
                  "area",
                  Text.code(),
                  "code of the neighbourhood or municipality, for statistics; absent if unknown"),
              or(
                  Set.of(),
                  "marks",
                  NetworkShapes.CODES,
                  "codes that a policy may give priority to, such as SINGLE_PARENT"),
              or(Set.of(), "languages", NetworkShapes.CODES, "languages spoken (ISO 639-1)"),
              or(
                  Set.of(),
                  "registeredWith",
                  PROVIDERS,
                  "providers where the family is registered already"),
              or(
                  Set.of(),
                  "excludedProviders",
                  PROVIDERS,
                  "providers that the family does not want"),
              optional(
                  "sharesHomeCareWith",
                  Text.reference(IdKind.FAMILY),
                  "family with which it shares a home carer at one home, where the law allows it;"
                      + " must be mutual"),
              required("children", ListShape.of(CHILD), "the children"),
              or(
                  FamilyRate.NONE,
                  "rate",
                  PriceShapes.FAMILY_RATE,
                  "what the family pays by its own certificates"))
          .checked(RequestChecks::checkFamily);

  static final ObjectShape<FamilyLimits> FAMILY_LIMITS =
      ObjectShape.of(
              FamilyLimits.class,
              "familyLimits",
              "What a family does not go beyond (hard).",
              or(LIMITS.mode(), "mode", NetworkShapes.MODE, "how the family travels"),
              or(
                  LIMITS.maxTravelMinutes(),
                  "maxTravelMinutes",
                  Whole.of(0, NetworkShapes.DAY_MINUTES),
                  "longest way in minutes from home to a provider, one direction"),
              optional(
                  "maxCentsPerHour",
                  Whole.of(0, NetworkShapes.MOST_CENTS),
                  "highest price in cents per child and hour of presence; absent for none"),
              or(
                  false,
                  "siblingsTogether",
                  Flag.SHAPE,
                  "children whose care overlaps are with the same provider, or none is placed"),
              or(
                  false,
                  "allOrNothing",
                  Flag.SHAPE,
                  "every care session of the request is placed, or none"),
              or(
                  false,
                  "splitAllowed",
                  Flag.SHAPE,
                  "one care session may be split over two providers"))
          .shared();

  static final ObjectShape<Wishes> WISHES =
      ObjectShape.of(
              Wishes.class,
              "wishes",
              "What a family would like (soft); empty means no wish.",
              or(Set.of(), "providers", PROVIDERS, "preferred providers"),
              or(
                  Set.of(),
                  "kinds",
                  SetShape.of(Choice.of(ProviderKind.class)),
                  "preferred kinds of provider"),
              or(Set.of(), "languages", NetworkShapes.CODES, "preferred languages (ISO 639-1)"))
          .shared();

  static final ObjectShape<SchoolWays> SCHOOL_WAYS =
      ObjectShape.of(
              SchoolWays.class,
              "schoolWays",
              "The school at either end of a care session: a childminder with an escort fetches the"
                  + " child there at the start, or brings it there at the end.",
              optional(
                  "fetchedAt",
                  NetworkShapes.POINT,
                  "school where the child is at the start; absent if the family brings it"),
              optional(
                  "broughtTo",
                  NetworkShapes.POINT,
                  "school where the child must be at the end; absent if the family fetches it"))
          .shared();

  static final ObjectShape<Continuity> CONTINUITY =
      ObjectShape.of(
              Continuity.class,
              "continuity",
              "What a family asks of continuity.",
              optional(
                  "standInFor",
                  Text.reference(IdKind.PROVIDER),
                  "provider who is away; only one whom the child knows may take it. Absent when"
                      + " the request is not for a stand-in"),
              or(
                  false,
                  "secondGroup",
                  Flag.SHAPE,
                  "written consent to a second group with the same provider"))
          .shared();

  static final ObjectShape<CareSession> SESSION =
      ObjectShape.of(
              CareSession.class,
              "careSession",
              "One block of care for one child (opvangmoment), in one of three forms: fixed (start"
                  + " and end), flexible (minutes and windows), or by the parent's hours"
                  + " (parentAway).",
              required("id", Text.id(IdKind.SESSION), "unique in the problem"),
              required("childId", Text.reference(IdKind.CHILD), "a child of the family"),
              Field.<CareSession, LocalDateTime>optional(
                      "start", Parsed.DATE_TIME, "start of fixed care, local time; with end")
                  .from(session -> isFixed(session) ? session.windows().get(0).start() : null),
              Field.<CareSession, LocalDateTime>optional(
                      "end",
                      Parsed.DATE_TIME,
                      "end of fixed care, local time, at most 24 hours later")
                  .from(session -> isFixed(session) ? session.windows().get(0).end() : null),
              Field.<CareSession, Integer>optional(
                      "minutes",
                      Whole.of(1, MOST_SESSION_MINUTES),
                      "length of flexible care in minutes; with windows")
                  .from(
                      session ->
                          isFixed(session) || session.minutes() == 0 ? null : session.minutes()),
              Field.<CareSession, List<Interval>>optional(
                      "windows",
                      ListShape.of(HoursShapes.INTERVAL).sized(1, 1000),
                      "times within which flexible care must lie, on the 15-minute grid; several"
                          + " for several days to choose from")
                  .from(
                      session ->
                          isFixed(session) || session.windows().isEmpty()
                              ? null
                              : session.windows()),
              optional(
                  "parentAway",
                  HoursShapes.INTERVAL,
                  "time in which the parent must be at the destination of the request; drop-off"
                      + " and pick-up follow from the way to each provider"),
              or(
                  SchoolWays.NONE,
                  "school",
                  SCHOOL_WAYS,
                  "school at either end; only of fixed care, which is then not split"))
          .checked(RequestChecks::checkSession)
          .made(RequestChecks::makeSession);

  static final ObjectShape<CarePattern> PATTERN =
      ObjectShape.of(
              CarePattern.class,
              "carePattern",
              "A rota behind a request: weekly hours that return every so many weeks. Each date and"
                  + " child makes one fixed care session, with the id request/pattern/child/date.",
              required("id", Text.free(200), "unique in the request"),
              required(
                  "childIds",
                  ListShape.of(Text.reference(IdKind.CHILD)).sized(1, 100),
                  "children of the family, each on every date"),
              required(
                  "from", Parsed.DATE, "first date; its week (from Monday) is week 1 of the rota"),
              required("until", Parsed.DATE, "first date after the pattern"),
              required(
                  "weeks",
                  ListShape.of(HoursShapes.WEEK).sized(1, 53),
                  "weeks of hours, in order: 1 for each week the same, 2 for alternating weeks, 3"
                      + " for a three-week shift rota"),
              or(Set.of(), "except", SetShape.of(Parsed.DATE), "dates without care"),
              or(
                  SchoolWays.NONE,
                  "school",
                  SCHOOL_WAYS,
                  "school at either end of every care session"))
          .checked(RequestChecks::checkPattern);

  static final ObjectShape<Request> REQUEST =
      ObjectShape.of(
              Request.class,
              "request",
              "What a family asks (opvangvraag).",
              required("id", Text.id(IdKind.REQUEST), "unique in the problem"),
              required("familyId", Text.reference(IdKind.FAMILY), "the family"),
              required("askedAt", Parsed.DATE_TIME, "when it was asked, local time"),
              required(
                  "urgency",
                  Choice.of(Urgency.class),
                  "how soon care must start: URGENT (hours or days; may use kept-free places), SOON"
                      + " (within two weeks) or PLANNED"),
              required("reason", Text.code(), "code of the reason, such as JOB_INTERVIEW"),
              optional(
                  "programme",
                  Text.code(),
                  "employer, school or job service that sends the family; opens bought places"),
              optional(
                  "destination",
                  NetworkShapes.POINT,
                  "where the parent must be; needed for parentAway"),
              or(LIMITS, "limits", FAMILY_LIMITS, "what the family does not go beyond"),
              or(Wishes.NONE, "wishes", WISHES, "what the family would like"),
              optional(
                  "reviewDate",
                  Parsed.DATE,
                  "date on which the care plan is looked at again: from it on placements are no"
                      + " longer agreed, though confirmed; absent for a plan without review"),
              or(List.of(), "sessions", ListShape.of(SESSION), "care sessions by date"),
              or(
                  List.of(),
                  "patterns",
                  ListShape.of(PATTERN),
                  "rotas from which further care sessions are made"),
              or(Continuity.NONE, "continuity", CONTINUITY, "what the family asks of continuity"))
          .checked(RequestChecks::checkRequest);

  static final ObjectShape<Stay> STAY =
      ObjectShape.of(
          Stay.class,
          "stay",
          "Past care, or future care outside the horizon, of one child with one provider on one"
              + " date.",
          required("childId", Text.reference(IdKind.CHILD), "the child"),
          required("providerId", Text.reference(IdKind.PROVIDER), "the provider"),
          required("date", Parsed.DATE, "the date"),
          required("minutes", Whole.of(1, MOST_SESSION_MINUTES), "minutes of presence"),
          optional(
              "programme",
              Text.code(),
              "programme under which it was given, for limits on use; absent without"),
          optional(
              "reason",
              Text.code(),
              "reason of its request, for limits on use; absent if unknown"));

  private static boolean isFixed(CareSession session) {
    return session.windows().size() == 1
        && session.minutes() == RequestChecks.localMinutes(session.windows().get(0));
  }
}
