package org.plek.options;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.AgeRange;
import org.plek.domain.Child;
import org.plek.domain.Family;
import org.plek.domain.LeastVolume;
import org.plek.domain.Placement;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.SchoolWays;
import org.plek.domain.SessionForm;
import org.plek.domain.Travel;
import org.plek.rules.RulePacks;
import org.plek.scoring.ConstraintName;

/**
 * The hard rules that one care session and one group decide between them, whoever else is there.
 * What passes here can still be full, and what fails here can never be placed.
 *
 * <p>{@code RATIO} means here that in some slot no caregiver who counts is rostered, or may be
 * called in. {@code LEAST_VOLUME} means that even all care sessions of the request together stay
 * under the provider's least.
 */
public final class Fit {
  private final ProblemIndex index;
  private final AskedTimes times;
  private final KnownFaces faces;
  private final StaticAmounts amounts;
  private final Spans spans;
  private final GroupHours hours;
  private final RequestVolume volume;
  private final HomeFit home;
  private final DatesWithoutCare dates;

  // What providers ask of everybody, side by side, since each session is held against many.
  private final boolean[] selective;
  private final boolean[] anyVolume;
  private final boolean[] unregistered;
  private final int[] noticeMinutes;
  private final int[] minMinutes;
  private final int[] maxMinutes;
  private final @Nullable SessionForm[] blocks;

  private final int[] fromMonths;
  private final int[] toMonths;

  /**
   * The first rule that blocks, and how.
   *
   * @param rule the rule
   * @param detail one English sentence without full stop, with amounts and times
   */
  public record Block(ConstraintName rule, String detail) {}

  /** The rules of a problem, compiled for its horizon. */
  public static Fit of(ProblemIndex index, RulePacks packs, Travel travel) {
    AskedTimes times = new AskedTimes(index, travel);
    KnownFaces faces = new KnownFaces(index);
    @Nullable Placement[] published = new Placement[index.sessions().size()];
    StaticAmounts amounts = new StaticAmounts(index, times, faces, published);
    return new Fit(index, packs, times, faces, amounts, new Spans(index, times));
  }

  Fit(
      ProblemIndex index,
      RulePacks packs,
      AskedTimes times,
      KnownFaces faces,
      StaticAmounts amounts,
      Spans spans) {
    this.index = index;
    this.times = times;
    this.faces = faces;
    this.amounts = amounts;
    this.spans = spans;
    volume = new RequestVolume(index, times);
    home = new HomeFit(index, packs, faces);
    dates = new DatesWithoutCare(index);
    hours = new GroupHours(index, packs);
    Problem problem = index.problem();
    fromMonths = new int[index.groups().size()];
    toMonths = new int[index.groups().size()];
    int providers = problem.providers().size();
    selective = new boolean[providers];
    anyVolume = new boolean[providers];
    unregistered = new boolean[providers];
    noticeMinutes = new int[providers];
    minMinutes = new int[providers];
    maxMinutes = new int[providers];
    blocks = new SessionForm[providers];
    for (int p = 0; p < providers; p++) {
      Provider provider = problem.providers().get(p);
      LeastVolume least = provider.leastVolume();
      anyVolume[p] = least.minutesPerMonth() <= 0 && least.daysPerWeek() <= 0;
      SessionForm form = provider.form();
      minMinutes[p] = form.minMinutes();
      maxMinutes[p] = form.maxMinutes() > 0 ? form.maxMinutes() : Integer.MAX_VALUE;
      blocks[p] = form.blocks().isEmpty() ? null : form;
      selective[p] =
          !provider.acceptedReasons().isEmpty()
              || !provider.acceptedUrgencies().isEmpty()
              || !provider.excludedFamilies().isEmpty();
      unregistered[p] = provider.registrationDays() <= 0;
      noticeMinutes[p] = provider.noticeMinutes();
      for (int g = index.firstGroup(p); g < index.firstGroup(p + 1); g++) {
        AgeRange ages = ages(g, provider);
        fromMonths[g] = ages.fromMonths();
        toMonths[g] = ages.toMonths();
      }
    }
  }

