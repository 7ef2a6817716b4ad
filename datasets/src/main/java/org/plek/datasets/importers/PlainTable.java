package org.plek.datasets.importers;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plek.datasets.generator.Site;
import org.plek.datasets.generator.SiteBuilder;
import org.plek.datasets.generator.WeekHours;
import org.plek.datasets.importers.RowNote.Outcome;
import org.plek.domain.AgeRange;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.LeastVolume;
import org.plek.domain.Point;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Schedule;
import org.plek.domain.SessionForm;
import org.plek.domain.Tariff;
import org.plek.domain.TravelMode;
import org.plek.domain.WeeklyHours;

/** Reads providers in plek's own columns; documented in {@code datasets/docs/importers.md}. */
final class PlainTable {
  private static final List<String> COLUMNS =
      List.of("id", "kind", "latitude", "longitude", "capacity", "opening");
  private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
  private static final Pattern HOURS =
      Pattern.compile("([A-Z]{3})(?:-([A-Z]{3}))?\\s+(\\d{1,2}):(\\d{2})-(\\d{1,2}):(\\d{2})");

  private final SiteBuilder builder;
  private final ImportOptions options;
  private final Tally tally =
      new Tally(
          "rows",
          "rows of the region",
          "rows imported",
          "rows left out",
          "places imported",
          "regular children made",
          "regular children not made, no legal place left");
  private final Set<String> ids = new HashSet<>();

  PlainTable(SiteBuilder builder, ImportOptions options) {
    this.builder = builder;
    this.options = options;
  }

  Import read(Path file) {
    List<Row> rows = Row.read(file, "id", COLUMNS);
    if (options.region() != null) {
      Regions.check(rows, "area", options.region());
    }
    List<Provider> providers = new ArrayList<>();
    for (Row row : rows) {
      tally.one("rows");
      if (!Regions.matches(row.get("area"), options.region())) {
        continue;
      }
      tally.one("rows of the region");
      Provider provider = provider(row);
      if (provider == null) {
        tally.one("rows left out");
      } else {
        tally.one("rows imported");
        providers.add(provider);
      }
    }
    return new Import(
        providers,
        zone(rows.getFirst()),
        tally.report(
            "Providers in plek's own columns",
            List.of(
                "Groups are made from the capacity where the column groups is empty.",
                "Ages, days and hours of the regular children are drawn.",
                "Caregivers are rostered for the regular children, and for most of the licensed"
                    + " places in the core of the day.")));
  }

  private @Nullable Provider provider(Row row) {
    ProviderKind kind = kind(row);
    Point location = Regions.point(row, "latitude", "longitude");
    int capacity = whole(row, "capacity", 0);
    List<WeeklyHours> opening = opening(row);
    if (row.id().isEmpty() || !ids.add(row.id())) {
      return leave(row, "id", "empty, or another row has it already");
    }
    if (kind == null) {
      return leave(row, "kind", "not DAYCARE, CHILDMINDER or HOME_CARER");
    }
    if (location == null) {
      return leave(row, "latitude", "no coordinates");
    }
    if (capacity < 1) {
      return leave(row, "capacity", "not a number of at least 1");
    }
    if (opening == null) {
      return leave(row, "opening", "not like MON-FRI 07:00-18:00; SAT 08:00-12:00");
    }
    int children = kind == ProviderKind.HOME_CARER ? 0 : whole(row, "regular_children", 0);
    tally.add("places imported", capacity);
    Provider provider =
        builder.build(
            new Site(
                row.id(),
                kind,
                location,
                row.get("area").isEmpty() ? null : row.get("area"),
                row.get("rule_pack").isEmpty() ? null : row.get("rule_pack"),
                capacity,
                children,
                children > capacity,
                groups(row, kind, capacity),
                new Schedule(opening, List.of()),
                new AgeRange(whole(row, "ages_from_months", 0), whole(row, "ages_to_months", 156)),
                list(row, "languages"),
                list(row, "needs_served"),
                new Tariff(
                    whole(row, "cents_per_child_hour", 0),
                    whole(row, "cents_per_carer_hour", 0),
                    Math.max(1, whole(row, "billing_block_minutes", 15)),
                    0),
                terms(row, kind),
                0,
                Site.STAFFED_SHARE,
                Site.Besides.NOBODY));
    Regions.countMade(tally, provider, children);
    return provider;
  }

