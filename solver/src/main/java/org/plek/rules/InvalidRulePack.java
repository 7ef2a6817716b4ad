package org.plek.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A rule pack that cannot be used, with all its faults. */
public final class InvalidRulePack extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<PackFault> faults;

  /**
   * @param name file or name of the pack
   * @param faults at least one
   */
  public InvalidRulePack(String name, List<PackFault> faults) {
    super(
        "Rule pack %s has %d fault%s:\n%s"
            .formatted(
                name,
                faults.size(),
                faults.size() == 1 ? "" : "s",
                faults.stream().map(fault -> "  " + fault).collect(Collectors.joining("\n"))));
    this.faults = List.copyOf(faults);
  }

  /** All faults, in the order of the file. */
  public List<PackFault> faults() {
    return faults;
  }
}
