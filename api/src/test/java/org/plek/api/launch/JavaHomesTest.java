package org.plek.api.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaHomesTest {
  @TempDir Path machine;
  private Path usual;
  private Path user;

  @BeforeEach
  void folders() throws IOException {
    usual = Files.createDirectories(machine.resolve("usr/lib/jvm"));
    user = Files.createDirectories(machine.resolve("home/someone"));
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_402, 8", "8, 8", "17.0.15, 17", "21, 21", "25-ea, 25", "'', 0", "later, 0"})
  void readsTheVersion(String text, int version) {
    assertThat(JavaHomes.major(text)).isEqualTo(version);
  }

  @Test
  void takesTheNewestOfTheUsualFolders() throws IOException {
    java(usual.resolve("java-17"), "17.0.15");
    java(usual.resolve("java-21"), "21.0.4");
    Path newest = java(usual.resolve("temurin-25"), "25.0.3");

    assertThat(find(Map.of())).isEqualTo(newest.resolve("bin/java").toString());
  }

  @Test
  void findsNothingWhereAllAreOlder() throws IOException {
    java(usual.resolve("java-8"), "1.8.0_402");
    java(usual.resolve("java-20"), "20.0.2");

    assertThat(find(Map.of())).isNull();
  }

  @Test
  void prefersJavaHomeWhenItIsNewEnough() throws IOException {
    java(usual.resolve("temurin-25"), "25.0.3");
    Path chosen = java(machine.resolve("chosen"), "21.0.4");

    assertThat(find(Map.of("JAVA_HOME", chosen.toString())))
        .isEqualTo(chosen.resolve("bin/java").toString());
  }

  @Test
  void passesOverAnOldJavaHome() throws IOException {
    Path newest = java(usual.resolve("temurin-25"), "25.0.3");
    Path old = java(machine.resolve("old"), "17.0.15");

    assertThat(find(Map.of("JAVA_HOME", old.toString())))
        .isEqualTo(newest.resolve("bin/java").toString());
  }

  @Test
  void looksWhereToolsOfTheUserInstall() throws IOException {
    Path mine = java(user.resolve(".sdkman/candidates/java/21.0.4-tem"), "21.0.4");

    assertThat(find(Map.of())).isEqualTo(mine.resolve("bin/java").toString());
  }

  @Test
  void followsThePathThroughLinks() throws IOException {
    Path home = java(machine.resolve("elsewhere/jdk"), "23.0.1");
    Path bin = Files.createDirectories(machine.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("java"), home.resolve("bin/java"));

    assertThat(find(Map.of("PATH", bin + File.pathSeparator + machine.resolve("nowhere"))))
        .isEqualTo(home.toRealPath().resolve("bin/java").toString());
  }

  @Test
  void leavesOutAHomeWithoutExecutable() throws IOException {
    Path broken = java(usual.resolve("temurin-25"), "25.0.3");
    Files.delete(broken.resolve("bin/java"));

    assertThat(find(Map.of())).isNull();
  }

  @Test
  void readsTheHomeInsideAMacBundle() throws IOException {
    Path home = java(usual.resolve("temurin-21.jdk/Contents/Home"), "21.0.4");

    assertThat(find(Map.of())).isEqualTo(home.resolve("bin/java").toString());
  }

  @Test
  void namedPlaceIsAHomeOrAnExecutable() throws IOException {
    Path home = java(machine.resolve("named"), "21.0.4");
    String executable = home.resolve("bin/java").toString();

    assertThat(JavaHomes.named(home.toString())).isEqualTo(executable);
    assertThat(JavaHomes.named(executable)).isEqualTo(executable);
    assertThat(JavaHomes.named(machine.resolve("nowhere").toString())).isNull();
  }

  private @Nullable String find(Map<String, String> environment) {
    return JavaHomes.find(21, environment, user.toString(), List.of(usual.toFile()));
  }

  private static Path java(Path home, String version) throws IOException {
    Path executable = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(executable, "#!/bin/sh\n");
    assertThat(executable.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }
}
