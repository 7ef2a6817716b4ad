package org.plek.options;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.plek.domain.SessionForm;
import org.plek.domain.TimeRange;
import org.plek.domain.Timeline;

/** Whether a stay has a form that a provider sells. */
final class SessionForms {
  private SessionForms() {}

  static boolean any(SessionForm form) {
    return form.minMinutes() <= 0 && form.maxMinutes() <= 0 && form.blocks().isEmpty();
  }

  /** What is wrong with the stay, or null. */
  static @Nullable String refusal(SessionForm form, Span span) {
    if (span.minutes() < form.minMinutes()) {
      return span.minutes() + " minutes is less than the least, " + form.minMinutes();
    }
    if (form.maxMinutes() > 0 && span.minutes() > form.maxMinutes()) {
      return span.minutes() + " minutes is more than the most, " + form.maxMinutes();
    }
    if (!form.blocks().isEmpty() && !insideOneRun(form, span)) {
      return "no run of touching blocks holds " + span.start() + " to " + span.end();
    }
    return null;
  }

  private static boolean insideOneRun(SessionForm form, Span span) {
    LocalDateTime reached = span.start();
    boolean further = true;
    while (further && reached.isBefore(span.end())) {
      further = false;
      for (int back = 0; back <= 1; back++) {
        LocalDate date = reached.toLocalDate().minusDays(back);
        for (TimeRange block : form.blocks()) {
          LocalDateTime end = Timeline.end(date, block);
          if (!Timeline.start(date, block).isAfter(reached) && end.isAfter(reached)) {
            reached = end;
            further = true;
          }
        }
      }
    }
    return !reached.isBefore(span.end());
  }
}
