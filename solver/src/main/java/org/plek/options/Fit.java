package org.plek.options;

import java.time.LocalDateTime;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plek.domain.AgeRange;
import org.plek.domain.Caregiver;
import org.plek.domain.Child;
import org.plek.domain.Family;
import org.plek.domain.Group;
import org.plek.domain.JoinedHours;
import org.plek.domain.LeastVolume;
import org.plek.domain.Placement;
import org.plek.domain.Problem;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Schedule;
import org.plek.domain.SchoolWays;
import org.plek.domain.Timeline;
import org.plek.domain.Travel;
import org.plek.rules.Level;
import org.plek.rules.RulePack;
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
  private final Timeline timeline;
  private final AskedTimes times;
  private final KnownFaces faces;
  private final StaticAmounts amounts;
  private final Spans spans;
  private final SlotSet[] open;
  private final @Nullable SlotSet[] licensed;
  private final SlotSet[] staffed;

  /** Slots that are open, licensed and staffed. */
  private final SlotSet[] serving;

  private final RequestVolume volume;
  private final HomeFit home;
  private final DatesWithoutCare dates;
  private final boolean[] anyVolume;
  private final boolean[] anyForm;

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
    timeline = index.timeline();
    Problem problem = index.problem();
    int groups = index.groups().size();
    open = new SlotSet[groups];
    licensed = new SlotSet[groups];
    staffed = new SlotSet[groups];
    serving = new SlotSet[groups];
    anyVolume = new boolean[problem.providers().size()];
    anyForm = new boolean[problem.providers().size()];
    Map<Schedule, SlotSet> made = new IdentityHashMap<>();
    for (int p = 0; p < problem.providers().size(); p++) {
      Provider provider = problem.providers().get(p);
      LeastVolume least = provider.leastVolume();
      anyVolume[p] = least.minutesPerMonth() <= 0 && least.daysPerWeek() <= 0;
      anyForm[p] = SessionForms.any(provider.form());
      RulePack pack =
          packs.pack(provider.rulePack() == null ? problem.rulePack() : provider.rulePack());
      for (int g = index.firstGroup(p); g < index.firstGroup(p + 1); g++) {
        Group group = index.groups().get(g);
        Schedule hours = group.opening() == null ? provider.opening() : group.opening();
        open[g] = made.computeIfAbsent(hours, key -> SlotSet.inside(timeline, key));
        licensed[g] =
            provider.licensedHours() == null
                ? null
                : made.computeIfAbsent(
                    provider.licensedHours(), key -> SlotSet.inside(timeline, key));
        staffed[g] = staffed(provider, group, pack);
        serving[g] = staffed[g].copy();
        serving[g].keep(open[g]);
        SlotSet licence = licensed[g];
        if (licence != null) {
          serving[g].keep(licence);
        }
      }
    }
  }

  /**
   * Slots in which somebody who counts is there for a group: one of its own caregivers where the
   * law counts in groups on that date, anybody of the provider where it counts the location, or
   * where groups are joined one of any of them.
   */
  private SlotSet staffed(Provider provider, Group group, RulePack pack) {
    if (provider.groups().size() == 1) {
      return staff(provider, caregiver -> true);
    }
    SlotSet set = staff(provider, caregiver -> group.id().equals(caregiver.groupId()));
    for (JoinedHours joined : provider.arrangements().joinedHours()) {
      if (joined.groupIds().contains(group.id())) {
        SlotSet together =
            staff(provider, caregiver -> joined.groupIds().contains(caregiver.groupId()));
        SlotSet hours = SlotSet.inside(timeline, new Schedule(joined.hours(), List.of()));
        set.addBoth(together, hours, 0, timeline.slots());
      }
    }
    SlotSet anybody = null;
    for (int day = 0; day <= timeline.days(); day++) {
      if (!pack.counts(provider.kind(), Level.GROUP, timeline.date(day))) {
        anybody = anybody == null ? staff(provider, caregiver -> true) : anybody;
        set.addBoth(anybody, anybody, timeline.dayStart(day), timeline.dayStart(day + 1));
      }
    }
    return set;
  }

  private SlotSet staff(Provider provider, Predicate<Caregiver> who) {
    SlotSet set = new SlotSet(timeline.slots());
    for (Caregiver caregiver : provider.caregivers()) {
      if (caregiver.counts() && who.test(caregiver)) {
        set.addInside(timeline, caregiver.hours());
        if (index.problem().policy().callIn()) {
          set.addInside(timeline, caregiver.onCall());
        }
      }
    }
    return set;
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
            : List.of(spans.ofParent(session, provider, provider));
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
    int blocked = blocked(session, group, span, timeless(session, provider));
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

  /** Rules that do not depend on the time, as a mask by constraint ordinal. */
  long timeless(int session, int provider) {
    Provider there = index.problem().providers().get(provider);
    Request request = request(session);
    Family family = family(session);
    long mask = 0;
    Child child = index.children().get(index.childOf(session));
    if (!child.needs().isEmpty() && !there.needsServed().containsAll(child.needs())) {
      mask |= bit(ConstraintName.NEEDS_MET);
    }
    if (reasonRefused(there, request)
        || urgencyRefused(there, request)
        || home.refusesApart(session, provider)) {
      mask |= bit(ConstraintName.REQUEST_ACCEPTED);
    }
    if (there.excludedFamilies().contains(family.id())
        || family.excludedProviders().contains(there.id())) {
      mask |= bit(ConstraintName.NOT_EXCLUDED);
    }
    SchoolWays school = index.sessions().get(session).school();
    if (!school.equals(SchoolWays.NONE) && times.schoolTooFar(session, provider)) {
      mask |= bit(ConstraintName.ESCORT);
    }
    if (request.continuity().standInFor() != null
        && !faces.knows(index.childOf(session), provider)) {
      mask |= bit(ConstraintName.STAND_IN);
    }
    if (!anyVolume[provider] && volume.minutesShort(session, provider) != null) {
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

  /**
   * The first rule in enum order that blocks a leg.
   *
   * @param timeless what {@link #timeless} gave for the session and the group's provider
   * @return the ordinal of the rule, or -1
   */
  int blocked(int session, int group, Span span, long timeless) {
    if (!serving[group].covers(span.from(), span.until())) {
      return blockedByHours(group, span).ordinal();
    }
    int provider = index.providerOf(group);
    Provider there = index.problem().providers().get(provider);
    long mask = timeless;
    if (!ages(group, there).accepts(span.ageMonths()) && !home.adult(session)) {
      mask |= bit(ConstraintName.AGE_ACCEPTED);
    }
    if (home.payShort(provider, span.startDay()) > 0) {
      mask |= bit(ConstraintName.MINIMUM_WAGE);
    }
    if (!anyVolume[provider] && volume.daysShort(session, provider, span.startDay()) != null) {
      mask |= bit(ConstraintName.LEAST_VOLUME);
    }
    if (there.registrationDays() > 0 && registrationDaysShort(session, provider, span) > 0) {
      mask |= bit(ConstraintName.REGISTRATION);
    }
    if (span.noticeMinutes() < there.noticeMinutes()) {
      mask |= bit(ConstraintName.NOTICE);
    }
    if (span.elsewhere()) {
      mask |= bit(ConstraintName.ONE_PLACE_AT_A_TIME);
    }
    if (dates.refuse(session, there.id(), span.startDay())) {
      mask |= bit(ConstraintName.BLACK_OUT);
    }
    if (!anyForm[provider] && SessionForms.refusal(there.form(), span) != null) {
      mask |= bit(ConstraintName.SESSION_FORM);
    }
    return mask == 0 ? -1 : Long.numberOfTrailingZeros(mask);
  }

  private ConstraintName blockedByHours(int group, Span span) {
    if (!open[group].covers(span.from(), span.until())) {
      return ConstraintName.OPEN;
    }
    SlotSet licence = licensed[group];
    return licence != null && !licence.covers(span.from(), span.until())
        ? ConstraintName.LICENSED_HOURS
        : ConstraintName.RATIO;
  }

  /** Whether cents for the minutes of presence go beyond the family's price per hour. */
  boolean tooDear(int session, int cents, int minutes) {
    Integer most = request(session).limits().maxCentsPerHour();
    return most != null && cents * 60L > (long) most * minutes;
  }

  /**
   * First slot from {@code from} in which the group could not have the child; {@code until} most.
   */
  int servesUntil(int group, int from, int until) {
    if (from < 0) {
      return from;
    }
    return serving[group].firstMissing(from, Math.min(until, timeline.slots()));
  }

  /**
   * First slot since which the group could have the child until {@code until}; or {@code until}.
   */
  int servesSince(int group, int from, int until) {
    if (until > timeline.slots()) {
      return until;
    }
    return serving[group].lastMissing(Math.max(0, from), until) + 1;
  }

  /** The first slot of a leg that a rule of opening, licence or caregivers does not cover. */
  int firstMissing(ConstraintName rule, int group, Span span) {
    SlotSet licence = licensed[group];
    SlotSet set =
        switch (rule) {
          case OPEN -> open[group];
          case LICENSED_HOURS -> licence == null ? open[group] : licence;
          default -> staffed[group];
        };
    int from = Math.clamp(span.from(), 0, timeline.slots());
    return set.firstMissing(from, Math.clamp(span.until(), from, timeline.slots()));
  }

  ProblemIndex index() {
    return index;
  }

  HomeFit home() {
    return home;
  }

  RequestVolume volume() {
    return volume;
  }

  private static AgeRange ages(Group group, Provider provider) {
    AgeRange own = group.ages();
    return own == null ? provider.ages() : own;
  }

  AgeRange ages(int group, Provider provider) {
    return ages(index.groups().get(group), provider);
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
