package org.plek.datasets.tiny;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Continuity;
import org.plek.domain.FamilyLimits;
import org.plek.domain.Interval;
import org.plek.domain.ProviderKind;
import org.plek.domain.Request;
import org.plek.domain.TravelMode;
import org.plek.domain.Urgency;
import org.plek.domain.Wishes;

/** A planned request of a family that drives 30 minutes at most. */
final class RequestSketch {
  private final LocalDate from;
  private final String id;
  private final String family;
  private LocalDateTime askedAt;
  private Urgency urgency = Urgency.PLANNED;
  private String reason = "RELIEF";
  private @Nullable String programme;
  private TravelMode mode = TravelMode.CAR;
  private int travel = 30;
  private @Nullable Integer cents;
  private boolean together;
  private boolean allOrNothing;
  private boolean split;
  private Wishes wishes = Wishes.NONE;
  private Continuity continuity = Continuity.NONE;
  private final List<CareSession> sessions = new ArrayList<>();

  RequestSketch(LocalDate from, String id, String family) {
    this.from = from;
    this.id = id;
    this.family = family;
    askedAt = from.minusDays(30).atTime(9, 0);
  }

  RequestSketch care(String childId, String time) {
    Interval window = Times.interval(from, time);
    int minutes = (int) java.time.Duration.between(window.start(), window.end()).toMinutes();
    return session(childId, minutes, List.of(window));
  }

  RequestSketch flexible(String childId, int minutes, String... windows) {
    return session(
        childId, minutes, Arrays.stream(windows).map(w -> Times.interval(from, w)).toList());
  }

  private RequestSketch session(String childId, int minutes, List<Interval> windows) {
    sessions.add(
        new CareSession(id + "-" + (sessions.size() + 1), childId, minutes, windows, null));
    return this;
  }

  RequestSketch askedAt(String moment) {
    askedAt = LocalDateTime.parse(moment);
    return this;
  }

  RequestSketch urgent() {
    urgency = Urgency.URGENT;
    return this;
  }

  RequestSketch reason(String code) {
    reason = code;
    return this;
  }

  RequestSketch programme(String name) {
    programme = name;
    return this;
  }

  RequestSketch travels(TravelMode by, int maxMinutes) {
    mode = by;
    travel = maxMinutes;
    return this;
  }

  RequestSketch standInFor(String provider) {
    continuity = new Continuity(provider, false);
    return this;
  }

  RequestSketch secondGroup() {
    continuity = new Continuity(null, true);
    return this;
  }

  RequestSketch maxCents(int perHour) {
    cents = perHour;
    return this;
  }

  RequestSketch together() {
    together = true;
    return this;
  }

  RequestSketch allOrNothing() {
    allOrNothing = true;
    return this;
  }

  RequestSketch maySplit() {
    split = true;
    return this;
  }

  RequestSketch wishes(String provider, ProviderKind kind, String language) {
    wishes = new Wishes(Set.of(provider), Set.of(kind), Set.of(language));
    return this;
  }

  Request request() {
    return new Request(
        id,
        family,
        askedAt,
        urgency,
        reason,
        programme,
        null,
        new FamilyLimits(mode, travel, cents, together, allOrNothing, split),
        wishes,
        null,
        sessions,
        List.of(),
        continuity);
  }
}
