package org.plek.datasets.tiny;

import static org.plek.datasets.tiny.TinyCase.TinyPlan.illegal;
import static org.plek.datasets.tiny.TinyCase.TinyPlan.legal;

import java.util.List;
import org.plek.domain.Leg;

/** What may never be broken about the people and groups that a child knows. */
final class HardGroupCases {
  private static final String LEA = "lea 2024-03-15";

  private HardGroupCases() {}

  static List<TinyCase> all() {
    return List.of(standIn(), homeGroup(), fixedFaces());
  }

  private static TinyCase standIn() {
    Sketch s =
        new Sketch("STAND_IN")
            .childminder("ann", p -> p.standIns("ben"))
            .childminder("ben", p -> p)
            .childminder("cas", p -> p)
            .family("peeters", LEA)
            .past("lea", "ann", "2026-02-20")
            .request("r1", "peeters", r -> r.standInFor("ann").care("lea", "Mon 08:00-12:00"));
    return new TinyCase(
        "STAND_IN",
        "lea has been with ann only; ben stands in for ann, so ann's children know him. History"
            + " with ben himself would not be needed, and cas is a stranger.",
        s.problem(),
        List.of(
            legal(0, "ben stands in for ann", s.put("r1-1", "ben", "Mon 08:00-12:00")),
            illegal(1, "lea does not know cas", s.put("r1-1", "cas", "Mon 08:00-12:00"))));
  }

  private static TinyCase homeGroup() {
    Sketch s =
        new Sketch("HOME_GROUP")
            .law("NL")
            .daycare("sun", ProviderSketch::twoGroups)
            .family("peeters", LEA)
            .request(
                "r1",
                "peeters",
                r -> r.care("lea", "Mon 08:00-12:00").care("lea", "Tue 08:00-12:00"));
    Leg monday = s.leg("sun", "Mon 08:00-12:00", 0);
    Leg tuesday = s.leg("sun", "Tue 08:00-12:00", 0);
    Leg elsewhere =
        new Leg("sun", "sun-2", tuesday.start(), tuesday.end(), tuesday.escortMinutes());
    return new TinyCase(
        "HOME_GROUP",
        "Dutch law: a child belongs to one group; a second one in a week needs written consent,"
            + " which this family has not given. Counted are groups of one provider and week, not"
            + " stays.",
        s.problem(),
        List.of(
            legal(0, "both days in one group", s.put("r1-1", monday), s.put("r1-2", tuesday)),
            illegal(
                1, "two groups, one allowed", s.put("r1-1", monday), s.put("r1-2", elsewhere))));
  }

  private static TinyCase fixedFaces() {
    Sketch s =
        new Sketch("FIXED_FACES")
            .law("NL")
            .daycare(
                "sun",
                p ->
                    p.caregiver("Mon 07:00-18:00")
                        .caregiver("Tue 07:00-18:00")
                        .caregiver("Wed 07:00-18:00"))
            .family("peeters", "lea 2025-09-10")
            .request(
                "r1",
                "peeters",
                r ->
                    r.care("lea", "Mon 08:00-12:00")
                        .care("lea", "Tue 08:00-12:00")
                        .care("lea", "Wed 08:00-12:00"));
    return new TinyCase(
        "FIXED_FACES",
        "Dutch law: a baby has at most two fixed caregivers, and one of them works on each of its"
            + " days. Another caregiver works on each of three days, so two faces leave one day"
            + " without. A child of one year would have three.",
        s.problem(),
        List.of(
            legal(
                0,
                "two days, two faces",
                s.put("r1-1", "sun", "Mon 08:00-12:00"),
                s.put("r1-2", "sun", "Tue 08:00-12:00")),
            illegal(
                1,
                "of three days one sees neither of two faces",
                s.put("r1-1", "sun", "Mon 08:00-12:00"),
                s.put("r1-2", "sun", "Tue 08:00-12:00"),
                s.put("r1-3", "sun", "Wed 08:00-12:00"))));
  }
}
