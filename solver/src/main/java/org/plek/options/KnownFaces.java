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
  private final int[][] registered;
  private final ProblemIndex index;

  /** Reads history, regular children and registrations. */
  public KnownFaces(ProblemIndex index) {
    this.index = index;
    known = new int[index.children().size()][];
    registered = new int[index.problem().families().size()][];
    Arrays.fill(known, NONE);
    Arrays.fill(registered, NONE);
    for (Stay stay : index.problem().history()) {
      int child = index.child(stay.childId());
      if (child >= 0 && stay.date().isBefore(index.problem().from())) {
        note(known, child, index.provider(stay.providerId()));
        note(registered, index.familyOfChild(child), index.provider(stay.providerId()));
      }
    }
    for (int family = 0; family < registered.length; family++) {
      for (String provider : index.problem().families().get(family).registeredWith()) {
        note(registered, family, index.provider(provider));
      }
    }
    for (int group = 0; group < index.groups().size(); group++) {
      for (RegularChild child : index.groups().get(group).regularChildren()) {
        if (child.childId() != null) {
          note(known, index.child(child.childId()), index.providerOf(group));
        }
      }
    }
    addStandIns(known);
    addStandIns(registered);
  }

  private void addStandIns(int[][] lists) {
    for (int i = 0; i < lists.length; i++) {
      for (int provider : lists[i]) {
        for (String standIn : standIns(provider)) {
          note(lists, i, index.provider(standIn));
        }
      }
    }
  }

  private Set<String> standIns(int provider) {
    return index.problem().providers().get(provider).arrangements().standIns();
  }

  private static void note(int[][] lists, int number, int provider) {
    if (number >= 0 && provider >= 0 && !contains(lists[number], provider)) {
      int[] longer = Arrays.copyOf(lists[number], lists[number].length + 1);
      longer[longer.length - 1] = provider;
      lists[number] = longer;
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
    return contains(registered[family], provider);
  }
}
