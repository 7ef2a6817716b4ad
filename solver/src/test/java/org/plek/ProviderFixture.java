package org.plek;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.AgeRange;
import org.plek.domain.Arrangements;
import org.plek.domain.Caregiver;
import org.plek.domain.Closure;
import org.plek.domain.DayException;
import org.plek.domain.Escort;
import org.plek.domain.Group;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.HouseNorm;
import org.plek.domain.JoinedHours;
import org.plek.domain.LeastVolume;
import org.plek.domain.Point;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.RegularChild;
import org.plek.domain.Schedule;
import org.plek.domain.SessionForm;
import org.plek.domain.Tariff;
import org.plek.domain.TimeRange;
import org.plek.domain.TravelMode;
import org.plek.domain.Urgency;
import org.plek.domain.WeeklyHours;

/**
 * The facts of a provider. Groups are called {@code id-1}, {@code id-2} and so on; the caregivers
 * are there in the opening hours unless a test says otherwise.
 */
public final class ProviderFixture {
  private final String id;
  private final ProviderKind kind;
  private Point location = Fixture.point(0, 0);
  private int places;
  private List<WeeklyHours> opening = Hours.week("Mon-Sun 07:00-19:00");
  private final List<DayException> exceptions = new ArrayList<>();
  private @Nullable Schedule licensedHours;
  private AgeRange ages = new AgeRange(0, 216);
  private Set<String> languages = Set.of("nl");
  private Set<String> needsServed = Set.of();
  private Set<String> acceptedReasons = Set.of();
  private Set<Urgency> acceptedUrgencies = Set.of();
  private LeastVolume leastVolume = LeastVolume.NONE;
  private int registrationDays;
  private int noticeMinutes;
  private SessionForm form = SessionForm.ANY;
  private Tariff tariff = Tariff.FREE;
  private @Nullable Escort escort;
  private HomeCareTerms homeCare = new HomeCareTerms(TravelMode.CAR, 0, 0, 0);
  private Set<String> excludedFamilies = Set.of();
  private int caregivers;
  private final List<Caregiver> further = new ArrayList<>();
  private @Nullable Schedule caregiverHours;
  private Schedule onCall = Schedule.NEVER;
  private int groups = 1;
  private @Nullable AgeRange groupAges;
  private final List<RegularChild> regularChildren = new ArrayList<>();
  private List<WeeklyHours> resting = List.of();
  private List<WeeklyHours> threeHourWindow = List.of();
  private @Nullable HouseNorm houseNorm;
  private @Nullable Schedule groupOpening;
  private int mostChildren;
  private Set<String> qualifications = Set.of();
  private Set<String> ruleChoices = Set.of();
  private boolean overbooking;
  private boolean standIn;
  private boolean caregiversCount = true;
  private final List<Closure> closures = new ArrayList<>();
  private Set<String> standIns = Set.of();
  private final List<JoinedHours> joined = new ArrayList<>();
  private boolean caregiversOfFirstGroupOnly;

  ProviderFixture(String id, ProviderKind kind) {
    this.id = id;
    this.kind = kind;
    places = kind == ProviderKind.DAYCARE ? 12 : 6;
    caregivers = kind == ProviderKind.DAYCARE ? 2 : 1;
  }

  /** Where it is, in kilometres east and north of the square. */
  public ProviderFixture at(double kilometresEast, double kilometresNorth) {
    location = Fixture.point(kilometresEast, kilometresNorth);
    return this;
  }

  /** Opening hours. */
  public ProviderFixture open(String hours) {
    opening = Hours.week(hours);
    return this;
  }

  /** Other hours on one date, {@code "08:00-12:00"}; none for closed. */
  public ProviderFixture on(String date, String... ranges) {
    List<TimeRange> hours = List.of(ranges).stream().map(Hours::range).toList();
    exceptions.add(new DayException(LocalDate.parse(date), hours));
    return this;
  }

  /** Hours of the licence; all opening hours otherwise. */
  public ProviderFixture licensed(String hours) {
    licensedHours = new Schedule(Hours.week(hours), List.of());
    return this;
  }

  /** Licensed capacity, and size of each group. */
  public ProviderFixture places(int number) {
    places = number;
    return this;
  }

  /** Number of groups, all alike. */
  public ProviderFixture groups(int number) {
    groups = number;
    return this;
  }

  /** Ages accepted, in months, half open. */
  public ProviderFixture ages(int fromMonths, int toMonths) {
    ages = new AgeRange(fromMonths, toMonths);
    return this;
  }

