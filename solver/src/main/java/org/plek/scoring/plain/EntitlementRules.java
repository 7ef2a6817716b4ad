package org.plek.scoring.plain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plek.domain.BlackOut;
import org.plek.domain.Entitlement;
import org.plek.domain.Entitlement.Holder;
import org.plek.domain.Stay;
import org.plek.domain.Timeline;
import org.plek.scoring.ConstraintName;

/** Limits on use over history and plan together, and dates on which no care is given. */
final class EntitlementRules {
  private final Facts facts;
  private final List<Entitlement> entitlements;
  private final List<Entitlement> ofProgrammes;

  /** Past stays that count, by entitlement and holder, found once for all. */
  private final Map<Account, List<Stay>> history = new HashMap<>();

  /** Whose use of one entitlement is counted together. */
  private record Account(Entitlement entitlement, String holder, @Nullable String provider) {
    String name() {
      return entitlement.id() + " of " + holder + (provider == null ? "" : " at " + provider);
    }

    int most() {
      return entitlement.mostOf(holder);
    }
  }

  EntitlementRules(Facts facts) {
    this.facts = facts;
    entitlements = facts.policy.entitlements();
    ofProgrammes = entitlements.stream().filter(e -> e.holder() == Holder.PROGRAMME).toList();
    for (Stay stay : facts.problem.history()) {
      int child = facts.index.child(stay.childId());
      for (Entitlement each : child < 0 ? List.<Entitlement>of() : entitlements) {
        if (each.concerns(stay)) {
          history
              .computeIfAbsent(
                  account(each, child, stay.providerId(), stay.programme()),
                  key -> new ArrayList<>())
              .add(stay);
        }
      }
    }
  }

  private Account account(
      Entitlement entitlement, int child, String provider, @Nullable String programme) {
    String family = facts.family(facts.index.familyOfChild(child)).id();
    return switch (entitlement.holder()) {
      case CHILD -> new Account(entitlement, facts.child(child).id(), null);
      case FAMILY -> new Account(entitlement, family, null);
      case PROVIDER_AND_FAMILY -> new Account(entitlement, family, provider);
      case PROGRAMME -> new Account(entitlement, Objects.requireNonNull(programme), null);
    };
  }

  /** A child that gets no care on the date of a leg. */
  void blackOut(PlacedCare care, PlacedLeg leg, Ledger ledger) {
    LocalDate date = leg.leg().start().toLocalDate();
    for (BlackOut one : facts.policy.blackOuts()) {
      if (one.concerns(
          facts.request(leg.request()),
          facts.child(leg.child()).id(),
          leg.leg().providerId(),
          date)) {
        ledger.note(
            ConstraintName.BLACK_OUT,
            () -> FitRules.place(facts, leg),
            leg.leg().start(),
            leg.leg().end(),
            1,
            () -> List.of(facts.sessionId(care.session())),
            () -> "no care is given on " + date + " (" + one.id() + ")");
        return;
      }
    }
  }

  /** All use of a family, but for what is counted per programme. */
  void ofFamily(List<PlacedCare> cares, Ledger ledger) {
    if (entitlements.size() > ofProgrammes.size()) {
      score(accounts(cares, entitlements, holder -> holder != Holder.PROGRAMME), ledger);
    }
  }

  /** All use under a programme. */
  void ofProgramme(Placed placed, String programme, Ledger ledger) {
    if (!ofProgrammes.isEmpty()) {
      List<PlacedCare> cares =
          placed.all().stream()
              .filter(care -> programme.equals(facts.request(care.request()).programme()))
              .toList();
      score(accounts(cares, ofProgrammes, holder -> true), ledger);
    }
  }

  private Map<Account, List<PlacedLeg>> accounts(
      List<PlacedCare> cares,
      List<Entitlement> which,
      java.util.function.Predicate<Holder> holders) {
    Map<Account, List<PlacedLeg>> accounts = new LinkedHashMap<>();
    for (PlacedCare care : cares) {
      for (PlacedLeg leg : care.legs()) {
        for (Entitlement each : which) {
          if (holders.test(each.holder()) && concerns(each, leg)) {
            accounts
                .computeIfAbsent(
                    account(
                        each,
                        leg.child(),
                        leg.leg().providerId(),
                        facts.request(leg.request()).programme()),
                    key -> new ArrayList<>())
                .add(leg);
          }
        }
      }
    }
    return accounts;
  }

