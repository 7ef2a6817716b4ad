package org.plek.datasets;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The drawing of the data sets, executable: one line per room. */
class ArchitectureTest {
  private static final String CSV = "de.siegmar.fastcsv..";
  private static final String FORMAT = "org.plek.format";
  private static final String RULES = "org.plek.rules";

  /** What each room may use besides Java, the domain and itself. */
  private static final Map<String, List<String>> ROOMS =
      Map.of(
          "org.plek.datasets", List.of(),
          "org.plek.datasets.generator",
              List.of(RULES, "org.plek.options", "org.plek.scoring.fast"),
          "org.plek.datasets.importers", List.of("org.plek.datasets.generator", RULES, CSV),
          "org.plek.datasets.tiny", List.of("org.plek.datasets.generator", RULES, FORMAT),
          "org.plek.datasets.towns", List.of("org.plek.datasets.generator", RULES, FORMAT));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.plek.datasets");

  @Test
  void aRoomUsesOnlyWhatItsLineAllows() {
    ROOMS.forEach(
        (room, others) ->
            classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "org.jspecify.annotations", "org.plek.domain")
                        .or(resideInAnyPackage(others.toArray(String[]::new)))
                        .or(resideInAnyPackage(room)))
                .allowEmptyShould(true)
                .check(CLASSES));
  }

  @Test
  void everyPackageHasALine() {
    Set<String> packages = new TreeSet<>();
    for (JavaClass one : CLASSES) {
      packages.add(one.getPackageName());
    }
    assertThat(ROOMS.keySet()).containsAll(packages);
  }

  @Test
  void noRoomsInACircle() {
    slices()
        .matching("org.plek.datasets.(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void timeAndChanceAreParameters() {
    noClasses().should().callMethodWhere(target(asksTimeOrChance())).check(CLASSES);
  }

  private static DescribedPredicate<AccessTarget> asksTimeOrChance() {
    Set<String> asking =
        Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.time.ZoneId.systemDefault");
    return DescribedPredicate.describe(
        "time or chance of the machine",
        target ->
            asking.contains(target.getOwner().getName() + "." + target.getName())
                || target.getName().equals("now")
                    && target.getOwner().getPackageName().equals("java.time"));
  }
}