  /** Ages accepted by the groups, where narrower than those of the provider. */
  public ProviderFixture groupAges(int fromMonths, int toMonths) {
    groupAges = new AgeRange(fromMonths, toMonths);
    return this;
  }

  /** Languages spoken; nl otherwise. */
  public ProviderFixture languages(String... codes) {
    languages = Set.of(codes);
    return this;
  }

  /** Functional needs that can be met. */
  public ProviderFixture needs(String... codes) {
    needsServed = Set.of(codes);
    return this;
  }

  /** Reasons accepted; all otherwise. */
  public ProviderFixture reasons(String... codes) {
    acceptedReasons = Set.of(codes);
    return this;
  }

  /** Urgencies accepted; all otherwise. */
  public ProviderFixture urgencies(Urgency... accepted) {
    acceptedUrgencies = Set.of(accepted);
    return this;
  }

  /** The least care taken on for one request. */
  public ProviderFixture least(int minutesPerMonth, int daysPerWeek) {
    leastVolume = new LeastVolume(minutesPerMonth, daysPerWeek);
    return this;
  }

  /** Registration time of new families. */
  public ProviderFixture registrationDays(int number) {
    registrationDays = number;
    return this;
  }

  /** Notice before a stay. */
  public ProviderFixture noticeMinutes(int minutes) {
    noticeMinutes = minutes;
    return this;
  }

  /** Shortest and longest stay and the blocks sold. */
  public ProviderFixture form(int minMinutes, int maxMinutes, String... blocks) {
    form =
        new SessionForm(
            minMinutes, maxMinutes, List.of(blocks).stream().map(Hours::range).toList());
    return this;
  }

  /** Price per child and hour. */
  public ProviderFixture centsPerHour(int cents) {
    tariff = new Tariff(cents, 0, 1, 0);
    return this;
  }

  /** Tariff. */
  public ProviderFixture tariff(Tariff price) {
    tariff = price;
    return this;
  }

  /** Brings and fetches, nobody stays at home meanwhile. */
  public ProviderFixture escort(TravelMode mode, int maxMinutes) {
    escort = new Escort(mode, maxMinutes, false);
    return this;
  }

  /** Limits of a home carer. */
  public ProviderFixture homeCare(HomeCareTerms terms) {
    homeCare = terms;
    return this;
  }

  /** Families that are not accepted. */
  public ProviderFixture excludes(String... familyIds) {
    excludedFamilies = Set.of(familyIds);
    return this;
  }

  /** Caregivers of each group. */
  public ProviderFixture caregivers(int number) {
    caregivers = number;
    return this;
  }

  /** One more caregiver of the first group, with hours of its own. */
  public ProviderFixture caregiver(String caregiverId, String hours) {
    further.add(
        new Caregiver(
            caregiverId,
            id + "-1",
            new Schedule(Hours.week(hours), List.of()),
            Schedule.NEVER,
            true,
            Set.of()));
    return this;
  }

  /** Rostered hours of the caregivers. */
  public ProviderFixture roster(String hours) {
    caregiverHours = new Schedule(Hours.week(hours), List.of());
    return this;
  }

  /** Hours in which the caregivers may be called in. */
  public ProviderFixture onCall(String hours) {
    onCall = new Schedule(Hours.week(hours), List.of());
    return this;
  }

  /** A regular child in the first group. */
  public ProviderFixture regular(String childId, String birthDate, String hours) {
    regularChildren.add(regularChild(childId, birthDate, hours, false, null));
    return this;
  }

  /** A regular child in the first group who stays away on some days, by the probability. */
  public ProviderFixture mayStayAway(
      String childId, String birthDate, String hours, double probability) {
    RegularChild child = regularChild(childId, birthDate, hours, false, null);
    regularChildren.add(
        new RegularChild(
            childId, child.birthDate(), true, false, child.hours(), null, null, probability, null));
    return this;
  }

  /** A regular child in the first group who is a child of a family of the requests. */
  public ProviderFixture regularKnown(
      String childId, String birthDate, String hours, String familyChildId) {
    regularChildren.add(regularChild(childId, birthDate, hours, false, familyChildId));
    return this;
  }

  /** An own child of the childminder. */
  public ProviderFixture own(String childId, String birthDate, String hours) {
    regularChildren.add(regularChild(childId, birthDate, hours, true, null));
    return this;
  }

  /** A regular child in the first group with a contract from one date until before another. */
  public ProviderFixture contract(
      String childId, String birthDate, String hours, String from, String until) {
    RegularChild child = regularChild(childId, birthDate, hours, false, null);
    regularChildren.add(
        new RegularChild(
            childId,
            child.birthDate(),
            true,
            false,
            child.hours(),
            LocalDate.parse(from),
            LocalDate.parse(until),
            0,
            null));
    return this;
  }

