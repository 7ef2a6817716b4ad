package org.plek.format;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.AgeRange;
import org.plek.domain.Caregiver;
import org.plek.domain.Group;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.RegularChild;
import org.plek.domain.Schedule;

/** What must hold within one provider, and what a childminder or home carer need not say. */
final class ProviderChecks {
  private static final int MOST_WINDOW_MINUTES = 180;
  private static final int MOST_REST_MINUTES = 120;

  private ProviderChecks() {}

  static List<Group> impliedGroups(String providerId, int licensedCapacity) {
    return List.of(
        new Group(providerId, licensedCapacity, null, null, List.of(), List.of(), null, List.of()));
  }

  static List<Caregiver> impliedCaregivers(String providerId, Schedule opening) {
    return List.of(new Caregiver(providerId, null, opening, Schedule.NEVER, true, Set.of()));
  }

  static boolean hasImpliedGroup(Provider provider) {
    return provider.kind() != ProviderKind.DAYCARE
        && provider.groups().equals(impliedGroups(provider.id(), provider.licensedCapacity()));
  }

  static boolean hasImpliedCaregivers(Provider provider) {
    return provider
        .caregivers()
        .equals(
            provider.kind() == ProviderKind.DAYCARE
                ? List.of()
                : impliedCaregivers(provider.id(), provider.opening()));
  }

  static void checkProvider(Values values, Reading in) {
    String id = values.get("id");
    ProviderKind kind = values.get("kind");
    if (id == null || kind == null) {
      return;
    }
    checkGroups(values, id, kind, in);
    checkCaregivers(values, id, kind, in);
    HomeCareTerms homeCare = values.get("homeCare");
    if (kind == ProviderKind.HOME_CARER && homeCare == null) {
      values.set("homeCare", NetworkShapes.HOME_CARE);
    } else if (kind != ProviderKind.HOME_CARER && homeCare != null) {
      in.at(
          () ->
              in.error(
                  IssueCode.CONTRADICTION,
                  kind,
                  "only a home carer has terms of home care",
                  "Maybe leave homeCare out, or the kind is HOME_CARER."),
          "homeCare");
    }
    Schedule opening = values.get("opening");
    if (opening != null) {
      warnOverlap(opening, "opening", in);
    }
    ArrangementShapes.checkWithin(values, in);
  }

  private static void checkGroups(Values values, String id, ProviderKind kind, Reading in) {
    List<@Nullable Group> groups = values.get("groups");
    Integer capacity = values.get("licensedCapacity");
    if (groups == null && values.absent("groups")) {
      if (kind == ProviderKind.DAYCARE) {
        in.error(
            IssueCode.MISSING_FIELD,
            null,
            "field groups is missing",
            "Maybe add at least one group; only childminders and home carers may leave it out.");
        return;
      }
      in.ids.declare(IdKind.GROUP, id);
      in.ids.belongs(IdKind.GROUP, id, id);
      if (capacity != null) {
        values.set("groups", impliedGroups(id, capacity));
      }
      return;
    }
    if (groups == null) {
      return;
    }
    if (kind != ProviderKind.DAYCARE && groups.size() > 1) {
      in.at(
          () ->
              in.error(
                  IssueCode.CONTRADICTION,
                  groups.size() + " groups",
                  "a " + kind + " has exactly one group",
                  "Maybe the kind is DAYCARE."),
          "groups");
    }
    Unique regularIds = Unique.ids("regular child");
    for (int g = 0; g < groups.size(); g++) {
      Group group = groups.get(g);
      if (group == null) {
        continue;
      }
      in.ids.belongs(IdKind.GROUP, group.id(), id);
      for (int c = 0; c < group.regularChildren().size(); c++) {
        RegularChild child = group.regularChildren().get(c);
        regularIds.check(child.id(), in, "groups", g, "regularChildren", c, "id");
        if (child.own() && kind != ProviderKind.CHILDMINDER) {
          in.at(
              () ->
                  in.error(
                      IssueCode.CONTRADICTION,
                      kind,
                      "only a childminder has own children present",
                      "Maybe leave own out."),
              "groups",
              g,
              "regularChildren",
              c,
              "own");
        }
      }
    }
  }

