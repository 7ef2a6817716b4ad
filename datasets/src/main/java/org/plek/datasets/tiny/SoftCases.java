package org.plek.datasets.tiny;

import static org.plek.datasets.tiny.TinyCase.TinyPlan.legal;
import static org.plek.datasets.tiny.TinyCase.TinyPlan.other;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plek.domain.Copies;
import org.plek.domain.Dates;
import org.plek.domain.PlacementState;
import org.plek.domain.Policy;
import org.plek.domain.PriorityTier;
import org.plek.domain.ProviderKind;
import org.plek.domain.Quota;
import org.plek.domain.Share;
import org.plek.domain.TravelMode;
import org.plek.domain.Urgency;

/** What is wanted: two legal plans each, told apart by the amount. */
final class SoftCases {
  private static final String LEA = "lea 2024-03-15";
  private static final String TOM = "tom 2022-05-20";
  private static final String MIA = "mia 2021-07-01";

  private SoftCases() {}

  static List<TinyCase> all() {
    return List.of(
        unserved(),
        providersPerChild(),
        unknownFaces(),
        siblingsApart(),
        handovers(),
        travel(),
        price(),
        wishes(),
        evenSpread(),
        calledIn(),
        carersUsed(),
        regularFloor(),
        share(),
        waiting(),
        settlingIn(),
        publishedChanges());
  }

  private static TinyCase unserved() {
    Sketch s =
        new Sketch("UNSERVED")
            .policy(
                CasePolicies.tiers(
                    List.of(
                        new PriorityTier("training", 5, Set.of("TRAINING"), Set.of(), Set.of(), 1)),
                    Map.of(Urgency.URGENT, 3)))
            .daycare("sun", p -> p.places(1, 1))
            .family("peeters", LEA)
            .family("janssens", TOM)
            .request(
                "r1", "peeters", r -> r.urgent().reason("TRAINING").care("lea", "Mon 09:00-11:30"))
            .request("r2", "janssens", r -> r.care("tom", "Mon 09:00-13:00"));
    return new TinyCase(
        "UNSERVED",
        "One place for two. Hours are rounded up; in exact hours the first plan would have 37.5, by"
            + " session 15 and 1.",
        s.problem(),
        List.of(
            legal(
                45,
                "lea: tier 5 x urgent 3 x 3 hours (2.5 rounded up)",
                s.put("r2-1", "sun", "Mon 09:00-13:00")),
            other(4, "tom: last tier 1 x 1 x 4 hours", s.put("r1-1", "sun", "Mon 09:00-11:30"))));
  }

  private static TinyCase providersPerChild() {
    Sketch s = threeDays("PROVIDERS_PER_CHILD");
    return new TinyCase(
        "PROVIDERS_PER_CHILD",
        "Providers beyond the first; counting changes would give 3 for the second plan.",
        s.problem(),
        List.of(
            legal(
                0,
                "always sun",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-2", "sun", "Tue 09:00-12:00"),
                s.put("r1-3", "sun", "Wed 09:00-12:00")),
            other(
                2,
                "sun, moon and star",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-2", "moon", "Tue 09:00-12:00"),
                s.put("r1-3", "star", "Wed 09:00-12:00"),
                s.put("r1-4", "sun", "Thu 09:00-12:00"))));
  }

