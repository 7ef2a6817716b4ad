package org.plek.datasets.tiny;

import static org.plek.datasets.tiny.TinyCase.TinyPlan.illegal;
import static org.plek.datasets.tiny.TinyCase.TinyPlan.legal;

import java.util.List;
import java.util.Set;

/** What home carers and escorting childminders may never break. */
final class HardCarerCases {
  private static final String LEA = "lea 2024-03-15";
  private static final String TOM = "tom 2024-05-20";

  private HardCarerCases() {}

  static List<TinyCase> all() {
    return List.of(
        household(), carerTravel(), carerLimits(), carerFamilyDays(), minimumWage(), escort());
  }

  private static TinyCase household() {
    Sketch s =
        new Sketch("HOUSEHOLD")
            .law("NL")
            .homeCarer("kim", p -> p)
            .homeCarer("sam", p -> p)
            .family("peeters", LEA)
            .family("janssens", TOM)
            .request("r1", "peeters", r -> r.care("lea", "Mon 09:00-12:00"))
            .request("r2", "janssens", r -> r.care("tom", "Mon 11:10-13:00"));
    return new TinyCase(
        "HOUSEHOLD",
        "One household at a time. Presence counts outward, so tom is there from the slot of 11:00;"
            + " exact minutes would be 50.",
        s.problem(),
        List.of(
            legal(
                0,
                "one carer each",
                s.put("r1-1", "kim", "Mon 09:00-12:00"),
                s.put("r2-1", "sam", "Mon 11:10-13:00")),
            illegal(
                4,
                "both present in the slots 11:00-12:00",
                s.put("r1-1", "kim", "Mon 09:00-12:00"),
                s.put("r2-1", "kim", "Mon 11:10-13:00"))));
  }

  private static TinyCase carerTravel() {
    Sketch s =
        new Sketch("CARER_TRAVEL")
            .law("NL")
            .homeCarer("kim", p -> p)
            .family("peeters", LEA)
            .family("janssens", Sketch.at(0, 5), Set.of(), Set.of(), TOM)
            .request("r1", "peeters", r -> r.care("lea", "Mon 09:00-11:00"))
            .request("r2", "janssens", r -> r.flexible("tom", 90, "Mon 11:00-13:30"));
    return new TinyCase(
        "CARER_TRAVEL",
        "5 km x 1.3 at 35 km/h is 11.1 minutes, so 12. A gap of one slot (15 minutes) suffices."
            + " From the carer's own home (0 km) the way would be 0.",
        s.problem(),
        List.of(
            legal(
                0,
                "from 11:15 the gap is 15 minutes",
                s.put("r1-1", "kim", "Mon 09:00-11:00"),
                s.put("r2-1", "kim", "Mon 11:15-12:45")),
            illegal(
                12,
                "no gap, 12 minutes of way",
                s.put("r1-1", "kim", "Mon 09:00-11:00"),
                s.put("r2-1", "kim", "Mon 11:00-12:30"))));
  }

  private static TinyCase carerLimits() {
    Sketch s =
        new Sketch("CARER_LIMITS")
            .law("NL")
            .homeCarer("kim", p -> p.homeCare(240, 420, 2))
            .family("peeters", LEA, TOM)
            .request(
                "r1",
                "peeters",
                r ->
                    r.care("lea", "Mon 09:00-14:00")
                        .care("tom", "Mon 09:00-14:00")
                        .care("lea", "Tue 09:00-12:00")
                        .care("lea", "Wed 09:00-10:00"));
    return new TinyCase(
        "CARER_LIMITS",
        "Minutes with any child count once, two children or not: per child, Monday alone would be"
            + " 360 over.",
        s.problem(),
        List.of(
            legal(
                0,
                "3 h and 1 h on 2 days",
                s.put("r1-3", "kim", "Tue 09:00-12:00"),
                s.put("r1-4", "kim", "Wed 09:00-10:00")),
            illegal(
                181,
                "Monday 300 of 240: 60; the week 300 + 180 + 60 = 540 of 420: 120; 3 days of 2: 1",
                s.put("r1-1", "kim", "Mon 09:00-14:00"),
                s.put("r1-2", "kim", "Mon 09:00-14:00"),
                s.put("r1-3", "kim", "Tue 09:00-12:00"),
                s.put("r1-4", "kim", "Wed 09:00-10:00"))));
  }

