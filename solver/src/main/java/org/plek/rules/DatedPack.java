package org.plek.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.plek.domain.ProviderKind;
import org.plek.rules.Clause.TableRatio;

/** A rule pack read from its document. */
final class DatedPack implements RulePack {
  private final PackDocument document;
  private final Map<TableRatio, CaregiverRule> tables = new ConcurrentHashMap<>();

  DatedPack(PackDocument document) {
    this.document = document;
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
    return holding(kind, date, choices).stream()
        .map(Provision::clause)
        .filter(clause::isInstance)
        .map(clause::cast)
        .findFirst();
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
