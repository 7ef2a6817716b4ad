package org.plek.options;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.plek.domain.AgeRange;
import org.plek.domain.Child;
import org.plek.domain.DayException;
import org.plek.domain.Family;
import org.plek.domain.Group;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Schedule;
import org.plek.scoring.ConstraintName;

/** Says in words what a rule of {@link Fit} has against a leg. */
final class BlockDetail {
  private BlockDetail() {}

  static String of(Fit fit, ConstraintName rule, int session, int group, Span span) {
    ProblemIndex index = fit.index();
    int number = index.providerOf(group);
    Provider provider = index.problem().providers().get(number);
    Request request = fit.request(session);
    Child child = index.children().get(index.childOf(session));
    return switch (rule) {
      case OPEN ->
          "not open at "
              + missing(fit, rule, group, span)
              + reason(index.groups().get(group), provider, span);
      case LICENSED_HOURS -> "the licence does not cover " + missing(fit, rule, group, span);
      case RATIO -> "no caregiver is there at " + missing(fit, rule, group, span);
      case MINIMUM_WAGE ->
          "the carer is paid "
              + fit.home().payShort(number, span.startDay())
              + " cents an hour less than the law asks";
      case AGE_ACCEPTED -> {
        if (child.adult()) {
          yield "dependent adults are not accepted";
        }
        AgeRange ages = fit.ages(group, provider);
        yield (span.ageMonths() < 0
                ? "not yet born on " + span.start().toLocalDate()
                : span.ageMonths() + " months on " + span.start().toLocalDate())
            + ", accepted are "
            + ages.fromMonths()
            + " to under "
            + ages.toMonths()
            + " months";
      }
      case NEEDS_MET -> {
        TreeSet<String> missing = new TreeSet<>(child.needs());
        missing.removeAll(provider.needsServed());
        yield "needs not met: " + String.join(", ", missing);
      }
      case REQUEST_ACCEPTED ->
          fit.home().refusesApart(session, number)
              ? "several children are accepted only when they are asked together"
              : Fit.reasonRefused(provider, request)
                  ? "reason " + request.reason() + " is not accepted"
                  : request.urgency().name().toLowerCase(Locale.ROOT)
                      + " requests are not accepted";
      case NOT_EXCLUDED -> {
        Family family = index.problem().families().get(index.familyOf(index.requestOf(session)));
        yield family.excludedProviders().contains(provider.id())
            ? "the family does not want " + provider.id()
            : provider.id() + " does not accept the family";
      }
      case LEAST_VOLUME ->
          Objects.requireNonNullElseGet(
              fit.volume().minutesShort(session, number),
              () -> String.valueOf(fit.volume().daysShort(session, number, span.startDay())));
      case REGISTRATION ->
          fit.home().unregistered(session, number)
              ? "the programme takes only home carers whom the family registered beforehand"
              : "registration of a new family takes "
                  + fit.registrationDaysShort(session, number, span)
                  + " days more";
      case ESCORT -> "no escort reaches the school";
      case STAND_IN -> "the child does not know " + provider.id();
      case NOTICE ->
          span.noticeMinutes()
              + " minutes ahead, the provider asks for "
              + provider.noticeMinutes();
      case ONE_PLACE_AT_A_TIME -> "the child is in regular care at that time";
      case BLACK_OUT -> "no care is given on " + span.start().toLocalDate();
      case SESSION_FORM ->
          Objects.requireNonNullElse(SessionForms.refusal(provider.form(), span), "no such form");
      default -> rule.meaning();
    };
  }

  private static String reason(Group group, Provider provider, Span span) {
    Schedule hours = group.opening() == null ? provider.opening() : group.opening();
    DayException exception = hours.exception(span.start().toLocalDate());
    return exception == null || exception.reason() == null ? "" : " (" + exception.reason() + ")";
  }

  private static String missing(Fit fit, ConstraintName rule, int group, Span span) {
    LocalDateTime touched =
        fit.index().timeline().time(fit.hours().firstMissing(rule, group, span));
    LocalDateTime from = touched.isBefore(span.start()) ? span.start() : touched;
    return from.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
  }
}
