package org.plek.scoring.fast;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Share;
import org.plek.domain.Stay;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;

/**
 * Shares of some families in the children of a provider's year: counted once per child, history
 * first, so that a leg counts only if it is the child's first with the provider in the year.
 */
final class Shares {
  private final FastModel model;
  private final Legs legs;
  private final int[][] sessionsOfChild;
  private final int weight;
  private final int[] yearOfDay;
  private final int years;
  private final Account[] accounts;

  Shares(FastModel model, Legs legs, int[][] sessionsOfChild, Weights weights, Tally start) {
    this.model = model;
    this.legs = legs;
    this.sessionsOfChild = sessionsOfChild;
    weight = weights.of(ConstraintName.SHARE);
    List<Share> shares = model.index.problem().policy().shares();
    int days = shares.isEmpty() ? 0 : model.timeline.days() + 1;
    yearOfDay = new int[days];
    for (int day = 0; day < days; day++) {
      yearOfDay[day] = model.timeline.date(day).getYear() - model.timeline.date(0).getYear();
    }
    years = days == 0 ? 0 : yearOfDay[days - 1] + 1;
    accounts = new Account[shares.size()];
    for (int i = 0; i < accounts.length; i++) {
      accounts[i] = new Account(shares.get(i), start);
    }
  }

  /** Most that a move of one session can save here. */
  int mostSaved() {
    return (int) Math.min(Integer.MAX_VALUE / 4, 200L * accounts.length * weight);
  }

  /** Adds ({@code sign} 1) or takes out (-1) the children that a placed session adds. */
  void sum(int session, int sign, Tally tally) {
    for (Account account : accounts) {
      account.sum(2 * session, sign, tally);
      if (legs.group[2 * session + 1] >= 0) {
        account.sum(2 * session + 1, sign, tally);
      }
    }
  }

  /** One share with its children by provider and year. */
  private final class Account {
    private final Share share;
    private final boolean[] owedBy;
    private final boolean[] valid;
    private final boolean[] meant;
    private final int[] all;
    private final int[] ofMeant;

    /** Provider, year and child of the history, in one number. */
    private final Set<Long> past = new HashSet<>();

    Account(Share share, Tally start) {
      this.share = share;
      ProblemIndex index = model.index;
      owedBy = new boolean[model.providers];
      for (int p = 0; p < owedBy.length; p++) {
        owedBy[p] = share.owedBy(index.problem().providers().get(p).id());
      }
      valid = new boolean[yearOfDay.length];
      for (int day = 0; day < valid.length; day++) {
        valid[day] = share.counts(model.timeline.date(day));
      }
      meant = new boolean[index.children().size()];
      for (int c = 0; c < meant.length; c++) {
        meant[c] = share.meant(index.problem().families().get(index.familyOfChild(c)));
      }
      all = new int[model.providers * years];
      ofMeant = new int[all.length];
      for (Stay stay : index.problem().history()) {
        int child = index.child(stay.childId());
        int provider = index.provider(stay.providerId());
        int year = stay.date().getYear() - model.timeline.date(0).getYear();
        if (child >= 0
            && provider >= 0
            && owedBy[provider]
            && year >= 0
            && year < years
            && share.counts(stay.date())
            && past.add(key(provider * years + year, child))) {
          add(provider * years + year, child, 1);
        }
      }
      for (int i = 0; i < all.length; i++) {
        start.soft(ConstraintName.SHARE, share.missing(all[i], ofMeant[i]), weight);
      }
    }

    private long key(int providerAndYear, int child) {
      return (long) providerAndYear * meant.length + child;
    }

    private void add(int providerAndYear, int child, int sign) {
      all[providerAndYear] += sign;
      ofMeant[providerAndYear] += meant[child] ? sign : 0;
    }

    private void sum(int leg, int sign, Tally tally) {
      int at = at(leg);
      int child = model.index.childOf(leg >> 1);
      if (at < 0 || past.contains(key(at, child)) || countedBy(child, at, leg)) {
        return;
      }
      long before = share.missing(all[at], ofMeant[at]);
      add(at, child, sign);
      long after = share.missing(all[at], ofMeant[at]);
      if (after != before) {
        tally.soft(ConstraintName.SHARE, after - before, weight);
      }
    }

    /** Where a leg counts: provider and year in one number, -1 for nowhere. */
    private int at(int leg) {
      int group = legs.group[leg];
      int provider = group < 0 ? -1 : model.providerOf[group];
      int day = provider < 0 ? 0 : model.dayOf[legs.start[leg]];
      return provider >= 0 && owedBy[provider] && valid[day]
          ? provider * years + yearOfDay[day]
          : -1;
    }

    /** Whether another leg of the child counts there; of the two of a session the first does. */
    private boolean countedBy(int child, int at, int leg) {
      if ((leg & 1) == 1 && at(leg - 1) == at) {
        return true;
      }
      for (int other : sessionsOfChild[child]) {
        if (other != leg >> 1
            && legs.option[other] >= 0
            && (at(2 * other) == at || at(2 * other + 1) == at)) {
          return true;
        }
      }
      return false;
    }
  }
}
