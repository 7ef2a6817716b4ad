package org.plek.datasets.importers;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plek.datasets.generator.Site;
import org.plek.datasets.generator.SiteBuilder;
import org.plek.datasets.generator.WeekHours;
import org.plek.datasets.importers.RowNote.Outcome;
import org.plek.domain.AgeRange;
import org.plek.domain.Point;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Schedule;
import org.plek.domain.Tariff;

/** Reads the export of the Rejestr Żłobków i Klubów Dziecięcych, 18 columns, UTF-8. */
final class PolishRegister {
  /**
   * 20 weeks up to 3 years (act of 4 February 2011): completed months, the young side rounded up.
   */
  private static final AgeRange AGES = new AgeRange(5, 36);

  private static final List<DayOfWeek> WORKDAYS = List.of(DayOfWeek.values()).subList(0, 5);
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "institutionType",
          "voivodeship",
          "county",
          "community",
          "latitude",
          "longitude",
          "capacity",
          "kidsEnrolled",
          "basicPricePerMonth",
          "basicPricePerHour",
          "openingHours",
          "isAdaptedToDisabledChildren",
          "businessActivitySuspended");

  private final SiteBuilder builder;
  private final ImportOptions options;
  private final Tally tally =
      new Tally(
          "rows",
          "rows of the region",
          "rows imported",
          "rows left out: suspended",
          "rows left out: no capacity",
          "rows left out: no coordinates",
          "places in all rows",
          "children in all rows",
          "rows neither suspended nor without capacity",
          "places there",
          "children there",
          "rows there with more children than places",
          "rows with one segment of hours",
          "rows with two to five segments of hours",
          "rows without hours",
          "rows on the point of another row",
          "nurseries",
          "children's clubs",
          "rows imported with assumed hours",
          "rows imported with assumed enrolment",
          "places imported",
          "children imported as enrolled",
          "regular children made",
          "regular children not made, no legal place left");

  PolishRegister(SiteBuilder builder, ImportOptions options) {
    this.builder = builder;
    this.options = options;
  }

  Import read(Path file) {
    List<Row> rows = Row.read(file, "id", COLUMNS);
    Regions.check(rows, "voivodeship", options.region());
    double occupancy = count(rows);
    Map<String, Point> places = places(rows);
    List<Provider> providers = new ArrayList<>();
    for (Row row : rows) {
      if (!Regions.matches(row.get("voivodeship"), options.region())) {
        continue;
      }
      tally.one("rows of the region");
      Provider provider = provider(row, places, occupancy);
      if (provider != null) {
        tally.one("rows imported");
        providers.add(provider);
      }
    }
    return new Import(
        providers,
        ZoneId.of("Europe/Warsaw"),
        tally.report("Register of nurseries and children's clubs, Poland", modelled(occupancy)));
  }

  /** Counts the whole file; gives the occupancy of the rows that tell their enrolment. */
  private double count(List<Row> rows) {
    Map<String, Integer> points = new HashMap<>();
    long knownPlaces = 0;
    long knownChildren = 0;
    for (Row row : rows) {
      long places = whole(row, "capacity");
      long children = whole(row, "kidsEnrolled");
      tally.one("rows");
      tally.add("places in all rows", places);
      tally.add("children in all rows", children);
      tally.one("Żłobek".equals(row.get("institutionType")) ? "nurseries" : "children's clubs");
      int segments = PolishHours.read(row.get("openingHours")).segments();
      tally.one(
          segments == 0
              ? "rows without hours"
              : segments == 1
                  ? "rows with one segment of hours"
                  : "rows with two to five segments of hours");
      String point = row.get("latitude") + " " + row.get("longitude");
      points.merge(point, 1, Integer::sum);
      if (!suspended(row) && places > 0) {
        tally.one("rows neither suspended nor without capacity");
        tally.add("places there", places);
        tally.add("children there", children);
        tally.add("rows there with more children than places", children > places ? 1 : 0);
        if (children > 0) {
          knownPlaces += places;
          knownChildren += children;
        }
      }
    }
    for (Row row : rows) {
      String point = row.get("latitude") + " " + row.get("longitude");
      tally.add("rows on the point of another row", points.getOrDefault(point, 0) > 1 ? 1 : 0);
    }
    return knownPlaces == 0 ? 0 : Math.min(1, (double) knownChildren / knownPlaces);
  }

  private @Nullable Provider provider(Row row, Map<String, Point> places, double occupancy) {
    int capacity = (int) whole(row, "capacity");
    if (suspended(row)) {
      tally.one("rows left out: suspended");
      tally.note(row, "businessActivitySuspended", Outcome.LEFT_OUT, "suspended");
      return null;
    }
    if (capacity <= 0) {
      tally.one("rows left out: no capacity");
      tally.note(row, "capacity", Outcome.LEFT_OUT, "no capacity");
      return null;
    }
    Point location = location(row, places);
    if (location == null) {
      tally.one("rows left out: no coordinates");
      tally.note(
          row, "latitude", Outcome.LEFT_OUT, "no coordinates, and no other row of its community");
      return null;
    }
    int enrolled = (int) whole(row, "kidsEnrolled");
    int children = enrolled;
    if (enrolled == 0) {
      children = (int) Math.round(capacity * occupancy);
      tally.one("rows imported with assumed enrolment");
      tally.note(
          row,
          "kidsEnrolled",
          Outcome.REPLACED,
          "unknown; %d children assumed".formatted(children));
    } else if (enrolled > capacity) {
      tally.note(
          row,
          "kidsEnrolled",
          Outcome.KEPT,
          "more children than its %d places; nothing is added there".formatted(capacity));
    }
    tally.add("places imported", capacity);
    tally.add("children imported as enrolled", enrolled);
    Provider provider =
        builder.build(
            new Site(
                row.id(),
                ProviderKind.DAYCARE,
                location,
                row.get("county"),
                null,
                capacity,
                children,
                enrolled > capacity,
                List.of(),
                opening(row),
                AGES,
                List.of("pl"),
                "TAK".equals(row.get("isAdaptedToDisabledChildren"))
                    ? List.of("ACCESSIBLE")
                    : List.of(),
                tariff(row),
                Site.Terms.NONE,
                0,
                Site.STAFFED_SHARE,
                Site.Besides.NOBODY));
    Regions.countMade(tally, provider, children);
    return provider;
  }

  private Schedule opening(Row row) {
    PolishHours read = PolishHours.read(row.get("openingHours"));
    for (String odd : read.odd()) {
      tally.note(row, "openingHours", Outcome.REPLACED, odd);
    }
    if (!read.hours().isEmpty()) {
      return new Schedule(read.hours(), List.of());
    }
    tally.one("rows imported with assumed hours");
    tally.note(
        row, "openingHours", Outcome.REPLACED, "unknown; Monday to Friday 07:00-17:00 assumed");
    return new Schedule(WeekHours.on(WORKDAYS, 420, 1020), List.of());
  }

  private Tariff tariff(Row row) {
    Double hourly = row.number("basicPricePerHour");
    if (hourly != null && hourly >= 1 && hourly <= 100) {
      return new Tariff((int) Math.round(hourly * 100), 0, 15, 0);
    }
    if (hourly != null) {
      tally.note(
          row, "basicPricePerHour", Outcome.REPLACED, "not an hourly price; month price used");
    }
    Double monthly = row.number("basicPricePerMonth");
    return monthly == null || monthly <= 0
        ? Tariff.FREE
        : new Tariff((int) Math.round(monthly * 100 / 168), 0, 15, 0);
  }

  private @Nullable Point location(Row row, Map<String, Point> places) {
    Point own = Regions.point(row, "latitude", "longitude");
    if (own != null) {
      return own;
    }
    Point middle = places.get(row.get("community"));
    if (middle != null) {
      tally.note(row, "latitude", Outcome.REPLACED, "no coordinates; middle of its community");
    }
    return middle;
  }

  private static Map<String, Point> places(List<Row> rows) {
    return Regions.middles(rows, "community", "latitude", "longitude");
  }

  private static boolean suspended(Row row) {
    return "TAK".equals(row.get("businessActivitySuspended"));
  }

  private long whole(Row row, String column) {
    Double number = row.number(column);
    return number == null ? 0 : Math.round(number);
  }

  private List<String> modelled(double occupancy) {
    return List.of(
        "The law applied is that of rule pack %s, not the Polish one."
            .formatted(options.rulePack()),
        "Groups are made from the capacity, of sizes legal under the rule pack.",
        "Caregivers are rostered for the regular children, and for most of the licensed places in"
            + " the core of the day, with fewer in the first and last hour and a half.",
        "Regular children are as many as enrolled; their ages, days and hours are drawn.",
        "Where the enrolment is unknown, %.1f %% of the places are taken, as in the other rows."
            .formatted(occupancy * 100),
        "A month price is read as 168 hours (21 days of 8 hours).",
        "Languages (pl) and the rest of the terms are not in the register; no terms are asked.");
  }
}
