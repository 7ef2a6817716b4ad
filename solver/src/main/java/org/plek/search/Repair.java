package org.plek.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Timeline;
import org.plek.domain.Urgency;
import org.plek.options.KnownFaces;
import org.plek.options.OptionTable;
import org.plek.scoring.ConstraintName;
import org.plek.scoring.Weights;
import org.plek.scoring.fast.FastState;

/**
 * Exact repair: takes a few families that are in each other's way out and places them again the
 * best way there is, by depth-first branch and bound. What each family would cost if it had all
 * that the others leave bounds those not placed yet (Russian dolls; Verfaillie, Lemaître, Schiex
 * 1996). Finds exchanges of several families at once, no step of which gains anything alone.
 */
final class Repair {
  private static final int NONE = -1;
  private static final int MOST_SESSIONS = Rivals.MOST_SESSIONS;

  /** Options of a care session that are tried; they must fit a byte of a key. */
  private static final int MOST_OPTIONS = 96;

  /** Options of a care session that differ in their time only, besides the one it has. */
  private static final int MOST_ALIKE = 3;

  /** Placements tried for one family alone. */
  private static final int MOST_ALONE = 400;

  /** Placements tried for all together. */
  private static final int MOST_TOGETHER = 1_000;

  /** More than any care session can cost. */
  private static final long NEVER = 1L << 44;

  private final Chain chain;
  private final ProblemIndex index;
  private final OptionTable table;
  private final Bundles bundles;
  private final FastState state;
  private final Insertion insertion;
  private final SplittableRandom random;
  private final KnownFaces faces;
  private final int providersWeight;
  private final int settlingWeight;
  private final int settlingInMinutes;

  private final Rivals rivals;

  /** What each family costs at least when it has all that the others leave. */
  private final long[] alone = new long[MOST_SESSIONS];

  /** What those of later families cost at least. */
  private final long[] later = new long[MOST_SESSIONS];

  /** Option of each place before, -1 for none. */
  private final int[] had = new int[MOST_SESSIONS];

  /** Option of each place in the best way found. */
  private final int[] best = new int[MOST_SESSIONS];

  /** Share of the weight of one more provider of its child that falls to a care session. */
  private final int[] share = new int[MOST_SESSIONS];

  /** Free options of each place, by what they add at least. */
  private final int[][] options = new int[MOST_SESSIONS][MOST_OPTIONS];

  private final long[][] least = new long[MOST_SESSIONS][MOST_OPTIONS];
  private final int[] optionCount = new int[MOST_SESSIONS];
  private final long[][] keys = new long[MOST_SESSIONS][MOST_OPTIONS];
  private long[] sorted = new long[MOST_OPTIONS];

  private int end;
  private long limit;
  private boolean found;
  private long bundleOutside;
  private long placements;
  private long mostPlacements;

  Repair(Chain chain) {
    this.chain = chain;
    index = chain.index;
    faces = new KnownFaces(index);
    table = chain.table;
    bundles = chain.bundles;
    state = chain.state;
    insertion = chain.insertion;
    random = chain.random;
    Weights weights = new Weights(index.problem().policy());
    providersWeight = weights.of(ConstraintName.PROVIDERS_PER_CHILD);
    settlingWeight = weights.of(ConstraintName.SETTLING_IN);
    settlingInMinutes = index.problem().policy().settlingInMinutes();
    rivals = new Rivals(chain, providersWeight);
  }

  /**
   * Places a bundle and others in its way anew.
   *
   * @param most placements to try at most
   * @return placements tried
   */
  long run(int bundle, long most) {
    placements = 0;
    rivals.choose(bundle);
    int families = rivals.familyCount;
    if (families < 2) {
      return 0;
    }
    chain.begin();
    takeOut();
    long outside = chain.tally.objective();
    long before = outside - chain.worse();
    Arrays.fill(later, 0, families, 0);
    for (int f = 0; f < families; f++) {
      alone[f] = alone(f, outside, most);
    }
    long sum = 0;
    for (int f = families - 1; f >= 0; f--) {
      later[f] = sum;
      sum += alone[f];
    }
    boolean done = false;
    if (outside + sum <= before + (long) chain.allowed) {
      search(0, rivals.count(), before + (long) chain.allowed + 1, most, MOST_TOGETHER);
      done = found && place(best, 0, rivals.count());
    }
    chain.decide(done);
    return placements;
  }

