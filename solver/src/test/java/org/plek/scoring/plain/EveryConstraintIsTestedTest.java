package org.plek.scoring.plain;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plek.scoring.ConstraintName;

class EveryConstraintIsTestedTest {
  @Test
  void everyConstraintHasATestThatComputesItByHand() {
    EnumSet<ConstraintName> measured = EnumSet.noneOf(ConstraintName.class);
    new ClassFileImporter()
        .importPackagesOf(Measures.class).stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Test.class))
            .filter(method -> method.isAnnotatedWith(Measures.class))
            .map(method -> method.getAnnotationOfType(Measures.class).value())
            .forEach(names -> measured.addAll(List.of(names)));
    assertThat(measured).containsExactlyInAnyOrder(ConstraintName.values());
  }
}
