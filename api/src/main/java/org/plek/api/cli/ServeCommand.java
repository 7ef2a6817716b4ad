package org.plek.api.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plek.api.access.Access;
import org.plek.api.access.Account;
import org.plek.api.access.OidcTokens;
import org.plek.api.access.Role;
import org.plek.api.http.HttpDesk;
import org.plek.api.http.HttpSettings;
import org.plek.api.jobs.By;
import org.plek.api.jobs.Desk;
import org.plek.api.jobs.How;
import org.plek.api.jobs.NetworkSettings;
import org.plek.api.jobs.PlainLegality;
import org.plek.api.runs.Runs;
import org.plek.api.store.Store;
import org.plek.domain.Problem;
import org.plek.format.InvalidDocument;
import org.plek.format.ProblemJson;
import org.plek.rules.RulePacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plek serve}: the desk over HTTP. */
@Command(
    name = "serve",
    description = {
      "Serves the desk over HTTP from a store, until it is told to stop. The first start prints"
          + " how to sign in; the password has to be changed before anything else.",
      "One line of JSON per call goes to standard error, without data of children."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plek serve --demo datasets/towns/breda.json",
      "  plek serve --store jdbc:postgresql://db/plek --store-user plek --port 8080",
    })
final class ServeCommand implements Callable<Integer> {
  private final Console console;
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Mixin private final StoreOption store = new StoreOption();

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (${DEFAULT-VALUE}).")
  private String host = "";

  @Option(
      names = "--port",
      defaultValue = "8484",
      description = "Port to listen on, 0 for any (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--demo",
      paramLabel = "PROBLEM",
      description =
          "Fill the store with this problem as a network, if it has none of its name, and print a"
              + " key of a broker for it. The clock of the desk starts at the moment of the"
              + " problem.")
  private @Nullable Path demo;

  @Option(
      names = "--calls-per-second",
      defaultValue = "50",
      description =
          "Calls a second of one caller, four times as many in a burst (${DEFAULT-VALUE}).")
  private int callsPerSecond;

  @Option(names = "--oidc-issuer", description = "Issuer of trusted OpenID Connect tokens.")
  private @Nullable String oidcIssuer;

  @Option(names = "--oidc-keys", description = "Address of its key set (JWKS).")
  private @Nullable URI oidcKeys;

  @Option(
      names = "--oidc-audience",
      defaultValue = "plek",
      description = "Audience of plek there (${DEFAULT-VALUE}).")
  private String oidcAudience = "";

  ServeCommand(Console console) {
    this.console = console;
  }

  /** Stops serving. */
  void stop() {
    stopped.countDown();
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    SecureRandom chance = new SecureRandom();
    Problem region = demo == null ? null : read(demo);
    InstantSource clock = clock(region);
    try (Store opened = Store.open(store.settings(console));
        ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor()) {
      Access access = new Access(opened, clock, chance, oidc());
      access.firstStart().ifPresent(this::tellHowToSignIn);
      Desk desk = Desk.open(opened, clock, chance, new PlainLegality(RulePacks.bundled()));
      String key = region == null ? null : fill(desk, access, region);
      try (Runs runs = new Runs(desk, RulePacks.bundled(), clock, Plek.Version.plek());
          HttpDesk http =
              new HttpDesk(
                  desk,
                  runs,
                  access,
                  clock,
                  new HttpSettings(host, port, 1_000_000, callsPerSecond, 4 * callsPerSecond),
                  console.err())) {
        ticking.scheduleWithFixedDelay(() -> aside("tick", desk::tick), 1, 1, TimeUnit.SECONDS);
        Thread.ofPlatform()
            .daemon()
            .name("prepare")
            .priority(Thread.MIN_PRIORITY)
            .start(() -> aside("prepare", desk::prepare));
        String address = "http://" + host + ":" + http.port();
        console.out().println("plek listens on " + address);
        if (region != null && key != null) {
          tellHowToAsk(region, key, address);
        }
        try (Interruption watched = Interruption.watch(this::stop)) {
          stopped.await();
        }
        ticking.shutdownNow();
      }
    }
    return ExitCode.FINE;
  }

  /** A demo lives at the moment that its problem is about, and time goes on from there. */
  private static InstantSource clock(@Nullable Problem region) {
    InstantSource system = InstantSource.system();
    if (region == null) {
      return system;
    }
    Duration ahead =
        Duration.between(system.instant(), region.asOf().atZone(region.zone()).toInstant());
    return () -> system.instant().plus(ahead);
  }

  private void tellHowToAsk(Problem region, String key, String address) {
    console.out().println("It is " + region.asOf() + " there. Maybe try, as a broker:");
    console
        .out()
        .println(
            "  curl -X POST -H 'Authorization: Bearer "
                + key
                + "' -H 'Accept-Language: en' "
                + address
                + "/api/v1/networks/"
                + region.id()
                + "/requests/"
                + region.requests().getFirst().id()
                + "/recommendations");
  }

  private void aside(String name, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      console
          .err()
          .println("{\"level\":\"ERROR\",\"" + name + "\":\"" + e.getClass().getName() + "\"}");
    }
  }

  private static Problem read(Path file) throws IOException {
    try {
      return ProblemJson.read(file);
    } catch (InvalidDocument e) {
      throw Stop.invalidInput(file + ": " + e.getMessage());
    }
  }

  private @Nullable OidcTokens oidc() {
    String issuer = oidcIssuer;
    URI keys = oidcKeys;
    if (issuer == null && keys == null) {
      return null;
    }
    if (issuer == null || keys == null) {
      throw Stop.wrongUse("--oidc-issuer and --oidc-keys belong together.");
    }
    return new OidcTokens(issuer, oidcAudience, keys);
  }

  private void tellHowToSignIn(String[] nameAndPassword) {
    console.out().println("First start. Sign in once and choose a password of your own:");
    console.out().println("  name      " + nameAndPassword[0]);
    console.out().println("  password  " + nameAndPassword[1]);
  }

  /** Fills the network once; gives the key of a broker who is made with it. */
  private static @Nullable String fill(Desk desk, Access access, Problem region) {
    if (desk.networks().contains(region.id())) {
      return null;
    }
    desk.load(region, NetworkSettings.Terms.DEFAULT, new By("plek", How.AUTOMATIC));
    Account broker =
        new Account(
            "u-" + access.hex(8),
            "broker-" + region.id(),
            Set.of(Role.BROKER, Role.PLANNER),
            Set.of(region.id()),
            Set.of(),
            Set.of(),
            Set.of(),
            false,
            false,
            0);
    access.add(broker);
    return access.addKey(broker.id(), "demo", null).token();
  }
}
