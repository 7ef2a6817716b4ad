package org.plek.datasets.importers;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
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

/** Reads the child care licensing roster of Nebraska as a table, UTF-8. */
final class NebraskaRoster {
  /** Share of the opening hours of places that is used (France 2019); the roster tells none. */
  static final double OCCUPANCY = 0.69;

  private static final AgeRange COMMON_AGES = new AgeRange(2, 156);
  private static final NebraskaFields.Hours COMMON_HOURS = new NebraskaFields.Hours(360, 1080);
  private static final List<DayOfWeek> WORKDAYS = List.of(DayOfWeek.values()).subList(0, 5);
  private static final List<String> COLUMNS =
      List.of(
          "license_number",
          "license_type",
          "county",
          "capacity",
          "ages",
          "hours",
          "days_open",
          "zip_lat",
          "zip_lon");

  private final SiteBuilder builder;
  private final ImportOptions options;
  private final Tally tally =
      new Tally(
          "rows",
          "places in all rows",
          "rows of the region",
          "rows imported",
          "rows left out: no capacity",
          "rows left out: no coordinates",
          "childminders in all rows",
          "daycares in all rows",
          "rows with a blank type",
          "rows with 0000 To 2400",
          "rows day and night in another spelling",
          "rows open at the weekend",
          "rows without coordinates",
          "rows with unreadable ages",
          "rows with unreadable or blank hours",
          "rows with odd or blank days",
          "places imported",
          "regular children made",
          "regular children not made, no legal place left");

  NebraskaRoster(SiteBuilder builder, ImportOptions options) {
    this.builder = builder;
    this.options = options;
  }

  Import read(Path file) {
    List<Row> rows = Row.read(file, "license_number", COLUMNS);
    Regions.check(rows, "county", options.region());
    Map<String, Point> counties = Regions.middles(rows, "county", "zip_lat", "zip_lon");
    List<Provider> providers = new ArrayList<>();
    for (Row row : rows) {
      count(row);
      if (Regions.matches(row.get("county"), options.region())) {
        tally.one("rows of the region");
        Provider provider = provider(row, counties);
        if (provider != null) {
          tally.one("rows imported");
          providers.add(provider);
        }
      }
    }
    return new Import(
        providers,
        ZoneId.of("America/Chicago"),
        tally.report("Child care licensing roster, Nebraska", modelled()));
  }

  private void count(Row row) {
    tally.one("rows");
    Double capacity = row.number("capacity");
    tally.add("places in all rows", capacity == null ? 0 : Math.round(capacity));
    tally.one(
        kind(row) == ProviderKind.CHILDMINDER
            ? "childminders in all rows"
            : "daycares in all rows");
    tally.add("rows with a blank type", row.get("license_type").isEmpty() ? 1 : 0);
    NebraskaFields.Hours hours = NebraskaFields.hours(row.get("hours"));
    if (row.get("hours").equals("0000 To 2400")) {
      tally.one("rows with 0000 To 2400");
    } else if (hours != null && hours.dayAndNight()) {
      tally.one("rows day and night in another spelling");
    }
    NebraskaFields.Days days = NebraskaFields.days(row.get("days_open"));
    tally.add("rows open at the weekend", days.weekend() ? 1 : 0);
    tally.add("rows without coordinates", Regions.point(row, "zip_lat", "zip_lon") == null ? 1 : 0);
    tally.add("rows with unreadable ages", NebraskaFields.ages(row.get("ages")) == null ? 1 : 0);
    tally.add("rows with unreadable or blank hours", hours == null ? 1 : 0);
    tally.add("rows with odd or blank days", days.odd() || days.days().isEmpty() ? 1 : 0);
  }

