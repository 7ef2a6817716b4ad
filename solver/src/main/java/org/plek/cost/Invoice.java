package org.plek.cost;

import java.util.Collection;
import java.util.List;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;

/**
 * What a plan costs the families, by month, child and provider: funded hours as the week uses them
 * up in order of time, monthly fees once, day classes by all minutes of a date, rounding as the
 * tariff says.
 *
 * @param bills by month, family, child and provider
 */
public record Invoice(List<Bill> bills) {
  public Invoice {
    bills = List.copyOf(bills);
  }

  /** The bills of some placements; sessions, providers and groups must be known. */
  public static Invoice of(ProblemIndex index, Collection<Placement> placements) {
    return new Billing(index).invoice(placements);
  }

  /** What all families pay, in cents. */
  public long cents() {
    return bills.stream().mapToLong(Bill::cents).sum();
  }

  /** What one family pays, in cents. */
  public long centsOf(String familyId) {
    return bills.stream()
        .filter(bill -> bill.familyId().equals(familyId))
        .mapToLong(Bill::cents)
        .sum();
  }

  /** Minutes of presence of the children of one family. */
  public long minutesOf(String familyId) {
    return bills.stream()
        .filter(bill -> bill.familyId().equals(familyId))
        .mapToLong(Bill::minutes)
        .sum();
  }
}
