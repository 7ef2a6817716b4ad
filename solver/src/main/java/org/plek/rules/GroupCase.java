package org.plek.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.HouseNorm;
import org.plek.domain.ProviderKind;

/** A case about children present together with caregivers. */
final class GroupCase {
  private static final int ANY = 0xFFFF;

  /** Where a case gives only ages, children walk from here on. */
  private static final int WALKING_MONTHS = 18;

  private final DatedPack pack;
  private final LegalCase asked;
  private final ProviderKind kind;
  private final LocalDate date;
  private final Set<String> choices;
  private final List<Integer> ages;
  private final List<Integer> ownAges;

  GroupCase(DatedPack pack, LegalCase asked) {
    this.pack = pack;
    this.asked = asked;
    kind =
        switch (asked.care()) {
          case "childminder" -> ProviderKind.CHILDMINDER;
          case "home_care" -> ProviderKind.HOME_CARER;
          default -> ProviderKind.DAYCARE;
        };
    date = asked.date(pack.document().referenceDate());
    ages = new ArrayList<>(asked.agesMonths());
    if (ages.isEmpty()) {
      for (int i = asked.whole(0, "children", "present"); i > 0; i--) {
        ages.add(30);
      }
    }
    ownAges = new ArrayList<>(asked.list("own_children_months", "own_child_months"));
    for (Integer own : asked.list("own_children_included", "own_child_included")) {
      ages.remove(own);
      ownAges.add(own);
    }
    choices = choices();
  }

  CaseAnswer answer() {
    Circumstances circumstances = circumstances();
    long counts = counts(Level.GROUP);
    int least = 0;
    List<String> reasons = new ArrayList<>();
    Integer given = asked.caregivers();
    int caregivers = given == null || kind == ProviderKind.HOME_CARER ? Norm.IMPOSSIBLE : given;
    if (kind == ProviderKind.CHILDMINDER) {
      caregivers = Math.max(persons(), given == null ? 1 : given);
    }
    for (Level level : Level.values()) {
      Norm norm = pack.norm(kind, level, date, circumstances);
      long atLevel = counts(level);
      int required = norm.caregiversRequired(atLevel);
      least = Math.max(least, required);
      if (required > caregivers || required == Norm.IMPOSSIBLE) {
        reasons.add("%d caregivers, %d needed.".formatted(caregivers, required));
      }
      if (judgedWhole(level)) {
        for (Norm.Breach breach : norm.breaches(atLevel, Norm.IMPOSSIBLE)) {
          reasons.add(breach.text());
        }
      }
    }
    reasons.addAll(groupBreaches(circumstances));
    reasons.addAll(capacityBreaches(ChildCounts.total(counts)));
    reasons.addAll(exceptionBreaches());
    return new CaseAnswer(least, reasons.isEmpty(), reasons);
  }

  private boolean judgedWhole(Level level) {
    return kind != ProviderKind.DAYCARE
        || level == Level.LOCATION
        || (!pack.document().casesListGroups() && listedGroups().isEmpty());
  }

  private List<Integer> listedGroups() {
    return asked.list("leefgroepen", "groups", "group_sizes", "leefgroep");
  }

  private List<String> groupBreaches(Circumstances circumstances) {
    List<String> reasons = new ArrayList<>();
    Norm norm = pack.norm(kind, Level.GROUP, date, circumstances);
    int oldest = pack.classes(kind, Level.GROUP).count() - 1;
    for (int size : listedGroups()) {
      if (norm.overSize(size * ChildCounts.one(oldest)) > 0) {
        reasons.add("A group of %d is too large.".formatted(size));
      }
    }
    return reasons;
  }

  private List<String> capacityBreaches(int present) {
    Optional<Terms.LargestLicence> largest =
        pack.clause(Terms.LargestLicence.class, kind, date, choices);
    if (kind != ProviderKind.DAYCARE || (largest.isEmpty() && asked.text("capacity") == null)) {
      return List.of();
    }
    int licence = largest.map(Terms.LargestLicence::most).orElse(ANY);
    int capacity = asked.whole(licence, "capacity");
    int most =
        asked.is("surnombre", "overbooking")
            ? pack.clause(Terms.Overbooking.class, kind, date, choices)
                .map(overbooking -> overbooking.most(capacity))
                .orElse(capacity)
            : capacity;
    List<String> reasons = new ArrayList<>();
    if (capacity > licence) {
      reasons.add("A licence for %d, at most %d is possible.".formatted(capacity, licence));
    }
    if (present > most) {
      reasons.add("%d children present, %d places.".formatted(present, most));
    }
    return reasons;
  }

  /** Where an exception holds only for children of an age, the others keep the ordinary cap. */
  private List<String> exceptionBreaches() {
    for (Provision provision : pack.holding(kind, date, choices)) {
      Integer from =
          provision.clause() instanceof Clause.Caps wider ? wider.exceedingFromMonths() : null;
      if (from != null) {
        for (Provision ordinary : pack.provisions()) {
          if (provision.replaces().contains(ordinary.id())
              && ordinary.clause() instanceof Clause.Caps caps) {
            long young =
                counts(ages.stream().filter(age -> age < from).toList(), false)
                    + counts(ownAges.stream().filter(age -> age < from).toList(), true);
            for (Clause.Cap cap : caps.caps()) {
              if (Ratios.counted(cap, young) > cap.most()) {
                return List.of("The exception holds for older children only.");
              }
            }
          }
        }
      }
    }
    return List.of();
  }

