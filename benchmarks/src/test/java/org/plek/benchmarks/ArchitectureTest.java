package org.plek.benchmarks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The drawing of the benchmarks, executable: one line per room. */
class ArchitectureTest {
  private static final String ROOT = "org.plek.benchmarks.";
  private static final String TIMEFOLD = "ai.timefold.solver.core..";
  private static final String OR_TOOLS = "com.google.ortools..";

  /** What each room may use besides Java, solver, data sets and itself. */
  private static final Map<String, List<String>> ROOMS =
      Map.of(
          ROOT + "instances", List.of(),
          ROOT + "proofs", List.of(ROOT + "instances", OR_TOOLS, "de.siegmar.fastcsv.."),
          ROOT + "smptsp", List.of(ROOT + "instances", "de.siegmar.fastcsv.."),
          ROOT + "peers", List.of(ROOT + "instances", ROOT + "proofs", TIMEFOLD, OR_TOOLS),
          ROOT + "results", List.of(ROOT + "peers", "de.siegmar.fastcsv.."),
          ROOT + "micro", List.of(ROOT + "instances", ROOT + "results", "org.openjdk.jmh.."),
          ROOT + "recommend", List.of(ROOT + "instances", "org.openjdk.jmh.."),
          ROOT + "load", List.of("org.HdrHistogram..", "tools.jackson.."),
          ROOT + "cli",
              List.of(
                  ROOT + "load",
                  ROOT + "instances",
                  ROOT + "proofs",
                  ROOT + "smptsp",
                  ROOT + "peers",
                  ROOT + "results",
                  ROOT + "micro",
                  "picocli.."));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.plek.benchmarks");

  @Test
  void aRoomUsesOnlyWhatItsLineAllows() {
    ROOMS.forEach(
        (room, others) ->
            classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(
                    resideInAnyPackage(
                            "java..",
                            "org.jspecify.annotations",
                            "org.plek.datasets..",
                            "org.plek.domain",
                            "org.plek.format",
                            "org.plek.options",
                            "org.plek.recommend",
                            "org.plek.rules",
                            "org.plek.scoring..",
                            "org.plek.search")
                        .or(resideInAnyPackage(others.toArray(String[]::new)))
                        .or(resideInAnyPackage(room, room + ".jmh_generated")))
                .allowEmptyShould(true)
                .check(CLASSES));
  }

  @Test
  void everyPackageHasALine() {
    Set<String> packages = new TreeSet<>();
    for (JavaClass one : CLASSES) {
      packages.add(one.getPackageName().replace(".jmh_generated", ""));
    }
    assertThat(ROOMS.keySet()).containsAll(packages);
  }

  @Test
  void noRoomsInACircle() {
    slices()
        .matching("org.plek.benchmarks.(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }
}
