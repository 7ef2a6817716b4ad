package org.plek.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.ProviderKind;

/** Puts single cases to a pack: finds the provisions a case is about and asks them. */
final class CaseDesk {
  private final DatedPack pack;

  CaseDesk(DatedPack pack) {
    this.pack = pack;
  }

  CaseAnswer answer(LegalCase asked) {
    return switch (asked.care()) {
      case "daycare", "micro_creche", "reception_class", "childminder" ->
          new GroupCase(pack, asked).answer();
      case "daycare_overbooking" -> overbooking(asked);
      case "daycare_3h_window" -> fewerCaregivers(asked);
      case "daycare_fixed_faces" -> fixedFaces(asked);
      case "daycare_home_group" -> homeGroup(asked);
      case "childminder_backup" -> standIn(asked);
      case "home_care" -> homeCare(asked);
      case "home_care_wage" -> leastPay(asked);
      case "occasional" -> new OccasionalCase(pack, asked).occasional();
      case "registration_exempt" -> new OccasionalCase(pack, asked).noRegistration();
      default -> {
        if (asked.care().startsWith("priority")) {
          yield new OccasionalCase(pack, asked).priority();
        }
        throw new IllegalArgumentException(
            "Unknown kind of case \"%s\". Maybe daycare, childminder or home_care."
                .formatted(asked.care()));
      }
    };
  }

  /** The worked examples that do not come out, as faults of the pack. */
  List<PackFault> failingExamples() {
    List<PackFault> faults = new ArrayList<>();
    for (int i = 0; i < pack.provisions().size(); i++) {
      Provision provision = pack.provisions().get(i);
      for (int e = 0; e < provision.examples().size(); e++) {
        Provision.WorkedExample example = provision.examples().get(e);
        String found = outcome(example);
        if (!found.equals(example.expected())) {
          faults.add(
              new PackFault(
                  "/provisions/%d/examples/%d".formatted(i, e),
                  "expected %s, but the rules of the pack give %s"
                      .formatted(example.expected(), found),
                  "Maybe a number of %s or the example is wrong.".formatted(provision.id())));
        }
      }
    }
    return faults;
  }

  private String outcome(Provision.WorkedExample example) {
    Integer caregivers = example.caregivers();
    try {
      return answer(
              LegalCase.of(
                  example.care(),
                  example.ages(),
                  caregivers == null ? "" : caregivers.toString(),
                  example.facts()))
          .like(example.expected());
    } catch (IllegalArgumentException e) {
      return "no answer (" + e.getMessage() + ")";
    }
  }

  private CaseAnswer overbooking(LegalCase asked) {
    int capacity = asked.whole(0, "capacity", "licensed_capacity");
    Optional<Terms.Overbooking> clause = clause(Terms.Overbooking.class, asked);
    int most = clause.map(overbooking -> overbooking.most(capacity)).orElse(capacity);
    int present = asked.whole(asked.agesMonths().size(), "present", "children");
    BigDecimal percent =
        asked.number("weekly_occupancy_pct", "weekly_occupancy", "weekly_occupancy_percent");
    boolean occupied =
        percent != null
            && clause.isPresent()
            && percent.compareTo(BigDecimal.valueOf(clause.get().weeklyOccupancyPercent())) > 0;
    List<String> reasons = new ArrayList<>();
    if (present > most) {
      reasons.add(
          "%d children present, %d may be with %d places.".formatted(present, most, capacity));
    }
    if (occupied) {
      reasons.add("%s %% of the hours of the week are occupied.".formatted(percent));
    }
    return new CaseAnswer(most, reasons.isEmpty(), reasons);
  }

  private CaseAnswer fewerCaregivers(LegalCase asked) {
    int required = asked.whole(0, "required");
    if (required == 0 && !asked.agesMonths().isEmpty()) {
      required = new GroupCase(pack, asked).answer().leastCaregivers();
    }
    Optional<Clause.FewerCaregivers> clause = clause(Clause.FewerCaregivers.class, asked);
    Integer deviation =
        asked.minutesOfHours("deviation_hours_today", "deviation_hours", "hours_below");
    List<String> reasons = new ArrayList<>();
    clause.ifPresent(
        rule -> {
          Integer open = asked.minutesOfHours("opening_hours", "open_hours");
          if (open != null && open < rule.leastOpeningMinutes()) {
            reasons.add("Open %d minutes, %d needed.".formatted(open, rule.leastOpeningMinutes()));
          }
          if (deviation != null && deviation > rule.mostMinutesPerDay()) {
            reasons.add(
                "%d minutes below the ratio, %d allowed."
                    .formatted(deviation, rule.mostMinutesPerDay()));
          }
          var from = asked.time("from");
          var to = asked.time("to");
          for (Clause.Barred barred : rule.barred()) {
            if (from != null
                && to != null
                && from.isBefore(barred.to())
                && barred.from().isBefore(to)) {
              reasons.add("Not between %s and %s.".formatted(barred.from(), barred.to()));
            }
          }
          if (rule.sameEveryWeek() && asked.isNot("same_every_week", "same_hours_every_week")) {
            reasons.add("The hours must be the same every week.");
          }
        });
    if (asked.isNot("plan", "in_plan", "plan_contains", "parents_advised", "consecutive")) {
      reasons.add("The provider's plan must allow it, with the advice of the parents.");
    }
    boolean deviates = deviation != null && deviation > 0;
    boolean inWindow = asked.is("in_window") || (deviates && !asked.isNot("in_window"));
    boolean allowed = clause.isPresent() && reasons.isEmpty();
    int least = inWindow && allowed ? Clause.FewerCaregivers.least(required) : required;
    if (clause.isEmpty() && deviates) {
      reasons.add("The law knows no hours with fewer caregivers on this date.");
    }
    Integer present = asked.caregivers();
    if (present != null && present < least) {
      reasons.add("%d caregivers present, %d needed.".formatted(present, least));
    }
    return new CaseAnswer(least, reasons.isEmpty(), reasons);
  }