  private static void checkCaregivers(Values values, String id, ProviderKind kind, Reading in) {
    List<@Nullable Caregiver> caregivers = values.get("caregivers");
    Schedule opening = values.get("opening");
    if (caregivers == null) {
      if (kind == ProviderKind.DAYCARE && values.absent("caregivers")) {
        values.set("caregivers", List.of());
      } else if (values.absent("caregivers")) {
        in.ids.declare(IdKind.CAREGIVER, id);
        if (opening != null) {
          values.set("caregivers", impliedCaregivers(id, opening));
        }
      }
      return;
    }
    List<@Nullable Group> groups = values.get("groups");
    if (groups == null || groups.stream().anyMatch(Objects::isNull)) {
      return; // Group ids are not all known; their own faults come first.
    }
    Set<String> groupIds = new HashSet<>();
    for (Group group : groups) {
      groupIds.add(group.id());
    }
    for (int c = 0; c < caregivers.size(); c++) {
      Caregiver caregiver = caregivers.get(c);
      if (caregiver == null) {
        continue;
      }
      String groupId = caregiver.groupId();
      if (groupId == null && groupIds.size() > 1) {
        in.at(
            () ->
                in.error(
                    IssueCode.MISSING_FIELD,
                    null,
                    "field groupId is missing, the provider has " + groupIds.size() + " groups",
                    "Maybe one of " + groupIds.stream().sorted().toList() + "."),
            "caregivers",
            c);
      } else if (groupId != null && !groupIds.contains(groupId)) {
        in.at(
            () ->
                in.error(
                    IssueCode.UNKNOWN_ID,
                    groupId,
                    "no group of this provider has this id",
                    in.hint(() -> Nearest.hint(groupId, groupIds))),
            "caregivers",
            c,
            "groupId");
      }
    }
  }

  static void checkGroup(Values values, Reading in) {
    in.at(
        () ->
            HoursChecks.checkMost(
                values.get("resting"),
                MOST_REST_MINUTES,
                "hours of rest last at most two hours a day",
                in),
        "resting");
    in.at(
        () ->
            HoursChecks.checkMost(
                values.get("threeHourWindow"),
                MOST_WINDOW_MINUTES,
                "the three-hour window lasts at most three hours a day",
                in),
        "threeHourWindow");
    Schedule opening = values.get("opening");
    if (opening != null) {
      warnOverlap(opening, "opening", in);
    }
  }

  private static void warnOverlap(Schedule schedule, String field, Reading in) {
    String overlap = HoursChecks.overlap(schedule);
    if (overlap != null) {
      in.at(() -> in.warning(IssueCode.OVERLAP, overlap, "hours overlap", null), field);
    }
  }

  static void checkRegularChild(Values values, Reading in) {
    Schedule hours = values.get("hours");
    String overlap = hours == null ? null : HoursChecks.overlap(hours);
    if (overlap != null) {
      in.at(
          () ->
              in.error(
                  IssueCode.OVERLAP,
                  overlap,
                  "regular hours of one child must not overlap",
                  "Maybe join them into one."),
          "hours");
    }
    LocalDate from = values.get("from");
    LocalDate until = values.get("until");
    if (from != null && until != null && !until.isAfter(from)) {
      in.error(
          IssueCode.END_BEFORE_START,
          from + " to " + until,
          "the contract must end after it starts",
          "Maybe until is the last date; write the first date after.");
    }
    LocalDate birthDate = values.get("birthDate");
    if (birthDate == null) {
      return;
    }
    in.withHorizon(
        horizon -> {
          LocalDate first = from != null && from.isAfter(horizon.from()) ? from : horizon.from();
          checkBorn(birthDate, first, in);
        });
  }

  /** Reports a birth date after the first date on which the child may be cared for. */
  static void checkBorn(LocalDate birthDate, LocalDate first, Reading in) {
    if (birthDate.isAfter(first)) {
      in.at(
          () ->
              in.error(
                  IssueCode.BORN_TOO_LATE,
                  birthDate,
                  "must not lie after the first date of care, " + first,
                  "Maybe the year is wrong."),
          "birthDate");
    }
  }

  static void checkAges(Values values, Reading in) {
    Integer from = values.get("fromMonths");
    Integer to = values.get("toMonths");
    if (from != null && to != null && to <= from) {
      in.error(
          IssueCode.END_BEFORE_START,
          new AgeRange(from, to),
          "toMonths must be more than fromMonths",
          null);
    }
  }

  static void checkForm(Values values, Reading in) {
    Integer least = values.get("minMinutes");
    Integer most = values.get("maxMinutes");
    if (least != null && most != null && most > 0 && most < least) {
      in.error(
          IssueCode.CONTRADICTION,
          least + " to " + most + " minutes",
          "the longest stay is shorter than the shortest",
          null);
    }
  }
}
