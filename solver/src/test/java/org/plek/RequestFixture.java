package org.plek;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CarePattern;
import org.plek.domain.CareSession;
import org.plek.domain.Continuity;
import org.plek.domain.FamilyLimits;
import org.plek.domain.Interval;
import org.plek.domain.Point;
import org.plek.domain.ProviderKind;
import org.plek.domain.Request;
import org.plek.domain.SchoolWays;
import org.plek.domain.TravelMode;
import org.plek.domain.Urgency;
import org.plek.domain.Wishes;

/** The facts of a request. Care sessions are called {@code request-1}, {@code request-2}... */
public final class RequestFixture {
  private final String id;
  private final String familyId;
  private LocalDateTime askedAt;
  private Urgency urgency = Urgency.PLANNED;
  private String reason = "WORK";
  private @Nullable String programme;
  private @Nullable Point destination;
  private TravelMode mode = TravelMode.CAR;
  private int maxTravelMinutes = 30;
  private @Nullable Integer maxCentsPerHour;
  private boolean siblingsTogether;
  private boolean allOrNothing;
  private boolean split;
  private @Nullable LocalDate reviewDate;
  private Set<String> wishedProviders = Set.of();
  private Set<ProviderKind> wishedKinds = Set.of();
  private Set<String> wishedLanguages = Set.of();
  private Continuity continuity = Continuity.NONE;
  private final List<CareSession> sessions = new ArrayList<>();
  private final List<CarePattern> patterns = new ArrayList<>();

  RequestFixture(String id, String familyId, LocalDateTime askedAt) {
    this.id = id;
    this.familyId = familyId;
    this.askedAt = askedAt;
  }

  /** A fixed care session, {@code "2026-03-02 08:00-12:30"}. */
  public RequestFixture care(String childId, String time) {
    Interval interval = Hours.interval(time);
    int minutes = (int) ChronoUnit.MINUTES.between(interval.start(), interval.end());
    return session(childId, minutes, List.of(interval), null);
  }

  /** The care plan is agreed until this date. */
  public RequestFixture reviewed(String date) {
    reviewDate = LocalDate.parse(date);
    return this;
  }

  /** A flexible care session of some minutes within one of the windows. */
  public RequestFixture flexible(String childId, int minutes, String... windows) {
    return session(childId, minutes, List.of(windows).stream().map(Hours::interval).toList(), null);
  }

  /** A care session that follows from the time the parent must be at the destination. */
  public RequestFixture whileAway(String childId, String away) {
    return session(childId, 0, List.of(), Hours.interval(away));
  }

  private RequestFixture session(
      String childId, int minutes, List<Interval> windows, @Nullable Interval away) {
    String name = id + "-" + (sessions.size() + 1);
    sessions.add(new CareSession(name, childId, minutes, windows, away));
    return this;
  }

  /** A fixed care session that starts or ends at school. */
  public RequestFixture school(String childId, String time, SchoolWays school) {
    CareSession fixed = care(childId, time).sessions.removeLast();
    sessions.add(
        new CareSession(fixed.id(), childId, fixed.minutes(), fixed.windows(), null, school));
    return this;
  }

  /** For a stand-in of somebody whom the child knows. */
  public RequestFixture standInFor(String providerId) {
    continuity = new Continuity(providerId, continuity.secondGroup());
    return this;
  }

  /** Consents to a second group. */
  public RequestFixture secondGroup() {
    continuity = new Continuity(continuity.standInFor(), true);
    return this;
  }

  /** A rota. */
  public RequestFixture pattern(CarePattern pattern) {
    patterns.add(pattern);
    return this;
  }

  /** Where the parent must be, in kilometres east and north of the square. */
  public RequestFixture destination(double kilometresEast, double kilometresNorth) {
    destination = Fixture.point(kilometresEast, kilometresNorth);
    return this;
  }

  /** When it was asked. */
  public RequestFixture askedAt(String moment) {
    askedAt = LocalDateTime.parse(moment);
    return this;
  }

  /** How soon care must start; planned otherwise. */
  public RequestFixture urgency(Urgency soon) {
    urgency = soon;
    return this;
  }

  /** Reason code; WORK otherwise. */
  public RequestFixture reason(String code) {
    reason = code;
    return this;
  }

  /** Programme that sends the family. */
  public RequestFixture programme(String name) {
    programme = name;
    return this;
  }

  /** How the family travels and for how long at most. */
  public RequestFixture travels(TravelMode by, int maxMinutes) {
    mode = by;
    maxTravelMinutes = maxMinutes;
    return this;
  }

  /** Highest price per child and hour. */
  public RequestFixture maxCentsPerHour(int cents) {
    maxCentsPerHour = cents;
    return this;
  }

  /** Siblings together or not at all. */
  public RequestFixture siblingsTogether() {
    siblingsTogether = true;
    return this;
  }

  /** Every care session or none. */
  public RequestFixture allOrNothing() {
    allOrNothing = true;
    return this;
  }

  /** Care may be split over two providers. */
  public RequestFixture maySplit() {
    split = true;
    return this;
  }

  /** Wished providers. */
  public RequestFixture wishes(String... providerIds) {
    wishedProviders = Set.of(providerIds);
    return this;
  }

  /** Wished kinds. */
  public RequestFixture wishes(ProviderKind... kinds) {
    wishedKinds = Set.of(kinds);
    return this;
  }

  /** Wished languages. */
  public RequestFixture wishesLanguage(String... codes) {
    wishedLanguages = Set.of(codes);
    return this;
  }

  Request request() {
    FamilyLimits limits =
        new FamilyLimits(
            mode, maxTravelMinutes, maxCentsPerHour, siblingsTogether, allOrNothing, split);
    return new Request(
        id,
        familyId,
        askedAt,
        urgency,
        reason,
        programme,
        destination,
        limits,
        new Wishes(wishedProviders, wishedKinds, wishedLanguages),
        reviewDate,
        sessions,
        patterns,
        continuity);
  }
}
