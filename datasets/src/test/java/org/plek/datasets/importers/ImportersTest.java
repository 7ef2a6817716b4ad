package org.plek.datasets.importers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.datasets.SharedData;
import org.plek.domain.ProviderKind;
import org.plek.rules.RulePacks;

class ImportersTest {
  private static final Importers IMPORTERS = new Importers(RulePacks.bundled()::pack);

  @TempDir Path folder;

  private static ImportOptions options(@Nullable String region) {
    return new ImportOptions("VL", region, LocalDate.of(2026, 12, 7), 14, 1);
  }

  @Test
  void everyRowOfThePolishRegisterIsImportedOrReported() {
    Import all =
        IMPORTERS.poland(
            SharedData.file("poland_nurseries/nurseries_2025-09-17.csv"), options(null));
    ImportReport report = all.report();
    assertThat(report.count("rows")).isEqualTo(6_385);
    assertThat(report.count("places in all rows")).isEqualTo(247_037);
    assertThat(report.count("children in all rows")).isEqualTo(188_600);
    assertThat(report.count("rows neither suspended nor without capacity")).isEqualTo(6_329);
    assertThat(report.count("places there")).isEqualTo(245_568);
    assertThat(report.count("children there")).isEqualTo(188_535);
    assertThat(report.count("rows there with more children than places")).isEqualTo(241);
    assertThat(report.count("rows with one segment of hours")).isEqualTo(6_280);
    assertThat(report.count("rows with two to five segments of hours")).isEqualTo(81);
    assertThat(report.count("rows without hours")).isEqualTo(24);
    assertThat(report.count("rows on the point of another row")).isEqualTo(339);
    assertThat(all.providers()).hasSize((int) report.count("rows imported"));
    assertThat(
            report.count("rows imported")
                + report.count("rows left out: suspended")
                + report.count("rows left out: no capacity")
                + report.count("rows left out: no coordinates"))
        .isEqualTo(6_385);
    assertThat(report.count("regular children not made, no legal place left")).isZero();
    assertThat(report.notes().stream().filter(n -> n.outcome() == RowNote.Outcome.LEFT_OUT))
        .hasSize((int) (6_385 - report.count("rows imported")));
  }

  @Test
  void oneVoivodeshipIsPartOfTheWhole() {
    Path file = SharedData.file("poland_nurseries/nurseries_2025-09-17.csv");
    Import opole = IMPORTERS.poland(file, options("opolskie"));
    assertThat(opole.report().count("rows of the region")).isEqualTo(130);
    assertThat(opole.report().count("rows")).isEqualTo(6_385);
    assertThat(IMPORTERS.poland(file, options("OPOLSKIE")).providers())
        .isEqualTo(opole.providers());
    assertThatThrownBy(() -> IMPORTERS.poland(file, options("Atlantis")))
        .isInstanceOf(UnreadableRegister.class)
        .hasMessageContaining("Maybe one of")
        .hasMessageContaining("OPOLSKIE");
  }

  @Test
  void everyRowOfTheNebraskaRosterIsImportedOrReported() {
    Import all =
        IMPORTERS.nebraska(
            SharedData.file("nebraska_roster/nebraska_providers_2026-02-16.csv"), options(null));
    ImportReport report = all.report();
    assertThat(report.count("rows")).isEqualTo(2_656);
    assertThat(report.count("places in all rows")).isEqualTo(125_374);
    assertThat(report.count("rows with a blank type")).isEqualTo(139);
    assertThat(report.count("rows with 0000 To 2400")).isEqualTo(313);
    assertThat(report.count("rows open at the weekend")).isEqualTo(564);
    // 929 homes I, 597 homes II, and 16 + 12 blank rows with a licence of a home.
    assertThat(report.count("childminders in all rows")).isEqualTo(1_554);
    assertThat(all.providers()).hasSize(2_656);
    assertThat(
            all.providers().stream()
                .filter(p -> p.kind() == ProviderKind.CHILDMINDER)
                .filter(p -> p.opening().week().size() == 7))
        .isNotEmpty();
  }

