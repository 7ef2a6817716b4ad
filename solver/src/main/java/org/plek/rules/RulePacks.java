package org.plek.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door: the bundled rule packs, and with them those of a town or network. A pack is checked
 * when it is read, its worked examples included.
 */
public final class RulePacks {
  private static final List<String> BUNDLED = List.of("EN", "FR", "NL", "VL");
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final SortedMap<String, RulePack> packs;

  private RulePacks(Map<String, RulePack> packs) {
    this.packs = new TreeMap<>(packs);
  }

  /** Flanders (VL), the Netherlands (NL), England (EN) and France (FR). */
  public static RulePacks bundled() {
    return Bundled.PACKS;
  }

  /**
   * These packs and one from a file; it takes the place of a pack with the same id.
   *
   * @throws InvalidRulePack with all faults
   * @throws UncheckedIOException if the file cannot be read
   */
  public RulePacks with(Path ownPack) {
    try (InputStream in = Files.newInputStream(ownPack)) {
      return with(in, ownPack.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Could not read rule pack %s. Maybe the path is wrong.".formatted(ownPack), e);
    }
  }

  /**
   * These packs and one from a stream, which stays open.
   *
   * @param name what to call it in messages
   * @throws InvalidRulePack with all faults
   */
  public RulePacks with(InputStream ownPack, String name) {
    RulePack pack = read(ownPack, name);
    Map<String, RulePack> all = new TreeMap<>(packs);
    all.put(pack.id(), pack);
    return new RulePacks(all);
  }

  /** Ids of the packs, sorted. */
  public Set<String> ids() {
    return Collections.unmodifiableSet(packs.keySet());
  }

  /**
   * The pack with an id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public RulePack pack(String id) {
    RulePack pack = packs.get(id);
    if (pack == null) {
      throw new IllegalArgumentException(
          "Unknown rule pack \"%s\". Known are %s. Maybe add a pack of your own with that id."
              .formatted(id, String.join(", ", packs.keySet())));
    }
    return pack;
  }

  private static RulePack read(InputStream in, String name) {
    JsonNode root;
    try {
      root = MAPPER.readTree(in);
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new InvalidRulePack(
          name,
          List.of(
              new PackFault(
                  at == null
                      ? ""
                      : "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()),
                  e.getOriginalMessage(),
                  "Maybe a comma, quote or bracket is missing, or a name stands twice.")));
    }
    RecordReader reader = new RecordReader();
    PackDocument document = reader.read(root, PackDocument.class, "");
    if (document == null) {
      throw new InvalidRulePack(name, reader.faults());
    }
    List<PackFault> faults = new ArrayList<>(document.faults());
    if (!faults.isEmpty()) {
      throw new InvalidRulePack(name, faults);
    }
    DatedPack pack = new DatedPack(document);
    faults.addAll(new CaseDesk(pack).failingExamples());
    if (!faults.isEmpty()) {
      throw new InvalidRulePack(name, faults);
    }
    return pack;
  }

  private static final class Bundled {
    private static final RulePacks PACKS = load();

    private static RulePacks load() {
      RulePacks packs = new RulePacks(Map.of());
      for (String id : BUNDLED) {
        String file = id.toLowerCase(Locale.ROOT) + ".json";
        try (InputStream in = RulePacks.class.getResourceAsStream(file)) {
          if (in == null) {
            throw new IllegalStateException(
                "Rule pack " + file + " is missing from the jar. Maybe the build was cut short.");
          }
          packs = packs.with(in, file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return packs;
    }
  }
}