  private static TinyCase carerFamilyDays() {
    Sketch s =
        new Sketch("CARER_FAMILY_DAYS")
            .law("NL")
            .horizon("2026-03-04", 5)
            .homeCarer("kim", p -> p)
            .homeCarer("sam", p -> p)
            .family("peeters", LEA)
            .past("lea", "kim", "2026-03-02")
            .past("lea", "kim", "2026-03-03")
            .request(
                "r1",
                "peeters",
                r ->
                    r.care("lea", "Wed 09:00-11:00")
                        .care("lea", "Wed 14:00-16:00")
                        .care("lea", "Thu 09:00-12:00")
                        .care("lea", "Fri 09:00-12:00"));
    return new TinyCase(
        "CARER_FAMILY_DAYS",
        "Dutch law: three days a week per carer and family. The week counts from Monday, before the"
            + " horizon of Wednesday too; two legs on one date are one day. Without history the"
            + " amount would be 0, by legs 3.",
        s.problem(),
        List.of(
            legal(
                0,
                "Monday, Tuesday and Wednesday with kim, then sam",
                s.put("r1-1", "kim", "Wed 09:00-11:00"),
                s.put("r1-2", "kim", "Wed 14:00-16:00"),
                s.put("r1-3", "sam", "Thu 09:00-12:00"),
                s.put("r1-4", "sam", "Fri 09:00-12:00")),
            illegal(
                2,
                "Monday to Friday are 5 dates, 3 allowed",
                s.put("r1-1", "kim", "Wed 09:00-11:00"),
                s.put("r1-2", "kim", "Wed 14:00-16:00"),
                s.put("r1-3", "kim", "Thu 09:00-12:00"),
                s.put("r1-4", "kim", "Fri 09:00-12:00"))));
  }

  private static TinyCase minimumWage() {
    Sketch s =
        new Sketch("MINIMUM_WAGE")
            .law("NL")
            .homeCarer("kim", p -> p.tariff(0, 1177, 15, 0).employed(20))
            .homeCarer("sam", p -> p.tariff(735, 735, 15, 0).employed(30))
            .family("peeters", LEA, TOM)
            .request(
                "r1",
                "peeters",
                r -> r.care("lea", "Mon 09:00-12:00").care("tom", "Tue 09:00-12:00"));
    return new TinyCase(
        "MINIMUM_WAGE",
        "Dutch law of 2026: 1,471 cents an hour from 21 years, 1,177 at 20, whatever the number of"
            + " children. Counted for two children sam would have 735 + 2 x 735 = 2,205; at kim's"
            + " age 1,470 would do; a whole stay of three hours would be 3 cents short.",
        s.problem(),
        List.of(
            legal(
                0,
                "with kim, who is 20",
                s.put("r1-1", "kim", "Mon 09:00-12:00"),
                s.put("r1-2", "kim", "Tue 09:00-12:00")),
            illegal(
                1,
                "735 + 735 = 1,470 an hour, 1,471 asked",
                s.put("r1-1", "sam", "Mon 09:00-12:00"),
                s.put("r1-2", "kim", "Tue 09:00-12:00"))));
  }

  private static TinyCase escort() {
    Sketch s =
        new Sketch("ESCORT")
            .childminder(
                "ann",
                p ->
                    p.at(3, 0)
                        .places(8, 8)
                        .escort(20)
                        .regularBorn("2024-09-01", "Mon 08:15-12:00", null)
                        .regularBorn("2024-09-01", "Mon 07:00-09:00", null)
                        .regularBorn("2024-09-01", "Mon 08:00-12:00", null))
            .daycare("sun", p -> p)
            .family("peeters", LEA)
            .family("janssens", TOM)
            .request("r1", "peeters", r -> r.maySplit().care("lea", "Mon 07:00-12:00"))
            .request("r2", "janssens", r -> r.care("tom", "Mon 08:50-12:00"));
    return new TinyCase(
        "ESCORT",
        "ann brings lea to sun: 3 km x 1.3 at 14 km/h is 16.7 minutes, so 17. For a handover at"
            + " 08:30 she is away in [08:13, 08:47], so in the slots 08:00-09:00. On the grid,"
            + " 08:00 and 09:00 are her own ends and do not count. By exact minutes only 08:15"
            + " would.",
        s.problem(),
        List.of(
            legal(
                0,
                "nobody is brought",
                s.put("r1-1", "sun", "Mon 07:00-12:00"),
                s.put("r2-1", "ann", "Mon 08:50-12:00")),
            illegal(
                2,
                "the regular child of 08:15 arrives at a shut door, and tom at 08:50",
                s.put(
                    "r1-1",
                    s.leg("ann", "Mon 07:00-08:30", 17),
                    s.leg("sun", "Mon 08:30-12:00", 0)),
                s.put("r2-1", "ann", "Mon 08:50-12:00"))));
  }
}
