package org.plek.datasets.tiny;

import static org.plek.datasets.tiny.TinyCase.TinyPlan.illegal;
import static org.plek.datasets.tiny.TinyCase.TinyPlan.legal;

import java.util.List;
import java.util.Set;
import org.plek.domain.Urgency;

/** What a provider and its groups may never break. */
final class HardPlaceCases {
  private static final String LEA = "lea 2024-03-15";
  private static final String TOM = "tom 2024-05-20";
  private static final String MIA = "mia 2024-07-01";

  private HardPlaceCases() {}

  static List<TinyCase> all() {
    return List.of(
        open(),
        licensedHours(),
        licensedCapacity(),
        weeklyOccupancy(),
        ratio(),
        groupSize(),
        compositionCap(),
        ageAccepted(),
        needsMet(),
        requestAccepted(),
        notExcluded(),
        sessionForm());
  }

  private static TinyCase open() {
    Sketch s =
        new Sketch("OPEN")
            .daycare("sun", p -> p.open("Mon-Fri 07:35-18:00"))
            .daycare("moon", p -> p.open("Mon-Fri 06:45-18:00"))
            .family("peeters", LEA)
            .request("r1", "peeters", r -> r.care("lea", "Mon 07:00-12:00"));
    return new TinyCase(
        "OPEN",
        "Opening counts inward: a slot is open only when it lies wholly inside. One per leg would"
            + " be 1, minutes 35, rounding outward 2.",
        s.problem(),
        List.of(
            legal(0, "moon opens at 06:45", s.put("r1-1", "moon", "Mon 07:00-12:00")),
            illegal(
                3,
                "sun opens at 07:35: the slots 07:00, 07:15 and 07:30 are not wholly open",
                s.put("r1-1", "sun", "Mon 07:00-12:00"))));
  }

  private static TinyCase licensedHours() {
    Sketch s =
        new Sketch("LICENSED_HOURS")
            .daycare("sun", p -> p.licensed("Mon-Fri 08:00-17:00"))
            .daycare("moon", p -> p)
            .family("peeters", LEA)
            .request("r1", "peeters", r -> r.care("lea", "Mon 07:30-17:20"));
    return new TinyCase(
        "LICENSED_HOURS",
        "Presence counts outward: 17:20 occupies the slot until 17:30. Exact minutes would be 50.",
        s.problem(),
        List.of(
            legal(
                0,
                "the licence of moon covers all its hours",
                s.put("r1-1", "moon", "Mon 07:30-17:20")),
            illegal(
                4,
                "07:30-08:00 is 2 slots, 17:00-17:30 is 2 slots",
                s.put("r1-1", "sun", "Mon 07:30-17:20"))));
  }

  private static TinyCase licensedCapacity() {
    Sketch s =
        new Sketch("LICENSED_CAPACITY")
            .daycare(
                "sun",
                p -> p.places(2, 12).regular(1, "Mon 08:00-12:00").regular(1, "Mon 10:00-16:00"))
            .daycare("moon", p -> p)
            .family("peeters", LEA)
            .family("janssens", TOM)
            .request("r1", "peeters", r -> r.care("lea", "Mon 09:00-13:00"))
            .request("r2", "janssens", r -> r.care("tom", "Mon 11:00-12:00"));
    return new TinyCase(
        "LICENSED_CAPACITY",
        "Children over the capacity, summed over slots, regular ones included. The peak would be 2,"
            + " slots in breach 8.",
        s.problem(),
        List.of(
            legal(
                0,
                "tom at sun from 11:00 would be the third child, so both are at moon",
                s.put("r1-1", "moon", "Mon 09:00-13:00"),
                s.put("r2-1", "moon", "Mon 11:00-12:00")),
            illegal(
                12,
                "10:00-11:00 3 children on 2 places: 4 slots x 1; 11:00-12:00 4 children: 4 x 2",
                s.put("r1-1", "sun", "Mon 09:00-13:00"),
                s.put("r2-1", "sun", "Mon 11:00-12:00"))));
  }

  private static TinyCase weeklyOccupancy() {
    Sketch s =
        new Sketch("WEEKLY_OCCUPANCY")
            .law("FR")
            .daycare("sun", p -> p.places(1, 12).overbooking().open("Mon 08:00-12:00"))
            .daycare("moon", p -> p)
            .family("peeters", LEA)
            .family("janssens", TOM)
            .request("r1", "peeters", r -> r.care("lea", "Mon 08:00-11:00"))
            .request("r2", "janssens", r -> r.care("tom", "Mon 08:00-10:30"));
    return new TinyCase(
        "WEEKLY_OCCUPANCY",
        "Overbooking (115 %, so 2 children on 1 place) never beyond 100 % of the hours of the week."
            + " Summed over slots with two children it would be 10.",
        s.problem(),
        List.of(
            legal(
                0,
                "12 occupied slots of 1 place x 16 open slots",
                s.put("r1-1", "sun", "Mon 08:00-11:00"),
                s.put("r2-1", "moon", "Mon 08:00-10:30")),
            illegal(
                6,
                "12 + 10 occupied slots, 1 place x 16 open slots",
                s.put("r1-1", "sun", "Mon 08:00-11:00"),
                s.put("r2-1", "sun", "Mon 08:00-10:30"))));
  }

