package org.plek.options;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Placement;
import org.plek.domain.Point;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Travel;
import org.plek.rules.RulePacks;

/** Makes the {@link OptionTable} of a problem. */
public final class OptionBuilder {
  /** Longest way of a home carer to a family's home, in minutes. Chosen by plek. */
  public static final int HOME_CARER_MINUTES = 60;

  private static final int REQUESTS_PER_PART = 256;

  private OptionBuilder() {}

  /**
   * Every concrete way to serve each care session. Uses as many threads as the common pool lends;
   * the table does not depend on how many.
   *
   * @param packs the law
   * @param travel travel times; must be safe to ask from several threads
   */
  public static OptionTable build(ProblemIndex index, RulePacks packs, Travel travel) {
    return new Building(index, packs, travel, false, false).table();
  }

  /** The same by looking at every provider for every care session: slow, to compare with. */
  public static OptionTable buildBruteForce(ProblemIndex index, RulePacks packs, Travel travel) {
    return new Building(index, packs, travel, true, false).table();
  }

  /**
   * The care sessions that have any option at all: much sooner known than all of them.
   *
   * @param packs the law
   * @param travel travel times; must be safe to ask from several threads
   * @return numbers of care sessions
   */
  public static BitSet servable(ProblemIndex index, RulePacks packs, Travel travel) {
    return new Building(index, packs, travel, false, true).servable();
  }

  /** One making of the options of all requests. */
  private static final class Building {
    private final ProblemIndex index;
    private final AskedTimes times;
    private final StaticAmounts amounts;
    private final @Nullable Placement[] agreed;
    private final List<PartBuilder> done;

    Building(
        ProblemIndex index,
        RulePacks packs,
        Travel travel,
        boolean bruteForce,
        boolean onlyWhether) {
      this.index = index;
      int sessions = index.sessions().size();
      agreed = new Placement[sessions];
      @Nullable Placement[] published = new Placement[sessions];
      for (Placement placement : index.problem().placements()) {
        int session = index.session(placement.sessionId());
        if (session < 0) {
          continue;
        }
        if (index.agreed(placement)) {
          agreed[session] = placement;
        } else if (index.published(placement)) {
          published[session] = placement;
        }
      }
      times = new AskedTimes(index, travel);
      KnownFaces faces = new KnownFaces(index);
      amounts = new StaticAmounts(index, times, faces, published);
      Spans spans = new Spans(index, times);
      Fit fit = new Fit(index, packs, times, faces, amounts, spans);
      Point[] places =
          index.problem().providers().stream().map(Provider::location).toArray(Point[]::new);
      Ways ways = new Ways(travel, places, !bruteForce);
      Reach reach = new Reach(index, travel, ways, HOME_CARER_MINUTES, !bruteForce);
      int requests = index.problem().requests().size();
      int parts = (requests + REQUESTS_PER_PART - 1) / REQUESTS_PER_PART;
      done =
          IntStream.range(0, parts)
              .parallel()
              .mapToObj(
                  part -> {
                    int start = part * REQUESTS_PER_PART;
                    int end = Math.min(requests, start + REQUESTS_PER_PART);
                    PartBuilder builder =
                        new PartBuilder(
                            index,
                            amounts,
                            spans,
                            fit,
                            reach,
                            ways,
                            agreed,
                            published,
                            end - start,
                            bruteForce,
                            onlyWhether);
                    for (int r = start; r < end; r++) {
                      builder.request(r);
                    }
                    return builder;
                  })
              .toList();
    }

    OptionTable table() {
      int[] first = new int[index.sessions().size() + 1];
      int session = 0;
      for (PartBuilder part : done) {
        for (int count : part.optionsPerSession()) {
          first[session + 1] = first[session] + count;
          session++;
        }
      }
      return new OptionTable(
          index,
          times,
          amounts,
          agreed,
          DropReport.joined(done.stream().map(PartBuilder::drops).toList()),
          first,
          OptionBuffer.joined(done.stream().map(PartBuilder::options).toList()));
    }

    BitSet servable() {
      BitSet servable = new BitSet(index.sessions().size());
      int session = 0;
      for (PartBuilder part : done) {
        for (int count : part.optionsPerSession()) {
          servable.set(session++, count > 0);
        }
      }
      return servable;
    }
  }
}
