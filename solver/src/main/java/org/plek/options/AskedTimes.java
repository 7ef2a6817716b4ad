package org.plek.options;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.plek.domain.CareSession;
import org.plek.domain.Escort;
import org.plek.domain.Interval;
import org.plek.domain.Point;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Request;
import org.plek.domain.SchoolWays;
import org.plek.domain.Travel;

/** The local times that a care session asks for, per provider where the parent's hours decide. */
final class AskedTimes {
  private final ProblemIndex index;
  private final Travel travel;

  AskedTimes(ProblemIndex index, Travel travel) {
    this.index = index;
    this.travel = travel;
  }

  /** Whether the only window is exactly as long as the care. */
  static boolean fixed(CareSession session) {
    if (session.parentAway() != null || session.windows().size() != 1) {
      return false;
    }
    Interval window = session.windows().getFirst();
    return ChronoUnit.MINUTES.between(window.start(), window.end()) == session.minutes();
  }

  /** Start of care that begins with a provider; {@code slot} decides for flexible care only. */
  LocalDateTime start(int session, int provider, int slot) {
    CareSession asked = index.sessions().get(session);
    Interval away = asked.parentAway();
    if (away != null) {
      return away.start().minusMinutes(minutesToDestination(session, provider));
    }
    return fixed(asked) ? asked.windows().getFirst().start() : index.timeline().time(slot);
  }

  /** End of care that began at {@code start} and ends with a provider. */
  LocalDateTime end(int session, int provider, LocalDateTime start) {
    CareSession asked = index.sessions().get(session);
    Interval away = asked.parentAway();
    if (away != null) {
      return away.end().plusMinutes(minutesFromDestination(session, provider));
    }
    return fixed(asked) ? asked.windows().getFirst().end() : after(start, asked.minutes());
  }

  /** The local time when so many minutes have really passed. */
  LocalDateTime after(LocalDateTime start, int minutes) {
    return start.atZone(index.problem().zone()).plusMinutes(minutes).toLocalDateTime();
  }

  /** Minutes of the parent from where the child is cared for to the destination. */
  int minutesToDestination(int session, int provider) {
    Request request = request(session);
    Point destination = request.destination();
    return destination == null
        ? 0
        : travel.minutes(carePlace(session, provider), destination, request.limits().mode());
  }

  /** Minutes of the parent from the destination to where the child is cared for. */
  int minutesFromDestination(int session, int provider) {
    Request request = request(session);
    Point destination = request.destination();
    return destination == null
        ? 0
        : travel.minutes(destination, carePlace(session, provider), request.limits().mode());
  }

  /** Minutes of the family from home to a provider; 0 for a home carer. */
  int minutesFromHome(int session, int provider) {
    return atHome(provider)
        ? 0
        : travel.minutes(home(session), location(provider), request(session).limits().mode());
  }

  /** Minutes of the family from a provider to home; 0 for a home carer. */
  int minutesToHome(int session, int provider) {
    return atHome(provider)
        ? 0
        : travel.minutes(location(provider), home(session), request(session).limits().mode());
  }

  /** Whether a school at either end of a session lies beyond the provider's escort. */
  boolean schoolTooFar(int session, int provider) {
    SchoolWays school = index.sessions().get(session).school();
    return beyondEscort(school.fetchedAt(), provider) || beyondEscort(school.broughtTo(), provider);
  }

  private boolean beyondEscort(@Nullable Point school, int provider) {
    if (school == null) {
      return false;
    }
    Escort escort = provider(provider).escort();
    return escort == null
        || travel.minutes(location(provider), school, escort.mode()) > escort.maxMinutes();
  }

  private Point carePlace(int session, int provider) {
    return atHome(provider) ? home(session) : location(provider);
  }

  private boolean atHome(int provider) {
    return provider(provider).kind() == ProviderKind.HOME_CARER;
  }

  private Point location(int provider) {
    return provider(provider).location();
  }

  private Provider provider(int provider) {
    return index.problem().providers().get(provider);
  }

  private Request request(int session) {
    return index.problem().requests().get(index.requestOf(session));
  }

  private Point home(int session) {
    return index.problem().families().get(index.familyOf(index.requestOf(session))).home();
  }
}
