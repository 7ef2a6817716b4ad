package org.plek.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * One planning problem: a network, what is asked of it, and what is agreed already.
 *
 * @param id name of the problem
 * @param zone time zone of all local dates and times
 * @param asOf the moment of the problem: notice, holds and releases are judged at it
 * @param from first date of the horizon
 * @param days length of the horizon in dates, 1 to 120
 * @param rulePack id of the rule pack of providers that name none
 * @param policy what the town or network adds
 * @param providers the network
 * @param families families with their children
 * @param requests what they ask; patterns are not yet expanded
 * @param history care in the past, for known faces and limits on use
 * @param placements what is agreed or was proposed before; only proposed ones may move
 */
public record Problem(
    String id,
    ZoneId zone,
    LocalDateTime asOf,
    LocalDate from,
    int days,
    String rulePack,
    Policy policy,
    List<Provider> providers,
    List<Family> families,
    List<Request> requests,
    List<Stay> history,
    List<Placement> placements) {
  public Problem {
    providers = List.copyOf(providers);
    families = List.copyOf(families);
    requests = List.copyOf(requests);
    history = List.copyOf(history);
    placements = List.copyOf(placements);
  }

  /** The first date after the horizon. */
  public LocalDate until() {
    return from.plusDays(days);
  }
}