  private boolean concerns(Entitlement entitlement, PlacedLeg leg) {
    return leg.from() < leg.until()
        && entitlement.concerns(facts.request(leg.request()))
        && entitlement.concerns(leg.leg().providerId(), date(leg));
  }

  private LocalDate date(PlacedLeg leg) {
    return facts.timeline.date(facts.dayOf[leg.from()]);
  }

  private void score(Map<Account, List<PlacedLeg>> accounts, Ledger ledger) {
    accounts.forEach(
        (account, legs) -> {
          for (Use use : uses(account, legs)) {
            ledger.note(
                ConstraintName.ENTITLEMENT,
                () -> new Place(account.name(), null, null),
                null,
                null,
                use.touched ? use.over(account.most()) : 0,
                () ->
                    legs.stream()
                        .filter(leg -> !date(leg).isBefore(use.from))
                        .filter(leg -> date(leg).isBefore(use.until))
                        .map(leg -> facts.sessionId(leg.session()))
                        .distinct()
                        .toList(),
                () -> balance(account, use).words());
          }
        });
  }

  /**
   * What is left of every limit that concerns a care session, in the periods in which it is placed,
   * or else in the one of the first date asked.
   */
  List<Balance> balances(Placed placed, int session) {
    int request = facts.index.requestOf(session);
    PlacedCare care = placed.of(session);
    List<Balance> balances = new ArrayList<>();
    for (Entitlement each : entitlements) {
      if (!each.concerns(facts.request(request))) {
        continue;
      }
      Map<Account, List<PlacedLeg>> accounts =
          accounts(cares(placed, each, request), List.of(each), holder -> true);
      Set<Account> wanted = new HashSet<>();
      if (care != null) {
        accounts(List.of(care), List.of(each), holder -> true).keySet().forEach(wanted::add);
      } else if (each.holder() != Holder.PROVIDER_AND_FAMILY) {
        wanted.add(
            account(each, facts.index.childOf(session), "", facts.request(request).programme()));
      } else {
        String family = facts.family(facts.index.familyOf(request)).id();
        accounts.keySet().forEach(wanted::add);
        history.keySet().stream()
            .filter(past -> past.entitlement().equals(each) && past.holder().equals(family))
            .forEach(wanted::add);
      }
      LocalDate date =
          care == null || care.legs().isEmpty()
              ? facts.index.sessions().get(session).firstDate()
              : date(care.first());
      if (each.valid().hold(date)) {
        wanted.stream()
            .sorted(java.util.Comparator.comparing(Account::name))
            .forEach(
                account ->
                    balances.add(
                        balance(
                            account,
                            useAround(account, accounts.getOrDefault(account, List.of()), date))));
      }
    }
    return balances;
  }

  private List<PlacedCare> cares(Placed placed, Entitlement entitlement, int request) {
    String programme = facts.request(request).programme();
    return entitlement.holder() == Holder.PROGRAMME
        ? placed.all().stream()
            .filter(care -> Objects.equals(programme, facts.request(care.request()).programme()))
            .toList()
        : placed.ofFamily(facts.index.familyOf(request));
  }

  private static Balance balance(Account account, Use use) {
    return new Balance(
        account.entitlement().id(),
        account.holder(),
        account.provider(),
        account.entitlement().measure(),
        use.from,
        use.until,
        account.most(),
        use.before,
        use.planned());
  }

  /** Use within one period, spell or window. */
  private static final class Use {
    final LocalDate from;
    final LocalDate until;
    int before;
    int all;
    boolean touched;

    Use(LocalDate from, LocalDate until) {
      this.from = from;
      this.until = until;
    }

    int planned() {
      return all - before;
    }

    int over(int most) {
      return Math.max(0, all - most);
    }
  }

  /** Amounts by date: of the history alone, and of all. */
  private record Dated(TreeMap<LocalDate, int[]> amounts, Set<LocalDate> planned) {}

