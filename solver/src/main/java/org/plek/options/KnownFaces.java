package org.plek.options;

import java.util.Arrays;
import java.util.Set;
import org.plek.domain.ProblemIndex;
import org.plek.domain.RegularChild;
import org.plek.domain.Stay;

/** Which providers a child has been with before the horizon, or is regularly with. */
public final class KnownFaces {
  private static final int[] NONE = {};

  private final int[][] known;
  private final int[][] history;
  private final ProblemIndex index;

  /** Reads history and regular children. */
  public KnownFaces(ProblemIndex index) {
    this.index = index;
    known = new int[index.children().size()][];
    history = new int[index.children().size()][];
    Arrays.fill(known, NONE);
    Arrays.fill(history, NONE);
    for (Stay stay : index.problem().history()) {
      if (stay.date().isBefore(index.problem().from())) {
        note(known, stay.childId(), index.provider(stay.providerId()));
        note(history, stay.childId(), index.provider(stay.providerId()));
      }
    }
    for (int group = 0; group < index.groups().size(); group++) {
      for (RegularChild child : index.groups().get(group).regularChildren()) {
        if (child.childId() != null) {
          note(known, child.childId(), index.providerOf(group));
        }
      }
    }
    for (int child = 0; child < known.length; child++) {
      for (int provider : known[child]) {
        for (String standIn : standIns(provider)) {
          note(known, index.children().get(child).id(), index.provider(standIn));
        }
      }
    }
  }

  private Set<String> standIns(int provider) {
    return index.problem().providers().get(provider).arrangements().standIns();
  }

  private void note(int[][] lists, String childId, int provider) {
    int child = index.child(childId);
    if (child >= 0 && provider >= 0 && !contains(lists[child], provider)) {
      int[] longer = Arrays.copyOf(lists[child], lists[child].length + 1);
      longer[longer.length - 1] = provider;
      lists[child] = longer;
    }
  }

  private static boolean contains(int[] list, int provider) {
    for (int one : list) {
      if (one == provider) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the child has history with the provider or is a regular child there, or the provider
   * stands in for one of whom that is so.
   */
  public boolean knows(int child, int provider) {
    return contains(known[child], provider);
  }

  /**
   * Whether the family is registered with the provider or one of its children has history there, or
   * the provider stands in for one of whom that is so.
   */
  boolean registered(int family, int provider) {
    String id = index.problem().providers().get(provider).id();
    var facts = index.problem().families().get(family);
    return facts.registeredWith().stream()
            .anyMatch(there -> there.equals(id) || standsInFor(id, index.provider(there)))
        || facts.children().stream()
            .flatMapToInt(child -> Arrays.stream(history[index.child(child.id())]))
            .anyMatch(there -> there == provider || standsInFor(id, there));
  }

  private boolean standsInFor(String standIn, int provider) {
    return provider >= 0 && standIns(provider).contains(standIn);
  }
}
