package org.plek.api.http;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plek.api.access.Account;
import org.plek.api.access.Role;
import org.plek.api.jobs.Versioned;
import org.plek.domain.Provider;
import org.plek.domain.Timeline;
import org.plek.scoring.plain.GroupRoom;

/** Who is where, and how much room there is. */
final class AvailabilityRoutes {
  private static final int MOST_DAYS = 7;
  private static final int MOST_PROVIDERS = 20;

  private AvailabilityRoutes() {}

  static List<Route> of() {
    return List.of(
        Route.get(
                NetworkRoutes.NETWORK + "/availability",
                "availability",
                "Per group and slot: children by age class, caregivers there and needed, room"
                    + " left.",
                Guard.NETWORK,
                Role.BROKER,
                Role.PLANNER,
                Role.PROVIDER)
            .asking("providerId", "groupId", "date", "days", "step", "after", "limit")
            .does(AvailabilityRoutes::grid),
        Route.get(
                NetworkRoutes.NETWORK + "/availability-by-area",
                "availabilityByArea",
                "Room by area and kind of provider over a time of one date, nothing about people.",
                Guard.NETWORK,
                Role.BROKER,
                Role.PLANNER,
                Role.PROVIDER,
                Role.FAMILY,
                Role.REFERRER,
                Role.ANALYST)
            .asking("date", "start", "end")
            .does(
                call -> {
                  LocalTime start = time(call, "start");
                  LocalTime end = time(call, "end");
                  if (!end.isAfter(start)) {
                    throw new Problem(422, "INVALID", "end lies after start.");
                  }
                  return Reply.of(
                      200, Map.of("items", call.look().areas(call.date("date", null), start, end)));
                }));
  }

  private static LocalTime time(Call call, String name) {
    String text = call.query(name);
    try {
      return LocalTime.parse(text == null ? "" : text);
    } catch (DateTimeParseException e) {
      throw new Problem(422, "INVALID", name + " is no time. Maybe as 09:30.");
    }
  }

  private static Reply grid(Call call) {
    LocalDate date = call.date("date", null);
    int days = (int) call.number("days", 1, 1, MOST_DAYS);
    int step = (int) call.number("step", 15, 15, 60) / Timeline.SLOT_MINUTES;
    int limit = (int) call.number("limit", 10, 1, MOST_PROVIDERS);
    String asked = call.query("providerId");
    String after = call.query("after");
    String group = call.query("groupId");
    List<String> ids = new ArrayList<>();
    if (asked != null) {
      call.require(maySee(call, asked));
      ids.add(call.supply().provider(asked).value().id());
    } else {
      call.supply().providers().stream()
          .map(Versioned::value)
          .map(Provider::id)
          .filter(id -> after == null || id.compareTo(after) > 0)
          .filter(id -> maySee(call, id))
          .limit(limit + 1L)
          .forEach(ids::add);
    }
    List<String> shown = ids.subList(0, Math.min(limit, ids.size()));
    List<GroupRoom> rooms =
        call.look().rooms(shown, date, days, step).stream()
            .filter(room -> group == null || room.groupId().equals(group))
            .toList();
    return Reply.of(200, new Call.Page(rooms, ids.size() > limit ? shown.getLast() : null));
  }

  /** A provider sees its own groups. */
  private static boolean maySee(Call call, String provider) {
    Account account = call.account();
    return call.is(Role.BROKER) || call.is(Role.PLANNER) || account.providers().contains(provider);
  }
}
