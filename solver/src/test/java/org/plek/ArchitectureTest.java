package org.plek;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The drawing of the solver, executable: one line per room, and nothing that is not in a line. */
class ArchitectureTest {
  private static final String JACKSON = "tools.jackson..";
  private static final String JTS = "org.locationtech.jts..";
  private static final String TIMEFOLD = "ai.timefold.solver..";
  private static final String LOGGING = "org.slf4j..";

  /** Room, the rooms it may use, the libraries it may use. */
  private static final List<Room> ROOMS =
      List.of(
          room("domain").uses(),
          room("rules").uses("domain").with(JACKSON),
          room("format").uses("domain", "scoring").with(JACKSON),
          room("cost").uses("domain"),
          room("scoring").uses("domain"),
          room("scoring.plain").uses("scoring", "rules", "cost", "domain"),
          room("scoring.fast").uses("scoring", "rules", "domain", "options"),
          room("options").uses("scoring", "rules", "cost", "domain").with(JTS),
          room("offer").uses("scoring.plain", "rules", "domain"),
          room("search")
              .uses("options", "scoring", "scoring.fast", "scoring.plain", "rules", "domain")
              .with(TIMEFOLD, LOGGING),
          room("staffing").uses("scoring", "scoring.plain", "rules", "domain"),
          room("recommend")
              .uses(
                  "options",
                  "cost",
                  "scoring",
                  "scoring.fast",
                  "scoring.plain",
                  "rules",
                  "domain"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.plek");

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomUsesOnlyWhatItsLineAllows(Room room) {
    classes()
        .that()
        .resideInAPackage(room.packageName())
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(room.allowed()))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyPackageHasALine() {
    Set<String> packages = new TreeSet<>();
    for (JavaClass one : CLASSES) {
      packages.add(one.getPackageName());
    }
    assertThat(ROOMS.stream().map(Room::packageName)).containsAll(packages);
  }

  @Test
  void noRoomsInACircle() {
    slices().matching("org.plek.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void timeAndChanceAreParameters() {
    noClasses().should().callMethodWhere(target(asksTimeOrChance())).check(CLASSES);
    noClasses().should().callConstructorWhere(target(unseededChance())).check(CLASSES);
  }

  @Test
  void onlyTheSearchReadsAStopwatch() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.plek.search")
        .should()
        .callMethod(System.class, "nanoTime")
        .check(CLASSES);
  }

  private static DescribedPredicate<AccessTarget> asksTimeOrChance() {
    Set<String> asking =
        Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.ZoneId.systemDefault");
    return DescribedPredicate.describe(
        "time or chance of the machine",
        target ->
            asking.contains(target.getOwner().getName() + "." + target.getName())
                || target.getName().equals("now")
                    && target.getOwner().getPackageName().equals("java.time"));
  }

  private static DescribedPredicate<AccessTarget> unseededChance() {
    return DescribedPredicate.describe(
        "chance without a seed",
        target -> target.getFullName().matches("java\\.util\\.(Splittable)?Random\\.<init>\\(\\)"));
  }

  private static Stream<Room> rooms() {
    return ROOMS.stream();
  }

  private static Room room(String name) {
    return new Room(name, List.of(), List.of());
  }

  private record Room(String name, List<String> rooms, List<String> libraries) {
    Room uses(String... names) {
      return new Room(name, List.of(names), libraries);
    }

    Room with(String... packages) {
      return new Room(name, rooms, List.of(packages));
    }

    String packageName() {
      return "org.plek." + name;
    }

    String[] allowed() {
      List<String> allowed = new ArrayList<>(List.of("java..", "org.jspecify.annotations"));
      allowed.add(packageName());
      rooms.forEach(other -> allowed.add("org.plek." + other));
      allowed.addAll(libraries);
      return allowed.toArray(String[]::new);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
