package org.plek.datasets.generator;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.ProviderKind;
import org.plek.domain.RegularChild;
import org.plek.rules.ChildClasses;
import org.plek.rules.ChildCounts;
import org.plek.rules.Circumstances;
import org.plek.rules.Level;
import org.plek.rules.Norm;
import org.plek.rules.RulePack;

/** The law of one provider: which norm holds in a slot. Norms are looked up once and kept. */
final class SlotLaw {
  private final RulePack pack;
  private final ProviderKind kind;
  private final int capacity;
  private final Set<String> choices;
  private final Set<String> qualifications;
  private final @Nullable RegularChild own;
  private final ChildClasses groupClasses;
  private final ChildClasses locationClasses;
  private final Map<Key, Norm> known = new HashMap<>();

  private record Key(Level level, LocalDate date, boolean resting, boolean window) {}

  SlotLaw(
      RulePack pack,
      ProviderKind kind,
      int capacity,
      Set<String> choices,
      Set<String> qualifications,
      @Nullable RegularChild own) {
    this.pack = pack;
    this.kind = kind;
    this.capacity = capacity;
    this.choices = choices;
    this.qualifications = qualifications;
    this.own = own;
    this.groupClasses = pack.classes(kind, Level.GROUP);
    this.locationClasses = pack.classes(kind, Level.LOCATION);
  }

  boolean countsByLocation(LocalDate date) {
    return kind == ProviderKind.DAYCARE && pack.counts(kind, Level.LOCATION, date);
  }

  Norm group(LocalDate date, boolean resting, boolean window) {
    return norm(new Key(Level.GROUP, date, resting, window));
  }

  Norm location(LocalDate date, boolean resting) {
    return norm(new Key(Level.LOCATION, date, resting, false));
  }

  /** One child, packed. */
  long one(Level level, RegularChild child, LocalDate date) {
    ChildClasses classes = level == Level.GROUP ? groupClasses : locationClasses;
    return ChildCounts.one(classes.classOf(child.birthDate(), child.walking(), child.own(), date));
  }

  /** One child of an age that does not walk yet, packed. */
  long one(Level level, int ageMonths, LocalDate date) {
    ChildClasses classes = level == Level.GROUP ? groupClasses : locationClasses;
    LocalDate birth = date.minus(Period.ofMonths(ageMonths));
    return ChildCounts.one(classes.classOf(birth, false, date));
  }

  private Norm norm(Key key) {
    return known.computeIfAbsent(
        key,
        k ->
            pack.norm(
                kind,
                k.level(),
                k.date(),
                new Circumstances(
                    capacity,
                    Integer.MAX_VALUE,
                    choices,
                    k.resting(),
                    k.window(),
                    qualifications,
                    true,
                    false,
                    null,
                    k.level() == Level.GROUP && own != null
                        ? new ChildCounts(one(Level.GROUP, own, k.date()))
                        : ChildCounts.NONE)));
  }
}
