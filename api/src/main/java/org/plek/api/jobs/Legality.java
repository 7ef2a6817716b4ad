package org.plek.api.jobs;

import java.util.List;
import org.plek.domain.Placement;
import org.plek.domain.Problem;

/** Judges whether something may be agreed. */
public interface Legality {
  /**
   * What new placements would break that is not broken without them.
   *
   * @param part the providers that are touched, the families and requests of all placements, and as
   *     placements of the problem what is agreed already
   * @param candidate the new placements
   * @return every hard rule broken or broken further, in the fixed order of the constraints; empty
   *     when all is well
   */
  List<Blocking> blocking(Problem part, List<Placement> candidate);

  /**
   * Everything that is broken with some placements, whoever caused it.
   *
   * @return every hard rule broken, in the fixed order of the constraints; empty when all is well
   */
  List<Blocking> broken(Problem part, List<Placement> placements);
}
