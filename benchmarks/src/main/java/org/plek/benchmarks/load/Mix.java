package org.plek.benchmarks.load;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;

/**
 * What brokers do: of 100 calls 45 rank the places for a care session, 5 ask for a whole
 * recommendation without changes that would help, 20 read a request, 15 look at the grid of a
 * provider's day, 10 hold a place that was ranked first before and 5 give one back. While there is
 * nothing to hold or to give back, places are ranked instead.
 */
final class Mix {
  /** A request with a care session of a fixed time. */
  record Asked(String request, String session) {}

  /** A call that is on its way. */
  record Sent(String name, CompletableFuture<HttpResponse<String>> answer) {}

  private final Caller caller;
  private final List<Asked> requests;
  private final List<String> providers;
  private final String date;
  private final SplittableRandom chance;
  private final Queue<String> offers = new ConcurrentLinkedQueue<>();
  private final Queue<String> held = new ConcurrentLinkedQueue<>();

  Mix(Caller caller, List<Asked> requests, List<String> providers, String date, long seed) {
    this.caller = caller;
    this.requests = requests;
    this.providers = providers;
    this.date = date;
    this.chance = new SplittableRandom(seed);
  }

  /** Sends the next call; not for several threads at once. */
  Sent next() {
    int draw = chance.nextInt(100);
    Asked asked = requests.get(chance.nextInt(requests.size()));
    String offer = draw >= 85 && draw < 95 ? offers.poll() : null;
    String agreement = draw >= 95 ? held.poll() : null;
    if (offer != null) {
      return new Sent("hold", caller.send("POST", "/agreements", offer).whenComplete(this::held));
    }
    if (agreement != null) {
      return new Sent(
          "release",
          caller.send("POST", "/agreements/" + agreement + "/release", "{}", "If-Match", "\"1\""));
    }
    if (draw < 20) {
      return new Sent("read", caller.send("GET", "/requests/" + asked.request(), null));
    }
    if (draw < 35) {
      String provider = providers.get(chance.nextInt(providers.size()));
      return new Sent(
          "grid",
          caller.send("GET", "/availability?providerId=" + provider + "&date=" + date, null));
    }
    if (draw < 40) {
      return new Sent(
          "recommend",
          caller.send(
              "POST", "/requests/" + asked.request() + "/recommendations", "{\"changes\":false}"));
    }
    return new Sent(
        "rank",
        caller
            .send(
                "GET",
                "/requests/" + asked.request() + "/ranking?sessionId=" + asked.session(),
                null)
            .whenComplete((answer, fault) -> ranked(asked, answer)));
  }

  private void ranked(Asked asked, HttpResponse<String> answer) {
    if (answer == null || answer.statusCode() != 200 || offers.size() > 50) {
      return;
    }
    JsonNode leg = Caller.JSON.readTree(answer.body()).path("items").path(0).path("leg");
    if (!leg.isMissingNode()) {
      offers.add(
          "{\"requestId\":\""
              + asked.request()
              + "\",\"minutes\":5,\"stays\":[{\"sessionId\":\""
              + asked.session()
              + "\",\"legs\":["
              + leg
              + "]}]}");
    }
  }

  private void held(HttpResponse<String> answer, Throwable fault) {
    if (answer != null && answer.statusCode() == 201) {
      held.add(Caller.JSON.readTree(answer.body()).path("id").asString());
    }
  }

  /** Whether a status is a fault: anything but success, or the no of a rule to hold or release. */
  static boolean isFault(String name, int status) {
    boolean refusable = name.equals("hold") || name.equals("release");
    return status >= 300 && !(refusable && (status == 409 || status == 412 || status == 422));
  }
}
