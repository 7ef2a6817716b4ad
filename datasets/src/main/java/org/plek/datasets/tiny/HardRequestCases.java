package org.plek.datasets.tiny;

import static org.plek.datasets.tiny.TinyCase.TinyPlan.illegal;
import static org.plek.datasets.tiny.TinyCase.TinyPlan.legal;

import java.util.List;
import org.plek.domain.BoughtPlaces;
import org.plek.domain.PlacementState;
import org.plek.domain.Quota;
import org.plek.domain.Reserve;
import org.plek.domain.TravelMode;

/** What requests, reserves and agreements may never break. */
final class HardRequestCases {
  private static final String LEA = "lea 2024-03-15";
  private static final String TOM = "tom 2024-05-20";
  private static final String MIA = "mia 2024-07-01";

  private HardRequestCases() {}

  static List<TinyCase> all() {
    return List.of(
        leastVolume(),
        registration(),
        notice(),
        onePlaceAtATime(),
        keptFree(),
        boughtPlaces(),
        occasionalQuota(),
        sessionTime(),
        familyTravel(),
        familyPrice(),
        siblingsTogether(),
        allOrNothing(),
        agreedKept());
  }

  private static TinyCase leastVolume() {
    Sketch s =
        new Sketch("LEAST_VOLUME")
            .horizon("2026-03-02", 14)
            .childminder("ann", p -> p.places(8, 8).least(2400, 3))
            .daycare("sun", p -> p)
            .family("peeters", LEA)
            .request(
                "r1",
                "peeters",
                r ->
                    r.care("lea", "Mon 08:00-12:00")
                        .care("lea", "Tue 08:00-12:00")
                        .care("lea", "Mon+1 08:00-14:00"));
    return new TinyCase(
        "LEAST_VOLUME",
        "2,400 minutes a month are 2,400 x 14 / 30 = 1,120 in this horizon; the whole month would be"
            + " 1,560 short.",
        s.problem(),
        List.of(
            legal(
                0,
                "all with sun, which has no minimum",
                s.put("r1-1", "sun", "Mon 08:00-12:00"),
                s.put("r1-2", "sun", "Tue 08:00-12:00"),
                s.put("r1-3", "sun", "Mon+1 08:00-14:00")),
            illegal(
                283,
                "240 + 240 + 360 = 840 of 1,120 minutes: 280; days 2 of 3 and 1 of 3: 1 + 2",
                s.put("r1-1", "ann", "Mon 08:00-12:00"),
                s.put("r1-2", "ann", "Tue 08:00-12:00"),
                s.put("r1-3", "ann", "Mon+1 08:00-14:00"))));
  }

