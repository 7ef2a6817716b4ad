package org.plek.recommend;

import java.util.List;
import org.plek.domain.AgeRange;
import org.plek.domain.Provider;

/**
 * What most often keeps a child out of a group, for all groups side by side in the order in which
 * they are asked: hours, ages, notice, length of a stay.
 */
final class Doors {
  /** The age of a dependent adult, for whom the ages of children do not count. */
  static final int ADULT = Integer.MAX_VALUE;

  private static final int TERMS = 7;

  /** Youngest and first too old age in months, minutes of notice, least and most of a stay. */
  private final int[] terms;

  /** Slots in which each group is closed, as bits. */
  private final long[] closed;

  private final int words;

  Doors(List<Place> places) {
    words = places.isEmpty() ? 0 : (places.getFirst().masks().timeline().slots() + 63) >>> 6;
    terms = new int[TERMS * places.size()];
    closed = new long[words * places.size()];
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      Provider provider = place.provider();
      AgeRange ages = place.group().ages() == null ? provider.ages() : place.group().ages();
      int at = TERMS * i;
      terms[at] = ages.fromMonths();
      terms[at + 1] = ages.toMonths();
      terms[at + 2] = provider.noticeMinutes();
      terms[at + 3] = provider.form().minMinutes();
      terms[at + 4] = provider.form().maxMinutes();
      terms[at + 5] = plain(provider) ? 1 : 0;
      terms[at + 6] = provider.homeCare() != null && provider.homeCare().adults() ? 1 : 0;
      long[] open = place.masks().open(place.number());
      for (int w = 0; w < words; w++) {
        closed[words * i + w] = w < open.length ? ~open[w] : -1L;
      }
    }
  }

  private static boolean plain(Provider provider) {
    return provider.acceptedReasons().isEmpty()
        && provider.acceptedUrgencies().isEmpty()
        && provider.excludedFamilies().isEmpty();
  }

  /** Whether a group is open in all slots of {@code [from, until)}, which are not empty. */
  boolean open(int place, int from, int until) {
    int base = words * place;
    int last = (until - 1) >>> 6;
    if (from < 0 || last >= words) {
      return false;
    }
    for (int w = from >>> 6; w <= last; w++) {
      long asked = w == from >>> 6 ? -1L << from : -1L;
      asked &= w == last ? -1L >>> -until : -1L;
      if ((closed[base + w] & asked) != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a group takes somebody of an age for a stay of a length.
   *
   * @param ageMonths or {@link #ADULT}
   * @param noticeMinutes from the question to the start
   */
  boolean accepts(int place, int ageMonths, int minutes, long noticeMinutes) {
    int at = TERMS * place;
    boolean ofAge =
        ageMonths == ADULT
            ? terms[at + 6] != 0
            : terms[at] <= ageMonths && ageMonths < terms[at + 1];
    return ofAge
        && (terms[at + 2] <= 0 || noticeMinutes >= terms[at + 2])
        && terms[at + 3] <= minutes
        && (terms[at + 4] <= 0 || minutes <= terms[at + 4]);
  }

  /** Whether a group's provider turns nobody away for reason, urgency or family. */
  boolean plain(int place) {
    return terms[TERMS * place + 5] != 0;
  }
}
