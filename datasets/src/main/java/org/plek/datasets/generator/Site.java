package org.plek.datasets.generator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.AgeRange;
import org.plek.domain.Escort;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.LeastVolume;
import org.plek.domain.Point;
import org.plek.domain.ProviderKind;
import org.plek.domain.Schedule;
import org.plek.domain.SessionForm;
import org.plek.domain.Tariff;

/**
 * What is known of a provider before its groups, staff and regular children are made.
 *
 * @param id id of the provider
 * @param kind kind of provider
 * @param location where it is
 * @param area municipality or neighbourhood
 * @param rulePack the rule pack that governs it; absent means the problem's
 * @param capacity licensed places
 * @param regularChildren children with a contract, to be made
 * @param keepBreach children over the capacity stay, all present in the middle of the day
 * @param groupSizes sizes of the groups; empty to make them from the capacity
 * @param opening opening hours
 * @param ages ages accepted
 * @param languages languages spoken
 * @param needsServed functional needs met
 * @param tariff price
 * @param terms what it asks of families
 * @param keptFreePlaces places for which staff is rostered besides the regular children, kept free
 *     in the first group
 * @param staffedShare share of groups rostered for all their places in the core of the day; the
 *     others have fewer
 * @param besides who is there besides
 */
public record Site(
    String id,
    ProviderKind kind,
    Point location,
    @Nullable String area,
    @Nullable String rulePack,
    int capacity,
    int regularChildren,
    boolean keepBreach,
    List<Integer> groupSizes,
    Schedule opening,
    AgeRange ages,
    List<String> languages,
    List<String> needsServed,
    Tariff tariff,
    Terms terms,
    int keptFreePlaces,
    double staffedShare,
    Besides besides) {
  /**
   * Share of groups rostered for all their places in the core of the day, unless said otherwise.
   */
  public static final double STAFFED_SHARE = 0.65;

  /**
   * Who is there besides regular children and rostered staff.
   *
   * @param onCall a daycare has a caregiver who may be called in during all its opening hours
   * @param ownChildMonths age of an own child of a childminder, always at home; 0 for none
   * @param fullWeeks regular children come on every weekday
   */
  public record Besides(boolean onCall, int ownChildMonths, boolean fullWeeks) {
    /** Nobody, and regular children who come on some weekdays. */
    public static final Besides NOBODY = new Besides(false, 0, false);
  }

  public Site {
    groupSizes = List.copyOf(groupSizes);
    languages = List.copyOf(languages);
    needsServed = List.copyOf(needsServed);
  }

  /**
   * What a provider asks of families.
   *
   * @param leastVolume least care for one request
   * @param registrationDays days before the first stay of a new family
   * @param noticeMinutes least notice
   * @param form forms sold
   * @param homeCare limits of a home carer; absent for the other kinds
   * @param escort brings and fetches; absent if not
   * @param ruleChoices choices where the law leaves them
   */
  public record Terms(
      LeastVolume leastVolume,
      int registrationDays,
      int noticeMinutes,
      SessionForm form,
      @Nullable HomeCareTerms homeCare,
      @Nullable Escort escort,
      List<String> ruleChoices) {
    /** Asks nothing. */
    public static final Terms NONE =
        new Terms(LeastVolume.NONE, 0, 0, SessionForm.ANY, null, null, List.of());

    public Terms {
      ruleChoices = List.copyOf(ruleChoices);
    }
  }
}
