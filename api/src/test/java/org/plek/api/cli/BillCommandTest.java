package org.plek.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plek.api.cli.Cli.plek;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.plek.api.cli.Cli.Ended;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code plek bill} on the example of places that a hospital bought. */
class BillCommandTest {
  private static final Path SYSTEM =
      Path.of(System.getProperty("repository.root"), "datasets/systems/13-bought-places");
  private static final Path PROBLEM = SYSTEM.resolve("problem.json");
  private static final Path PLAN = SYSTEM.resolve("expected-plan.json");

  private static JsonNode json(Ended run) {
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINE);
    return JsonMapper.builder().build().readTree(run.out());
  }

  @Test
  void aFamilyIsBilledByMonthLineByLine() {
    JsonNode bills = json(plek("bill", PROBLEM, PLAN, "--family", "nys", "--json"));
    assertThat(bills.get("bills")).hasSize(1);
    JsonNode bill = bills.get("bills").get(0);
    // Eight hours at 5.00, of which the hospital pays 60 %.
    assertThat(bill.get("cents").asInt()).isEqualTo(1600);
    assertThat(bill.get("minutes").asInt()).isEqualTo(8 * 60);
    assertThat(bill.get("lines").valueStream().map(line -> line.get("cents").asInt()))
        .containsExactly(4000, -2400);
    assertThat(bills.get("boughtPlaces")).as("those are not the family's").isEmpty();
    String month = bill.get("month").asString();
    assertThat(json(plek("bill", PROBLEM, PLAN, "--month", month, "--json")).get("bills"))
        .hasSizeGreaterThan(1);
    assertThat(json(plek("bill", PROBLEM, PLAN, "--month", "2001-01", "--json")).get("bills"))
        .isEmpty();
  }

  @Test
  void theOwnerIsBilledForEmptyPlaces() {
    Ended run = plek("bill", PROBLEM, PLAN);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINE);
    assertThat(run.out())
        .contains(
            "HOSPITAL pays for its places in sun-1: 252.00 for 72.00 h, 8.00 h of them used,"
                + " 224.00 for empty places");
    JsonNode bought = json(plek("bill", PROBLEM, PLAN, "--json")).get("boughtPlaces");
    assertThat(bought.get(0).get("emptyCents").asInt()).isEqualTo(22_400);
  }

  @Test
  void whatIsNotThereIsSaid() {
    Ended family = plek("bill", PROBLEM, PLAN, "--family", "nobody");
    assertThat(family.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(family.err()).contains("There is no family nobody").contains("Maybe one like");
    Ended month = plek("bill", PROBLEM, PLAN, "--month", "December");
    assertThat(month.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(month.err()).contains("'December' is no month. Maybe as 2026-12.");
  }
}