  @Test
  void hoursOfPolandAreReadByDayAndMerged() {
    PolishHours two =
        PolishHours.read("Godziny pracy: Poniedziałek, Wtorek 07:00-15:00 Poniedziałek 9:00-17:00");
    assertThat(two.segments()).isEqualTo(2);
    assertThat(two.hours()).extracting(Object::toString).hasSize(2);
    assertThat(two.hours().getFirst().day()).isEqualTo(DayOfWeek.MONDAY);
    assertThat(two.hours().getFirst().to()).hasToString("17:00");
    assertThat(two.hours().getLast().to()).hasToString("15:00");
    assertThat(PolishHours.read("Godziny pracy: Sobota 08:00-08:00").hours()).isEmpty();
    assertThat(PolishHours.read("Godziny pracy:").segments()).isZero();
  }

  @Test
  void daysOfNebraskaAreReadFromTheLeft() {
    assertThat(NebraskaFields.inOrder(NebraskaFields.days("MTWTF").days()))
        .containsExactly(
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY);
    assertThat(NebraskaFields.days("TWTH").days()).hasSize(3);
    assertThat(NebraskaFields.days("MTWTHFSSU").days()).hasSize(7);
    assertThat(NebraskaFields.days("MTWTHFSS").days()).hasSize(7);
    assertThat(NebraskaFields.days("MTWTHFSSU").odd()).isFalse();
    NebraskaFields.Days odd = NebraskaFields.days("MSWTHFS");
    assertThat(odd.odd()).isTrue();
    assertThat(odd.days())
        .containsExactlyInAnyOrder(
            DayOfWeek.MONDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY,
            DayOfWeek.SATURDAY);
  }

  @Test
  void agesAndHoursOfNebraskaHaveManySpellings() {
    assertThat(NebraskaFields.ages("6WKS To 13YRS"))
        .hasToString("AgeRange[fromMonths=2, toMonths=156]");
    assertThat(NebraskaFields.ages("6 MONTHSTo 13 YEARS"))
        .hasToString("AgeRange[fromMonths=6, toMonths=156]");
    assertThat(NebraskaFields.ages("2.5 YRS To 12 YRS"))
        .hasToString("AgeRange[fromMonths=30, toMonths=144]");
    assertThat(NebraskaFields.ages("6 WKS MWToTWT1H3F YSRSUS")).isNull();
    assertThat(NebraskaFields.hours("0000 To 2400")).isEqualTo(new NebraskaFields.Hours(0, 1440));
    assertThat(NebraskaFields.hours("0001 To 0001")).isEqualTo(new NebraskaFields.Hours(0, 1440));
    assertThat(NebraskaFields.hours("1800 To 0600"))
        .isEqualTo(new NebraskaFields.Hours(1080, 1800));
    assertThat(NebraskaFields.hours("0750 To 1575")).isNull();
  }

  @Test
  void aPlainTableIsReadAndItsFaultsAreNamed() throws IOException {
    Path file = folder.resolve("providers.csv");
    Files.writeString(
        file,
        """
        id,kind,latitude,longitude,capacity,opening,regular_children,languages
        d1,daycare,51.0,4.4,28,MON-FRI 07:00-18:00,20,nl|fr
        d1,daycare,51.0,4.4,28,MON-FRI 07:00-18:00,20,nl
        h1,home_carer,51.0,4.4,4,MON-SUN 18:00-08:00,,nl
        x1,kennel,51.0,4.4,4,MON 08:00-12:00,,
        x2,daycare,51.0,4.4,4,always,,
        x3,daycare,,4.4,4,MON 08:00-12:00,,
        """);
    Import read = IMPORTERS.csv(file, options(null));
    assertThat(read.providers()).extracting(p -> p.id()).containsExactly("d1", "h1");
    assertThat(read.providers().getFirst().groups()).hasSize(2);
    assertThat(read.report().notes())
        .extracting(n -> n.line() + " " + n.column())
        .containsExactly("3 id", "5 kind", "6 opening", "7 latitude");
  }

  @Test
  void anotherTableIsRefused() throws IOException {
    Path file = folder.resolve("other.csv");
    Files.writeString(file, "a,b\n1,2\n");
    assertThatThrownBy(() -> IMPORTERS.poland(file, options(null)))
        .isInstanceOf(UnreadableRegister.class)
        .hasMessageContaining("has no column id");
  }
}