  private Dated dated(Account account, List<PlacedLeg> legs) {
    Entitlement entitlement = account.entitlement();
    boolean byDay =
        entitlement.measure() == Entitlement.Measure.DAYS
            || entitlement.measure() == Entitlement.Measure.SPELL_DAYS;
    TreeMap<LocalDate, int[]> amounts = new TreeMap<>();
    for (Stay stay : history.getOrDefault(account, List.of())) {
      int[] of = amounts.computeIfAbsent(stay.date(), date -> new int[2]);
      of[0] = byDay ? 1 : of[0] + entitlement.amountOf(stay.minutes());
      of[1] = of[0];
    }
    Set<LocalDate> planned = new HashSet<>();
    for (PlacedLeg leg : legs) {
      planned.add(date(leg));
      int[] of = amounts.computeIfAbsent(date(leg), date -> new int[2]);
      int minutes = (leg.until() - leg.from()) * Timeline.SLOT_MINUTES;
      of[1] = byDay ? 1 : of[1] + entitlement.amountOf(minutes);
    }
    return new Dated(amounts, planned);
  }

  private List<Use> uses(Account account, List<PlacedLeg> legs) {
    Dated dated = dated(account, legs);
    if (account.entitlement().measure() == Entitlement.Measure.SPELL_DAYS) {
      return spells(account.entitlement(), dated);
    }
    if (account.entitlement().period() == Entitlement.Period.ROLLING) {
      Use worst = null;
      for (LocalDate last : dated.amounts().keySet()) {
        Use use = window(account.entitlement(), dated, last);
        if (use.touched && (worst == null || use.all > worst.all)) {
          worst = use;
        }
      }
      return worst == null ? List.of() : List.of(worst);
    }
    Map<LocalDate, Use> periods = new TreeMap<>();
    dated
        .amounts()
        .forEach(
            (date, amount) -> {
              Use use =
                  periods.computeIfAbsent(
                      UsePeriods.start(account.entitlement(), date),
                      start -> new Use(start, UsePeriods.end(account.entitlement(), start)));
              use.before += amount[0];
              use.all += amount[1];
              use.touched |= dated.planned().contains(date);
            });
    return List.copyOf(periods.values());
  }

  private Use useAround(Account account, List<PlacedLeg> legs, LocalDate date) {
    Entitlement entitlement = account.entitlement();
    if (entitlement.period() == Entitlement.Period.ROLLING) {
      return window(entitlement, dated(account, legs), date);
    }
    for (Use use : uses(account, legs)) {
      if (!date.isBefore(use.from) && date.isBefore(use.until)) {
        return use;
      }
    }
    if (entitlement.measure() == Entitlement.Measure.SPELL_DAYS) {
      return new Use(date, date.plusDays(1));
    }
    LocalDate start = UsePeriods.start(entitlement, date);
    return new Use(start, UsePeriods.end(entitlement, start));
  }

  private static Use window(Entitlement entitlement, Dated dated, LocalDate last) {
    Use use = new Use(last.plusDays(1).minusDays(entitlement.rollingDays()), last.plusDays(1));
    dated
        .amounts()
        .subMap(use.from, use.until)
        .forEach(
            (date, amount) -> {
              use.before += amount[0];
              use.all += amount[1];
              use.touched |= dated.planned().contains(date);
            });
    return use;
  }

  private static List<Use> spells(Entitlement entitlement, Dated dated) {
    List<Use> spells = new ArrayList<>();
    List<LocalDate> spell = new ArrayList<>();
    for (LocalDate date : dated.amounts().keySet()) {
      if (!spell.isEmpty()
          && entitlement.breakDays() > 0
          && spell.getLast().until(date, java.time.temporal.ChronoUnit.DAYS) - 1
              >= entitlement.breakDays()) {
        spells.add(spell(spell, dated));
        spell.clear();
      }
      spell.add(date);
    }
    if (!spell.isEmpty()) {
      spells.add(spell(spell, dated));
    }
    return spells;
  }

  private static Use spell(List<LocalDate> dates, Dated dated) {
    Use use = new Use(dates.getFirst(), dates.getLast().plusDays(1));
    use.all = (int) (use.until.toEpochDay() - use.from.toEpochDay());
    use.touched = dates.stream().anyMatch(dated.planned()::contains);
    List<LocalDate> past =
        dates.stream()
            .filter(date -> Objects.requireNonNull(dated.amounts().get(date))[0] > 0)
            .toList();
    use.before =
        past.isEmpty() ? 0 : (int) (past.getLast().toEpochDay() - past.getFirst().toEpochDay()) + 1;
    return use;
  }
}
