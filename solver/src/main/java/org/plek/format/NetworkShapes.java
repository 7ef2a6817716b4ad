package org.plek.format;

import static org.plek.format.Field.optional;
import static org.plek.format.Field.or;
import static org.plek.format.Field.required;

import java.util.List;
import java.util.Set;
import org.plek.domain.AgeRange;
import org.plek.domain.Arrangements;
import org.plek.domain.Caregiver;
import org.plek.domain.Escort;
import org.plek.domain.Group;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.HouseNorm;
import org.plek.domain.LeastVolume;
import org.plek.domain.Point;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.RegularChild;
import org.plek.domain.Schedule;
import org.plek.domain.SessionForm;
import org.plek.domain.Tariff;
import org.plek.domain.TravelMode;
import org.plek.domain.Urgency;

/** Providers with their groups, caregivers and regular children. */
final class NetworkShapes {
  private NetworkShapes() {}

  static final int MOST_CHILDREN = 10_000;
  static final int MOST_MONTHS = 1_500;
  static final int MOST_CENTS = 10_000_000;
  static final int DAY_MINUTES = 24 * 60;
  static final int YEAR_MINUTES = 366 * DAY_MINUTES;

  static final Whole<Integer> CHILDREN = Whole.of(1, MOST_CHILDREN);
  static final SetShape<String> CODES = SetShape.of(Text.code());
  static final Choice<TravelMode> MODE = Choice.of(TravelMode.class);

  /** What holds for a home carer that says nothing. */
  static final HomeCareTerms HOME_CARE = new HomeCareTerms(TravelMode.CAR, 0, 0, 0);

  static final ObjectShape<Point> POINT =
      ObjectShape.of(
              Point.class,
              "point",
              "A place on earth (WGS 84).",
              required("latitude", Real.of(-90, 90), "degrees north, -90 to 90"),
              required("longitude", Real.of(-180, 180), "degrees east, -180 to 180"))
          .shared();

  static final ObjectShape<AgeRange> AGES =
      ObjectShape.of(
              AgeRange.class,
              "ageRange",
              "Ages in completed months, half open.",
              required("fromMonths", Whole.of(0, MOST_MONTHS), "youngest age accepted"),
              required("toMonths", Whole.of(1, MOST_MONTHS), "first age no longer accepted"))
          .checked(ProviderChecks::checkAges)
          .shared();

  static final ObjectShape<HouseNorm> HOUSE_NORM =
      ObjectShape.of(
              HouseNorm.class,
              "houseNorm",
              "A norm of the house, stricter than the law; the stricter of both holds.",
              optional(
                  "childrenPerCaregiver",
                  CHILDREN,
                  "most children for each caregiver present, whatever their age; absent for none"),
              optional("maxChildren", CHILDREN, "most children present at once; absent for none"))
          .shared();

  static final ObjectShape<RegularChild> REGULAR_CHILD =
      ObjectShape.of(
              RegularChild.class,
              "regularChild",
              "A child with a fixed contract in a group, or an own child of a childminder.",
              required("id", Text.free(200), "unique within the provider"),
              required(
                  "birthDate",
                  Parsed.DATE,
                  "date of birth, not after the first date of horizon and contract"),
              or(
                  false,
                  "walking",
                  Flag.SHAPE,
                  "whether the child walks (decides the French ratio); not walking is the"
                      + " stricter"),
              or(
                  false,
                  "own",
                  Flag.SHAPE,
                  "own child of the childminder, who counts under many composition caps"),
              required(
                  "hours",
                  HoursShapes.SCHEDULE,
                  "when the child is booked, or, for an own child, at home; hours must not"
                      + " overlap"),
              optional(
                  "from",
                  Parsed.DATE,
                  "first date of the contract; absent when it started before any horizon"),
              optional(
                  "until", Parsed.DATE, "first date after the contract; absent when open-ended"),
              or(
                  0.0,
                  "absenceProbability",
                  Real.of(0, 1),
                  "expected share of booked days on which the child stays away the whole day, 0 to"
                      + " 1; counted on only where the policy accepts expected absence"),
              optional(
                  "childId",
                  Text.reference(IdKind.CHILD),
                  "the same child among the families, if it is one"))
          .checked(ProviderChecks::checkRegularChild);

