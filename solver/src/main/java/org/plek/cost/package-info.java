/**
 * What care costs a family: tariffs, funded hours, subsidies, co-payments and rounding, worked out
 * exactly. Doors: {@link org.plek.cost.CostOf} for one option, {@link org.plek.cost.Invoice} for
 * the months of a plan, {@link org.plek.cost.BoughtBill} for who buys places. Knows no law, no
 * scores and no search.
 */
@NullMarked
package org.plek.cost;

import org.jspecify.annotations.NullMarked;