  private static TinyCase unknownFaces() {
    Sketch s = threeDays("UNKNOWN_FACES").past("lea", "sun", "2026-02-20");
    return new TinyCase(
        "UNKNOWN_FACES",
        "Each leg with a provider never seen before the horizon counts, also the second one there;"
            + " by provider it would be 1.",
        s.problem(),
        List.of(
            legal(
                0,
                "sun is known",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-2", "sun", "Tue 09:00-12:00")),
            other(
                2,
                "two legs at moon",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-2", "moon", "Tue 09:00-12:00"),
                s.put("r1-3", "moon", "Wed 09:00-12:00"))));
  }

  private static TinyCase siblingsApart() {
    Sketch s =
        new Sketch("SIBLINGS_APART")
            .daycare("sun", p -> p)
            .daycare("moon", p -> p)
            .family("peeters", LEA, TOM, MIA)
            .request(
                "r1",
                "peeters",
                r ->
                    r.care("lea", "Mon 09:00-12:00")
                        .care("tom", "Mon 09:00-12:00")
                        .care("mia", "Mon 13:00-15:00")
                        .care("lea", "Tue 09:00-12:00"));
    return new TinyCase(
        "SIBLINGS_APART",
        "Pairs of siblings on the same date, whatever the hours; by provider beyond the first it"
            + " would be 1.",
        s.problem(),
        List.of(
            legal(
                0,
                "Monday all at sun; Tuesday lea alone",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-2", "sun", "Mon 09:00-12:00"),
                s.put("r1-3", "sun", "Mon 13:00-15:00"),
                s.put("r1-4", "moon", "Tue 09:00-12:00")),
            other(
                2,
                "lea and tom apart, lea and mia apart, tom and mia together",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-2", "moon", "Mon 09:00-12:00"),
                s.put("r1-3", "moon", "Mon 13:00-15:00"))));
  }

  private static TinyCase handovers() {
    Sketch s =
        new Sketch("HANDOVERS")
            .childminder("ann", p -> p.at(3, 0).places(8, 8).escort(20))
            .daycare("sun", p -> p)
            .family("peeters", LEA)
            .request(
                "r1",
                "peeters",
                r ->
                    r.maySplit()
                        .care("lea", "Mon 07:00-12:00")
                        .care("lea", "Tue 07:00-12:00")
                        .care("lea", "Wed 07:00-12:00"));
    return new TinyCase(
        "HANDOVERS",
        "Legs beyond the first of each placement. ann brings: 3 km x 1.3 at 14 km/h is 17 minutes.",
        s.problem(),
        List.of(
            legal(
                0,
                "no split",
                s.put("r1-1", "sun", "Mon 07:00-12:00"),
                s.put("r1-2", "sun", "Tue 07:00-12:00"),
                s.put("r1-3", "sun", "Wed 07:00-12:00")),
            other(
                2,
                "Monday and Tuesday are split",
                s.put(
                    "r1-1",
                    s.leg("ann", "Mon 07:00-08:30", 17),
                    s.leg("sun", "Mon 08:30-12:00", 0)),
                s.put(
                    "r1-2",
                    s.leg("ann", "Tue 07:00-08:30", 17),
                    s.leg("sun", "Tue 08:30-12:00", 0)),
                s.put("r1-3", "sun", "Wed 07:00-12:00"))));
  }

  private static TinyCase travel() {
    Sketch s =
        new Sketch("TRAVEL")
            .daycare("sun", p -> p.at(0, 3.7))
            .homeCarer("kim", p -> p.at(0, 3.7))
            .family("peeters", LEA)
            .request(
                "r1",
                "peeters",
                r ->
                    r.travels(TravelMode.CAR, 30)
                        .care("lea", "Mon 09:00-12:00")
                        .care("lea", "Tue 09:00-12:00")
                        .care("lea", "Wed 09:00-12:00"));
    return new TinyCase(
        "TRAVEL",
        "3.7 km x 1.3 at 35 km/h is 8.2 minutes, so 9, there and back 18; rounding the sum would"
            + " give 17. A home carer costs the family no way.",
        s.problem(),
        List.of(
            legal(
                36,
                "two days at sun, 18 each; one at home",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-2", "sun", "Tue 09:00-12:00"),
                s.put("r1-3", "kim", "Wed 09:00-12:00")),
            other(
                0,
                "all at home",
                s.put("r1-1", "kim", "Mon 09:00-12:00"),
                s.put("r1-2", "kim", "Tue 09:00-12:00"),
                s.put("r1-3", "kim", "Wed 09:00-12:00"))));
  }

  private static TinyCase price() {
    Sketch s =
        new Sketch("PRICE")
            .daycare("sun", p -> p.tariff(641, 0, 15, 60))
            .homeCarer("kim", p -> p.tariff(0, 1501, 15, 0))
            .family("peeters", LEA, TOM)
            .request(
                "r1",
                "peeters",
                r ->
                    r.care("lea", "Mon 09:00-10:40")
                        .care("lea", "Tue 09:00-11:00")
                        .care("tom", "Tue 09:00-11:00"));
    return new TinyCase(
        "PRICE",
        "Tens of cents, rounded up for each placement; rounding the sum of the first plan would"
            + " give 369. Two children of the request share the carer's hours.",
        s.problem(),
        List.of(
            legal(
                371,
                "Monday 100 minutes, 105 billed: 1,121.75 so 1,122 cents, 113; Tuesday 1,282 cents,"
                    + " 129, for each child: 113 + 129 + 129",
                s.put("r1-1", "sun", "Mon 09:00-10:40"),
                s.put("r1-2", "sun", "Tue 09:00-11:00"),
                s.put("r1-3", "sun", "Tue 09:00-11:00")),
            other(
                302,
                "both with kim: 2 h x 1,501 = 3,002 cents, 1,501 each, 151 each",
                s.put("r1-2", "kim", "Tue 09:00-11:00"),
                s.put("r1-3", "kim", "Tue 09:00-11:00"))));
  }

  private static TinyCase wishes() {
    Sketch s =
        new Sketch("WISHES")
            .daycare("sun", p -> p)
            .daycare("moon", p -> p.languages("fr"))
            .childminder("ann", p -> p.places(8, 8).languages("fr", "nl"))
            .family("peeters", LEA)
            .request(
                "r1",
                "peeters",
                r ->
                    r.wishes("moon", ProviderKind.CHILDMINDER, "fr")
                        .care("lea", "Mon 09:00-12:00")
                        .care("lea", "Tue 09:00-12:00"));
    return new TinyCase(
        "WISHES",
        "A wished provider, a wished kind and a wished language count 1 each when missed.",
        s.problem(),
        List.of(
            legal(
                4,
                "sun misses all three; moon is no childminder",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-2", "moon", "Tue 09:00-12:00")),
            other(
                2,
                "ann is not the wished provider, twice",
                s.put("r1-1", "ann", "Mon 09:00-12:00"),
                s.put("r1-2", "ann", "Tue 09:00-12:00"))));
  }

  private static TinyCase evenSpread() {
    Sketch s =
        new Sketch("EVEN_SPREAD")
            .horizon("2026-03-02", 5)
            .daycare(
                "sun", p -> p.places(3, 3).open("Mon 08:00-12:00").regular(1, "Mon 08:00-10:00"))
            .daycare("moon", p -> p.places(3, 3).open("Mon 08:00-12:00"))
            .family("peeters", LEA)
            .family("janssens", TOM)
            .request("r1", "peeters", r -> r.care("lea", "Mon 08:00-11:00"))
            .request("r2", "janssens", r -> r.care("tom", "Mon 09:00-12:00"));
    return new TinyCase(
        "EVEN_SPREAD",
        "sun offers 3 x 16 - 8 = 40 slots, moon 48. Load squared over offer, rounded down for each"
            + " provider; without the regular child sun alone would have 12.",
        s.problem(),
        List.of(
            legal(
                14,
                "24 x 24 / 40 = 14.4",
                s.put("r1-1", "sun", "Mon 08:00-11:00"),
                s.put("r2-1", "sun", "Mon 09:00-12:00")),
            other(
                6,
                "12 x 12 / 40 = 3.6 and 12 x 12 / 48 = 3",
                s.put("r1-1", "sun", "Mon 08:00-11:00"),
                s.put("r2-1", "moon", "Mon 09:00-12:00"))));
  }

  private static TinyCase calledIn() {
    Sketch s =
        new Sketch("CALLED_IN")
            .policy(CasePolicies.callIn())
            .daycare(
                "sun",
                p ->
                    p.places(18, 18)
                        .regular(8, "Mon 08:00-12:00")
                        .caregiver("Mon-Fri 07:00-19:00")
                        .onCall("Mon-Fri 09:00-12:00")
                        .onCall("Mon-Fri 09:00-12:00"))
            .family("peeters", LEA)
            .request("r1", "peeters", r -> r.care("lea", "Mon 09:00-11:00"));
    return new TinyCase(
        "CALLED_IN",
        "Nine children need two caregivers, one is rostered; of the two on call only the one that"
            + " is needed counts (all on call would give 16).",
        s.problem(),
        List.of(
            legal(8, "1 caregiver called in for 8 slots", s.put("r1-1", "sun", "Mon 09:00-11:00")),
            other(0, "8 children, one caregiver suffices")));
  }

  private static TinyCase carersUsed() {
    Sketch s =
        new Sketch("CARERS_USED")
            .homeCarer("kim", p -> p)
            .homeCarer("sam", p -> p)
            .family("peeters", LEA)
            .family("janssens", TOM)
            .request(
                "r1",
                "peeters",
                r -> r.care("lea", "Mon 09:00-11:00").care("lea", "Tue 09:00-11:00"))
            .request("r2", "janssens", r -> r.care("tom", "Mon 12:00-14:00"));
    return new TinyCase(
        "CARERS_USED",
        "A home carer counts once, however many visits she makes: by visit the first plan would"
            + " have 3. Nothing unless the policy gives it a weight.",
        s.problem(),
        List.of(
            legal(
                1,
                "kim makes all three visits",
                s.put("r1-1", "kim", "Mon 09:00-11:00"),
                s.put("r1-2", "kim", "Tue 09:00-11:00"),
                s.put("r2-1", "kim", "Mon 12:00-14:00")),
            other(
                2,
                "kim and sam",
                s.put("r1-1", "kim", "Mon 09:00-11:00"),
                s.put("r1-2", "kim", "Tue 09:00-11:00"),
                s.put("r2-1", "sam", "Mon 12:00-14:00"))));
  }

  private static TinyCase regularFloor() {
    Sketch s =
        new Sketch("REGULAR_FLOOR")
            .policy(
                CasePolicies.reserved(
                    List.of(), List.of(), List.of(new Quota("sun-1", null, null, 60))))
            .daycare("sun", p -> p.regular(4, "Mon 08:00-12:00"))
            .family("peeters", LEA, TOM, MIA, "noa 2023-01-01")
            .request(
                "r1",
                "peeters",
                r ->
                    r.care("lea", "Mon 09:00-10:00")
                        .care("tom", "Mon 09:00-10:00")
                        .care("mia", "Mon 09:00-10:00")
                        .care("noa", "Mon 09:30-10:00"));
    return new TinyCase(
        "REGULAR_FLOOR",
        "60 % regular: four regular children carry 4 x 40 / 60 = 2.67, so 2 occasional ones.",
        s.problem(),
        List.of(
            legal(
                6,
                "09:00-09:30 3 of 2: 2 slots x 1; 09:30-10:00 4 of 2: 2 slots x 2",
                s.put("r1-1", "sun", "Mon 09:00-10:00"),
                s.put("r1-2", "sun", "Mon 09:00-10:00"),
                s.put("r1-3", "sun", "Mon 09:00-10:00"),
                s.put("r1-4", "sun", "Mon 09:30-10:00")),
            other(
                0,
                "2 of 2",
                s.put("r1-1", "sun", "Mon 09:00-10:00"),
                s.put("r1-2", "sun", "Mon 09:00-10:00"))));
  }

  private static TinyCase share() {
    Share share =
        new Share("alone", 40, Set.of("SINGLE_PARENT"), 1, Set.of(), Set.of(), Dates.ALWAYS);
    Sketch s =
        new Sketch("SHARE")
            .policy(Copies.with(Policy.plain("tiny"), Map.of("shares", List.of(share))))
            .daycare("sun", p -> p)
            .familyMarked("peeters", "SINGLE_PARENT", LEA)
            .family("janssens", TOM, "noa 2023-01-01")
            .family("maes", MIA)
            .past("mia", "sun", "2026-01-12")
            .past("noa", "sun", "2025-12-15")
            .request(
                "r1",
                "peeters",
                r -> r.care("lea", "Mon 09:00-12:00").care("lea", "Tue 09:00-12:00"))
            .request("r2", "janssens", r -> r.care("tom", "Mon 09:00-12:00"))
            .request("r3", "maes", r -> r.care("mia", "Mon 09:00-12:00"));
    return new TinyCase(
        "SHARE",
        "40 % of the children of 2026 with sun: mia has been there in January and counts once,"
            + " noa's December is last year's. By stays the first plan would miss nothing.",
        s.problem(),
        List.of(
            legal(
                20,
                "lea of lea, tom and mia: 40 x 3 - 100 x 1",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-2", "sun", "Tue 09:00-12:00"),
                s.put("r2-1", "sun", "Mon 09:00-12:00"),
                s.put("r3-1", "sun", "Mon 09:00-12:00")),
            other(80, "nobody of tom and mia: 40 x 2", s.put("r2-1", "sun", "Mon 09:00-12:00"))));
  }

  private static TinyCase waiting() {
    Sketch s =
        new Sketch("WAITING")
            .daycare("sun", p -> p.places(1, 1))
            .family("peeters", LEA)
            .family("janssens", TOM)
            .request(
                "r1", "peeters", r -> r.askedAt("2026-02-01T18:00").care("lea", "Mon 09:00-12:00"))
            .request(
                "r2",
                "janssens",
                r ->
                    r.askedAt("2026-02-27T09:00")
                        .care("tom", "Mon 09:00-12:00")
                        .care("tom", "Mon 13:00-14:00"));
    return new TinyCase(
        "WAITING",
        "One place for two, seen on 1 March: days from date to date for each care session without a"
            + " place; by request the first plan would have 2. Nothing unless the policy gives it"
            + " a weight.",
        s.problem(),
        List.of(
            legal(4, "two of tom's, asked 2 days ago", s.put("r1-1", "sun", "Mon 09:00-12:00")),
            other(
                28,
                "one of lea's, asked 28 days ago",
                s.put("r2-1", "sun", "Mon 09:00-12:00"),
                s.put("r2-2", "sun", "Mon 13:00-14:00"))));
  }

  private static TinyCase settlingIn() {
    Sketch s =
        new Sketch("SETTLING_IN")
            .policy(CasePolicies.settlingIn(120))
            .daycare("sun", p -> p)
            .daycare("moon", p -> p)
            .family("peeters", LEA)
            .family("janssens", TOM)
            .family("maes", MIA)
            .past("mia", "sun", "2026-02-20")
            .request(
                "r1",
                "peeters",
                r ->
                    r.care("lea", "Tue 09:00-15:00")
                        .care("lea", "Mon 09:00-11:00")
                        .care("lea", "Wed 09:00-13:00"))
            .request("r2", "janssens", r -> r.urgent().care("tom", "Mon 09:00-13:00"))
            .request("r3", "maes", r -> r.care("mia", "Mon 09:00-13:00"));
    return new TinyCase(
        "SETTLING_IN",
        "Only the first stay in time counts, not the first listed; urgent requests and known"
            + " children are excused. Counting every long stay would give 2 for the first plan.",
        s.problem(),
        List.of(
            legal(
                1,
                "lea: Monday's 2 h at sun settle her in, Wednesday's 4 h are her first at moon",
                s.put("r1-1", "sun", "Tue 09:00-15:00"),
                s.put("r1-2", "sun", "Mon 09:00-11:00"),
                s.put("r1-3", "moon", "Wed 09:00-13:00"),
                s.put("r2-1", "sun", "Mon 09:00-13:00"),
                s.put("r3-1", "sun", "Mon 09:00-13:00")),
            other(
                2,
                "lea's first stays: 6 h at sun on Tuesday, 4 h at moon on Wednesday",
                s.put("r1-1", "sun", "Tue 09:00-15:00"),
                s.put("r1-3", "moon", "Wed 09:00-13:00"))));
  }

  private static TinyCase publishedChanges() {
    Sketch s =
        new Sketch("PUBLISHED_CHANGES")
            .horizon("2026-03-02", 21)
            .daycare("sun", p -> p)
            .daycare("moon", p -> p)
            .family("peeters", LEA)
            .request(
                "r1",
                "peeters",
                r ->
                    r.care("lea", "Mon 09:00-12:00")
                        .care("lea", "Fri 09:00-12:00")
                        .care("lea", "Fri+2 09:00-12:00")
                        .care("lea", "Tue 09:00-12:00"))
            .before(PlacementState.PROPOSED, null, "r1-1", "sun", "Mon 09:00-12:00")
            .before(PlacementState.PROPOSED, null, "r1-2", "sun", "Fri 09:00-12:00")
            .before(PlacementState.PROPOSED, null, "r1-3", "sun", "Fri+2 09:00-12:00");
    return new TinyCase(
        "PUBLISHED_CHANGES",
        "Seen on 1 March: a change weighs 15 less the days until then, at least 1. What was not"
            + " published before (Tuesday) is no change.",
        s.problem(),
        List.of(
            legal(
                0,
                "as published, and Tuesday besides",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-2", "sun", "Fri 09:00-12:00"),
                s.put("r1-3", "sun", "Fri+2 09:00-12:00"),
                s.put("r1-4", "moon", "Tue 09:00-12:00")),
            other(
                25,
                "2 March missing: 15 - 1 = 14; 6 March elsewhere: 15 - 5 = 10; 20 March missing: 19"
                    + " days away, at least 1",
                s.put("r1-2", "moon", "Fri 09:00-12:00"))));
  }

  private static Sketch threeDays(String name) {
    return new Sketch(name)
        .daycare("sun", p -> p)
        .daycare("moon", p -> p)
        .daycare("star", p -> p)
        .family("peeters", LEA)
        .request(
            "r1",
            "peeters",
            r ->
                r.care("lea", "Mon 09:00-12:00")
                    .care("lea", "Tue 09:00-12:00")
                    .care("lea", "Wed 09:00-12:00")
                    .care("lea", "Thu 09:00-12:00"));
  }
}
