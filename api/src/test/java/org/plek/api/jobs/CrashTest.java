package org.plek.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.api.store.AgreementRows;
import org.plek.api.store.Networks;
import org.plek.api.store.Store;
import org.plek.api.store.StoreSettings;

/**
 * A desk is killed (SIGKILL) again and again while it writes: every acknowledged agreement is
 * there, none is half there, and nothing illegal was agreed.
 */
class CrashTest {
  private static final int KILLS_PER_STORE = 10;

  /** Thirty kills in the usual build; {@code -Dkills=100} for the whole proof, some minutes. */
  private static final int STORES = Integer.getInteger("kills", 30) / KILLS_PER_STORE;

  private static final int SLOTS_A_DAY = 8;

  @TempDir Path folder;
  private String classPath = "";

  /** The desk that is killed: agrees without end, and says so on standard output. */
  static final class Writer {
    private Writer() {}

    /** Arguments: the file of the store, and after how many requests to end. */
    public static void main(String[] arguments) {
      int last = Integer.parseInt(arguments[1]);
      Town town = new Town(Store.open(StoreSettings.file(Path.of(arguments[0]))));
      if (town.supply().providers().isEmpty()) {
        town.childminder("els", 1, "").family("f1").family("f2");
      }
      for (int number = town.requests().all("f1").size(); number < last; number++) {
        String from = time(number, 0);
        String to = time(number, 1);
        String first = "first-" + number;
        String second = "second-" + number;
        town.request(second, "f2", from, to).request(first, "f1", from, to);
        Agreements agreements = town.agreements();
        Agreement agreement = said(town.hold(first, Town.stay(first + "/1", "els", from, to)));
        said(agreements.offer(agreement.id(), null, Town.ANN));
        said(agreements.confirm(agreement.id(), null, null, Town.ANN));
        try {
          said(town.hold(second, Town.stay(second + "/1", "els", from, to)));
        } catch (Refused noPlaceLeft) {
          said(agreements.confirm(agreement.id(), null, "els", Town.BEN));
        }
      }
    }

    private static Agreement said(Agreement agreement) {
      System.out.println(
          agreement.id() + " " + agreement.version() + " " + agreement.state().label());
      System.out.flush();
      return agreement;
    }

    private static String time(int number, int hours) {
      int day = number / SLOTS_A_DAY;
      LocalDate date = LocalDate.of(2026, 3, 2).plusDays(day / 5 * 7 + day % 5);
      return date + "T" + String.format("%02d:00", 9 + number % SLOTS_A_DAY + hours);
    }
  }

  @Test
  void what_was_acknowledged_survives_every_kill() throws Exception {
    Random chance = new Random(7);
    String archive = prepareQuickStarts();
    int acknowledged = 0;
    for (int number = 0; number < STORES; number++) {
      Path file = folder.resolve("plek-" + number + ".db");
      Map<String, Integer> versions = new HashMap<>();
      for (int kill = 0; kill < KILLS_PER_STORE; kill++) {
        List<String> said = runAndKill(file, archive, 1 + chance.nextInt(25), chance);
        said.forEach(
            line -> versions.put(line.split(" ")[0], Integer.parseInt(line.split(" ")[1])));
        acknowledged += said.size();
        checkStore(file, versions);
      }
    }
    System.out.println(
        "CrashTest: " + STORES * KILLS_PER_STORE + " kills, " + acknowledged + " acknowledged");
    assertThat(acknowledged).isGreaterThan(STORES * KILLS_PER_STORE);
  }

  private Process start(String archiveOption, Path file, int last) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xlog:disable",
            archiveOption,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath,
            Writer.class.getName(),
            file.toString(),
            Integer.toString(last))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Classes read once into an archive: a hundred starts must not take minutes. */
  private String prepareQuickStarts() throws IOException, InterruptedException {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      jars.add(Files.isDirectory(path) ? jarOf(path, jars.size()).toString() : entry);
    }
    classPath = String.join(File.pathSeparator, jars);
    Path archive = folder.resolve("classes.jsa");
    Process once = start("-XX:ArchiveClassesAtExit=" + archive, folder.resolve("once.db"), 3);
    once.getInputStream().readAllBytes();
    assertThat(once.waitFor()).isZero();
    return "-XX:SharedArchiveFile=" + archive;
  }

  private Path jarOf(Path classes, int number) throws IOException {
    Path jar = folder.resolve("classes-" + number + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : (Iterable<Path>) files.filter(file -> !file.equals(classes))::iterator) {
        String name = classes.relativize(each).toString().replace(File.separatorChar, '/');
        if (Files.isDirectory(each)) {
          out.putNextEntry(new JarEntry(name + "/"));
        } else {
          out.putNextEntry(new JarEntry(name));
          Files.copy(each, out);
        }
      }
    }
    return jar;
  }

  private List<String> runAndKill(Path file, String archiveOption, int after, Random chance)
      throws IOException, InterruptedException {
    Process desk = start(archiveOption, file, Integer.MAX_VALUE);
    List<String> said = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new java.io.InputStreamReader(desk.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        said.add(line);
        if (said.size() == after) {
          for (int spin = chance.nextInt(500_000); spin > 0; spin--) {
            Thread.onSpinWait();
          }
          desk.toHandle().destroyForcibly(); // leaves what was said to be read
        }
      }
    }
    assertThat(desk.waitFor()).as("killed, not ended by itself").isEqualTo(128 + 9);
    if (!said.isEmpty() && said.getLast().split(" ").length < 3) {
      said.removeLast(); // cut off while it was being said
    }
    return said;
  }

  private static void checkStore(Path file, Map<String, Integer> acknowledged) {
    try (Store store = Store.open(StoreSettings.file(file))) {
      List<AgreementRows.Row> rows = store.read(tx -> tx.agreements().all("town"));
      Map<String, Long> versions = new HashMap<>();
      rows.forEach(row -> versions.put(row.id(), row.version()));
      acknowledged.forEach(
          (id, version) ->
              assertThat(versions.getOrDefault(id, 0L))
                  .as("acknowledged version of %s", id)
                  .isGreaterThanOrEqualTo(version.longValue()));
      List<Networks.Event> events = store.read(tx -> tx.networks().events("town", 0, 100_000));
      long last = store.read(tx -> tx.networks().find("town")).orElseThrow().lastEvent();
      assertThat(events).as("events without gaps").hasSize((int) last);
      Map<String, Integer> eventsOf = new HashMap<>();
      events.forEach(event -> eventsOf.merge(event.subject(), 1, Integer::sum));
      for (AgreementRows.Row row : rows) {
        assertThat(row.legs()).as("legs of %s", row.id()).hasSize(1);
        assertThat(eventsOf.get(row.id()))
            .as("events of %s", row.id())
            .isEqualTo((int) row.version() + (row.state().equals("CONFIRMED") ? 1 : 0));
      }
      Town town = new Town(store);
      town.requests()
          .all("f1")
          .forEach(
              filed ->
                  assertThat(
                          town.agreements()
                              .recheck(
                                  "els",
                                  filed
                                      .request()
                                      .sessions()
                                      .getFirst()
                                      .windows()
                                      .getFirst()
                                      .start()
                                      .toLocalDate()))
                      .as("nothing illegal at %s", filed.request().id())
                      .isEmpty());
      assertThat(town.requests().all(null)).allMatch(filed -> filed.progress().version() > 0);
    }
  }
}