  private static TinyCase ratio() {
    Sketch s =
        new Sketch("RATIO")
            .daycare(
                "sun",
                p ->
                    p.places(18, 18)
                        .regular(8, "Mon 08:00-12:00")
                        .caregiver("Mon-Fri 07:00-19:00")
                        .caregiver("Mon-Fri 10:05-19:00"))
            .family("peeters", LEA)
            .request("r1", "peeters", r -> r.flexible("lea", 90, "Mon 08:00-12:00"));
    return new TinyCase(
        "RATIO",
        "Flanders until 2026: one caregiver alone minds 8. Caregivers count inward: she who comes at"
            + " 10:05 counts from 10:15. Counting outward would give 4 for the illegal plan.",
        s.problem(),
        List.of(
            legal(
                0,
                "9 children from 10:15, when two caregivers mind up to 18",
                s.put("r1-1", "sun", "Mon 10:15-11:45")),
            illegal(
                5,
                "9 children need 2 caregivers, 1 is there in the 5 slots 09:00-10:15",
                s.put("r1-1", "sun", "Mon 09:00-10:30"))));
  }

  private static TinyCase groupSize() {
    Sketch s =
        new Sketch("GROUP_SIZE")
            .daycare("sun", p -> p.places(30, 30).houseMost(17).regular(16, "Mon 08:00-12:00"))
            .family("peeters", LEA)
            .family("janssens", TOM)
            .family("maes", MIA)
            .request("r1", "peeters", r -> r.care("lea", "Mon 09:00-10:00"))
            .request("r2", "janssens", r -> r.care("tom", "Mon 09:00-10:00"))
            .request("r3", "maes", r -> r.care("mia", "Mon 09:30-10:00"));
    return new TinyCase(
        "GROUP_SIZE",
        "The least of the provider's 30, the house's 17 and the law's 18 holds. The law alone would"
            + " give 2.",
        s.problem(),
        List.of(
            legal(0, "16 + 1 = 17", s.put("r1-1", "sun", "Mon 09:00-10:00")),
            illegal(
                6,
                "09:00-09:30 18 children, 1 over, 2 slots; 09:30-10:00 19 children, 2 over, 2 slots",
                s.put("r1-1", "sun", "Mon 09:00-10:00"),
                s.put("r2-1", "sun", "Mon 09:00-10:00"),
                s.put("r3-1", "sun", "Mon 09:30-10:00"))));
  }

  private static TinyCase compositionCap() {
    Sketch s =
        new Sketch("COMPOSITION_CAP")
            .law("NL")
            .childminder(
                "ann",
                p ->
                    p.places(6, 6)
                        .regularBorn("2025-07-01", "Mon 08:00-12:00", null)
                        .regularBorn("2025-08-01", "Mon 08:00-12:00", null))
            .family("peeters", "lea 2025-06-01")
            .family("janssens", "tom 2025-05-01")
            .family("maes", "mia 2024-09-01")
            .request("r1", "peeters", r -> r.care("lea", "Mon 09:00-10:00"))
            .request("r2", "janssens", r -> r.care("tom", "Mon 09:00-10:00"))
            .request("r3", "maes", r -> r.care("mia", "Mon 09:30-10:00"));
    return new TinyCase(
        "COMPOSITION_CAP",
        "A Dutch childminder minds at most 6, of whom 5 under 4, 4 under 2 and 2 under 1. The caps"
            + " are nested and their excesses are added; a total of 5 alone is legal.",
        s.problem(),
        List.of(
            legal(
                0,
                "2 babies and mia of 18 months: 3 under 2",
                s.put("r3-1", "ann", "Mon 09:30-10:00")),
            illegal(
                10,
                "4 under 1: 2 over in 4 slots; with mia from 09:30 also 5 under 2: 1 over in 2 slots",
                s.put("r1-1", "ann", "Mon 09:00-10:00"),
                s.put("r2-1", "ann", "Mon 09:00-10:00"),
                s.put("r3-1", "ann", "Mon 09:30-10:00"))));
  }