  /**
   * Why a group can never have the child of a session for a whole care session in one leg, at any
   * of the times asked for: of several times the one that gets furthest in the order of rules.
   *
   * @return null if it can at some time, when nothing else stands in the way
   */
  public @Nullable Block first(int session, int group) {
    int provider = index.providerOf(group);
    List<Span> possible =
        index.sessions().get(session).parentAway() == null
            ? spans.ofWindows(session)
            : List.of(spans.ofParent(session, provider));
    Block furthest = null;
    for (Span span : possible) {
      Block block = first(session, group, span);
      if (block == null) {
        return null;
      }
      if (furthest == null || block.rule().compareTo(furthest.rule()) > 0) {
        furthest = block;
      }
    }
    return furthest != null || !possible.isEmpty()
        ? furthest
        : new Block(ConstraintName.SESSION_TIME, "no window is as long as the care");
  }

  /** Why a group can never have the child of a session from start to end, or null if it can. */
  public @Nullable Block first(int session, int group, LocalDateTime start, LocalDateTime end) {
    return first(session, group, spans.of(session, start, end));
  }

  private @Nullable Block first(int session, int group, Span span) {
    int provider = index.providerOf(group);
    long timeless = ofChild(session, provider) | ofSchool(session, provider);
    int blocked = blocked(session, group, span, timeless);
    if (blocked >= 0) {
      ConstraintName rule = ConstraintName.values()[blocked];
      return new Block(rule, BlockDetail.of(this, rule, session, group, span));
    }
    int way = times.minutesFromHome(session, provider);
    int most = request(session).limits().maxTravelMinutes();
    if (way > most) {
      return new Block(
          ConstraintName.FAMILY_TRAVEL,
          "the way is " + way + " minutes, the family accepts " + most);
    }
    int cents = amounts.cents(session, provider, span);
    return tooDear(session, cents, span.minutes())
        ? new Block(
            ConstraintName.FAMILY_PRICE,
            cents * 60L / span.minutes()
                + " cents an hour, the family pays "
                + request(session).limits().maxCentsPerHour()
                + " at most")
        : null;
  }

  /**
   * Rules that depend neither on the time nor on a school, so that they hold for all care sessions
   * of a child in a request; a mask by constraint ordinal.
   */
  long ofChild(int session, int provider) {
    Request request = request(session);
    Family family = family(session);
    long mask = 0;
    Child child = index.children().get(index.childOf(session));
    if (!child.needs().isEmpty() && !provider(provider).needsServed().containsAll(child.needs())) {
      mask |= bit(ConstraintName.NEEDS_MET);
    }
    if (home.refusesApart(session, provider)) {
      mask |= bit(ConstraintName.REQUEST_ACCEPTED);
    }
    if (selective[provider]) {
      mask |= ofSelective(provider(provider), request, family);
    }
    if (!family.excludedProviders().isEmpty()
        && family.excludedProviders().contains(provider(provider).id())) {
      mask |= bit(ConstraintName.NOT_EXCLUDED);
    }
    if (request.continuity().standInFor() != null
        && !faces.knows(index.childOf(session), provider)) {
      mask |= bit(ConstraintName.STAND_IN);
    }
    if (!anyVolume[provider] && volume.tooFewMinutes(session, provider)) {
      mask |= bit(ConstraintName.LEAST_VOLUME);
    }
    if (home.adult(session) && home.refusesAdults(provider)) {
      mask |= bit(ConstraintName.AGE_ACCEPTED);
    }
    if (home.unregistered(session, provider)) {
      mask |= bit(ConstraintName.REGISTRATION);
    }
    return mask;
  }

  private static long ofSelective(Provider there, Request request, Family family) {
    boolean refused = reasonRefused(there, request) || urgencyRefused(there, request);
    boolean excluded = there.excludedFamilies().contains(family.id());
    return (refused ? bit(ConstraintName.REQUEST_ACCEPTED) : 0)
        | (excluded ? bit(ConstraintName.NOT_EXCLUDED) : 0);
  }

  /** The rule on a school at either end of the care session, as such a mask. */
  long ofSchool(int session, int provider) {
    SchoolWays school = index.sessions().get(session).school();
    return !school.equals(SchoolWays.NONE) && times.schoolTooFar(session, provider)
        ? bit(ConstraintName.ESCORT)
        : 0;
  }

