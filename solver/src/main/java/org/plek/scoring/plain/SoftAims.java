package org.plek.scoring.plain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.plek.domain.Placement;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Wishes;
import org.plek.scoring.ConstraintName;

/** What is wanted besides: per placement, per family, per provider. */
final class SoftAims {
  private final Facts facts;

  SoftAims(Facts facts) {
    this.facts = facts;
  }

  void score(PlacedCare care, Ledger ledger) {
    unknownFaces(care, ledger);
    write(
        ConstraintName.HANDOVERS,
        care,
        care.legs().size() - 1,
        ledger,
        () -> care.legs().size() + " legs");
    travel(care, ledger);
    price(care, ledger);
    wishes(care, ledger);
  }

  private void write(
      ConstraintName constraint,
      PlacedCare care,
      long amount,
      Ledger ledger,
      Supplier<String> text) {
    ledger.note(
        constraint,
        () -> FitRules.place(facts, care.first()),
        care.first().leg().start(),
        care.last().leg().end(),
        amount,
        () -> List.of(facts.sessionId(care.session())),
        text);
  }

  private void unknownFaces(PlacedCare care, Ledger ledger) {
    for (PlacedLeg leg : care.legs()) {
      write(
          ConstraintName.UNKNOWN_FACES,
          care,
          facts.known(leg.child(), leg.provider()) ? 0 : 1,
          ledger,
          () -> "the child has never been with " + leg.leg().providerId());
    }
  }

  private void travel(PlacedCare care, Ledger ledger) {
    int there = facts.minutesFromHome(care.first());
    int back = facts.minutesToHome(care.last());
    write(
        ConstraintName.TRAVEL,
        care,
        there + back,
        ledger,
        () -> there + " minutes from home, " + back + " minutes back");
  }

  private void price(PlacedCare care, Ledger ledger) {
    long cents = facts.cents(care);
    write(ConstraintName.PRICE, care, Math.ceilDiv(cents, 10), ledger, () -> cents + " cents");
  }

  private void wishes(PlacedCare care, Ledger ledger) {
    Wishes wishes = facts.request(care.request()).wishes();
    Provider first = facts.provider(care.first().provider());
    boolean provider =
        !wishes.providers().isEmpty()
            && care.legs().stream()
                .noneMatch(leg -> wishes.providers().contains(leg.leg().providerId()));
    boolean kind = !wishes.kinds().isEmpty() && !wishes.kinds().contains(first.kind());
    boolean language =
        !wishes.languages().isEmpty()
            && wishes.languages().stream().noneMatch(first.languages()::contains);
    write(
        ConstraintName.WISHES,
        care,
        (provider ? 1 : 0) + (kind ? 1 : 0) + (language ? 1 : 0),
        ledger,
        () ->
            "not met:"
                + (provider ? " provider" : "")
                + (kind ? " kind" : "")
                + (language ? " language" : ""));
  }

  void siblingsApart(List<PlacedCare> ofFamily, Ledger ledger) {
    for (int i = 0; i < ofFamily.size(); i++) {
      PlacedCare one = ofFamily.get(i);
      for (int j = i + 1; j < ofFamily.size(); j++) {
        PlacedCare other = ofFamily.get(j);
        if (one.child() != other.child()
            && one.first().provider() != other.first().provider()
            && one.startDate().equals(other.startDate())) {
          ledger.note(
              ConstraintName.SIBLINGS_APART,
              () ->
                  new Place(
                      "family " + facts.family(one.family()).id() + " on " + one.startDate(),
                      null,
                      null),
              one.first().leg().start(),
              one.last().leg().end(),
              1,
              () -> List.of(facts.sessionId(one.session()), facts.sessionId(other.session())),
              () ->
                  "one child is with "
                      + one.first().leg().providerId()
                      + ", another with "
                      + other.first().leg().providerId());
        }
      }
    }
  }

  void evenSpread(SitePresence here, Ledger ledger) {
    long load = 0;
    for (PlacedLeg leg : here.legs) {
      load += Math.max(0, leg.until() - leg.from());
    }
    if (load == 0) {
      return;
    }
    Site site = here.site;
    long quarters = load;
    ledger.note(
        ConstraintName.EVEN_SPREAD,
        () -> site.place,
        null,
        null,
        quarters * quarters / site.offer,
        () -> here.legs.stream().map(leg -> facts.sessionId(leg.session())).distinct().toList(),
        () -> quarters + " occasional quarters of an hour of " + site.offer + " on offer");
  }

  void carersUsed(SitePresence here, Ledger ledger) {
    if (here.legs.isEmpty() || here.site.provider.kind() != ProviderKind.HOME_CARER) {
      return;
    }
    ledger.note(
        ConstraintName.CARERS_USED,
        () -> here.site.place,
        null,
        null,
        1,
        () -> here.legs.stream().map(leg -> facts.sessionId(leg.session())).distinct().toList(),
        () -> "makes " + Words.count(here.legs.size(), "visit", "visits"));
  }

  /** A proposal published before that the plan has changed or dropped. */
  void publishedChange(Placement before, boolean kept, Ledger ledger) {
    if (kept || before.legs().isEmpty()) {
      return;
    }
    LocalDate date = before.legs().getFirst().start().toLocalDate();
    long days = ChronoUnit.DAYS.between(facts.problem.asOf().toLocalDate(), date);
    ledger.note(
        ConstraintName.PUBLISHED_CHANGES,
        () -> new Place("care session " + before.sessionId(), null, null),
        before.legs().getFirst().start(),
        before.legs().getLast().end(),
        Math.max(1, 15 - days),
        () -> List.of(before.sessionId()),
        () ->
            "the published proposal with "
                + before.legs().getFirst().providerId()
                + ", "
                + days
                + " days ahead, is changed");
  }

  /** An agreed placement that the plan lacks or changes. */
  void agreedKept(Placement agreed, boolean kept, Ledger ledger) {
    ledger.note(
        ConstraintName.AGREED_KEPT,
        () -> new Place("care session " + agreed.sessionId(), null, null),
        agreed.legs().isEmpty() ? null : agreed.legs().getFirst().start(),
        agreed.legs().isEmpty() ? null : agreed.legs().getLast().end(),
        kept ? 0 : 1,
        () -> List.of(agreed.sessionId()),
        () -> "the agreed placement is missing or has other legs");
  }
}
