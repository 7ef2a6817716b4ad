package org.plek.datasets.towns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plek.domain.Caregiver;
import org.plek.domain.DayException;
import org.plek.domain.Group;
import org.plek.domain.Provider;
import org.plek.domain.RegularChild;
import org.plek.domain.Schedule;

/** Closes a provider on a date: opening, staff and regular children. */
final class Holidays {
  private Holidays() {}

  static Provider closed(Provider p, LocalDate date) {
    return new Provider(
        p.id(),
        p.kind(),
        p.location(),
        p.area(),
        p.rulePack(),
        p.ruleChoices(),
        p.licensedCapacity(),
        p.licensedHours(),
        closed(p.opening(), date),
        p.ages(),
        p.languages(),
        p.needsServed(),
        p.acceptedReasons(),
        p.acceptedUrgencies(),
        p.leastVolume(),
        p.registrationDays(),
        p.noticeMinutes(),
        p.form(),
        p.tariff(),
        p.overbooking(),
        p.standIn(),
        p.extendedAgreement(),
        p.homeCare(),
        p.escort(),
        p.excludedFamilies(),
        p.groups().stream().map(group -> closed(group, date)).toList(),
        p.caregivers().stream().map(caregiver -> closed(caregiver, date)).toList());
  }

  private static Group closed(Group g, LocalDate date) {
    return new Group(
        g.id(),
        g.maxChildren(),
        g.ages(),
        g.opening(),
        g.resting(),
        g.threeHourWindow(),
        g.houseNorm(),
        g.regularChildren().stream().map(child -> closed(child, date)).toList());
  }

  private static RegularChild closed(RegularChild c, LocalDate date) {
    return new RegularChild(
        c.id(),
        c.birthDate(),
        c.walking(),
        c.own(),
        closed(c.hours(), date),
        c.from(),
        c.until(),
        c.absenceProbability(),
        c.childId());
  }

  private static Caregiver closed(Caregiver c, LocalDate date) {
    return new Caregiver(
        c.id(), c.groupId(), closed(c.hours(), date), c.onCall(), c.counts(), c.qualifications());
  }

  private static Schedule closed(Schedule schedule, LocalDate date) {
    List<DayException> exceptions = new ArrayList<>(schedule.exceptions());
    exceptions.add(new DayException(date, List.of()));
    return new Schedule(schedule.week(), exceptions);
  }
}