  static final ObjectShape<Group> GROUP =
      ObjectShape.of(
              Group.class,
              "group",
              "Children cared for together (leefgroep, stamgroep).",
              required("id", Text.id(IdKind.GROUP), "unique in the network"),
              required(
                  "maxChildren", CHILDREN, "most children at once that the provider allows here"),
              optional("ages", AGES, "ages accepted here; absent means those of the provider"),
              optional(
                  "opening",
                  HoursShapes.SCHEDULE,
                  "opening hours of the group; absent means those of the provider"),
              or(
                  List.of(),
                  "resting",
                  HoursShapes.WEEK,
                  "planned hours of rest, where the law has another ratio for them; at most two"
                      + " hours a day"),
              or(
                  List.of(),
                  "threeHourWindow",
                  HoursShapes.WEEK,
                  "hours in which the provider's plan allows fewer caregivers (Dutch"
                      + " drie-uursregeling); at most three hours a day"),
              optional("houseNorm", HOUSE_NORM, "a norm stricter than the law, if any"),
              or(
                  List.of(),
                  "regularChildren",
                  ListShape.of(REGULAR_CHILD),
                  "children with a fixed contract"))
          .checked(ProviderChecks::checkGroup);

  static final ObjectShape<Caregiver> CAREGIVER =
      ObjectShape.of(
          Caregiver.class,
          "caregiver",
          "A person who cares for children; counts for the ratio while present.",
          required("id", Text.id(IdKind.CAREGIVER), "unique in the network (a pseudonym)"),
          optional(
              "groupId",
              Text.code(),
              "the group of this provider where the caregiver works; may be absent where the"
                  + " provider has one group"),
          required("hours", HoursShapes.SCHEDULE, "rostered hours"),
          or(
              Schedule.NEVER,
              "onCall",
              HoursShapes.SCHEDULE,
              "hours in which the caregiver may be called in beyond the roster, where the policy"
                  + " allows it; never counted as rostered"),
          or(
              true,
              "counts",
              Flag.SHAPE,
              "whether the law counts this person (students and volunteers do not)"),
          or(
              Set.of(),
              "qualifications",
              CODES,
              "codes that some laws ask for, such as LEVEL_6 or CATEGORY_1"));

  static final ObjectShape<LeastVolume> LEAST_VOLUME =
      ObjectShape.of(
              LeastVolume.class,
              "leastVolume",
              "The least that a provider takes on for one request; 0 means no minimum.",
              or(
                  0,
                  "minutesPerMonth",
                  Whole.of(0, 31 * DAY_MINUTES),
                  "least minutes in 30 days; a shorter horizon asks for its share"),
              or(
                  0,
                  "daysPerWeek",
                  Whole.of(0, 7),
                  "least days in every whole week in which the provider serves the request"))
          .shared();

  static final ObjectShape<SessionForm> FORM =
      ObjectShape.of(
              SessionForm.class,
              "sessionForm",
              "The forms in which a provider sells care.",
              or(0, "minMinutes", Whole.of(0, DAY_MINUTES), "shortest stay in minutes, 0 for none"),
              or(0, "maxMinutes", Whole.of(0, DAY_MINUTES), "longest stay in minutes, 0 for none"),
              or(
                  List.of(),
                  "blocks",
                  ListShape.shared(HoursShapes.TIME_RANGE),
                  "fixed blocks (half days); when not empty a stay lies within one run of touching"
                      + " blocks"))
          .checked(ProviderChecks::checkForm)
          .shared();

  static final ObjectShape<HomeCareTerms> HOME_CARE_TERMS =
      ObjectShape.of(
              HomeCareTerms.class,
              "homeCareTerms",
              "The limits that a home carer sets; 0 means none.",
              or(TravelMode.CAR, "mode", MODE, "how the carer travels between homes"),
              or(0, "maxMinutesPerDay", Whole.of(0, DAY_MINUTES), "most minutes of care a day"),
              or(
                  0,
                  "maxMinutesPerWeek",
                  Whole.of(0, 7 * DAY_MINUTES),
                  "most minutes of care a week"),
              or(0, "maxDaysPerWeek", Whole.of(0, 7), "most days with care a week"),
              or(
                  false,
                  "wholeRequests",
                  Flag.SHAPE,
                  "takes several children only when their request asks them together"),
              or(false, "adults", Flag.SHAPE, "cares for dependent adults, too"),
              optional(
                  "employedAge",
                  Whole.of(15, 100),
                  "age in years of a carer whom the family employs, so that the law's least pay"
                      + " holds; absent for other carers"))
          .shared();

  static final ObjectShape<Escort> ESCORT =
      ObjectShape.of(
              Escort.class,
              "escort",
              "A childminder who brings children to, or fetches them from, another provider.",
              or(TravelMode.WALK, "mode", MODE, "how she travels"),
              required(
                  "maxMinutes", Whole.of(1, DAY_MINUTES), "longest way in minutes, one direction"),
              or(
                  false,
                  "assistantStays",
                  Flag.SHAPE,
                  "somebody stays at home meanwhile, so that other children may arrive"))
          .shared();

