package org.plek.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptionTest {
  @TempDir Path folder;

  /** With {@code -Ddescription=write} the committed document is written anew. */
  @Test
  void the_committed_description_is_that_of_the_running_service() throws Exception {
    try (TestDesk desk = new TestDesk(folder)) {
      var routes =
          HttpDesk.routes(
              desk.access,
              desk.town.desk,
              desk.runs,
              new Streams(),
              new io.micrometer.prometheusmetrics.PrometheusMeterRegistry(
                  io.micrometer.prometheusmetrics.PrometheusConfig.DEFAULT));
      String described = Description.of(routes);
      if ("write".equals(System.getProperty("description"))) {
        Files.writeString(
            Path.of(System.getProperty("repository.root", ".."))
                .resolve("api/src/main/resources/org/plek/api/http/openapi.json"),
            described);
        return;
      }
      assertThat(desk.call(null, "GET", "/api/v1/openapi.json", null).text().equals(described))
          .as("openapi.json is that of the routes. Maybe run with -Ddescription=write")
          .isTrue();
      Set<String> names = new HashSet<>();
      routes.forEach(route -> assertThat(names.add(route.name())).as(route.name()).isTrue());
      for (Route route : routes) {
        String path = route.path().replaceAll("\\{[a-z]+}", "x");
        int status =
            desk.call(null, route.method(), path, route.body() == null ? null : "{}").status();
        assertThat(status).as(route.method() + " " + path).isNotIn(404, 405, 500);
      }
    }
  }
}
