package org.plek.scoring.plain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Policy;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Travel;
import org.plek.rules.RulePacks;

/**
 * Providers made ready per slot, kept from one {@link Workbench} to the next of the same network:
 * most of the work for a small question. A provider that is another object than the one kept is
 * made ready for its question alone. For one set of rule packs; safe to use from several threads.
 */
public final class PreparedProviders {
  /** Slots over all groups kept, about 100 MB; those used longest ago go. Chosen by plek. */
  private static final long MOST_SLOTS = 4_000_000;

  /** What a provider per slot is made of besides the provider. */
  private record Frame(ZoneId zone, LocalDate from, int days, String rulePack, Policy policy) {
    boolean same(Frame other) {
      // Policies are large and never copied: the same one is the same object.
      return policy == other.policy
          && days == other.days
          && from.equals(other.from)
          && zone.equals(other.zone)
          && rulePack.equals(other.rulePack);
    }
  }

  private final Map<String, Site> sites = new LinkedHashMap<>(64, 0.75f, true);
  private @Nullable Frame frame;
  private long slots;

  /** A provider has changed or is gone. */
  public synchronized void forget(String providerId) {
    Site before = sites.remove(providerId);
    slots -= before == null ? 0 : slots(before);
  }

  /** Makes the providers of a problem ready, as far as they are kept. */
  public void prepare(ProblemIndex index, RulePacks packs, Travel travel) {
    Facts facts = new Facts(index, packs::pack, travel);
    for (Provider provider : index.problem().providers()) {
      if (isFull()) {
        return;
      }
      site(facts, provider);
    }
  }

  private synchronized boolean isFull() {
    return slots >= MOST_SLOTS;
  }

  /** One made ready before, or made now. */
  Site site(Facts facts, Provider provider) {
    Frame asked =
        new Frame(
            facts.problem.zone(),
            facts.problem.from(),
            facts.problem.days(),
            facts.problem.rulePack(),
            facts.policy);
    Site there = find(asked, provider);
    if (there != null) {
      return there;
    }
    Site made = new Site(facts, provider);
    keep(asked, made);
    return made;
  }

  private synchronized @Nullable Site find(Frame asked, Provider provider) {
    Frame own = frame;
    Site there = own != null && own.same(asked) ? sites.get(provider.id()) : null;
    return there == null || there.provider != provider ? null : there;
  }

  private synchronized void keep(Frame asked, Site made) {
    Frame own = frame;
    if (own == null) {
      frame = asked;
    } else if (!own.same(asked)) {
      return;
    }
    if (sites.putIfAbsent(made.provider.id(), made) != null) {
      return;
    }
    slots += slots(made);
    var eldest = sites.entrySet().iterator();
    while (slots > MOST_SLOTS && sites.size() > 1) {
      slots -= slots(eldest.next().getValue());
      eldest.remove();
    }
  }

  private static long slots(Site site) {
    return site.rooms.stream().mapToLong(room -> room.norms.length).sum();
  }
}
