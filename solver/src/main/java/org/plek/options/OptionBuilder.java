package org.plek.options;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
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
    return build(index, packs, travel, true);
  }

  /** The same by looking at every provider for every request: slow, to compare with. */
  public static OptionTable buildBruteForce(ProblemIndex index, RulePacks packs, Travel travel) {
    return build(index, packs, travel, false);
  }

  private static OptionTable build(
      ProblemIndex index, RulePacks packs, Travel travel, boolean tree) {
    int sessions = index.sessions().size();
    @Nullable Placement[] agreed = new Placement[sessions];
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
    AskedTimes times = new AskedTimes(index, travel);
    KnownFaces faces = new KnownFaces(index);
    StaticAmounts amounts = new StaticAmounts(index, times, faces, published);
    Spans spans = new Spans(index, times);
    Fit fit = new Fit(index, packs, times, faces, amounts, spans);
    Reach reach = new Reach(index, travel, HOME_CARER_MINUTES, tree);
    int requests = index.problem().requests().size();
    int parts = (requests + REQUESTS_PER_PART - 1) / REQUESTS_PER_PART;
    List<PartBuilder> done =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(
                part -> {
                  PartBuilder builder =
                      new PartBuilder(
                          index,
                          amounts,
                          spans,
                          fit,
                          reach,
                          new Splits(index, travel, amounts, spans, fit),
                          agreed,
                          published,
                          !tree);
                  int end = Math.min(requests, (part + 1) * REQUESTS_PER_PART);
                  for (int r = part * REQUESTS_PER_PART; r < end; r++) {
                    builder.request(r);
                  }
                  return builder;
                })
            .toList();
    int[] first = new int[sessions + 1];
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
}
