package org.plek.datasets.tiny;

import static org.plek.datasets.tiny.TinyCase.TinyPlan.illegal;
import static org.plek.datasets.tiny.TinyCase.TinyPlan.legal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plek.domain.BlackOut;
import org.plek.domain.Dates;
import org.plek.domain.Entitlement;

/** Limits on use, and dates without care. */
final class UseCases {
  private UseCases() {}

  static List<TinyCase> all() {
    return List.of(blackOut(), entitlement());
  }

  private static TinyCase blackOut() {
    BlackOut home =
        new BlackOut(
            "home",
            new Dates(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 4)),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of("lea"));
    Sketch s =
        new Sketch("BLACK_OUT")
            .policy(CasePolicies.use(List.of(), List.of(home)))
            .daycare("sun", p -> p)
            .family("peeters", "lea 2024-03-02", "tom 2023-03-02")
            .request(
                "r1",
                "peeters",
                r ->
                    r.care("lea", "Mon 09:00-12:00")
                        .care("tom", "Mon 09:00-12:00")
                        .care("lea", "Tue 09:00-12:00")
                        .care("lea", "Wed 09:00-12:00"));
    return new TinyCase(
        "BLACK_OUT",
        "lea stays home on Monday and Tuesday; tom, her brother, does not, and on Wednesday she"
            + " comes again.",
        s.problem(),
        List.of(
            legal(
                0,
                "tom on Monday, lea on Wednesday",
                s.put("r1-2", "sun", "Mon 09:00-12:00"),
                s.put("r1-4", "sun", "Wed 09:00-12:00")),
            illegal(
                2,
                "lea on Monday and on Tuesday: 2 stays",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-2", "sun", "Mon 09:00-12:00"),
                s.put("r1-3", "sun", "Tue 09:00-12:00"))));
  }

  private static TinyCase entitlement() {
    Entitlement halfDays =
        new Entitlement(
            "three half days a week",
            Entitlement.Holder.CHILD,
            Entitlement.Measure.HALF_DAYS,
            Entitlement.Period.WEEK,
            0,
            0,
            3,
            Map.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Entitlement.HALF_DAY_MINUTES,
            Dates.ALWAYS);
    Sketch s =
        new Sketch("ENTITLEMENT")
            .horizon("2026-03-03", 7)
            .policy(CasePolicies.use(List.of(halfDays), List.of()))
            .daycare("sun", p -> p)
            .family("peeters", "lea 2024-03-02", "tom 2023-03-02")
            .past("lea", "sun", "2026-03-02")
            .request(
                "r1",
                "peeters",
                r ->
                    r.care("lea", "Tue 09:00-14:00")
                        .care("lea", "Wed 09:00-12:00")
                        .care("tom", "Wed 09:00-12:00")
                        .care("lea", "Mon 09:00-12:00"));
    return new TinyCase(
        "ENTITLEMENT",
        "A halte-garderie gives each child three half days a week, the past ones included: lea had"
            + " one on Monday 2 March. Five hours are two half days.",
        s.problem(),
        List.of(
            legal(
                0,
                "lea 1 + 2 = 3 of 3, tom 1 of 3; Monday 9 March is another week",
                s.put("r1-1", "sun", "Tue 09:00-14:00"),
                s.put("r1-3", "sun", "Wed 09:00-12:00"),
                s.put("r1-4", "sun", "Mon 09:00-12:00")),
            illegal(
                1,
                "lea 1 + 2 + 1 = 4 of 3",
                s.put("r1-1", "sun", "Tue 09:00-14:00"),
                s.put("r1-2", "sun", "Wed 09:00-12:00"),
                s.put("r1-3", "sun", "Wed 09:00-12:00"))));
  }
}
