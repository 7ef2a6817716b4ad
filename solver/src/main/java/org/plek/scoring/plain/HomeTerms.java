package org.plek.scoring.plain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.Programme;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Request;
import org.plek.domain.Tariff;
import org.plek.scoring.ConstraintName;

/** What home carers ask beyond their hours, and what they must be paid. */
final class HomeTerms {
  private final Facts facts;

  HomeTerms(Facts facts) {
    this.facts = facts;
  }

  boolean takesAdults(Provider provider) {
    HomeCareTerms terms = provider.homeCare();
    return terms != null && terms.adults();
  }

  /** A carer of whole requests is asked for several children who need not be together. */
  boolean apart(Provider provider, int request) {
    HomeCareTerms terms = provider.homeCare();
    return terms != null
        && terms.wholeRequests()
        && !facts.request(request).limits().siblingsTogether()
        && Stream.iterate(facts.index.firstSession(request), session -> session + 1)
                .limit(facts.index.firstSession(request + 1) - facts.index.firstSession(request))
                .map(facts.index::childOf)
                .distinct()
                .count()
            > 1;
  }

  /** The programme asks for a carer whom the family registered, and this one is not. */
  boolean unregistered(PlacedLeg leg) {
    Request request = facts.request(leg.request());
    Programme programme = facts.policy.programme(request.programme());
    return programme != null
        && programme.registeredCarersOnly()
        && facts.provider(leg.provider()).kind() == ProviderKind.HOME_CARER
        && !facts.registered(leg.family(), leg.provider());
  }

  void minimumWage(Site site, PlacedLeg leg, Ledger ledger) {
    HomeCareTerms terms = site.provider.homeCare();
    Integer age = terms == null ? null : terms.employedAge();
    if (age == null) {
      return;
    }
    LocalDate date = leg.leg().start().toLocalDate();
    int least = site.pack.leastPayPerHour(date, age);
    Tariff tariff = site.provider.tariff().on(date);
    int pay =
        Stream.concat(
                Stream.of(tariff.centsPerCarerHour() + tariff.centsPerChildHour()),
                tariff.terms().rates().stream()
                    .map(rate -> rate.centsPerCarerHour() + rate.centsPerChildHour()))
            .min(Integer::compare)
            .orElseThrow();
    ledger.note(
        ConstraintName.MINIMUM_WAGE,
        () -> FitRules.place(facts, leg),
        leg.leg().start(),
        leg.leg().end(),
        Math.max(0, least - pay),
        () -> List.of(facts.sessionId(leg.session())),
        () -> "the carer is paid " + pay + " cents an hour, at least " + least + " by law");
  }
}
