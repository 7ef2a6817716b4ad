package org.plek.scoring.plain;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.plek.cost.Price;
import org.plek.scoring.ConstraintName;

/**
 * What one option costs within a plan.
 *
 * @param price what the family pays for all legs, line by line
 * @param monthCents what the child's care of the calendar month would cost at this price
 * @param travelMinutes from home to the first provider and from the last to home
 * @param known whether the child knows every provider of the option
 * @param softChange how the soft amounts change, those that change
 * @param objective the weighted sum of these changes, lower is better
 * @param tightest start of the slot with the fewest caregivers to spare in the group
 * @param childrenThere children in the group in that slot, this child included, own ones aside
 * @param caregiversRequired caregivers that they need in that slot
 * @param caregiversThere caregivers who count in that slot
 */
public record OptionCost(
    Price price,
    long monthCents,
    int travelMinutes,
    boolean known,
    Map<ConstraintName, Long> softChange,
    long objective,
    LocalDateTime tightest,
    int childrenThere,
    int caregiversRequired,
    int caregiversThere) {
  public OptionCost {
    softChange = Collections.unmodifiableMap(new TreeMap<>(softChange));
  }

  /** Price of all legs for the family, in cents. */
  public long cents() {
    return price.cents();
  }
}
