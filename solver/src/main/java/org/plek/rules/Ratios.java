package org.plek.rules;

import java.util.List;
import java.util.Set;
import org.plek.rules.Clause.AloneTogether;
import org.plek.rules.Clause.ByComposition;
import org.plek.rules.Clause.Cap;
import org.plek.rules.Clause.Flat;
import org.plek.rules.Clause.FractionalSum;
import org.plek.rules.Clause.Ratio;
import org.plek.rules.Clause.SeparateBands;
import org.plek.rules.Clause.TableRatio;
import org.plek.rules.Clause.YoungestFirst;

/** Turns the numbers of a ratio into arithmetic. */
final class Ratios {
  private Ratios() {}

  static CaregiverRule of(Ratio ratio, Set<String> qualifications) {
    return switch (ratio) {
      case AloneTogether rule ->
          counts -> {
            int total = ChildCounts.total(counts);
            return total <= rule.alone() ? 1 : Math.max(2, ceil(total, rule.together()));
          };
      case TableRatio table -> new RatioTable(table);
      case YoungestFirst mixed ->
          youngestFirst(
              qualified(
                  mixed.children(), mixed.qualified(), mixed.qualifications(), qualifications));
      case SeparateBands bands -> {
        int[] most =
            qualified(bands.children(), bands.qualified(), bands.qualifications(), qualifications);
        yield counts -> {
          int sum = 0;
          for (int c = 0; c < most.length; c++) {
            sum += ceil(ChildCounts.of(counts, c), most[c]);
          }
          return sum;
        };
      }
      case FractionalSum sum -> fractions(ints(sum.children()));
      case Flat flat -> counts -> ceil(ChildCounts.total(counts), flat.children());
      case ByComposition by -> {
        int[] most = ints(by.children());
        int mixed = by.mixed();
        yield counts -> {
          int total = ChildCounts.total(counts);
          int per = mixed;
          for (int c = 0; c < most.length; c++) {
            if (ChildCounts.of(counts, c) == total) {
              per = most[c];
            }
          }
          return ceil(total, per);
        };
      }
    };
  }

  /** Least persons who together keep all caps, each carrying them again. */
  static CaregiverRule persons(List<Cap> caps, boolean extended, int most) {
    return counts -> {
      int persons = 1;
      for (Cap cap : caps) {
        persons = Math.max(persons, ceil(counted(cap, counts), limit(cap, extended)));
      }
      return persons <= most ? persons : Norm.IMPOSSIBLE;
    };
  }

  static OverRule over(Cap cap, boolean extended, int persons) {
    int limit = limit(cap, extended) * persons;
    int[] classes = ints(cap.classes());
    return counts -> {
      int children = 0;
      for (int c : classes) {
        children += ChildCounts.of(counts, c);
      }
      return Math.max(0, children - limit);
    };
  }

  static int limit(Cap cap, boolean extended) {
    Integer wider = cap.extended();
    return extended && wider != null ? wider : cap.most();
  }

  static int counted(Cap cap, long counts) {
    int children = 0;
    for (int c : cap.classes()) {
      children += ChildCounts.of(counts, c);
    }
    return children;
  }

  static int ceil(int children, int each) {
    return (children + each - 1) / each;
  }

  private static CaregiverRule youngestFirst(int[] most) {
    return counts -> {
      int caregivers = 0;
      int room = 0;
      for (int c = 0; c < most.length; c++) {
        int left = ChildCounts.of(counts, c) - room;
        if (left > 0) {
          int sets = ceil(left, most[c]);
          caregivers += sets;
          room = sets * most[c] - left;
        } else {
          room = -left;
        }
      }
      return caregivers;
    };
  }

  private static CaregiverRule fractions(int[] most) {
    long product = 1;
    for (int each : most) {
      product *= each;
    }
    long unit = product;
    return counts -> {
      long sum = unit - 1;
      for (int c = 0; c < most.length; c++) {
        sum += ChildCounts.of(counts, c) * (unit / most[c]);
      }
      return (int) (sum / unit);
    };
  }

  private static int[] qualified(
      List<Integer> plain, List<Integer> qualified, List<String> asked, Set<String> present) {
    return ints(asked.stream().anyMatch(present::contains) ? qualified : plain);
  }

  static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