  private void takeOut() {
    for (int i = 0; i < rivals.count(); i++) {
      had[i] = state.option(rivals.session[i]);
      if (had[i] >= 0) {
        insertion.remove(rivals.session[i]);
      }
    }
    bundleOutside = chain.tally.bundle();
    for (int i = 0; i < rivals.count(); i++) {
      list(i);
    }
  }

  /** The least that a family can cost when it has all that the others leave. */
  private long alone(int f, long outside, long most) {
    int first = rivals.firstOf[f];
    int last = rivals.firstOf[f + 1];
    int mark = insertion.mark();
    long now = place(had, first, last) ? chain.tally.objective() : outside;
    insertion.rollback(mark);
    long bound = after(first, last);
    search(first, last, now, most, MOST_ALONE);
    boolean proven = placements < mostPlacements;
    return proven ? limit - outside : Math.min(bound, limit - outside);
  }

  /** Looks for the best way to place what is in some places that costs less than a limit. */
  private void search(int first, int last, long below, long most, int mostHere) {
    end = last;
    limit = below;
    found = false;
    mostPlacements = Math.min(most, placements + mostHere);
    descend(first);
  }

  private boolean place(int[] wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (wanted[i] >= 0 && !insertion.tryPlace(rivals.session[i], wanted[i])) {
        return false;
      }
    }
    return true;
  }

  /** Tries every way for the places from one on that may cost less than the limit. */
  private void descend(int i) {
    int f = i == end ? NONE : rivals.family[i];
    if ((i == end || i == rivals.firstOf[f]) && chain.tally.bundle() > bundleOutside) {
      return;
    }
    if (i == end) {
      if (chain.tally.objective() < limit) {
        limit = chain.tally.objective();
        found = true;
        for (int j = 0; j < end; j++) {
          best[j] = state.option(rivals.session[j]);
        }
      }
      return;
    }
    long rest = chain.tally.objective() + later[f];
    long others = after(i + 1, rivals.firstOf[f + 1]);
    int count = candidates(i, rest + others);
    for (int k = 0; k < count; k++) {
      int c = (int) keys[i][k] & 0xFF;
      if (rest + others + least[i][c] >= limit) {
        continue;
      }
      if (placements >= mostPlacements) {
        return;
      }
      placements++;
      int mark = insertion.mark();
      if (insertion.tryPlace(rivals.session[i], options[i][c])) {
        descend(i + 1);
        insertion.rollback(mark);
      }
    }
    if (i == rivals.firstOfBundle[i]
        && rest + after(rivals.endOfBundle[i], rivals.firstOf[f + 1]) < limit
        && placements < mostPlacements) {
      descend(rivals.endOfBundle[i]);
    }
  }

  /** Lists the options of a place that may be worth it now, those of known providers first. */
  private int candidates(int i, long rest) {
    int count = 0;
    int together = i == rivals.firstOfUnit[i] ? NONE : rivals.session[rivals.firstOfUnit[i]];
    int only = together < 0 ? NONE : table.providerOf(state.option(together));
    int child = index.childOf(rivals.session[i]);
    boolean any = anyPlaced(child);
    int last = NONE;
    boolean known = false;
    for (int c = 0; c < optionCount[i] && rest + least[i][c] < limit; c++) {
      int provider = table.providerOf(options[i][c]);
      if (provider != last) {
        known = !any || at(child, provider);
        last = provider;
      }
      if (rest + least[i][c] + (known ? 0 : share[i]) < limit && (only < 0 || provider == only)) {
        long likely = least[i][c] + (known ? 0 : providersWeight);
        keys[i][count++] = (likely << 16) | ((random.nextInt() >>> 24) << 8) | c;
      }
    }
    Arrays.sort(keys[i], 0, count);
    return count;
  }

  /** What the places from one to the end of its family add at least, as the family stands now. */
  private long after(int from, int to) {
    long sum = 0;
    long ofBundle = 0;
    for (int i = from; i < to; i++) {
      ofBundle += leastOf(i);
      if (i + 1 == rivals.endOfBundle[i]) {
        sum += rivals.firstOfBundle[i] < from ? ofBundle : Math.min(0, ofBundle);
        ofBundle = 0;
      }
    }
    return sum;
  }

  private long leastOf(int i) {
    int child = index.childOf(rivals.session[i]);
    boolean any = anyPlaced(child);
    long low = NEVER;
    int last = NONE;
    for (int c = 0; c < optionCount[i] && least[i][c] < low; c++) {
      int provider = table.providerOf(options[i][c]);
      if (provider != last) {
        long value = least[i][c] + (!any || at(child, provider) ? 0 : share[i]);
        low = Math.min(low, value);
        last = provider;
      }
    }
    return low;
  }

  private boolean anyPlaced(int child) {
    for (int other : state.sessionsOf(index.familyOfChild(child))) {
      if (state.option(other) >= 0 && index.childOf(other) == child) {
        return true;
      }
    }
    return false;
  }

  private boolean at(int child, int provider) {
    for (int other : state.sessionsOf(index.familyOfChild(child))) {
      if (index.childOf(other) == child
          && state.option(other) >= 0
          && state.isAt(other, provider)) {
        return true;
      }
    }
    return false;
  }

  /** Lists the free options of a place while all are out, those that may add least first. */
  private void list(int i) {
    int s = rivals.session[i];
    int count = 0;
    int child = index.childOf(s);
    boolean any = anyPlaced(child);
    int endOption = Math.min(table.endOption(s), table.firstOption(s) + 0x10000);
    for (int o = table.firstOption(s); o < endOption; o++) {
      if (insertion.usable(o) && state.free(s, o)) {
        long low = state.estimate(s, o, chain.tally) - shared(s, o, child, any);
        if (count == sorted.length) {
          sorted = Arrays.copyOf(sorted, 2 * count);
        }
        sorted[count++] = (low << 16) | (o - table.firstOption(s));
      }
    }
    Arrays.sort(sorted, 0, count);
    optionCount[i] = 0;
    for (int first = 0; first < count; ) {
      int next = first;
      while (next < count && alike(s, sorted[first], sorted[next])) {
        next++;
      }
      keep(i, first, next);
      first = next;
    }
    int sharing = 0;
    for (int j = 0; j < rivals.count(); j++) {
      sharing += index.childOf(rivals.session[j]) == child ? 1 : 0;
    }
    share[i] = providersWeight / sharing;
  }

  /** Whether two options differ in their time only. */
  private boolean alike(int s, long one, long other) {
    int first = table.firstOption(s);
    return one >> 16 == other >> 16
        && table.group(first + (int) (one & 0xFFFF)) == table.group(first + (int) (other & 0xFFFF));
  }

  /** Keeps a few of the options that differ in their time only, with the one it has. */
  private void keep(int i, int from, int to) {
    int first = table.firstOption(rivals.session[i]);
    int now = had[i] - first;
    int kept = 0;
    for (int k = from; k < to && optionCount[i] < MOST_OPTIONS; k++) {
      int left = to - k;
      boolean own = (sorted[k] & 0xFFFF) == now;
      if (own || (kept < MOST_ALIKE && random.nextInt(left) < MOST_ALIKE - kept)) {
        options[i][optionCount[i]] = first + (int) (sorted[k] & 0xFFFF);
        least[i][optionCount[i]++] = sorted[k] >> 16;
        kept++;
      }
    }
  }

  /** The most of what an option adds that other care of the child may pay for. */
  private long shared(int s, int option, int child, boolean any) {
    int provider = table.providerOf(option);
    int second = table.split(option) ? index.providerOf(table.secondGroup(option)) : NONE;
    int extra = (at(child, provider) ? 0 : 1) + (second < 0 || at(child, second) ? 0 : 1);
    long sum = (long) (any ? extra : extra - 1) * providersWeight;
    boolean urgent = index.problem().requests().get(index.requestOf(s)).urgency() == Urgency.URGENT;
    int minutes = (table.end(option) - table.start(option)) * Timeline.SLOT_MINUTES;
    if (settlingInMinutes > 0 && !urgent) {
      if (minutes > settlingInMinutes && !faces.knows(child, provider)) {
        sum += settlingWeight;
      }
      if (second >= 0) {
        sum += settlingWeight;
      }
    }
    return sum;
  }
}
