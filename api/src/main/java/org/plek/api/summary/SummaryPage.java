package org.plek.api.summary;

import static org.plek.api.summary.HtmlTable.escape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plek.api.summary.HtmlTable.Cell;
import org.plek.domain.Unplaced;
import org.plek.scoring.ConstraintName;

/** The summary as one page that needs nothing else: no script, no font, no other file. */
public final class SummaryPage {
  /** Rows shown of long tables; the rest is counted. */
  private static final int MOST_ROWS = 150;

  private final Report report;
  private final Summary summary;
  private final StringBuilder html = new StringBuilder(1 << 16);

  private SummaryPage(Report report) {
    this.report = report;
    this.summary = report.summary();
  }

  /** The page as UTF-8 text. */
  public static String html(Report report) {
    return new SummaryPage(report).page();
  }

  private String page() {
    String title = "Plan of " + summary.problemId();
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(escape(title))
        .append("</title>\n<style>\n")
        .append(style())
        .append("</style>\n</head>\n<body>\n<header>\n<h1>")
        .append(escape(title))
        .append("</h1>\n<p class=\"lead\">")
        .append(escape(SummaryText.headline(summary)))
        .append("</p>\n</header>\n<main>\n");
    cards();
    served();
    hours();
    section("why", "Why some care has no place", this::unplaced);
    if (!report.plan().conditional().isEmpty()) {
      section("conditional", "Places if regular children stay away", this::conditional);
    }
    if (!report.regularUse().isEmpty()) {
      section("regular", "Who comes as if regular", this::regularUse);
    }
    section("occupancy", "How full each provider is", this::occupancy);
    section("score", "What the score is made of", this::score);
    section("inherited", "Broken before plek began", this::inherited);
    if (!report.droppedOptions().isEmpty()) {
      section("dropped", "Possibilities left out by a limit", this::dropped);
    }
    section("source", "What this was made from", this::provenance);
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private void section(String id, String title, Runnable content) {
    html.append("<section id=\"").append(id).append("\" aria-labelledby=\"").append(id);
    html.append("-title\">\n<h2 id=\"").append(id).append("-title\">");
    html.append(escape(title)).append("</h2>\n");
    content.run();
    html.append("</section>\n");
  }

  private void cards() {
    Map<String, Double> figures = summary.figures();
    html.append("<dl class=\"cards\">\n");
    card("served", SummaryText.count(summary.all().served()), "care sessions with a place");
    card("without", SummaryText.count(summary.all().unserved()), "care sessions without a place");
    card("", SummaryText.decimal(summary.all().servedPercent()) + " %", "of the hours asked");
    card("", SummaryText.hours(summary.all().servedMinutes()), "hours of care placed");
    card(
        "",
        SummaryText.count(figures.getOrDefault("childrenServed", 0.0).longValue()),
        "of "
            + SummaryText.count(figures.getOrDefault("childrenAsked", 0.0).longValue())
            + " children served");
    if (figures.containsKey("travelMinutesMedian")) {
      card(
          "",
          figures.get("travelMinutesMedian").longValue() + " min",
          "median way; nine of ten within "
              + figures.getOrDefault("travelMinutes90th", 0.0).longValue()
              + " min");
    }
    card(
        "",
        SummaryText.decimal(figures.getOrDefault("knownFacesPercent", 0.0)) + " %",
        "with a provider the child knows");
    card(
        "",
        SummaryText.hours(15 * amount(ConstraintName.CALLED_IN)),
        "hours of caregivers called in beyond the roster");
    html.append("</dl>\n");
  }

  private void conditional() {
    list(report.plan().conditional().stream().map(SummaryText::conditional).toList());
  }

  private void regularUse() {
    list(report.regularUse().stream().map(SummaryText::regularUse).toList());
  }

  private void list(List<String> sentences) {
    html.append("<ul>\n");
    sentences.stream()
        .limit(MOST_ROWS)
        .forEach(words -> html.append("<li>").append(escape(words)).append("</li>\n"));
    html.append("</ul>\n");
    int more = sentences.size() - MOST_ROWS;
    if (more > 0) {
      html.append("<p>And ").append(SummaryText.count(more)).append(" more.</p>\n");
    }
  }

  private void card(String style, String figure, String meaning) {
    html.append("<div class=\"card ").append(style).append("\"><dt>").append(escape(meaning));
    html.append("</dt><dd>").append(escape(figure)).append("</dd></div>\n");
  }

  private void served() {
    section(
        "served",
        "Who was served",
        () -> {
          html.append("<div class=\"columns\">\n");
          if (!summary.tiers().isEmpty()) {
            tallies("By priority tier", "Tier", summary.tiers());
          }
          tallies("By urgency", "Urgency", summary.urgencies());
          tallies("By reason", "Reason", summary.reasons());
          tallies("By date", "Date", summary.dates());
          kinds();
          html.append("</div>\n");
        });
  }

  private void tallies(String caption, String head, List<Tally> tallies) {
    HtmlTable table =
        new HtmlTable(caption, head, "Served", "Without", "Hours served %", "Share of hours");
    for (Tally tally : tallies) {
      if (tally.asked() > 0) {
        table.row(
            SummaryText.words(tally.name()),
            List.of(
                Cell.number(SummaryText.count(tally.served())),
                Cell.number(SummaryText.count(tally.unserved())),
                Cell.number(SummaryText.decimal(tally.servedPercent())),
                Cell.bar(tally.servedPercent())));
      }
    }
    html.append(table);
  }

  private void kinds() {
    HtmlTable table = new HtmlTable("Care placed, by kind of provider", "Kind", "Stays", "Hours");
    for (Tally kind : summary.kinds()) {
      table.row(
          SummaryText.words(kind.name()),
          List.of(
              Cell.number(SummaryText.count(kind.served())),
              Cell.number(SummaryText.hours(kind.servedMinutes()))));
    }
    html.append(table);
  }

  private void hours() {
    section(
        "hours",
        "When care is wanted",
        () -> {
          html.append(HourChart.svg(summary.hours()));
          HtmlTable table =
              new HtmlTable(
                  "Hours of care by hour of the day", "Hour", "Served", "Without", "Served %");
          for (Tally hour : summary.hours()) {
            if (hour.askedMinutes() > 0) {
              table.row(
                  hour.name(),
                  List.of(
                      Cell.number(SummaryText.hours(hour.servedMinutes())),
                      Cell.number(SummaryText.hours(hour.unservedMinutes())),
                      Cell.number(SummaryText.decimal(hour.servedPercent()))));
            }
          }
          html.append("<details><summary>The same in numbers</summary>\n").append(table);
          html.append("</details>\n");
        });
  }

  private void unplaced() {
    if (report.plan().unplaced().isEmpty()) {
      html.append("<p>All care asked has a place.</p>\n");
      return;
    }
    HtmlTable rules =
        new HtmlTable("Rule that blocks at most providers", "Rule", "Care sessions", "Meaning");
    summary
        .blockers()
        .forEach(
            (name, count) ->
                rules.row(
                    SummaryText.words(name),
                    List.of(
                        Cell.number(SummaryText.count(count)),
                        Cell.text(SummaryText.meaning(name)))));
    html.append(rules);
    HtmlTable each = new HtmlTable("Care sessions without a place", "Care session", "Reason");
    for (Unplaced one : report.plan().unplaced().stream().limit(MOST_ROWS).toList()) {
      each.row(one.sessionId(), List.of(Cell.text(one.reason())));
    }
    html.append("<details><summary>Each care session without a place</summary>\n").append(each);
    rest(report.plan().unplaced().size(), "The plan file holds them all.");
    html.append("</details>\n");
  }

  private void occupancy() {
    html.append("<p>Share of the licensed places that is taken while open, in percent: regular")
        .append(" children as booked, and the care placed here. A dash is a closed day;")
        .append(" the peak of each day shows on pointing at it.</p>\n");
    List<String> heads = new ArrayList<>(List.of("Provider", "Kind", "Places", "Occasional h"));
    for (int day = 0; day < summary.days(); day++) {
      var date = summary.from().plusDays(day);
      String weekday = date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      heads.add(weekday + " " + date.getDayOfMonth());
    }
    heads.add("All");
    HtmlTable table = new HtmlTable("Occupancy per provider and day", heads.toArray(String[]::new));
    List<Occupancy.OfProvider> busiest =
        summary.occupancy().stream()
            .sorted(
                Comparator.comparingDouble(Occupancy.OfProvider::occasionalHours)
                    .thenComparingDouble(Occupancy.OfProvider::percent)
                    .reversed())
            .limit(MOST_ROWS)
            .toList();
    for (Occupancy.OfProvider provider : busiest) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(SummaryText.words(provider.kind())));
      cells.add(Cell.number(SummaryText.count(provider.capacity())));
      cells.add(Cell.number(SummaryText.decimal(provider.occasionalHours())));
      for (Occupancy day : provider.days()) {
        cells.add(
            day.openSlots() == 0 && day.peak() == 0
                ? Cell.closed()
                : Cell.heat(
                    day.percent(),
                    "peak " + day.peak() + " of " + provider.capacity() + " places"));
      }
      cells.add(Cell.number(Math.round(provider.percent()) + ""));
      table.row(provider.providerId(), cells);
    }
    html.append(table);
    rest(summary.occupancy().size(), "Shown are those with most occasional care.");
  }

  private void score() {
    HtmlTable table =
        new HtmlTable(
            "Score per constraint",
            "Constraint",
            "Level",
            "Amount",
            "Weight",
            "Weighted",
            "Meaning");
    for (Report.ScoreLine line : report.score()) {
      boolean hard = line.name().level() == ConstraintName.Level.HARD;
      if (!hard || line.amount() > 0) {
        table.row(
            line.name().name(),
            List.of(
                Cell.text(line.name().level().name().toLowerCase(Locale.ROOT)),
                Cell.number(SummaryText.count(line.amount())),
                Cell.number(hard ? "never traded" : SummaryText.count(line.weight())),
                Cell.number(hard ? "" : SummaryText.count(line.weighted())),
                Cell.text(line.name().meaning())));
      }
    }
    html.append("<p>Lower is better. Hard rules show only where something was broken before plek")
        .append(" began.</p>\n")
        .append(table);
  }

  private void inherited() {
    if (report.inherited().isEmpty()) {
      html.append("<p>Nothing: what was agreed already keeps every rule.</p>\n");
      return;
    }
    html.append("<p>Regular children and agreed placements break these rules by themselves. plek")
        .append(" adds nothing there and never makes it worse.</p>\n<ul>\n");
    report.inherited().stream()
        .limit(MOST_ROWS)
        .forEach(text -> html.append("<li>").append(escape(text)).append("</li>\n"));
    html.append("</ul>\n");
    rest(report.inherited().size(), "plek check shows them all.");
  }

  private void dropped() {
    HtmlTable table = new HtmlTable("Options left out", "Limit", "Options");
    report
        .droppedOptions()
        .forEach((name, count) -> table.row(name, List.of(Cell.number(SummaryText.count(count)))));
    html.append(table);
  }

  private void provenance() {
    HtmlTable table = new HtmlTable("Source of the plan", "What", "Value");
    var provenance = report.plan().provenance();
    table.row("Problem", List.of(Cell.text(report.plan().problemId())));
    table.row("SHA-256 of the problem", List.of(Cell.text(provenance.problemHash())));
    table.row("plek", List.of(Cell.text(provenance.programVersion())));
    provenance.rulePacks().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            pack -> table.row("Rule pack " + pack.getKey(), List.of(Cell.text(pack.getValue()))));
    table.row("Seed", List.of(Cell.text(Long.toString(provenance.seed()))));
    String limit = provenance.moveLimit() == 0 ? "none" : SummaryText.count(provenance.moveLimit());
    table.row("Move limit", List.of(Cell.text(limit)));
    report.run().forEach((name, value) -> table.row(name, List.of(Cell.text(value))));
    html.append(table);
  }

  private long amount(ConstraintName name) {
    return report.score().get(name.ordinal()).amount();
  }

  private void rest(int rows, String where) {
    if (rows > MOST_ROWS) {
      html.append("<p>And ").append(SummaryText.count((long) rows - MOST_ROWS)).append(" more. ");
      html.append(escape(where)).append("</p>\n");
    }
  }

  private static String style() {
    try (InputStream css = SummaryPage.class.getResourceAsStream("summary.css")) {
      if (css == null) {
        throw new IllegalStateException("summary.css is not in the jar. Maybe build it again.");
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
