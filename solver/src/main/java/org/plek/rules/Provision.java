package org.plek.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.ProviderKind;

/**
 * A dated clause with its source, as a lawyer reads it in a pack.
 *
 * @param id unique in the pack
 * @param care kinds of provider that it governs
 * @param level where it counts
 * @param article where the law says it
 * @param source who states it
 * @param confidence {@code [2]} two or more independent sources, {@code [1]} one, {@code [!]}
 *     sources disagree, {@code [U]} not confirmed
 * @param from first date in force
 * @param until first date no longer in force; absent when open
 * @param choice code by which a provider chooses this clause; absent when it always holds
 * @param byDefault whether it also holds where the provider chooses nothing
 * @param replaces ids of the provisions that it displaces where it holds
 * @param clause what it says
 * @param note what a reader should know besides; may be absent
 * @param examples worked examples, at least one
 */
public record Provision(
    String id,
    List<ProviderKind> care,
    Level level,
    String article,
    String source,
    String confidence,
    LocalDate from,
    @Nullable LocalDate until,
    @Nullable String choice,
    boolean byDefault,
    List<String> replaces,
    Clause clause,
    @Nullable String note,
    List<WorkedExample> examples) {
  public Provision {
    care = List.copyOf(care);
    replaces = List.copyOf(replaces);
    examples = List.copyOf(examples);
  }

  /**
   * A case and its outcome, in the form of the golden rows.
   *
   * @param care kind of case, e.g. {@code daycare_3h_window}
   * @param ages ages in months, separated by {@code ;}
   * @param caregivers caregivers present; absent if the case asks for them
   * @param facts {@code key=value} joined by {@code |}
   * @param expected least caregivers, or {@code true} or {@code false}
   */
  public record WorkedExample(
      String care, String ages, @Nullable Integer caregivers, String facts, String expected) {}

  boolean inForce(LocalDate date) {
    return !date.isBefore(from) && (until == null || date.isBefore(until));
  }

  boolean chosen(java.util.Set<String> choices) {
    return choice == null || byDefault || choices.contains(choice);
  }

  List<String> faults() {
    List<String> faults = new ArrayList<>(clause.faults());
    if (care.isEmpty()) {
      faults.add("care: name at least one kind of provider");
    }
    if (article.isBlank() || source.isBlank()) {
      faults.add("article and source: say where the law says it and who states it");
    }
    if (!List.of("[2]", "[1]", "[!]", "[U]").contains(confidence)) {
      faults.add("confidence \"" + confidence + "\": use [2], [1], [!] or [U]");
    }
    if (until != null && !until.isAfter(from)) {
      faults.add("until " + until + " is not after from " + from);
    }
    if (examples.isEmpty()) {
      faults.add("examples: give at least one worked example");
    }
    return faults;
  }
}
