package org.plek.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plek.domain.ProviderKind;
import org.plek.rules.Clause.TableRatio;

/** A rule pack read from its document. */
final class DatedPack implements RulePack {
  private final PackDocument document;
  private final Map<TableRatio, CaregiverRule> tables = new ConcurrentHashMap<>();

  /** Dates on which some provision begins or ends, in order; between them nothing changes. */
  private final LocalDate[] changes;

  private final Set<String> knownChoices;
  private final Map<Held, List<Provision>> holding = new ConcurrentHashMap<>();

  /** What decides which provisions hold; {@code period} counts the changes until the date. */
  private record Held(ProviderKind kind, int period, Set<String> choices) {}

  DatedPack(PackDocument document) {
    this.document = document;
    changes =
        provisions().stream()
            .flatMap(provision -> Stream.of(provision.from(), provision.until()))
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toArray(LocalDate[]::new);
    knownChoices =
        provisions().stream()
            .map(Provision::choice)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String id() {
    return document.id();
  }

  @Override
  public String version() {
    return document.version();
  }

  @Override
  public List<Provision> provisions() {
    return document.provisions();
  }

  PackDocument document() {
    return document;
  }

  @Override
  public ChildClasses classes(ProviderKind kind, Level level) {
    return document.classes().stream()
        .filter(scheme -> scheme.care().contains(kind))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Rule pack %s sorts no children for %s.".formatted(id(), kind)));
  }

  @Override
  public boolean counts(ProviderKind kind, Level level, LocalDate date) {
    if (kind != ProviderKind.DAYCARE) {
      return level == Level.GROUP;
    }
    return provisions().stream()
        .anyMatch(
            provision ->
                provision.clause() instanceof Clause.Ratio
                    && provision.care().contains(kind)
                    && provision.level() == level
                    && provision.inForce(date));
  }

  @Override
  public Norm norm(ProviderKind kind, Level level, LocalDate date, Circumstances circumstances) {
    requireInForce(kind, date);
    List<Provision> held =
        holding(kind, date, circumstances.choices()).stream()
            .filter(provision -> provision.level() == level)
            .toList();
    return new ProvisionNorm(
        new NormParts(
            held,
            circumstances,
            counts(kind, level, date),
            kind != ProviderKind.DAYCARE,
            level == Level.LOCATION,
            tables));
  }

  @Override
  public <T extends Clause> Optional<T> clause(
      Class<T> clause, ProviderKind kind, LocalDate date, Set<String> choices) {
    for (Provision provision : holding(kind, date, choices)) {
      if (clause.isInstance(provision.clause())) {
        return Optional.of(clause.cast(provision.clause()));
      }
    }
    return Optional.empty();
  }

  @Override
  public int overbookedCapacity(ProviderKind kind, int licensedCapacity, LocalDate date) {
    return clause(Terms.Overbooking.class, kind, date, Set.of())
        .map(overbooking -> overbooking.most(licensedCapacity))
        .orElse(licensedCapacity);
  }

  @Override
  public int homeCareDaysPerWeek(LocalDate date) {
    return clause(Terms.DaysPerWeek.class, ProviderKind.HOME_CARER, date, Set.of())
        .map(Terms.DaysPerWeek::most)
        .orElse(7);
  }

  @Override
  public int homeCareFamilies(LocalDate date) {
    return clause(Terms.FamiliesAtOnce.class, ProviderKind.HOME_CARER, date, Set.of())
        .map(Terms.FamiliesAtOnce::most)
        .orElse(1);
  }

  @Override
  public int leastPayPerHour(LocalDate date, int age) {
    return clause(Terms.LeastPay.class, ProviderKind.HOME_CARER, date, Set.of())
        .map(pay -> pay.centsPerHour(age))
        .orElse(0);
  }

  @Override
  public CaseAnswer answer(LegalCase legalCase) {
    return new CaseDesk(this).answer(legalCase);
  }

  /** The provisions that hold, those displaced by others left out. */
  List<Provision> holding(ProviderKind kind, LocalDate date, Set<String> choices) {
    int found = Arrays.binarySearch(changes, date);
    Set<String> known = choices;
    if (!knownChoices.containsAll(choices)) {
      known = choices.stream().filter(knownChoices::contains).collect(Collectors.toSet());
    }
    Held asked = new Held(kind, found < 0 ? -found - 1 : found + 1, known);
    List<Provision> before = holding.get(asked);
    if (before != null) {
      return before;
    }
    List<Provision> now = held(kind, date, known);
    holding.put(new Held(kind, asked.period(), Set.copyOf(known)), now);
    return now;
  }

  private List<Provision> held(ProviderKind kind, LocalDate date, Set<String> choices) {
    List<Provision> chosen =
        provisions().stream()
            .filter(provision -> provision.care().contains(kind))
            .filter(provision -> provision.inForce(date) && provision.chosen(choices))
            .toList();
    Set<String> displaced =
        chosen.stream()
            .flatMap(provision -> provision.replaces().stream())
            .collect(Collectors.toSet());
    return chosen.stream().filter(provision -> !displaced.contains(provision.id())).toList();
  }

  private void requireInForce(ProviderKind kind, LocalDate date) {
    List<Provision> known =
        provisions().stream()
            .filter(provision -> provision.care().contains(kind))
            .filter(provision -> provision.clause() instanceof Clause.ForNorm)
            .toList();
    if (!known.isEmpty() && known.stream().noneMatch(provision -> provision.inForce(date))) {
      throw new IllegalArgumentException(
          "Rule pack %s holds no rule for %s on %s. Maybe ask from %s on."
              .formatted(
                  id(),
                  kind,
                  date,
                  known.stream().map(Provision::from).min(LocalDate::compareTo).orElse(date)));
    }
  }
}
