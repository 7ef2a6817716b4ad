package org.plek.benchmarks.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the desk with one key. */
final class Caller implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final String url;
  private final String key;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  Caller(String url, String key) {
    this.url = url;
    this.key = key;
  }

  CompletableFuture<HttpResponse<String>> send(
      String method, String path, @Nullable String body, String... headers) {
    return client.sendAsync(
        request(method, path, body, headers), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(
      String method, String path, @Nullable String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + key)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request.build();
  }

  /** Documents of server-sent events as they come; ends the call when closed. */
  Stream<JsonNode> events(String path) {
    return client
        .sendAsync(request("GET", path, null), HttpResponse.BodyHandlers.ofLines())
        .join()
        .body()
        .filter(line -> line.startsWith("data:"))
        .map(line -> JSON.readTree(line.substring("data:".length())));
  }

  JsonNode json(String method, String path, @Nullable String body) {
    HttpResponse<String> response = send(method, path, body).join();
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          method + " " + path + " gave " + response.statusCode() + ": " + response.body());
    }
    return JSON.readTree(response.body());
  }

  @Override
  public void close() {
    client.close();
  }
}
