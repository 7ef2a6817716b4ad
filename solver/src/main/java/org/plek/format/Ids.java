package org.plek.format;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a document. A reference is looked up at once where its kind has been read already;
 * otherwise it waits, one entry per id with its first place and a count, so that any order of the
 * fields is read in bounded memory.
 */
final class Ids {
  private final Reading in;
  private final Map<IdKind, Map<String, Known>> known = new EnumMap<>(IdKind.class);
  private final Map<IdKind, Map<String, Waiting>> waiting = new EnumMap<>(IdKind.class);
  private final Set<IdKind> complete = EnumSet.noneOf(IdKind.class);
  private final Set<IdKind> uncertain = EnumSet.noneOf(IdKind.class);

  Ids(Reading in) {
    this.in = in;
    for (IdKind kind : IdKind.values()) {
      known.put(kind, new HashMap<>());
      waiting.put(kind, new LinkedHashMap<>());
    }
  }

  /** One id, kept once however often it is mentioned. */
  private static final class Known {
    private final String id;
    private @Nullable String owner;

    private Known(String id) {
      this.id = id;
    }
  }

  private static final class Waiting {
    private final String pointer;
    private final Severity severity;
    private long places = 1;

    private Waiting(String pointer, Severity severity) {
      this.pointer = pointer;
      this.severity = severity;
    }
  }

  private Map<String, Known> known(IdKind kind) {
    return known.getOrDefault(kind, Map.of());
  }

  /** A new id; reports one that is taken. */
  void declare(IdKind kind, String id) {
    if (known(kind).putIfAbsent(id, new Known(id)) != null) {
      in.error(
          IssueCode.DUPLICATE_ID,
          id,
          "this " + kind.noun + " id is taken already",
          "Maybe give each " + kind.noun + " an id of its own.");
    }
  }

  boolean has(IdKind kind, String id) {
    return known(kind).containsKey(id);
  }

  /** What a known id belongs to: of a group its provider, of a child its family. */
  void belongs(IdKind kind, String id, String owner) {
    Known entry = known(kind).get(id);
    if (entry != null) {
      entry.owner = owner;
    }
  }

  /** The owner of an id, or null when it is not known. */
  @Nullable String ownerOf(IdKind kind, String id) {
    Known entry = known(kind).get(id);
    return entry == null ? null : entry.owner;
  }

  /** All ids of this kind have been read. */
  void complete(IdKind kind) {
    complete.add(kind);
  }

  /** Some ids of this kind could not be made out, so that unknown ones are not reported. */
  void uncertain(IdKind kind) {
    uncertain.add(kind);
  }

  boolean isComplete(IdKind kind) {
    return complete.contains(kind);
  }

  /** A mention of an id; returns the id as it is kept. */
  String refer(IdKind kind, String id, Severity severity) {
    Known entry = known(kind).get(id);
    if (entry != null) {
      return entry.id;
    }
    if (uncertain.contains(kind)) {
      return in.shared(id);
    }
    if (complete.contains(kind)) {
      unknown(kind, id, severity, 1);
      return id;
    }
    Map<String, Waiting> ofKind = waiting.getOrDefault(kind, Map.of());
    Waiting before = ofKind.get(id);
    if (before == null) {
      ofKind.put(id, new Waiting(in.pointer(), severity));
    } else {
      before.places++;
    }
    return id;
  }

  void finish() {
    waiting.forEach(
        (kind, ofKind) ->
            ofKind.forEach(
                (id, mention) -> {
                  if (!known(kind).containsKey(id)) {
                    in.at(
                        mention.pointer, () -> unknown(kind, id, mention.severity, mention.places));
                  }
                }));
  }

  private void unknown(IdKind kind, String id, Severity severity, long places) {
    if (uncertain.contains(kind)) {
      return;
    }
    Collection<String> candidates = known(kind).keySet();
    String message =
        "no "
            + kind.noun
            + " has this id"
            + (places > 1 ? " (" + (places - 1) + " further mentions of it)" : "");
    if (severity == Severity.ERROR) {
      String near = in.hint(() -> Nearest.hint(id, candidates));
      in.error(
          IssueCode.UNKNOWN_ID,
          id,
          message,
          near != null ? near : "Maybe add the " + kind.noun + " or correct the id.");
    } else {
      in.warning(IssueCode.UNKNOWN_ID, id, message, null);
    }
  }
}
