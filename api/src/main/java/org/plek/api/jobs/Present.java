package org.plek.api.jobs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Caregiver;
import org.plek.domain.DayException;
import org.plek.domain.Group;
import org.plek.domain.Provider;
import org.plek.domain.RegularChild;
import org.plek.domain.Schedule;
import org.plek.domain.TimeRange;

/** A provider with the children and caregivers who are really there. */
final class Present {
  private Present() {}

  static Provider in(Provider provider, Map<String, Map<LocalDate, List<TimeRange>>> said) {
    List<Group> groups =
        provider.groups().stream()
            .map(
                group ->
                    new Group(
                        group.id(),
                        group.maxChildren(),
                        group.ages(),
                        group.opening(),
                        group.resting(),
                        group.threeHourWindow(),
                        group.houseNorm(),
                        group.regularChildren().stream().map(c -> child(c, said)).toList()))
            .toList();
    List<Caregiver> caregivers =
        provider.caregivers().stream()
            .map(
                carer ->
                    new Caregiver(
                        carer.id(),
                        carer.groupId(),
                        hours(carer.hours(), said.get(carer.id())),
                        carer.onCall(),
                        carer.counts(),
                        carer.qualifications()))
            .toList();
    return provider.with(groups, caregivers);
  }

  /** Ids of the regular children and caregivers of a provider. */
  static Set<String> subjects(Provider provider) {
    Set<String> subjects = new TreeSet<>();
    provider.caregivers().forEach(carer -> subjects.add(carer.id()));
    provider
        .groups()
        .forEach(group -> group.regularChildren().forEach(child -> subjects.add(child.id())));
    return subjects;
  }

  private static RegularChild child(
      RegularChild child, Map<String, Map<LocalDate, List<TimeRange>>> said) {
    return child.with(hours(child.hours(), said.get(child.id())));
  }

  private static Schedule hours(Schedule usual, @Nullable Map<LocalDate, List<TimeRange>> said) {
    if (said == null) {
      return usual;
    }
    List<DayException> exceptions = new ArrayList<>();
    said.forEach((day, hours) -> exceptions.add(new DayException(day, hours)));
    usual.exceptions().stream()
        .filter(exception -> !said.containsKey(exception.date()))
        .forEach(exceptions::add);
    return new Schedule(usual.week(), exceptions);
  }
}