  private CaseAnswer fixedFaces(LegalCase asked) {
    List<Integer> byDay = asked.list("bkr_by_day", "required_by_day", "bkr", "required");
    int strictest = byDay.stream().mapToInt(Integer::intValue).min().orElse(1);
    int age = asked.agesMonths().isEmpty() ? 0 : asked.agesMonths().getFirst();
    Optional<Terms.FixedFaces> clause = clause(Terms.FixedFaces.class, asked);
    if (clause.isEmpty()) {
      return CaseAnswer.of(true);
    }
    int most = clause.get().most(age, strictest);
    int faces = asked.whole(0, "fixed_faces", "faces");
    String why = asked.text("deviation", "reason", "absence");
    boolean excused = why != null && clause.get().excused().contains(why.toLowerCase(Locale.ROOT));
    boolean present = !asked.isNot("face_present", "one_present", "fixed_face_present");
    return new CaseAnswer(most, excused || (faces <= most && present), List.of());
  }

  private CaseAnswer homeGroup(LegalCase asked) {
    String choice = asked.text("choice");
    int groups = asked.whole(1, "groups_this_week", "rooms_this_week", "groups");
    return CaseAnswer.of(
        pack.clause(
                Terms.HomeGroup.class,
                ProviderKind.DAYCARE,
                date(asked),
                choice == null ? Set.of() : Set.of(choice))
            .map(rule -> groups <= rule.most(asked.is("consent", "written_consent")))
            .orElse(true));
  }

  private CaseAnswer standIn(LegalCase asked) {
    int children =
        asked.agesMonths().size() + asked.list("own_children_months", "own_children").size();
    int present = asked.whole(children, "present");
    return CaseAnswer.of(
        pack.clause(Clause.StandIn.class, ProviderKind.CHILDMINDER, date(asked), Set.of())
            .map(rule -> present > rule.children())
            .orElse(false));
  }

  private CaseAnswer homeCare(LegalCase asked) {
    Optional<Terms.FamiliesAtOnce> families = home(Terms.FamiliesAtOnce.class, asked);
    boolean tooMany = families.isPresent() && asked.whole(1, "families") > families.get().most();
    String check = asked.text("check");
    if (check != null && (check.contains("licence") || check.contains("registration"))) {
      boolean required =
          home(Terms.Licence.class, asked).map(Terms.Licence::required).orElse(false);
      return CaseAnswer.of(required || tooMany);
    }
    List<String> reasons = new ArrayList<>();
    if (tooMany) {
      reasons.add("More families at once than %d.".formatted(families.get().most()));
    }
    if (families.isPresent()
        && !families.get().ownChildren()
        && asked.text("own_children_months", "own_children") != null
        && !asked.isNot("own_children")) {
      reasons.add("The carer may not mind own children at the same time.");
    }
    home(Terms.DaysPerWeek.class, asked)
        .ifPresent(
            rule -> {
              if (daysWithOneCarer(asked) > rule.most()) {
                reasons.add("More than %d days a week with one carer.".formatted(rule.most()));
              }
              if (asked.is("self_employed") && !rule.selfEmployed()) {
                reasons.add("Not for self-employed carers.");
              }
              if (asked.is("relative", "direct_family", "family_member") && !rule.relatives()) {
                reasons.add("Not for direct family.");
              }
            });
    if (!asked.agesMonths().isEmpty()) {
      CaseAnswer group = new GroupCase(pack, asked).answer();
      reasons.addAll(group.reasons());
    }
    return new CaseAnswer(1, reasons.isEmpty(), reasons);
  }

  /** Most days a week that one carer works for the family; an hour counts as a day. */
  private static int daysWithOneCarer(LegalCase asked) {
    List<Integer> days = asked.list("carer_days");
    if (!days.isEmpty()) {
      return days.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
    int all = asked.whole(0, "days_per_week", "days");
    Integer given = asked.caregivers();
    int carers = given == null ? 1 : given;
    if (asked.isNot("same_carer")) {
      carers = Math.max(2, carers);
    } else if (asked.is("same_carer")) {
      carers = 1;
    }
    return Ratios.ceil(all, Math.max(1, carers));
  }

  private CaseAnswer leastPay(LegalCase asked) {
    BigDecimal euros = asked.number("hourly_eur_total", "hourly_eur", "hourly_total");
    BigDecimal perChild = asked.number("hourly_eur_per_child");
    if (euros == null && perChild != null) {
      euros = perChild.multiply(BigDecimal.valueOf(Math.max(1, asked.agesMonths().size())));
    }
    @Nullable BigDecimal paid = euros;
    int age = asked.whole(21, "carer_age", "age");
    return home(Terms.LeastPay.class, asked)
        .map(
            rule -> {
              BigDecimal least = BigDecimal.valueOf(rule.centsPerHour(age), 2);
              boolean legal = paid == null || paid.compareTo(least) >= 0;
              return new CaseAnswer(
                  0, legal, legal ? List.of() : List.of("At least " + least + " an hour."));
            })
        .orElse(CaseAnswer.of(true));
  }

  private <T extends Clause> Optional<T> clause(Class<T> clause, LegalCase asked) {
    return pack.clause(clause, ProviderKind.DAYCARE, date(asked), Set.of());
  }

  private <T extends Clause> Optional<T> home(Class<T> clause, LegalCase asked) {
    return pack.clause(clause, ProviderKind.HOME_CARER, date(asked), Set.of());
  }

  private LocalDate date(LegalCase asked) {
    return asked.date(pack.document().referenceDate());
  }
}
