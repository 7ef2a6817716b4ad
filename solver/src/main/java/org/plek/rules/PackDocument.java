package org.plek.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plek.domain.ProviderKind;

/**
 * A rule pack as it stands in its file.
 *
 * @param format {@code plek-rules/1}
 * @param id id of the pack
 * @param version version of the data
 * @param title name for people
 * @param referenceDate the date on which a case without a date is asked
 * @param casesListGroups whether a case of a daycare is about a whole location, so that group sizes
 *     are judged only on the groups that it lists
 * @param classes how children are sorted
 * @param provisions the law
 */
record PackDocument(
    String format,
    String id,
    String version,
    String title,
    LocalDate referenceDate,
    boolean casesListGroups,
    List<ClassScheme> classes,
    List<Provision> provisions) {
  static final String FORMAT = "plek-rules/1";

  PackDocument {
    classes = List.copyOf(classes);
    provisions = List.copyOf(provisions);
  }

  /** What is wrong between the parts; each part is already well formed. */
  List<PackFault> faults() {
    List<PackFault> faults = new ArrayList<>();
    if (!format.equals(FORMAT)) {
      faults.add(new PackFault("/format", format, "Write \"" + FORMAT + "\"."));
    }
    if (!id.matches("[A-Za-z][A-Za-z0-9_-]*")) {
      faults.add(new PackFault("/id", id, "Use letters, digits, - and _."));
    }
    for (ProviderKind kind : ProviderKind.values()) {
      long schemes = classes.stream().filter(scheme -> scheme.care().contains(kind)).count();
      if (schemes != 1) {
        faults.add(
            new PackFault(
                "/classes", kind + " in " + schemes, "Sort the children of each kind once."));
      }
    }
    for (int i = 0; i < classes.size(); i++) {
      for (String fault : classes.get(i).faults()) {
        faults.add(new PackFault("/classes/" + i, fault, "Maybe a class too many or no limit."));
      }
    }
    Set<String> ids = new HashSet<>();
    provisions.forEach(provision -> ids.add(provision.id()));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < provisions.size(); i++) {
      Provision provision = provisions.get(i);
      String place = "/provisions/" + i;
      if (!seen.add(provision.id())) {
        faults.add(new PackFault(place + "/id", provision.id(), "Give every provision its own."));
      }
      for (String replaced : provision.replaces()) {
        if (!ids.contains(replaced)) {
          faults.add(
              new PackFault(place + "/replaces", replaced, "Name a provision of this pack."));
        }
      }
      for (String fault : provision.faults()) {
        faults.add(new PackFault(place, fault, "Maybe a slip in " + provision.id() + "."));
      }
      faults.addAll(classFaults(place, provision));
    }
    return faults;
  }

  /** Clauses must speak of the classes that their kinds of care have. */
  private List<PackFault> classFaults(String place, Provision provision) {
    List<PackFault> faults = new ArrayList<>();
    for (ProviderKind kind : provision.care()) {
      int count =
          classes.stream()
              .filter(scheme -> scheme.care().contains(kind))
              .mapToInt(ClassScheme::count)
              .findFirst()
              .orElse(0);
      List<Integer> perClass =
          switch (provision.clause()) {
            case Clause.YoungestFirst ratio -> ratio.children();
            case Clause.SeparateBands ratio -> ratio.children();
            case Clause.FractionalSum ratio -> ratio.children();
            case Clause.ByComposition ratio -> ratio.children();
            default -> List.of();
          };
      if (!perClass.isEmpty() && perClass.size() != count) {
        faults.add(
            new PackFault(
                place + "/clause",
                perClass.toString(),
                "Name %d numbers, one for each class of %s.".formatted(count, kind)));
      }
      if (perClass.stream().anyMatch(number -> number < 1)) {
        faults.add(new PackFault(place + "/clause", perClass.toString(), "Use at least 1."));
      }
      if (provision.clause() instanceof Clause.Caps mayMind) {
        for (Clause.Cap cap : mayMind.caps()) {
          if (cap.classes().stream().anyMatch(c -> c < 0 || c >= count)) {
            faults.add(
                new PackFault(
                    place + "/clause/caps",
                    cap.classes().toString(),
                    "Use the classes 0 to %d of %s.".formatted(count - 1, kind)));
          }
        }
      }
    }
    return faults;
  }
}