  private static TinyCase registration() {
    Sketch s =
        new Sketch("REGISTRATION")
            .daycare("sun", p -> p.registrationDays(10))
            .daycare("moon", p -> p)
            .family("peeters", LEA)
            .request(
                "r1",
                "peeters",
                r ->
                    r.askedAt("2026-02-25T09:00")
                        .care("lea", "Mon 09:00-12:00")
                        .care("lea", "Wed 09:00-12:00"));
    return new TinyCase(
        "REGISTRATION",
        "Asked on 25 February, ten days later is 7 March. Each leg counts by its own date; from the"
            + " moment of the problem (1 March) it would be 9 + 7.",
        s.problem(),
        List.of(
            legal(
                0,
                "moon needs no registration",
                s.put("r1-1", "moon", "Mon 09:00-12:00"),
                s.put("r1-2", "moon", "Wed 09:00-12:00")),
            illegal(
                8,
                "2 March is 5 days early, 4 March is 3",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-2", "sun", "Wed 09:00-12:00"))));
  }

  private static TinyCase notice() {
    Sketch s =
        new Sketch("NOTICE")
            .daycare("sun", p -> p.noticeMinutes(1440))
            .daycare("moon", p -> p)
            .family("peeters", LEA)
            .request(
                "r1",
                "peeters",
                r -> r.care("lea", "Mon 08:00-11:00").care("lea", "Tue 08:00-11:00"));
    return new TinyCase(
        "NOTICE",
        "Seen at noon on Sunday, Monday 08:00 is 20 hours away and sun wants 24; in hours it would"
            + " be 4, in days 1.",
        s.problem(),
        List.of(
            legal(
                0,
                "moon on Monday, sun on Tuesday",
                s.put("r1-1", "moon", "Mon 08:00-11:00"),
                s.put("r1-2", "sun", "Tue 08:00-11:00")),
            illegal(
                240,
                "1,440 - 1,200 minutes on Monday, none on Tuesday",
                s.put("r1-1", "sun", "Mon 08:00-11:00"),
                s.put("r1-2", "sun", "Tue 08:00-11:00"))));
  }

  private static TinyCase onePlaceAtATime() {
    Sketch s =
        new Sketch("ONE_PLACE_AT_A_TIME")
            .daycare("sun", p -> p)
            .daycare("moon", p -> p)
            .daycare("star", p -> p.regularBorn("2024-03-15", "Mon 12:30-15:00", "lea"))
            .family("peeters", LEA)
            .request("r1", "peeters", r -> r.care("lea", "Mon 09:00-12:00"))
            .request("r2", "peeters", r -> r.care("lea", "Mon 11:20-13:00"));
    return new TinyCase(
        "ONE_PLACE_AT_A_TIME",
        "Two requests for the same hours, and lea's own contract at star. Without the contract it"
            + " would be 3, in exact minutes 40 + 30.",
        s.problem(),
        List.of(
            legal(0, "only the first", s.put("r1-1", "sun", "Mon 09:00-12:00")),
            illegal(
                5,
                "11:15-12:00 at sun and moon: 3 slots; 12:30-13:00 at moon and star: 2 slots",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r2-1", "moon", "Mon 11:20-13:00"))));
  }

  private static TinyCase keptFree() {
    Sketch s =
        new Sketch("KEPT_FREE")
            .policy(
                CasePolicies.reserved(
                    List.of(new Reserve("sun-1", 2, 0, 24)), List.of(), List.of()))
            .daycare("sun", p -> p.places(12, 4).regular(2, "Mon 08:00-12:00"))
            .family("peeters", LEA)
            .family("janssens", TOM)
            .request("r1", "peeters", r -> r.care("lea", "Mon 09:00-11:00"))
            .request("r2", "janssens", r -> r.urgent().care("tom", "Mon 10:00-11:00"));
    return new TinyCase(
        "KEPT_FREE",
        "Two of four places are kept free and never released. An urgent child fills one of them; if"
            + " it did not, the amount would be 12.",
        s.problem(),
        List.of(
            legal(
                0,
                "2 regular + tom + 1 empty kept place = 4",
                s.put("r2-1", "sun", "Mon 10:00-11:00")),
            illegal(
                8,
                "09:00-10:00 3 children + 2 empty = 5 of 4; 10:00-11:00 4 children + 1 empty = 5 of 4:"
                    + " 1 over in 8 slots",
                s.put("r1-1", "sun", "Mon 09:00-11:00"),
                s.put("r2-1", "sun", "Mon 10:00-11:00"))));
  }

  private static TinyCase boughtPlaces() {
    Sketch s =
        new Sketch("BOUGHT_PLACES")
            .policy(
                CasePolicies.reserved(
                    List.of(), List.of(new BoughtPlaces("sun-1", "HOSPITAL", 2)), List.of()))
            .daycare("sun", p -> p.places(12, 5).regular(3, "Mon 08:00-12:00"))
            .family("peeters", LEA)
            .family("janssens", TOM)
            .request("r1", "peeters", r -> r.care("lea", "Mon 09:00-10:30"))
            .request("r2", "janssens", r -> r.programme("HOSPITAL").care("tom", "Mon 10:00-11:00"));
    return new TinyCase(
        "BOUGHT_PLACES",
        "The hospital owns two of five places, also when they stay empty. tom of the hospital fills"
            + " one of them.",
        s.problem(),
        List.of(
            legal(0, "3 regular + tom + 1 empty = 5", s.put("r2-1", "sun", "Mon 10:00-11:00")),
            illegal(
                6,
                "09:00-10:00 4 children + 2 empty = 6 of 5; 10:00-10:30 5 + 1 = 6 of 5: 1 over in 6"
                    + " slots",
                s.put("r1-1", "sun", "Mon 09:00-10:30"),
                s.put("r2-1", "sun", "Mon 10:00-11:00"))));
  }

  private static TinyCase occasionalQuota() {
    Sketch s =
        new Sketch("OCCASIONAL_QUOTA")
            .policy(
                CasePolicies.reserved(
                    List.of(), List.of(), List.of(new Quota("sun-1", 2, 1, null))))
            .daycare("sun", p -> p)
            .family("peeters", LEA)
            .family("janssens", TOM)
            .family("maes", MIA)
            .past("lea", "sun", "2026-02-20")
            .request("r1", "peeters", r -> r.care("lea", "Mon 09:00-12:00"))
            .request("r2", "janssens", r -> r.care("tom", "Mon 09:00-11:00"))
            .request("r3", "maes", r -> r.care("mia", "Mon 10:00-12:00"));
    return new TinyCase(
        "OCCASIONAL_QUOTA",
        "At most two occasional children, of whom one first-timer; both excesses are added. lea has"
            + " been here before.",
        s.problem(),
        List.of(
            legal(
                0,
                "lea and tom: 2 occasional, 1 first-timer",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r2-1", "sun", "Mon 09:00-11:00")),
            illegal(
                8,
                "10:00-11:00 3 occasional and 2 first-timers: 1 + 1 over in 4 slots",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r2-1", "sun", "Mon 09:00-11:00"),
                s.put("r3-1", "sun", "Mon 10:00-12:00"))));
  }

  private static TinyCase sessionTime() {
    Sketch s =
        new Sketch("SESSION_TIME")
            .daycare("sun", p -> p)
            .family("peeters", LEA)
            .request(
                "r1",
                "peeters",
                r ->
                    r.flexible("lea", 240, "Mon 08:00-13:00")
                        .care("lea", "Tue 09:00-12:00")
                        .flexible("lea", 120, "Wed 08:00-10:00", "Thu 08:00-12:00"));
    return new TinyCase(
        "SESSION_TIME",
        "A flexible stay starts on the 15-minute grid inside one window; a fixed one is exactly the"
            + " time asked.",
        s.problem(),
        List.of(
            legal(
                0,
                "on the grid, the time asked, inside the second window",
                s.put("r1-1", "sun", "Mon 08:45-12:45"),
                s.put("r1-2", "sun", "Tue 09:00-12:00"),
                s.put("r1-3", "sun", "Thu 10:00-12:00")),
            illegal(
                3,
                "08:10 is off the grid; 09:15 is not the time asked; Thursday 10:15 ends after the"
                    + " window",
                s.put("r1-1", "sun", "Mon 08:10-12:10"),
                s.put("r1-2", "sun", "Tue 09:15-12:15"),
                s.put("r1-3", "sun", "Thu 10:15-12:15"))));
  }

  private static TinyCase familyTravel() {
    Sketch s =
        new Sketch("FAMILY_TRAVEL")
            .daycare("sun", p -> p.at(0, 4))
            .daycare("moon", p -> p.at(0, 1.5))
            .family("peeters", LEA)
            .request(
                "r1",
                "peeters",
                r ->
                    r.travels(TravelMode.BICYCLE, 10)
                        .care("lea", "Mon 09:00-12:00")
                        .care("lea", "Tue 09:00-12:00"));
    return new TinyCase(
        "FAMILY_TRAVEL",
        "4 km x 1.3 at 14 km/h is 22.3 minutes, so 23, one direction. There and back would be 36"
            + " over a day, without the detour 8.",
        s.problem(),
        List.of(
            legal(
                0,
                "1.5 km are 8.4 minutes, so 9",
                s.put("r1-1", "moon", "Mon 09:00-12:00"),
                s.put("r1-2", "moon", "Tue 09:00-12:00")),
            illegal(
                26,
                "13 minutes over on each of two days",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-2", "sun", "Tue 09:00-12:00"))));
  }

  private static TinyCase familyPrice() {
    Sketch s =
        new Sketch("FAMILY_PRICE")
            .daycare("sun", p -> p.tariff(640, 0, 60, 0))
            .daycare("moon", p -> p.tariff(600, 0, 1, 0))
            .family("peeters", LEA)
            .request("r1", "peeters", r -> r.maxCents(600).care("lea", "Mon 09:00-10:40"));
    return new TinyCase(
        "FAMILY_PRICE",
        "Price for an hour of presence: whole hours are billed. By the tariff alone it would be 40.",
        s.problem(),
        List.of(
            legal(
                0,
                "600 cents an hour, billed by the minute",
                s.put("r1-1", "moon", "Mon 09:00-10:40")),
            illegal(
                168,
                "100 minutes billed as 120: 1,280 cents, 768 an hour of presence, 600 accepted",
                s.put("r1-1", "sun", "Mon 09:00-10:40"))));
  }

  private static TinyCase siblingsTogether() {
    Sketch s =
        new Sketch("SIBLINGS_TOGETHER")
            .daycare("sun", p -> p)
            .daycare("moon", p -> p)
            .family("peeters", LEA, "tom 2022-05-20")
            .request(
                "r1",
                "peeters",
                r ->
                    r.together()
                        .care("lea", "Mon 09:00-12:00")
                        .care("tom", "Mon 10:00-13:00")
                        .care("lea", "Tue 09:00-12:00")
                        .care("tom", "Tue 09:00-12:00")
                        .care("lea", "Wed 09:00-12:00")
                        .care("tom", "Wed 12:00-15:00"));
    return new TinyCase(
        "SIBLINGS_TOGETHER",
        "Only care that overlaps binds: on Wednesday one leaves as the other comes.",
        s.problem(),
        List.of(
            legal(
                0,
                "Monday together, Tuesday neither, Wednesday apart but not at the same time",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-2", "sun", "Mon 10:00-13:00"),
                s.put("r1-5", "sun", "Wed 09:00-12:00"),
                s.put("r1-6", "moon", "Wed 12:00-15:00")),
            illegal(
                2,
                "Monday at two providers: 1; Tuesday only lea: 1; Wednesday 0",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-2", "moon", "Mon 10:00-13:00"),
                s.put("r1-3", "sun", "Tue 09:00-12:00"),
                s.put("r1-5", "sun", "Wed 09:00-12:00"),
                s.put("r1-6", "moon", "Wed 12:00-15:00"))));
  }

  private static TinyCase allOrNothing() {
    Sketch s =
        new Sketch("ALL_OR_NOTHING")
            .daycare("sun", p -> p)
            .family("peeters", LEA)
            .family("janssens", TOM)
            .request(
                "r1",
                "peeters",
                r ->
                    r.allOrNothing()
                        .care("lea", "Mon 09:00-12:00")
                        .care("lea", "Tue 09:00-12:00")
                        .care("lea", "Wed 09:00-12:00")
                        .care("lea", "Thu 09:00-12:00"))
            .request("r2", "janssens", r -> r.allOrNothing().care("tom", "Mon 09:00-12:00"));
    return new TinyCase(
        "ALL_OR_NOTHING",
        "Each missing care session counts, once any of the request is placed; one per request would"
            + " be 1. Nothing at all is legal.",
        s.problem(),
        List.of(
            legal(0, "tom whole, lea not at all", s.put("r2-1", "sun", "Mon 09:00-12:00")),
            illegal(3, "lea on 1 of 4 days", s.put("r1-2", "sun", "Tue 09:00-12:00"))));
  }

  private static TinyCase agreedKept() {
    Sketch s =
        new Sketch("AGREED_KEPT")
            .daycare("sun", p -> p)
            .daycare("moon", p -> p)
            .family("peeters", LEA)
            .request(
                "r1",
                "peeters",
                r ->
                    r.care("lea", "Mon 09:00-12:00")
                        .care("lea", "Tue 09:00-12:00")
                        .care("lea", "Wed 09:00-12:00")
                        .care("lea", "Thu 09:00-12:00")
                        .care("lea", "Fri 09:00-12:00"))
            .before(PlacementState.CONFIRMED, null, "r1-1", "sun", "Mon 09:00-12:00")
            .before(PlacementState.HELD, "2026-03-01T11:59", "r1-2", "sun", "Tue 09:00-12:00")
            .before(PlacementState.OFFERED, null, "r1-3", "sun", "Wed 09:00-12:00")
            .before(PlacementState.HELD, "2026-03-01T12:01", "r1-4", "sun", "Thu 09:00-12:00")
            .before(PlacementState.PROPOSED, null, "r1-5", "sun", "Fri 09:00-12:00");
    return new TinyCase(
        "AGREED_KEPT",
        "Seen at 12:00: the hold of Tuesday has expired, that of Thursday has not; proposals move"
            + " freely. If holds never expired the amount would be 4.",
        s.problem(),
        List.of(
            legal(
                0,
                "Monday, Wednesday and Thursday as agreed",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-3", "sun", "Wed 09:00-12:00"),
                s.put("r1-4", "sun", "Thu 09:00-12:00"),
                s.put("r1-5", "moon", "Fri 09:00-12:00")),
            illegal(
                3,
                "Monday missing, Wednesday and Thursday elsewhere; Tuesday and Friday may move",
                s.put("r1-2", "moon", "Tue 09:00-12:00"),
                s.put("r1-3", "moon", "Wed 09:00-12:00"),
                s.put("r1-4", "moon", "Thu 09:00-12:00"),
                s.put("r1-5", "moon", "Fri 09:00-12:00"))));
  }
}