  static final ObjectShape<Provider> PROVIDER =
      ObjectShape.of(
              Provider.class,
              "provider",
              "An organisation or person with a licence and a location.",
              required(
                  "id",
                  Text.id(IdKind.PROVIDER),
                  "unique in the network (a pseudonym for childminders and home carers)"),
              required(
                  "kind",
                  Choice.of(ProviderKind.class),
                  "DAYCARE (a site with groups and staff), CHILDMINDER (in her own home, one"
                      + " group) or HOME_CARER (in the family's home, one household at a time)"),
              required(
                  "location", POINT, "where care takes place; of a home carer where she lives"),
              optional(
                  "area",
                  Text.code(),
                  "code of the neighbourhood or municipality, for statistics; absent if unknown"),
              optional(
                  "rulePack",
                  Text.rulePack(),
                  "the rule pack that governs this provider; absent means the problem's"),
              or(
                  Set.of(),
                  "ruleChoices",
                  CODES,
                  "rules chosen where the law leaves the choice (see the rule pack), such as"
                      + " FR_6"),
              required(
                  "licensedCapacity",
                  CHILDREN,
                  "most children at once under the licence, all groups together"),
              optional(
                  "licensedHours",
                  HoursShapes.SCHEDULE,
                  "hours that the licence covers; absent means all opening hours"),
              required("opening", HoursShapes.SCHEDULE, "opening hours"),
              required("ages", AGES, "ages accepted"),
              or(Set.of(), "languages", CODES, "languages spoken (ISO 639-1)"),
              or(Set.of(), "needsServed", CODES, "functional need codes that can be met"),
              or(
                  Set.of(),
                  "acceptedReasons",
                  CODES,
                  "reason codes of requests that are accepted; empty means all"),
              or(
                  Set.of(),
                  "acceptedUrgencies",
                  SetShape.of(Choice.of(Urgency.class)),
                  "urgencies that are accepted; empty means all"),
              or(
                  LeastVolume.NONE,
                  "leastVolume",
                  LEAST_VOLUME,
                  "the least care taken on for one request"),
              or(
                  0,
                  "registrationDays",
                  Whole.of(0, 366),
                  "days between asking and the first stay for a family not yet known here"),
              or(
                  0,
                  "noticeMinutes",
                  Whole.of(0, YEAR_MINUTES),
                  "least minutes between the moment of the problem and the start of a stay"),
              or(SessionForm.ANY, "form", FORM, "forms in which care is sold"),
              or(Tariff.FREE, "tariff", PriceShapes.TARIFF, "what a family pays"),
              or(
                  false,
                  "overbooking",
                  Flag.SHAPE,
                  "uses the overbooking that the law allows, as the house rules say"),
              or(
                  false,
                  "standIn",
                  Flag.SHAPE,
                  "somebody can stand in within the time the law asks (Dutch achterwacht)"),
              or(
                  false,
                  "extendedAgreement",
                  Flag.SHAPE,
                  "holds the licence for the exceptional number that some laws know (French"
                      + " derogation), so that the higher cap applies"),
              Field.<Provider, HomeCareTerms>optional(
                      "homeCare",
                      HOME_CARE_TERMS,
                      "limits of a home carer, by default by car without further limits; absent"
                          + " for the other kinds")
                  .unless(provider -> HOME_CARE.equals(provider.homeCare())),
              optional("escort", ESCORT, "brings and fetches children; absent if not"),
              or(
                  Set.of(),
                  "excludedFamilies",
                  SetShape.of(Text.reference(IdKind.FAMILY, Severity.WARNING)),
                  "families that are not accepted here"),
              Field.<Provider, List<Group>>optional(
                      "groups",
                      ListShape.of(GROUP).sized(1, MOST_CHILDREN),
                      "the groups; a childminder and a home carer have exactly one and may leave it"
                          + " out: it then has the id and capacity of the provider")
                  .unless(ProviderChecks::hasImpliedGroup),
              Field.<Provider, List<Caregiver>>optional(
                      "caregivers",
                      ListShape.of(CAREGIVER),
                      "the staff; none by default. A childminder and a home carer may leave"
                          + " themselves out: one caregiver with the id of the provider, present"
                          + " during opening hours")
                  .unless(ProviderChecks::hasImpliedCaregivers),
              or(
                  Arrangements.NONE,
                  "arrangements",
                  ArrangementShapes.ARRANGEMENTS,
                  "closures, stand-ins and joined groups"))
          .checked(ProviderChecks::checkProvider);
}
