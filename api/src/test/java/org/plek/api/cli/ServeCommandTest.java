package org.plek.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** One command starts the desk on a demo region; what it prints is enough to call it. */
class ServeCommandTest {
  private static final Path TOWNS =
      Path.of(System.getProperty("repository.root", "..")).resolve("datasets/towns");

  @TempDir Path folder;

  private static Console console(PrintStream out, PrintStream err) {
    return new Console(new ByteArrayInputStream(new byte[0]), out, err, Map.of(), false);
  }

  /** Runs the command until its last line of help, then does something, then stops it. */
  private List<String> serving(Path store, Use use) throws Exception {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    List<String> said = new ArrayList<>();
    try (PipedInputStream in = new PipedInputStream();
        PrintStream out = new PrintStream(new PipedOutputStream(in), true, StandardCharsets.UTF_8);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      ServeCommand serve =
          new ServeCommand(console(out, new PrintStream(log, true, StandardCharsets.UTF_8)));
      CompletableFuture<Integer> ended =
          CompletableFuture.supplyAsync(
              () ->
                  new CommandLine(serve)
                      .execute(
                          "--port",
                          "0",
                          "--store",
                          store.toString(),
                          "--demo",
                          TOWNS.resolve("breda.json").toString()));
      String address = "";
      while (address.isEmpty()) {
        String line = lines.readLine();
        said.add(line);
        if (line.startsWith("plek listens on ")) {
          address = line.substring("plek listens on ".length());
        }
      }
      if (said.size() > 1) { // a first start ends with an example
        said.add(lines.readLine());
        said.add(lines.readLine());
      }
      use.of(address, said);
      serve.stop();
      assertThat(ended.get()).isZero();
    }
    return said;
  }

  private interface Use {
    void of(String address, List<String> said) throws Exception;
  }

  private static HttpResponse<String> call(String method, String url, String token, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void the_desk_of_a_demo_town_answers_and_is_there_again_after_a_restart() throws Exception {
    Path store = folder.resolve("plek.db");
    serving(
        store,
        (address, said) -> {
          String example = said.getLast();
          String token = example.replaceAll(".*Bearer ([^']+)'.*", "$1");
          String url = example.substring(example.indexOf("http://"));
          HttpResponse<String> answer = call("POST", url, token, "");
          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
          assertThat(answer.body()).contains("\"rank\":1", "\"providerId\":\"BRE-");
          String password =
              said.stream()
                  .filter(line -> line.startsWith("  password  "))
                  .findFirst()
                  .orElseThrow()
                  .substring("  password  ".length());
          HttpResponse<String> session =
              call(
                  "POST",
                  address + "/api/v1/sessions",
                  "",
                  "{\"name\":\"admin\",\"password\":\"" + password + "\"}");
          assertThat(session.statusCode()).isEqualTo(201);
          String admin = session.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
          assertThat(call("GET", address + "/api/v1/accounts", admin, "").body())
              .contains("PASSWORD_NEEDED");
        });
    List<String> again =
        serving(
            store,
            (address, said) ->
                assertThat(call("GET", address + "/health/ready", "", "").statusCode())
                    .isEqualTo(200));
    assertThat(again).as("no password is printed twice").hasSize(1);
    PrintStream quiet = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Path export = folder.resolve("plek.jsonl.gz");
    Path copy = folder.resolve("copy.db");
    Path restored = folder.resolve("restored.db");
    assertThat(run(quiet, "backup", "--store", store, export)).isZero();
    assertThat(run(quiet, "backup", "--store", store, copy)).isZero();
    assertThat(run(quiet, "backup", "--store", store, copy)).as("exists").isEqualTo(2);
    assertThat(run(quiet, "restore", "--store", restored, export)).isZero();
    assertThat(run(quiet, "restore", "--store", restored, export)).as("not empty").isEqualTo(3);
    assertThat(run(quiet, "restore", "--store", folder.resolve("more.db"), copy)).isZero();
    serving(
        folder.resolve("more.db"), (address, said) -> assertThat(said).as("not new").hasSize(1));
  }

  private static int run(PrintStream quiet, Object... arguments) {
    List<String> texts = new ArrayList<>();
    for (Object argument : arguments) {
      texts.add(argument.toString());
    }
    return Plek.run(console(quiet, quiet), texts.toArray(String[]::new));
  }
}
