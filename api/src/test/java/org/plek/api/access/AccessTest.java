package org.plek.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.api.store.Store;
import org.plek.api.store.StoreSettings;

class AccessTest {
  @TempDir Path folder;
  private Store store;
  private Instant now = Instant.parse("2026-03-02T06:00:00Z");
  private final InstantSource clock = () -> now;
  private Access access;

  @BeforeEach
  void open() {
    store = Store.open(StoreSettings.file(folder.resolve("plek.db")).forgetful());
    access = access(null);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Access access(@Nullable OidcTokens oidc) {
    return new Access(store, clock, new SecureRandom(), oidc);
  }

  private static Account account(String name, boolean disabled, long version) {
    return new Account(
        "u-" + name,
        name,
        Set.of(Role.BROKER),
        Set.of("town"),
        Set.of(),
        Set.of(),
        Set.of(),
        false,
        disabled,
        version);
  }

  @Test
  void the_first_start_gives_one_password_that_has_to_be_changed() {
    String[] first = access.firstStart().orElseThrow();
    assertThat(access.firstStart()).as("only once").isEmpty();
    Access.Issued signedIn = access.signIn(first[0], first[1]);
    Account admin = access.authenticate("Bearer " + signedIn.token());
    assertThat(admin.roles()).containsExactly(Role.ADMINISTRATOR);
    assertThat(admin.mustChangePassword()).isTrue();
    assertThatThrownBy(() -> access.changePassword(admin, first[1], "short"))
        .hasMessageContaining("12 to 200");
    assertThatThrownBy(() -> access.changePassword(admin, first[1], first[1]))
        .isInstanceOf(IllegalArgumentException.class);
    access.changePassword(admin, first[1], "four words are enough");
    assertThatThrownBy(() -> access.authenticate("Bearer " + signedIn.token()))
        .as("signed-in sessions end with the old password")
        .isInstanceOf(Denied.class);
    Access.Issued again = access.signIn("admin", "four words are enough");
    assertThat(access.authenticate("Bearer " + again.token()).mustChangePassword()).isFalse();
  }

  @Test
  void nothing_in_the_store_opens_a_door() throws Exception {
    String password = access.add(account("ann", false, 0));
    Access.Issued session = access.signIn("ann", password);
    Access.Issued key = access.addKey("u-ann", "report", null);
    Path export = folder.resolve("export.jsonl");
    store.backup(export);
    String all = Files.readString(export);
    assertThat(all).contains("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(password);
    for (Access.Issued issued : List.of(session, key)) {
      assertThat(all).doesNotContain(issued.token().substring(issued.token().lastIndexOf('_')));
    }
  }

  @Test
  void guessing_gets_slower_and_slower() {
    String password = access.add(account("ann", false, 0));
    for (int i = 0; i < 5; i++) {
      assertThat(catchThrowableOfType(Denied.class, () -> access.signIn("ann", "wrong")))
          .extracting(Denied::retryAfterSeconds)
          .isEqualTo(0L);
    }
    assertThat(catchThrowableOfType(Denied.class, () -> access.signIn("ann", password)))
        .extracting(Denied::retryAfterSeconds)
        .isEqualTo(2L);
    now = now.plusSeconds(2);
    assertThat(access.signIn("ann", password).token()).startsWith("plek_");
    assertThatThrownBy(() -> access.signIn("nobody", "x")).hasMessageContaining("is wrong");
  }

  @Test
  void sessions_and_keys_end() {
    String password = access.add(account("ann", false, 0));
    String session = "Bearer " + access.signIn("ann", password).token();
    String key = "Bearer " + access.addKey("u-ann", "", now.plus(Duration.ofDays(30))).token();
    now = now.plus(Duration.ofHours(10));
    assertThatThrownBy(() -> access.authenticate(session)).isInstanceOf(Denied.class);
    assertThat(access.authenticate(key).name()).isEqualTo("ann");
    now = now.plus(Duration.ofDays(30));
    assertThatThrownBy(() -> access.authenticate(key)).isInstanceOf(Denied.class);
    Access.Issued lasting = access.addKey("u-ann", "", null);
    assertThat(access.revokeKey("u-ben", lasting.id())).as("somebody else's").isFalse();
    assertThat(access.revokeKey("u-ann", lasting.id())).isTrue();
    assertThatThrownBy(() -> access.authenticate("Bearer " + lasting.token()))
        .isInstanceOf(Denied.class);
    String signedIn = "Bearer " + access.signIn("ann", password).token();
    access.signOut(signedIn);
    assertThatThrownBy(() -> access.authenticate(signedIn)).isInstanceOf(Denied.class);
  }

  @Test
  void a_disabled_account_is_out_at_once() {
    String password = access.add(account("ann", false, 0));
    String session = "Bearer " + access.signIn("ann", password).token();
    access.change(account("ann", true, 1));
    assertThatThrownBy(() -> access.authenticate(session)).isInstanceOf(Denied.class);
    assertThatThrownBy(() -> access.signIn("ann", password)).isInstanceOf(Denied.class);
  }

  @Test
  void a_token_of_the_trusted_provider_speaks_for_who_it_names() throws Exception {
    RSAKey trusted = new RSAKeyGenerator(2048).keyID("k1").generate();
    RSAKey stranger = new RSAKeyGenerator(2048).keyID("k1").generate();
    HttpServer keys =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] set = new JWKSet(trusted.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    keys.createContext(
        "/keys",
        exchange -> {
          exchange.sendResponseHeaders(200, set.length);
          exchange.getResponseBody().write(set);
          exchange.close();
        });
    keys.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + keys.getAddress().getPort() + "/keys");
      Access open = access(new OidcTokens("https://id.example", "plek", address));
      Account account = open.authenticate("Bearer " + token(trusted, "plek", 600));
      assertThat(account.roles()).containsExactly(Role.BROKER);
      assertThat(account.networks()).containsExactly("town");
      for (String wrong :
          List.of(
              token(stranger, "plek", 600),
              token(trusted, "other", 600),
              token(trusted, "plek", -600),
              "eyJhbGciOiJub25lIn0.e30.",
              "nonsense")) {
        assertThatThrownBy(() -> open.authenticate("Bearer " + wrong)).isInstanceOf(Denied.class);
      }
      String good = token(trusted, "plek", 600);
      assertThatThrownBy(() -> access.authenticate("Bearer " + good))
          .as("a desk that trusts no provider")
          .isInstanceOf(Denied.class);
    } finally {
      keys.stop(0);
    }
  }

  private static String token(RSAKey key, String audience, int seconds) throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(),
            new JWTClaimsSet.Builder()
                .issuer("https://id.example")
                .audience(audience)
                .subject("ann")
                .expirationTime(new Date(System.currentTimeMillis() + seconds * 1000L))
                .claim("plek", Map.of("roles", List.of("BROKER"), "networks", List.of("town")))
                .build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }
}