  /** Rules of a provider that depend on the time but not on the group, as such a mask. */
  long ofTime(int session, int provider, Span span) {
    long mask = 0;
    if (home.payShort(provider, span.startDay()) > 0) {
      mask |= bit(ConstraintName.MINIMUM_WAGE);
    }
    if (!anyVolume[provider] && volume.daysShort(session, provider, span.startDay()) != null) {
      mask |= bit(ConstraintName.LEAST_VOLUME);
    }
    if (!unregistered[provider] && registrationDaysShort(session, provider, span) > 0) {
      mask |= bit(ConstraintName.REGISTRATION);
    }
    if (span.noticeMinutes() < noticeMinutes[provider]) {
      mask |= bit(ConstraintName.NOTICE);
    }
    if (span.elsewhere()) {
      mask |= bit(ConstraintName.ONE_PLACE_AT_A_TIME);
    }
    if (dates.any() && dates.refuse(session, provider(provider).id(), span.startDay())) {
      mask |= bit(ConstraintName.BLACK_OUT);
    }
    SessionForm form = blocks[provider];
    if (span.minutes() < minMinutes[provider]
        || span.minutes() > maxMinutes[provider]
        || (form != null && !SessionForms.insideOneRun(form, span))) {
      mask |= bit(ConstraintName.SESSION_FORM);
    }
    return mask;
  }

  /**
   * The first rule in enum order that blocks a leg.
   *
   * @param timeless what {@link #ofChild} and {@link #ofSchool} gave for the session and the
   *     group's provider
   * @return the ordinal of the rule, or -1
   */
  int blocked(int session, int group, Span span, long timeless) {
    int closed = hours.blocked(group, span);
    return closed >= 0
        ? closed
        : blockedBesides(
            session, group, span, timeless | ofTime(session, index.providerOf(group), span));
  }

  /** As {@link #blocked} of a leg within the group's hours, given all rules of its provider. */
  int blockedBesides(int session, int group, Span span, long ofProvider) {
    int age = span.ageMonths();
    long mask =
        (fromMonths[group] <= age && age < toMonths[group]) || home.adult(session)
            ? ofProvider
            : ofProvider | bit(ConstraintName.AGE_ACCEPTED);
    return mask == 0 ? -1 : Long.numberOfTrailingZeros(mask);
  }

  /** Whether cents for the minutes of presence go beyond the family's price per hour. */
  boolean tooDear(int session, int cents, int minutes) {
    Integer most = request(session).limits().maxCentsPerHour();
    return most != null && cents * 60L > (long) most * minutes;
  }

  ProblemIndex index() {
    return index;
  }

  GroupHours hours() {
    return hours;
  }

  HomeFit home() {
    return home;
  }

  RequestVolume volume() {
    return volume;
  }

  private Provider provider(int provider) {
    return index.problem().providers().get(provider);
  }

  AgeRange ages(int group, Provider provider) {
    AgeRange own = index.groups().get(group).ages();
    return own == null ? provider.ages() : own;
  }

  static boolean reasonRefused(Provider there, Request request) {
    return !there.acceptedReasons().isEmpty()
        && !there.acceptedReasons().contains(request.reason());
  }

  private static boolean urgencyRefused(Provider there, Request request) {
    return !there.acceptedUrgencies().isEmpty()
        && !there.acceptedUrgencies().contains(request.urgency());
  }

  long registrationDaysShort(int session, int provider, Span span) {
    Request request = request(session);
    Provider there = index.problem().providers().get(provider);
    long known =
        request.askedAt().toLocalDate().toEpochDay() + there.registrationDays() - span.startDay();
    return known > 0 && !faces.registered(index.familyOf(index.requestOf(session)), provider)
        ? known
        : 0;
  }

  Request request(int session) {
    return index.problem().requests().get(index.requestOf(session));
  }

  private Family family(int session) {
    return index.problem().families().get(index.familyOf(index.requestOf(session)));
  }

  private static long bit(ConstraintName name) {
    return 1L << name.ordinal();
  }
}
