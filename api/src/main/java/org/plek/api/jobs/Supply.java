package org.plek.api.jobs;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plek.api.jobs.Refused.Code;
import org.plek.api.store.Documents;
import org.plek.domain.Family;
import org.plek.domain.Provider;
import org.plek.domain.TimeRange;
import tools.jackson.databind.JsonNode;

/** Providers with who is really there, and families, of one network. */
public final class Supply {
  private final LiveNetwork network;
  private final InstantSource clock;

  Supply(LiveNetwork network, InstantSource clock) {
    this.network = network;
    this.clock = clock;
  }

  /** A provider. */
  public Versioned<Provider> provider(String id) {
    network.facts().provider(id);
    return java.util.Objects.requireNonNull(network.facts().providers.get(id));
  }

  /** All providers, by id. */
  public List<Versioned<Provider>> providers() {
    return List.copyOf(new TreeMap<>(network.facts().providers).values());
  }

  /** A family, under its pseudonym. */
  public Versioned<Family> family(String id) {
    network.facts().family(id);
    return java.util.Objects.requireNonNull(network.facts().families.get(id));
  }

  /** All families, by id. */
  public List<Versioned<Family>> families() {
    return List.copyOf(new TreeMap<>(network.facts().families).values());
  }

  /**
   * Adds a provider (version 0) or replaces the version given.
   *
   * @throws InvalidPart when the document is not valid
   * @throws Refused when it exists with other content, or has another version
   */
  public Versioned<Provider> putProvider(JsonNode body, long version, By by) {
    return network.write(
        clock.instant(),
        change -> {
          Facts facts = change.facts();
          Provider provider = Parts.provider(body, facts.known(change.now()));
          Versioned<Provider> there = facts.providers.get(provider.id());
          if (there != null && version == 0 && there.value().equals(provider)) {
            return there;
          }
          refuseOther("Provider " + provider.id(), there, version);
          refuseForeignGroups(facts, provider);
          Versioned<Provider> after = new Versioned<>(provider, version + 1, change.now());
          write(
              change,
              Documents.Kind.PROVIDER,
              provider.id(),
              new Documents.Row(
                  provider.id(),
                  null,
                  provider.area(),
                  Parts.providers(List.of(provider)).getFirst().toString(),
                  version,
                  change.now()),
              () -> facts.showProvider(after),
              by);
          return after;
        });
  }

  private static void refuseForeignGroups(Facts facts, Provider provider) {
    for (Versioned<Provider> other : facts.providers.values()) {
      if (other.value().id().equals(provider.id())) {
        continue;
      }
      for (var group : other.value().groups()) {
        if (provider.groups().stream().anyMatch(own -> own.id().equals(group.id()))) {
          throw new Refused(
              Code.EXISTS,
              "Group " + group.id() + " belongs to provider " + other.value().id() + ".");
        }
      }
    }
  }

  /** Adds a family (version 0) or replaces the version given. */
  public Versioned<Family> putFamily(JsonNode body, long version, By by) {
    return network.write(
        clock.instant(),
        change -> {
          Facts facts = change.facts();
          Family family = Parts.family(body, facts.known(change.now()));
          Versioned<Family> there = facts.families.get(family.id());
          if (there != null && version == 0 && there.value().equals(family)) {
            return there;
          }
          refuseOther("Family " + family.id(), there, version);
          for (var child : family.children()) {
            String owner = facts.familyOfChild.get(child.id());
            if (owner != null && !owner.equals(family.id())) {
              throw new Refused(Code.EXISTS, "Child " + child.id() + " is of another family.");
            }
          }
          Versioned<Family> after = new Versioned<>(family, version + 1, change.now());
          write(
              change,
              Documents.Kind.FAMILY,
              family.id(),
              new Documents.Row(
                  family.id(),
                  null,
                  family.area(),
                  Parts.families(List.of(family)).getFirst().toString(),
                  version,
                  change.now()),
              () -> facts.show(after),
              by);
          return after;
        });
  }

  private static void refuseOther(
      String what, @org.jspecify.annotations.Nullable Versioned<?> there, long version) {
    if (there == null && version != 0) {
      throw new Refused(Code.NOT_FOUND, what + " is not there.");
    }
    if (there != null && version == 0) {
      throw new Refused(Code.EXISTS, what + " exists with other content.");
    }
    if (there != null && there.version() != version) {
      throw new Refused(
          Code.STALE,
          what
              + " is at version "
              + there.version()
              + ", not "
              + version
              + ". Maybe read it again and decide anew.");
    }
  }

  private static void write(
      Change change, Documents.Kind kind, String id, Documents.Row row, Runnable show, By by) {
    change.row(
        tx -> {
          if (row.version() == 0) {
            tx.documents().add(change.network(), kind, row);
          } else {
            tx.documents().put(change.network(), kind, row);
          }
        },
        show);
    change.event(kind + (row.version() == 0 ? "_ADDED" : "_CHANGED"), id, by, Map.of());
  }

  /**
   * Records who is really there on a date, instead of the roster.
   *
   * @param subject id of a regular child or caregiver of the provider
   * @param hours hours of presence; none when absent
   */
  public void present(
      String providerId, String subject, LocalDate date, List<TimeRange> hours, By by) {
    network.write(
        clock.instant(),
        change -> {
          refuseStranger(change.facts().provider(providerId), subject);
          Documents.Presence row =
              new Documents.Presence(providerId, subject, date, Rows.json(hours));
          change.row(
              tx -> tx.documents().putPresence(change.network(), row, change.now()),
              () -> change.facts().present(providerId, subject, date, hours));
          change.event(
              "PRESENCE", providerId, by, Map.of("subject", subject, "date", date, "hours", hours));
          return true;
        });
  }

  /** Goes back to the roster. */
  public void asRostered(String providerId, String subject, LocalDate date, By by) {
    network.write(
        clock.instant(),
        change -> {
          if (!change.facts().presences(providerId).containsKey(new Facts.Day(subject, date))) {
            throw new Refused(Code.NOT_FOUND, "Nothing is recorded of this one on " + date + ".");
          }
          change.row(
              tx -> tx.documents().takePresence(change.network(), providerId, subject, date),
              () -> change.facts().asRostered(providerId, subject, date));
          change.event("AS_ROSTERED", providerId, by, Map.of("subject", subject, "date", date));
          return true;
        });
  }

  /** Who is recorded to be there, or away, on a date: hours by subject. */
  public Map<String, List<TimeRange>> presences(String providerId, LocalDate date) {
    Map<String, List<TimeRange>> found = new TreeMap<>();
    network
        .facts()
        .presences(providerId)
        .forEach(
            (day, hours) -> {
              if (day.date().equals(date)) {
                found.put(day.subject(), hours);
              }
            });
    return found;
  }

  private static void refuseStranger(Provider provider, String subject) {
    if (!Present.subjects(provider).contains(subject)) {
      throw new Refused(
          Code.NOT_FOUND, "Provider " + provider.id() + " has no such regular child or caregiver.");
    }
  }
}
