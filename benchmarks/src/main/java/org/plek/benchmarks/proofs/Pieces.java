package org.plek.benchmarks.proofs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plek.benchmarks.instances.Instance;
import org.plek.domain.Family;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.options.OptionTable;

/**
 * Cuts an instance where no option leads across: families of one piece can be with none of the
 * providers of another. A plan of the whole is a plan for each piece, so bounds of the pieces add
 * up to a bound of the whole. Limits that families of several pieces share are lost: a relaxation.
 */
final class Pieces {
  private final ProblemIndex index;

  /** Above each provider, then above each family, in the trees of what belongs together. */
  private final int[] above;

  private Pieces(ProblemIndex index) {
    this.index = index;
    above = new int[index.problem().providers().size() + index.problem().families().size()];
    Arrays.setAll(above, i -> i);
  }

  /**
   * The pieces, that with most care sessions first; each keeps all providers, families and
   * agreements about them, and the requests of its own families alone.
   */
  static List<Problem> of(Instance instance) {
    Pieces pieces = new Pieces(instance.index());
    pieces.join(instance.table());
    return pieces.cut();
  }

  private void join(OptionTable table) {
    for (Family family : index.problem().families()) {
      if (family.sharesHomeCareWith() != null && index.family(family.sharesHomeCareWith()) >= 0) {
        join(node(index.family(family.id())), node(index.family(family.sharesHomeCareWith())));
      }
    }
    for (int s = 0; s < table.sessions(); s++) {
      int family = node(index.familyOf(index.requestOf(s)));
      for (int o = table.firstOption(s); o < table.endOption(s); o++) {
        join(family, table.providerOf(o));
        if (table.split(o)) {
          join(family, index.providerOf(table.secondGroup(o)));
        }
      }
    }
  }

  private int node(int family) {
    return index.problem().providers().size() + family;
  }

  private void join(int one, int other) {
    above[top(one)] = top(other);
  }

  private int top(int node) {
    int at = node;
    while (above[at] != at) {
      above[at] = above[above[at]];
      at = above[at];
    }
    return at;
  }

  private List<Problem> cut() {
    Map<Integer, List<Integer>> requests = new TreeMap<>();
    for (int r = 0; r < index.problem().requests().size(); r++) {
      requests.computeIfAbsent(top(node(index.familyOf(r))), key -> new ArrayList<>()).add(r);
    }
    return requests.values().stream()
        .sorted(Comparator.comparingInt(each -> -sessions(each)))
        .map(this::piece)
        .toList();
  }

  private int sessions(List<Integer> requests) {
    return requests.stream().mapToInt(r -> index.firstSession(r + 1) - index.firstSession(r)).sum();
  }

  private Problem piece(List<Integer> requests) {
    Problem whole = index.problem();
    boolean[] own = new boolean[whole.requests().size()];
    requests.forEach(r -> own[r] = true);
    return new Problem(
        whole.id(),
        whole.zone(),
        whole.asOf(),
        whole.from(),
        whole.days(),
        whole.rulePack(),
        whole.policy(),
        whole.providers(),
        whole.families(),
        requests.stream().map(whole.requests()::get).toList(),
        whole.history(),
        whole.placements().stream()
            .filter(
                each -> {
                  int session = index.session(each.sessionId());
                  return session >= 0 && own[index.requestOf(session)];
                })
            .toList());
  }
}