  private Site.Terms terms(Row row, ProviderKind kind) {
    return new Site.Terms(
        new LeastVolume(
            whole(row, "least_minutes_per_month", 0), whole(row, "least_days_per_week", 0)),
        whole(row, "registration_days", 0),
        whole(row, "notice_minutes", 0),
        new SessionForm(
            whole(row, "shortest_stay_minutes", 0),
            whole(row, "longest_stay_minutes", 0),
            List.of()),
        kind == ProviderKind.HOME_CARER ? new HomeCareTerms(TravelMode.CAR, 0, 0, 0) : null,
        null,
        List.of());
  }

  private List<Integer> groups(Row row, ProviderKind kind, int capacity) {
    List<Integer> sizes = new ArrayList<>();
    for (String size : list(row, "groups")) {
      if (!size.matches("[1-9]\\d{0,3}")) {
        tally.note(row, "groups", Outcome.REPLACED, "not sizes like 14|10; made from the capacity");
        return List.of();
      }
      sizes.add(Integer.valueOf(size));
    }
    if (kind != ProviderKind.DAYCARE && sizes.size() > 1) {
      tally.note(row, "groups", Outcome.REPLACED, "only a daycare has several groups");
      return List.of(capacity);
    }
    return sizes;
  }

  private @Nullable Provider leave(Row row, String column, String text) {
    tally.note(row, column, Outcome.LEFT_OUT, text);
    return null;
  }

  private static @Nullable ProviderKind kind(Row row) {
    String text = row.get("kind").toUpperCase(Locale.ROOT);
    for (ProviderKind kind : ProviderKind.values()) {
      if (kind.name().equals(text)) {
        return kind;
      }
    }
    return null;
  }

  private int whole(Row row, String column, int otherwise) {
    String text = row.get(column);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,7}")) {
      if (!"capacity".equals(column)) {
        tally.note(
            row, column, Outcome.REPLACED, "not a whole number; %d taken".formatted(otherwise));
      }
      return otherwise;
    }
    return Integer.parseInt(text);
  }

  private static List<String> list(Row row, String column) {
    return row.get(column).isEmpty()
        ? List.of()
        : Arrays.stream(row.get(column).split("\\|")).map(String::strip).toList();
  }

  private static @Nullable List<WeeklyHours> opening(Row row) {
    List<WeeklyHours> hours = new ArrayList<>();
    for (String part : row.get("opening").toUpperCase(Locale.ROOT).split(";")) {
      Matcher matcher = HOURS.matcher(part.strip());
      if (!matcher.matches()) {
        return null;
      }
      int first = DAYS.indexOf(matcher.group(1));
      int last = matcher.group(2) == null ? first : DAYS.indexOf(matcher.group(2));
      int from = minute(matcher.group(3), matcher.group(4));
      int to = minute(matcher.group(5), matcher.group(6));
      if (first < 0 || last < first || from < 0 || to < 0 || from == 1440) {
        return null;
      }
      for (int day = first; day <= last; day++) {
        hours.add(WeekHours.of(DayOfWeek.of(day + 1), from, to <= from ? to + 1440 : to));
      }
    }
    return WeekHours.merged(hours);
  }

  private static int minute(String hour, String minute) {
    int minutes = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    return Integer.parseInt(minute) > 59 || minutes > 1440 ? -1 : minutes;
  }

  private static ZoneId zone(Row row) {
    String zone = row.get("zone");
    if (!zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
      throw new UnreadableRegister(
          "Time zone %s is not known. Maybe Europe/Brussels.".formatted(zone));
    }
    return ZoneId.of(zone.isEmpty() ? "Europe/Brussels" : zone);
  }
}
