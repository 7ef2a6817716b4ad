package org.plek.api.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plek.staffing.DayNeed;
import org.plek.staffing.HourHelp;
import org.plek.staffing.Staffing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plek staffing}: who must be there when. */
@Command(
    name = "staffing",
    description = {
      "Tells, from the children expected under a plan, when each caregiver must start and may go,"
          + " where some are missing or to spare, and where one more caregiver for one hour would"
          + " help most. Every help is tried on the plan."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plek staffing problem.json plan.json --provider sun --date 2026-12-08",
      "  plek staffing problem.json plan.json --json",
    })
final class StaffingCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ProblemAndPlan documents = new ProblemAndPlan();

  @Option(names = "--provider", paramLabel = "ID", description = "Only this provider's days.")
  private @Nullable String provider;

  @Option(names = "--date", paramLabel = "DATE", description = "Only the days of this date.")
  private @Nullable LocalDate date;

  @Option(
      names = "--hours",
      paramLabel = "N",
      description =
          "Hours named in which one more caregiver would help, 0 for none. Default:"
              + " ${DEFAULT-VALUE}.",
      defaultValue = "5")
  private int hours;

  @Option(names = "--json", description = "Print everything as JSON.")
  private boolean json;

  StaffingCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ProblemAndPlan.Read read = documents.read(console);
    if (provider != null && read.index().provider(provider) < 0) {
      throw Stop.wrongUse(
          "There is no provider "
              + provider
              + " in "
              + read.problem().id()
              + ". Maybe one like "
              + read.problem().providers().getFirst().id()
              + ".");
    }
    Staffing staffing =
        new Staffing(read.index(), read.packs(), read.travel(), read.plan().placements());
    List<DayNeed> days =
        staffing.days().stream()
            .filter(day -> provider == null || provider.equals(day.providerId()))
            .filter(day -> date == null || date.equals(day.date()))
            .toList();
    List<HourHelp> helps = hours <= 0 ? List.of() : staffing.oneMoreHour(hours);
    if (json) {
      Json.print(console.out(), document(days, helps));
    } else {
      text(days, helps);
    }
    return ExitCode.FINE;
  }

  private void text(List<DayNeed> days, List<HourHelp> helps) {
    StringBuilder text = new StringBuilder();
    for (DayNeed day : days) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s, %s: at most %d children, %d %s from %s, %.1f h to spare%n",
              day.date(),
              unit(day),
              day.mostChildren(),
              day.mostCaregivers(),
              day.mostCaregivers() == 1 ? "caregiver" : "caregivers",
              day.busiest().toLocalTime(),
              day.spareMinutes() / 60.0));
      for (DayNeed.Shift shift : day.shifts()) {
        text.append(
            String.format(
                Locale.ROOT,
                "  caregiver %d  %s\u2013%s  %.1f h needed%n",
                shift.number(),
                shift.start().toLocalTime(),
                time(shift.end(), day.date()),
                shift.neededMinutes() / 60.0));
      }
      for (DayNeed.Shortage shortage : day.shortages()) {
        text.append(
            "  missing %d    %s\u2013%s%n"
                .formatted(
                    shortage.caregivers(),
                    shortage.from().toLocalTime(),
                    time(shortage.until(), day.date())));
      }
    }
    if (hours > 0) {
      text.append(
          helps.isEmpty()
              ? "No hour with one more caregiver would let a care session in.%n".formatted()
              : "One more caregiver for one hour would help most%n".formatted());
    }
    for (HourHelp help : helps) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %s %s\u2013%s, group %s: %.1f h of care (%s)%n",
              help.from().toLocalDate(),
              help.from().toLocalTime(),
              help.from().plusHours(1).toLocalTime(),
              help.groupId(),
              help.careMinutes() / 60.0,
              String.join(", ", help.sessionIds())));
    }
    console.out().print(text);
    console.out().flush();
  }

  private static String time(LocalDateTime moment, LocalDate date) {
    return moment.toLocalDate().equals(date) ? moment.toLocalTime().toString() : "24:00";
  }

  private static String unit(DayNeed day) {
    return day.location()
        ? "all of " + day.providerId()
        : (day.groupIds().size() == 1 ? "group " : "joined groups ")
            + String.join(" and ", day.groupIds());
  }

  private static Map<String, Object> document(List<DayNeed> days, List<HourHelp> helps) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", "plek-staffing/1");
    document.put("days", days.stream().map(StaffingCommand::document).toList());
    document.put(
        "oneMoreHour",
        helps.stream()
            .map(
                help -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("providerId", help.providerId());
                  one.put("groupId", help.groupId());
                  one.put("from", help.from().toString());
                  one.put("sessionIds", help.sessionIds());
                  one.put("careMinutes", help.careMinutes());
                  return one;
                })
            .toList());
    return document;
  }

  private static Map<String, Object> document(DayNeed day) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("providerId", day.providerId());
    one.put("groupIds", day.groupIds());
    one.put("location", day.location());
    one.put("date", day.date().toString());
    one.put("mostChildren", day.mostChildren());
    one.put("mostCaregivers", day.mostCaregivers());
    one.put("busiest", day.busiest().toString());
    one.put("spareMinutes", day.spareMinutes());
    one.put(
        "shifts",
        day.shifts().stream()
            .map(
                shift -> {
                  Map<String, Object> made = new LinkedHashMap<>();
                  made.put("number", shift.number());
                  made.put("start", shift.start().toString());
                  made.put("end", shift.end().toString());
                  made.put("neededMinutes", shift.neededMinutes());
                  return made;
                })
            .toList());
    one.put(
        "shortages",
        day.shortages().stream()
            .map(
                shortage -> {
                  Map<String, Object> made = new LinkedHashMap<>();
                  made.put("from", shortage.from().toString());
                  made.put("until", shortage.until().toString());
                  made.put("caregivers", shortage.caregivers());
                  return made;
                })
            .toList());
    return one;
  }
}
