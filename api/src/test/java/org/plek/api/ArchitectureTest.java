package org.plek.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The drawing of the ways in, executable. */
class ArchitectureTest {
  /** The one room of each library that must stay replaceable. */
  private static final Map<String, String[]> ONLY_IN =
      Map.of(
          "org.plek.api.store",
              new String[] {"java.sql", "javax.sql", "org.jdbi..", "org.sqlite.."},
          "org.plek.api.http", new String[] {"io.javalin..", "jakarta.servlet.."},
          "org.plek.api.cli", new String[] {"picocli..", "me.tongfei.."});

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.plek.api");

  @Test
  void theLauncherKnowsNoOtherRoom() {
    onlyUses("launch", "java..");
  }

  @Test
  void theSummaryCountsWhatAPlanSays() {
    onlyUses(
        "summary",
        "java..",
        "org.plek.domain",
        "org.plek.offer",
        "org.plek.scoring",
        "org.plek.scoring.plain");
  }

  @Test
  void theStoreKnowsNoOtherRoom() {
    noClasses()
        .that()
        .resideInAPackage("org.plek.api.store..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.plek.api.cli..",
                "org.plek.api.http..",
                "org.plek.api.jobs..",
                "org.plek.api.runs.."))
        .check(CLASSES);
  }

  @Test
  void httpAndStoreMeetOnlyInBetween() {
    noClasses()
        .that()
        .resideInAPackage("org.plek.api.http..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.plek.api.store.."))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void runsKnowTheDeskAndThePlannerOnly() {
    onlyUses(
        "runs",
        "java..",
        "org.plek.api.jobs",
        "org.plek.api.planning",
        "org.plek.api.summary",
        "org.plek.domain",
        "org.plek.format",
        "org.plek.rules",
        "org.plek.scoring..",
        "org.plek.search",
        "tools.jackson..");
  }

  @Test
  void aLibraryStaysInItsRoom() {
    ONLY_IN.forEach(
        (room, libraries) ->
            noClasses()
                .that()
                .resideOutsideOfPackage(room + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(libraries))
                .check(CLASSES));
  }

  @Test
  void theWaysInUseTheDoorsOfTheSolverOnly() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.plek.scoring.fast", "ai.timefold.solver.."))
        .check(CLASSES);
  }

  @Test
  void noRoomsInACircle() {
    slices().matching("org.plek.api.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  private static void onlyUses(String room, String... others) {
    String own = "org.plek.api." + room;
    classes()
        .that()
        .resideInAPackage(own)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(own, "org.jspecify.annotations").or(resideInAnyPackage(others)))
        .check(CLASSES);
  }
}