  /** Planned rest of the groups. */
  public ProviderFixture resting(String hours) {
    resting = Hours.week(hours);
    return this;
  }

  /** Hours in which the groups plan fewer caregivers. */
  public ProviderFixture threeHourWindow(String hours) {
    threeHourWindow = Hours.week(hours);
    return this;
  }

  /** A norm stricter than the law; null for none of the two. */
  public ProviderFixture house(@Nullable Integer perCaregiver, @Nullable Integer maxChildren) {
    houseNorm = new HouseNorm(perCaregiver, maxChildren);
    return this;
  }

  /** Opening hours of the groups, where they differ from those of the provider. */
  public ProviderFixture groupOpen(String hours) {
    groupOpening = new Schedule(Hours.week(hours), List.of());
    return this;
  }

  /** Most children in each group, where it differs from the places. */
  public ProviderFixture groupMost(int children) {
    mostChildren = children;
    return this;
  }

  /** Qualifications of all caregivers. */
  public ProviderFixture qualified(String... codes) {
    qualifications = Set.of(codes);
    return this;
  }

  /** Rules chosen where the law leaves the choice. */
  public ProviderFixture choices(String... names) {
    ruleChoices = Set.of(names);
    return this;
  }

  /** Uses the overbooking of the law. */
  public ProviderFixture overbooking() {
    overbooking = true;
    return this;
  }

  /** Somebody can stand in. */
  public ProviderFixture standIn() {
    standIn = true;
    return this;
  }

  /** Caregivers whom the law does not count. */
  public ProviderFixture students() {
    caregiversCount = false;
    return this;
  }

  /** Brings and fetches while an assistant stays at home. */
  public ProviderFixture escortWithAssistant(TravelMode mode, int maxMinutes) {
    escort = new Escort(mode, maxMinutes, true);
    return this;
  }

  /** Closed on one date. */
  public ProviderFixture closed(String date, String reason) {
    LocalDate day = LocalDate.parse(date);
    closures.add(new Closure(day, day.plusDays(1), reason));
    return this;
  }

  /** Who stands in. */
  public ProviderFixture standIns(String... ids) {
    standIns = Set.of(ids);
    return this;
  }

  /** The first two groups are joined. */
  public ProviderFixture joined(String hours) {
    joined.add(new JoinedHours(Set.of(id + "-1", id + "-2"), Hours.week(hours)));
    return this;
  }

  /** Only the first group has caregivers. */
  public ProviderFixture caregiversOfFirstGroupOnly() {
    caregiversOfFirstGroupOnly = true;
    return this;
  }

  private static RegularChild regularChild(
      String childId, String birthDate, String hours, boolean own, @Nullable String known) {
    Schedule booked = new Schedule(Hours.week(hours), List.of());
    return new RegularChild(
        childId, LocalDate.parse(birthDate), true, own, booked, null, null, 0, known);
  }

  Provider provider() {
    Schedule hours = new Schedule(opening, exceptions);
    List<Group> made = new ArrayList<>();
    List<Caregiver> staff = new ArrayList<>();
    for (int g = 1; g <= groups; g++) {
      List<RegularChild> regular = g == 1 ? regularChildren : List.of();
      made.add(
          new Group(
              id + "-" + g,
              mostChildren == 0 ? places : mostChildren,
              groupAges,
              groupOpening,
              resting,
              threeHourWindow,
              houseNorm,
              regular));
      int here = g > 1 && caregiversOfFirstGroupOnly ? 0 : caregivers;
      for (int c = 1; c <= here; c++) {
        Schedule rostered = caregiverHours == null ? hours : caregiverHours;
        String name = id + "-caregiver-" + g + "-" + c;
        staff.add(
            new Caregiver(
                name,
                groups == 1 ? null : id + "-" + g,
                rostered,
                onCall,
                caregiversCount,
                qualifications));
      }
    }
    staff.addAll(further);
    return new Provider(
        id,
        kind,
        location,
        null,
        null,
        ruleChoices,
        places * groups,
        licensedHours,
        hours,
        ages,
        languages,
        needsServed,
        acceptedReasons,
        acceptedUrgencies,
        leastVolume,
        registrationDays,
        noticeMinutes,
        form,
        tariff,
        overbooking,
        standIn,
        false,
        kind == ProviderKind.HOME_CARER ? homeCare : null,
        escort,
        excludedFamilies,
        made,
        staff,
        new Arrangements(closures, standIns, joined));
  }
}
