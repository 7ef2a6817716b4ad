package org.plek.api.cli;

import java.io.IOException;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plek.cost.Bill;
import org.plek.cost.BoughtBill;
import org.plek.cost.Invoice;
import org.plek.cost.Line;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code plek bill}: what a plan costs families and the owners of bought places. */
@Command(
    name = "bill",
    description = {
      "Bills the care of a plan: each child's with each provider by calendar month, line by line"
          + " from the dated tariffs, and bought places to their owner, used or empty. Monthly fees"
          + " and funded hours count as they fall; no-show fees and deposits are no part of it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plek bill problem.json plan.json",
      "  plek bill problem.json plan.json --family f000012 --month 2026-12 --json",
    })
final class BillCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ProblemAndPlan documents = new ProblemAndPlan();

  @Option(names = "--family", paramLabel = "ID", description = "Only this family's bills.")
  private @Nullable String family;

  @Option(
      names = "--month",
      paramLabel = "MONTH",
      description = "Only the bills of this month, e.g. 2026-12.",
      converter = Months.class)
  private @Nullable YearMonth month;

  @Option(names = "--json", description = "Print everything as JSON.")
  private boolean json;

  BillCommand(Console console) {
    this.console = console;
  }

  /** Reads a month. */
  static final class Months implements ITypeConverter<YearMonth> {
    @Override
    public YearMonth convert(String text) {
      try {
        return YearMonth.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("'" + text + "' is no month. Maybe as 2026-12.");
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    ProblemAndPlan.Read read = documents.read(console);
    if (family != null
        && read.problem().families().stream().noneMatch(there -> there.id().equals(family))) {
      throw Stop.wrongUse(
          "There is no family "
              + family
              + " in "
              + read.problem().id()
              + (read.problem().families().isEmpty()
                  ? "."
                  : ". Maybe one like " + read.problem().families().getFirst().id() + "."));
    }
    List<Bill> bills =
        Invoice.of(read.index(), read.plan().placements()).bills().stream()
            .filter(bill -> family == null || family.equals(bill.familyId()))
            .filter(bill -> month == null || month.equals(bill.month()))
            .toList();
    List<BoughtBill> bought =
        family == null && month == null
            ? BoughtBill.of(read.index(), read.plan().placements())
            : List.of();
    if (json) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("format", "plek-bill/1");
      document.put("cents", cents(bills));
      document.put("bills", bills.stream().map(BillCommand::document).toList());
      document.put("boughtPlaces", bought.stream().map(BillCommand::document).toList());
      Json.print(console.out(), document);
    } else {
      console.out().print(text(bills, bought));
      console.out().flush();
    }
    return ExitCode.FINE;
  }

  private static long cents(List<Bill> bills) {
    return bills.stream().mapToLong(Bill::cents).sum();
  }

  private static Map<String, Object> document(Bill bill) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("familyId", bill.familyId());
    document.put("childId", bill.childId());
    document.put("providerId", bill.providerId());
    if (bill.programme() != null) {
      document.put("programme", bill.programme());
    }
    document.put("month", bill.month().toString());
    document.put("minutes", bill.minutes());
    document.put("cents", bill.cents());
    document.put("centsPerHour", bill.centsPerHour());
    document.put("providerCents", bill.providerCents());
    document.put("agencyCents", bill.agencyCents());
    document.put("lines", bill.lines().stream().map(ExplainCommand::document).toList());
    return document;
  }

  private static Map<String, Object> document(BoughtBill bill) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("programme", bill.programme());
    document.put("groupId", bill.groupId());
    document.put("boughtMinutes", bill.boughtMinutes());
    document.put("usedMinutes", bill.usedMinutes());
    document.put("cents", bill.cents());
    document.put("emptyCents", bill.emptyCents());
    return document;
  }

  private static String text(List<Bill> bills, List<BoughtBill> bought) {
    StringBuilder text = new StringBuilder();
    text.append(said("%,d bills, %,.2f in all%n", bills.size(), cents(bills) / 100.0));
    for (Bill bill : bills) {
      text.append(
          said(
              "%n%s family %s, child %s with %s%s: %,.2f for %.2f h (%.2f an hour)%n",
              bill.month(),
              bill.familyId(),
              bill.childId(),
              bill.providerId(),
              bill.programme() == null ? "" : " under " + bill.programme(),
              bill.cents() / 100.0,
              bill.minutes() / 60.0,
              bill.centsPerHour() / 100.0));
      for (Line line : bill.lines()) {
        text.append(
            said(
                "  %-13s %9s %-11s %10.2f  %s%n",
                words(line.what()),
                line.quantity().toPlainString(),
                words(line.unit()),
                line.cents().doubleValue() / 100,
                line.source()));
      }
      if (bill.agencyCents() != 0) {
        text.append(
            said(
                "  of which %,.2f to the provider and %,.2f to the agency%n",
                bill.providerCents() / 100.0, bill.agencyCents() / 100.0));
      }
    }
    for (BoughtBill bill : bought) {
      text.append(
          said(
              "%n%s pays for its places in %s: %,.2f for %.2f h, %.2f h of them used, %,.2f for"
                  + " empty places%n",
              bill.programme(),
              bill.groupId(),
              bill.cents() / 100.0,
              bill.boughtMinutes() / 60.0,
              bill.usedMinutes() / 60.0,
              bill.emptyCents() / 100.0));
    }
    return text.toString();
  }

  private static String said(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String words(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
