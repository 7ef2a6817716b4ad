package org.plek.datasets.tiny;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.plek.domain.TimeRange;
import org.plek.domain.TravelMode;
import org.plek.domain.Urgency;

/** A provider with plain defaults, of which a case changes only what matters to it. */
final class ProviderSketch {
  private final String id;
  private final ProviderKind kind;
  private Point location = Sketch.at(0, 0);
  private int places = 12;
  private int groupSize = 12;
  private Schedule opening = Times.schedule("Mon-Sun 06:00-22:00");
  private @Nullable Schedule licensed;
  private AgeRange ages = new AgeRange(0, 144);
  private Set<String> languages = Set.of("nl");
  private Set<String> needs = Set.of();
  private Set<String> reasons = Set.of();
  private Set<Urgency> urgencies = Set.of();
  private LeastVolume least = LeastVolume.NONE;
  private int registrationDays;
  private int noticeMinutes;
  private SessionForm form = SessionForm.ANY;
  private Tariff tariff = Tariff.FREE;
  private boolean overbooking;
  private @Nullable HomeCareTerms homeCare;
  private @Nullable Escort escort;
  private Set<String> excluded = Set.of();
  private Set<String> standIns = Set.of();
  private boolean twoGroups;
  private @Nullable HouseNorm houseNorm;
  private final List<RegularChild> regular = new ArrayList<>();
  private final List<Caregiver> caregivers = new ArrayList<>();

  ProviderSketch(String id, ProviderKind kind) {
    this.id = id;
    this.kind = kind;
    if (kind == ProviderKind.HOME_CARER) {
      homeCare = new HomeCareTerms(TravelMode.CAR, 0, 0, 0);
    }
  }

  ProviderSketch at(double kilometresEast, double kilometresNorth) {
    location = Sketch.at(kilometresEast, kilometresNorth);
    return this;
  }

  ProviderSketch places(int licensed, int inGroup) {
    places = licensed;
    groupSize = inGroup;
    return this;
  }

  ProviderSketch open(String hours) {
    opening = Times.schedule(hours);
    return this;
  }

  ProviderSketch licensed(String hours) {
    licensed = Times.schedule(hours);
    return this;
  }

  ProviderSketch ages(int fromMonths, int toMonths) {
    ages = new AgeRange(fromMonths, toMonths);
    return this;
  }

  ProviderSketch languages(String... codes) {
    languages = Set.of(codes);
    return this;
  }

  ProviderSketch needs(String... codes) {
    needs = Set.of(codes);
    return this;
  }

  ProviderSketch accepts(String reason, Urgency urgency) {
    reasons = Set.of(reason);
    urgencies = Set.of(urgency);
    return this;
  }

  ProviderSketch least(int minutesPerMonth, int daysPerWeek) {
    least = new LeastVolume(minutesPerMonth, daysPerWeek);
    return this;
  }

  ProviderSketch registrationDays(int days) {
    registrationDays = days;
    return this;
  }

  ProviderSketch noticeMinutes(int minutes) {
    noticeMinutes = minutes;
    return this;
  }

  ProviderSketch form(int minMinutes, String... blocks) {
    List<TimeRange> ranges = new ArrayList<>();
    for (String block : blocks) {
      ranges.add(Times.range(block));
    }
    form = new SessionForm(minMinutes, 0, ranges);
    return this;
  }

  ProviderSketch tariff(int perChildHour, int perCarerHour, int block, int minimum) {
    tariff = new Tariff(perChildHour, perCarerHour, block, minimum);
    return this;
  }

  ProviderSketch overbooking() {
    overbooking = true;
    return this;
  }

  ProviderSketch homeCare(int minutesPerDay, int minutesPerWeek, int daysPerWeek) {
    homeCare = new HomeCareTerms(TravelMode.CAR, minutesPerDay, minutesPerWeek, daysPerWeek);
    return this;
  }

  /** A carer of this age whom the family employs. */
  ProviderSketch employed(int age) {
    homeCare = new HomeCareTerms(TravelMode.CAR, 0, 0, 0, false, false, age);
    return this;
  }

  ProviderSketch escort(int maxMinutes) {
    escort = new Escort(TravelMode.BICYCLE, maxMinutes, false);
    return this;
  }

  ProviderSketch excludes(String familyId) {
    excluded = Set.of(familyId);
    return this;
  }

  /** A second group of the same size, with four caregivers of its own. */
  ProviderSketch twoGroups() {
    twoGroups = true;
    return this;
  }

  ProviderSketch standIns(String... ids) {
    standIns = Set.of(ids);
    return this;
  }

  ProviderSketch houseMost(int children) {
    houseNorm = new HouseNorm(null, children);
    return this;
  }

  /** Regular children of about a year and a half. */
  ProviderSketch regular(int number, String hours) {
    for (int i = 0; i < number; i++) {
      regularBorn("2024-09-01", hours, null);
    }
    return this;
  }

  ProviderSketch regularBorn(String birthDate, String hours, @Nullable String childId) {
    regular.add(
        new RegularChild(
            "regular" + (regular.size() + 1),
            LocalDate.parse(birthDate),
            true,
            false,
            Times.schedule(hours),
            null,
            null,
            0,
            childId));
    return this;
  }

  ProviderSketch caregiver(String hours) {
    return caregiver(Times.schedule(hours), Schedule.NEVER);
  }

  ProviderSketch onCall(String hours) {
    return caregiver(Schedule.NEVER, Times.schedule(hours));
  }

  private ProviderSketch caregiver(Schedule hours, Schedule onCall) {
    caregivers.add(
        new Caregiver(
            id + "-carer" + (caregivers.size() + 1), null, hours, onCall, true, Set.of()));
    return this;
  }

  Provider provider() {
    if (caregivers.isEmpty()) {
      int number = kind == ProviderKind.DAYCARE ? 4 : 1;
      for (int i = 0; i < number; i++) {
        caregiver("Mon-Sun 05:00-23:00");
      }
    }
    List<Group> groups = new ArrayList<>();
    groups.add(
        new Group(id + "-1", groupSize, null, null, List.of(), List.of(), houseNorm, regular));
    List<Caregiver> staff = new ArrayList<>(caregivers);
    if (twoGroups) {
      groups.add(
          new Group(id + "-2", groupSize, null, null, List.of(), List.of(), houseNorm, List.of()));
      staff.clear();
      for (Group group : groups) {
        for (Caregiver carer : caregivers) {
          staff.add(
              new Caregiver(
                  carer.id() + "-of-" + group.id(),
                  group.id(),
                  carer.hours(),
                  carer.onCall(),
                  true,
                  Set.of()));
        }
      }
    }
    return new Provider(
        id,
        kind,
        location,
        null,
        null,
        Set.of(),
        places,
        licensed,
        opening,
        ages,
        languages,
        needs,
        reasons,
        urgencies,
        least,
        registrationDays,
        noticeMinutes,
        form,
        tariff,
        overbooking,
        true,
        false,
        homeCare,
        escort,
        excluded,
        groups,
        staff,
        new Arrangements(List.of(), standIns, List.of()));
  }
}
