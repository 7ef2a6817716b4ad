package org.plek.datasets.tiny;

import static org.plek.datasets.tiny.TinyCase.TinyPlan.illegal;
import static org.plek.datasets.tiny.TinyCase.TinyPlan.legal;

import java.util.List;

/** What may never be broken about the people and groups that a child knows. */
final class HardGroupCases {
  private static final String LEA = "lea 2024-03-15";

  private HardGroupCases() {}

  static List<TinyCase> all() {
    return List.of(standIn());
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
}
