package org.plek.options;

import org.jspecify.annotations.Nullable;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Programme;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.RatePeriod;
import org.plek.domain.Request;
import org.plek.domain.Tariff;
import org.plek.rules.RulePack;
import org.plek.rules.RulePacks;

/** What home carers ask beyond their hours: adults, whole requests, registration, least pay. */
final class HomeFit {
  private final ProblemIndex index;
  private final KnownFaces faces;
  private final boolean[] several;

  /** Cents an hour under the law's least pay by provider and day; absent where none holds. */
  private final int[] @Nullable [] payShort;

  HomeFit(ProblemIndex index, RulePacks packs, KnownFaces faces) {
    this.index = index;
    this.faces = faces;
    Problem problem = index.problem();
    several = new boolean[problem.requests().size()];
    for (int r = 0; r < several.length; r++) {
      int end = index.firstSession(r + 1);
      for (int s = index.firstSession(r); s + 1 < end; s++) {
        several[r] |= index.childOf(s) != index.childOf(s + 1);
      }
    }
    payShort = new int[problem.providers().size()][];
    for (int p = 0; p < payShort.length; p++) {
      Provider provider = problem.providers().get(p);
      HomeCareTerms terms = provider.homeCare();
      Integer age = terms == null ? null : terms.employedAge();
      if (age != null) {
        RulePack pack =
            packs.pack(provider.rulePack() == null ? problem.rulePack() : provider.rulePack());
        int[] missing = new int[problem.days() + 2];
        for (int day = 0; day < missing.length; day++) {
          var date = problem.from().plusDays(day - 1L);
          int pay = lowestPay(provider.tariff().on(date));
          missing[day] = Math.max(0, pack.leastPayPerHour(date, age) - pay);
        }
        payShort[p] = missing;
      }
    }
  }

  private static int lowestPay(Tariff tariff) {
    int lowest = tariff.centsPerCarerHour() + tariff.centsPerChildHour();
    for (RatePeriod rate : tariff.terms().rates()) {
      lowest = Math.min(lowest, rate.centsPerCarerHour() + rate.centsPerChildHour());
    }
    return lowest;
  }

  boolean adult(int session) {
    return index.children().get(index.childOf(session)).adult();
  }

  /** Whether the provider takes no dependent adults. */
  boolean refusesAdults(int provider) {
    HomeCareTerms terms = provider(provider).homeCare();
    return terms == null || !terms.adults();
  }

  /** Whether a carer of whole requests is asked for several children, not together. */
  boolean refusesApart(int session, int provider) {
    int request = index.requestOf(session);
    if (!several[request] || index.problem().requests().get(request).limits().siblingsTogether()) {
      return false;
    }
    HomeCareTerms terms = provider(provider).homeCare();
    return terms != null && terms.wholeRequests();
  }

  /** Whether the programme asks for a carer registered beforehand, and this one is not. */
  boolean unregistered(int session, int provider) {
    int number = index.requestOf(session);
    Request request = index.problem().requests().get(number);
    if (request.programme() == null || provider(provider).kind() != ProviderKind.HOME_CARER) {
      return false;
    }
    Programme programme = index.problem().policy().programme(request.programme());
    return programme != null
        && programme.registeredCarersOnly()
        && !faces.registered(index.familyOf(number), provider);
  }

  /** Cents an hour by which the carer's pay is under the law's least on a date. */
  int payShort(int provider, long epochDay) {
    int[] missing = payShort[provider];
    if (missing == null) {
      return 0;
    }
    long day = epochDay - index.problem().from().toEpochDay() + 1;
    return missing[(int) Math.clamp(day, 0, missing.length - 1)];
  }

  private Provider provider(int provider) {
    return index.problem().providers().get(provider);
  }
}
