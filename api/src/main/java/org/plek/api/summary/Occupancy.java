package org.plek.api.summary;

import java.util.List;

/**
 * How full a provider is on one date: all children present, agreed or proposed, regular children as
 * booked, own children of a childminder left out (they take no licensed place).
 *
 * @param openSlots slots in which the provider is open
 * @param peak most children at once
 * @param regularSlots slots of regular children
 * @param occasionalSlots slots of occasional children
 * @param places licensed capacity times open slots
 */
public record Occupancy(
    int openSlots, int peak, long regularSlots, long occasionalSlots, long places) {

  /** Share of the licensed places in open hours that is taken, in percent; 0 when closed. */
  public double percent() {
    return places == 0 ? 0 : 100.0 * (regularSlots + occasionalSlots) / places;
  }

  /**
   * A provider over the dates of the horizon.
   *
   * @param providerId the provider
   * @param kind kind of provider, as in the problem
   * @param capacity licensed capacity
   * @param days one for each date
   */
  public record OfProvider(String providerId, String kind, int capacity, List<Occupancy> days) {
    public OfProvider {
      days = List.copyOf(days);
    }

    /** Hours of occasional care over all dates. */
    public double occasionalHours() {
      return days.stream().mapToLong(Occupancy::occasionalSlots).sum() / 4.0;
    }

    /** Share of the licensed places in open hours that is taken over all dates, in percent. */
    public double percent() {
      long places = days.stream().mapToLong(Occupancy::places).sum();
      long taken = days.stream().mapToLong(d -> d.regularSlots() + d.occasionalSlots()).sum();
      return places == 0 ? 0 : 100.0 * taken / places;
    }
  }
}
