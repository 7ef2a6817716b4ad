package org.plek.benchmarks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Benchmarks stand on the solver and the data sets, and on no other module. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.plek.benchmarks");

  @Test
  void benchmarksKnowSolverAndDatasetsOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                "org.jspecify.annotations",
                "com.google.ortools..",
                "org.openjdk.jmh..",
                "org.plek.benchmarks..",
                "org.plek.datasets..",
                "org.plek.domain",
                "org.plek.format",
                "org.plek.options",
                "org.plek.rules",
                "org.plek.scoring..",
                "org.plek.search"))
        .check(CLASSES);
  }
}
