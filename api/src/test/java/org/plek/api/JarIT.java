package org.plek.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.domain.Plan;
import org.plek.format.PlanJson;

/** The jar as a user starts it: another process, real files, real signals. */
class JarIT {
  private static final Path JAR =
      Path.of(System.getProperty("repository.root"), "api/target/plek.jar");
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin/java");

  @TempDir static Path town;
  private static Path problem;

  @TempDir Path folder;

  /** How a process ended. */
  record Ended(int code, String out, String err) {}

  @BeforeAll
  static void makeATown() throws Exception {
    problem = town.resolve("problem.json");
    Ended made =
        run(
            JAVA,
            Map.of(),
            "generate",
            "--town",
            "Gent",
            "--groups",
            "6",
            "--sessions",
            "40",
            "-o",
            problem.toString());
    assertThat(made.code()).as(made.err()).isZero();
  }

  @Test
  void holdsEverythingOnceAndNoSignature() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> names = new ArrayList<>();
      jar.stream().forEach(entry -> names.add(entry.getName()));

      assertThat(names).doesNotHaveDuplicates().noneMatch(name -> name.endsWith(".SF"));
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo("org.plek.api.launch.Launcher");
      byte[] launcher =
          jar.getInputStream(jar.getEntry("org/plek/api/launch/Launcher.class")).readAllBytes();
      assertThat(launcher[7]).as("class file version of Java 8").isEqualTo((byte) 52);
    }
  }

  @Test
  void plansFromTheJar() throws Exception {
    Path plan = folder.resolve("plan.json");
    Ended solved =
        run(JAVA, Map.of(), "solve", problem.toString(), "--moves", "500", "-o", plan.toString());
    Ended checked = run(JAVA, Map.of(), "check", problem.toString(), plan.toString());

    assertThat(solved.code()).as(solved.err()).isZero();
    assertThat(solved.err()).doesNotContain("WARNING", "SLF4J");
    assertThat(checked.code()).as(checked.out()).isZero();
  }

  @Test
  void anOlderJavaStartsANewerOne() throws Exception {
    Path older = olderJava();

    Ended version = run(older, Map.of("JAVA_HOME", System.getProperty("java.home")), "--version");
    Ended wrong = run(older, Map.of("JAVA_HOME", System.getProperty("java.home")), "dance");

    assertThat(version.code()).as(version.err()).isZero();
    assertThat(version.out()).contains("(Java " + System.getProperty("java.version"));
    assertThat(wrong.code()).isEqualTo(2);
  }

  @Test
  void optionsOfTheVirtualMachineArePassedOn() throws Exception {
    Ended ended = run(JAVA, Map.of("PLEK_JAVA_OPTS", "-Xmx77m -XshowSettings:vm"), "--version");

    assertThat(ended.code()).isZero();
    assertThat(ended.err()).contains("77.00M");
  }

  @Test
  void aWrongJavaIsToldInOneLine() throws Exception {
    Ended ended = run(JAVA, Map.of("PLEK_JAVA", folder.toString()), "--version");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err().strip().lines()).hasSize(1);
    assertThat(ended.err()).startsWith("PLEK_JAVA names " + folder).contains("Maybe");
  }

  @Test
  void anInterruptWritesTheBestPlan() throws Exception {
    interrupted(JAVA);
  }

  @Test
  void anInterruptReachesTheNewerJava() throws Exception {
    interrupted(olderJava());
  }

  private void interrupted(Path java) throws Exception {
    Path plan = folder.resolve("plan.json");
    Process process =
        builder(
                java,
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                "solve",
                problem.toString(),
                "--time",
                "10m",
                "-o",
                plan.toString())
            .start();
    try (BufferedReader err =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      assertThat(err.readLine()).startsWith("Planning ");
      String signal = ignoresInterrupts(process.pid()) ? "-TERM" : "-INT";
      assertThat(new ProcessBuilder("kill", signal, "" + process.pid()).start().waitFor()).isZero();
      String rest = String.join("\n", err.lines().toList());
      assertThat(process.waitFor()).as(rest).isEqualTo(130);
    }
    Plan best = PlanJson.read(plan);
    assertThat(best.placements().size() + best.unplaced().size()).isEqualTo(40);
    Ended checked = run(JAVA, Map.of(), "check", problem.toString(), plan.toString());
    assertThat(checked.code()).as(checked.out()).isZero();
  }

  /** Processes behind a background job of a shell never see SIGINT. */
  private static boolean ignoresInterrupts(long pid) throws IOException {
    Matcher mask =
        Pattern.compile("SigIgn:\\s*([0-9a-f]+)")
            .matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
    return mask.find() && (Long.parseUnsignedLong(mask.group(1), 16) & 2) != 0;
  }

  /** A Java on this machine that is too old for plek. */
  private static Path olderJava() throws IOException {
    Map<Integer, Path> found = new TreeMap<>(Collections.reverseOrder());
    Path folder = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> homes = Files.list(folder)) {
        for (Path home : homes.toList()) {
          Path release = home.resolve("release");
          if (Files.exists(release) && Files.isExecutable(home.resolve("bin/java"))) {
            Matcher version =
                Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+)")
                    .matcher(Files.readString(release));
            if (version.find() && Integer.parseInt(version.group(1)) < 21) {
              found.put(Integer.parseInt(version.group(1)), home.resolve("bin/java"));
            }
          }
        }
      }
    }
    assumeThat(found).as("no Java older than 21 on this machine").isNotEmpty();
    return found.values().iterator().next();
  }

  private static Ended run(Path java, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    File out = File.createTempFile("plek", ".out", town.toFile());
    File err = File.createTempFile("plek", ".err", town.toFile());
    Process process =
        builder(java, environment, arguments).redirectOutput(out).redirectError(err).start();
    int code = process.waitFor();
    return new Ended(code, Files.readString(out.toPath()), Files.readString(err.toPath()));
  }

  private static ProcessBuilder builder(
      Path java, Map<String, String> environment, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(java.toString(), "-jar", JAR.toAbsolutePath().toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("PLEK_"));
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder;
  }
}