  private static TinyCase ageAccepted() {
    Sketch s =
        new Sketch("AGE_ACCEPTED")
            .daycare("sun", p -> p.ages(6, 36))
            .daycare("moon", p -> p)
            .family("peeters", "lea 2023-03-04")
            .request(
                "r1",
                "peeters",
                r -> r.care("lea", "Mon 09:00-12:00").care("lea", "Wed 09:00-12:00"));
    return new TinyCase(
        "AGE_ACCEPTED",
        "Age counts on the day itself: lea is 35 months on Monday and 36 on Wednesday, 4 March, and"
            + " sun accepts 6 up to but not including 36. The age on the first date would give 0.",
        s.problem(),
        List.of(
            legal(
                0,
                "at moon on Wednesday",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-2", "moon", "Wed 09:00-12:00")),
            illegal(
                1,
                "36 months on Wednesday",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r1-2", "sun", "Wed 09:00-12:00"))));
  }

  private static TinyCase needsMet() {
    Sketch s =
        new Sketch("NEEDS_MET")
            .daycare("sun", p -> p.needs("ACCESSIBLE"))
            .daycare("moon", p -> p.needs("ACCESSIBLE", "ALLERGY_PLAN", "TUBE_FEEDING"))
            .family(
                "peeters",
                Sketch.at(0, 0),
                Set.of("ACCESSIBLE", "ALLERGY_PLAN", "TUBE_FEEDING"),
                Set.of(),
                LEA)
            .request("r1", "peeters", r -> r.care("lea", "Mon 09:00-12:00"));
    return new TinyCase(
        "NEEDS_MET",
        "Each need that is not served counts; one per leg would be 1.",
        s.problem(),
        List.of(
            legal(0, "moon serves all three", s.put("r1-1", "moon", "Mon 09:00-12:00")),
            illegal(2, "sun serves 1 of 3", s.put("r1-1", "sun", "Mon 09:00-12:00"))));
  }

  private static TinyCase requestAccepted() {
    Sketch s =
        new Sketch("REQUEST_ACCEPTED")
            .daycare("sun", p -> p.accepts("TRAINING", Urgency.PLANNED))
            .daycare("moon", p -> p.accepts("RELIEF", Urgency.URGENT))
            .family("peeters", LEA)
            .family("janssens", TOM)
            .request("r1", "peeters", r -> r.urgent().care("lea", "Mon 09:00-12:00"))
            .request("r2", "janssens", r -> r.care("tom", "Mon 09:00-12:00"));
    return new TinyCase(
        "REQUEST_ACCEPTED",
        "Reason and urgency each count; lea's request for RELIEF is urgent, tom's is planned.",
        s.problem(),
        List.of(
            legal(0, "moon accepts urgent relief", s.put("r1-1", "moon", "Mon 09:00-12:00")),
            illegal(
                3,
                "lea at sun: reason and urgency, 2; tom at sun: reason only, 1",
                s.put("r1-1", "sun", "Mon 09:00-12:00"),
                s.put("r2-1", "sun", "Mon 09:00-12:00"))));
  }

  private static TinyCase notExcluded() {
    Sketch s =
        new Sketch("NOT_EXCLUDED")
            .daycare("sun", p -> p.excludes("peeters"))
            .daycare("moon", p -> p)
            .family("peeters", Sketch.at(0, 0), Set.of(), Set.of("sun"), LEA)
            .request("r1", "peeters", r -> r.care("lea", "Mon 09:00-12:00"));
    return new TinyCase(
        "NOT_EXCLUDED",
        "Both sides have excluded the other, and each counts.",
        s.problem(),
        List.of(
            legal(0, "nobody excluded moon", s.put("r1-1", "moon", "Mon 09:00-12:00")),
            illegal(2, "sun and the family, 1 each", s.put("r1-1", "sun", "Mon 09:00-12:00"))));
  }

  private static TinyCase sessionForm() {
    Sketch s =
        new Sketch("SESSION_FORM")
            .daycare("sun", p -> p.form(180, "08:00-12:30", "13:00-17:30"))
            .daycare("moon", p -> p)
            .family("peeters", LEA)
            .request(
                "r1",
                "peeters",
                r ->
                    r.care("lea", "Mon 09:00-11:00")
                        .care("lea", "Tue 11:00-15:00")
                        .care("lea", "Wed 12:00-13:15")
                        .care("lea", "Thu 13:00-17:30"));
    return new TinyCase(
        "SESSION_FORM",
        "One per leg, however many forms it misses: Wednesday is too short and spans the noon gap."
            + " One per form missed would be 4.",
        s.problem(),
        List.of(
            legal(
                0,
                "Thursday is exactly the second block",
                s.put("r1-1", "moon", "Mon 09:00-11:00"),
                s.put("r1-2", "moon", "Tue 11:00-15:00"),
                s.put("r1-4", "sun", "Thu 13:00-17:30")),
            illegal(
                3,
                "Monday too short, Tuesday over the gap between blocks, Wednesday both",
                s.put("r1-1", "sun", "Mon 09:00-11:00"),
                s.put("r1-2", "sun", "Tue 11:00-15:00"),
                s.put("r1-3", "sun", "Wed 12:00-13:15"),
                s.put("r1-4", "sun", "Thu 13:00-17:30"))));
  }
}