  private @Nullable Provider provider(Row row, Map<String, Point> counties) {
    Double places = row.number("capacity");
    if (places == null || places < 1) {
      tally.one("rows left out: no capacity");
      tally.note(row, "capacity", Outcome.LEFT_OUT, "no capacity");
      return null;
    }
    Point location = Regions.point(row, "zip_lat", "zip_lon");
    if (location == null) {
      location = counties.get(row.get("county"));
      if (location == null) {
        tally.one("rows left out: no coordinates");
        tally.note(row, "zip_lat", Outcome.LEFT_OUT, "no coordinates in its county");
        return null;
      }
      tally.note(row, "zip_lat", Outcome.REPLACED, "no coordinates; middle of its county");
    }
    int capacity = (int) Math.round(places);
    tally.add("places imported", capacity);
    ProviderKind kind = kind(row);
    noteType(row, kind, capacity);
    int children = (int) Math.round(capacity * OCCUPANCY);
    Provider provider =
        builder.build(
            new Site(
                row.id(),
                kind,
                location,
                row.get("county"),
                null,
                capacity,
                children,
                false,
                List.of(),
                opening(row),
                ages(row),
                List.of("en"),
                List.of(),
                Tariff.FREE,
                Site.Terms.NONE,
                0,
                Site.STAFFED_SHARE,
                Site.Besides.NOBODY));
    Regions.countMade(tally, provider, children);
    return provider;
  }

  private void noteType(Row row, ProviderKind kind, int capacity) {
    String type = row.get("license_type");
    if (type.isEmpty()) {
      tally.note(
          row,
          "license_type",
          Outcome.REPLACED,
          "blank; the letters of the licence tell "
              + (kind == ProviderKind.DAYCARE ? "a daycare" : "a childminder"));
    }
    int most = type.endsWith("Home I") ? 10 : 12;
    if (kind == ProviderKind.CHILDMINDER && capacity > most) {
      tally.note(row, "capacity", Outcome.KEPT, "more than the %d of its type".formatted(most));
    }
  }

  private static ProviderKind kind(Row row) {
    String type = row.get("license_type");
    boolean home =
        type.isEmpty() ? row.id().startsWith("FI") : type.startsWith("Family Child Care Home");
    return home ? ProviderKind.CHILDMINDER : ProviderKind.DAYCARE;
  }

  private AgeRange ages(Row row) {
    AgeRange ages = NebraskaFields.ages(row.get("ages"));
    if (ages == null) {
      tally.note(row, "ages", Outcome.REPLACED, "not readable; 6 weeks to 13 years assumed");
      return COMMON_AGES;
    }
    return ages;
  }

  private Schedule opening(Row row) {
    NebraskaFields.Hours hours = NebraskaFields.hours(row.get("hours"));
    if (hours == null) {
      tally.note(row, "hours", Outcome.REPLACED, "not readable; 06:00-18:00 assumed");
      hours = COMMON_HOURS;
    }
    NebraskaFields.Days read = NebraskaFields.days(row.get("days_open"));
    List<DayOfWeek> days = NebraskaFields.inOrder(read.days());
    if (days.isEmpty()) {
      tally.note(row, "days_open", Outcome.REPLACED, "blank; Monday to Friday assumed");
      days = WORKDAYS;
    } else if (read.odd()) {
      tally.note(row, "days_open", Outcome.REPLACED, "odd; read as " + days);
    }
    return new Schedule(WeekHours.on(days, hours.fromMinute(), hours.toMinute()), List.of());
  }

  private List<String> modelled() {
    return List.of(
        "The law applied is that of rule pack %s, not that of Nebraska."
            .formatted(options.rulePack()),
        "Groups are made from the capacity, of sizes legal under the rule pack; a childminder keeps"
            + " the capacity of the licence and one caregiver.",
        "The roster tells no enrolment: %.0f %% of the places are taken, as far as the rule pack"
                .formatted(OCCUPANCY * 100)
            + " allows.",
        "Caregivers of daycares are rostered for the regular children, and for most of the licensed"
            + " places in the core of the day.",
        "Ages, days and hours of the regular children are drawn.",
        "Places are centroids of ZIP codes; all times are read as Central time, though the west of"
            + " Nebraska keeps Mountain time.",
        "Prices, languages (en) and terms are not in the roster; care is without price here.");
  }
}