  private Circumstances circumstances() {
    boolean extended = asked.is("exceptional", "extended_agreement", "derogation");
    Integer ratio = wholeOrNull("house_ratio", "house_children_per_caregiver");
    Integer most = wholeOrNull("house_max", "house_max_children");
    return new Circumstances(
        asked.whole(ANY, "capacity"),
        extended ? ANY : asked.whole(ANY, "agrement", "agreement", "max_children"),
        choices,
        resting(),
        asked.is("in_window"),
        qualifications(),
        !asked.isNot("backup", "stand_in", "achterwacht"),
        extended,
        ratio == null && most == null ? null : new HouseNorm(ratio, most),
        new ChildCounts(counts(ownAges, true)));
  }

  private @Nullable Integer wholeOrNull(String... names) {
    return asked.text(names) == null ? null : Integer.valueOf(asked.whole(0, names));
  }

  private boolean resting() {
    int minutes = asked.whole(0, "rest_minutes");
    return asked.is("resting")
        && pack.clause(Clause.Resting.class, kind, date, choices)
            .map(rest -> minutes <= rest.mostMinutesPerDay())
            .orElse(false);
  }

  /** Where a case says nothing about the qualified person that a lone caregiver must be, she is. */
  private Set<String> qualifications() {
    Set<String> present = new HashSet<>();
    if (asked.is("level6_or_teacher", "level6", "level_6", "teacher", "qts", "eyts", "eyps")) {
      present.add("LEVEL_6");
    }
    String qualified = asked.text("qualified", "qualification");
    String level = qualified == null ? "category_1" : qualified.toLowerCase(Locale.ROOT);
    if (!asked.isNot("qualified", "qualification")
        && !level.startsWith("cap")
        && !level.matches("category_?2|cat_?2")) {
      present.add("CATEGORY_1");
    }
    return present;
  }

  /** Facts that name a choice of the law become its codes: {@code option=6} is {@code FR_6}. */
  private Set<String> choices() {
    Set<String> codes = new HashSet<>();
    for (String name : List.of("option", "method", "reading")) {
      String value = asked.text(name);
      if (value != null) {
        codes.add(code(value));
      }
    }
    String listed = asked.text("choices");
    if (listed != null) {
      codes.addAll(List.of(listed.split("[,;\\s]+", -1)));
    }
    String exception = asked.text("exception");
    if (exception != null) {
      String known = exception.toLowerCase(Locale.ROOT);
      if (known.startsWith("wrap")) {
        codes.add(code("wraparound"));
      } else if (known.matches("(own|sibling|continuity|twin).*")) {
        codes.add(code("exception"));
      }
    }
    if (asked.isNot("min_two_present")) {
      codes.add(code("one_adult"));
    }
    if (kind == ProviderKind.CHILDMINDER && persons() > 1) {
      codes.add(code("together"));
    }
    String staff = asked.text("staff");
    boolean teacher = staff == null || staff.contains("teacher");
    if (!asked.care().equals("reception_class") || teacher) {
      codes.add(code(asked.care()));
    }
    return codes;
  }

  private int persons() {
    Integer given = asked.caregivers();
    return Math.max(given == null ? 1 : given, 1 + asked.whole(0, "assistants", "assistant"));
  }

  private String code(String name) {
    return pack.id() + "_" + name.toUpperCase(Locale.ROOT);
  }

  private long counts(Level level) {
    int notWalking = asked.whole(-1, "non_walking");
    int walking = asked.whole(-1, "walking");
    if (notWalking >= 0 || walking >= 0) {
      ChildClasses classes = pack.classes(kind, level);
      LocalDate birth = date.minusMonths(12);
      return Math.max(0, notWalking) * ChildCounts.one(classes.classOf(birth, false, date))
          + Math.max(0, walking) * ChildCounts.one(classes.classOf(birth, true, date));
    }
    List<Integer> given = asked.list("counts");
    if (ages.isEmpty() && !given.isEmpty()) {
      long counts = 0;
      for (int c = 0; c < Math.min(given.size(), ChildCounts.MAX_CLASSES); c++) {
        counts += given.get(c) * ChildCounts.one(c);
      }
      return counts;
    }
    return counts(ages, false);
  }

  /** Children by class; born in the middle of a month, so that whole months cut like years. */
  private long counts(List<Integer> months, boolean own) {
    ChildClasses classes = pack.classes(kind, Level.GROUP);
    long counts = 0;
    for (int age : months) {
      LocalDate birth = date.minusMonths(age).minusDays(14);
      counts += ChildCounts.one(classes.classOf(birth, age >= WALKING_MONTHS, own, date));
    }
    return counts;
  }
}
