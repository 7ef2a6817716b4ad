package org.plek.api.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plek.api.store.Networks;
import org.plek.domain.Request;

/**
 * What events have changed since some moment.
 *
 * @param all everything may be different
 * @param providers providers whose hours, people or places are different
 * @param families families for whom something is different
 */
record Touched(boolean all, Set<String> providers, Set<String> families) {
  private static final int AT_ONCE = 1000;

  /** Reads the events of a network. */
  @FunctionalInterface
  interface Source {
    List<Networks.Event> after(String network, long number, int most);
  }

  static Touched since(Facts facts, Source source, long number) {
    Set<String> providers = new HashSet<>();
    Set<String> families = new HashSet<>();
    boolean all = false;
    long after = number;
    while (true) {
      List<Networks.Event> page = source.after(facts.settings.value().id(), after, AT_ONCE);
      for (Networks.Event event : page) {
        after = event.seq();
        String subject = event.subject();
        Agreement agreement = facts.agreements.get(subject);
        if (agreement != null) {
          providers.addAll(agreement.providers());
          families.add(agreement.familyId());
        }
        Versioned<Request> request = facts.requests.get(subject);
        if (request != null) {
          families.add(request.value().familyId());
        }
        if (facts.providers.containsKey(subject)) {
          providers.add(subject);
        }
        if (facts.families.containsKey(subject)) {
          families.add(subject);
        }
        all |= event.kind().equals("NETWORK_CHANGED");
      }
      if (page.size() < AT_ONCE) {
        return new Touched(all, providers, families);
      }
    }
  }
}
