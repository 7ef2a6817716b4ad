package org.plek.api.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Bearer tokens of one OpenID Connect provider. The claim {@code plek} says what somebody may be:
 * {@code {"roles": ["BROKER"], "networks": ["ghent"], "areas": [], "providers": [], "families":
 * []}}.
 */
public final class OidcTokens {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.EdDSA);

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  /**
   * Trusts one provider.
   *
   * @param issuer its {@code iss}
   * @param audience {@code aud} of plek there
   * @param keys address of its key set (JWKS)
   */
  public OidcTokens(String issuer, String audience, URI keys) {
    try {
      JWKSource<SecurityContext> source =
          JWKSourceBuilder.create(keys.toURL()).retrying(true).build();
      processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source));
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("No address of keys: " + keys, e);
    }
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            audience,
            new JWTClaimsSet.Builder().issuer(issuer).build(),
            Set.of("sub", "exp", "plek")));
  }

  /** The account that a token speaks for. */
  Account account(String token) {
    try {
      JWTClaimsSet claims = processor.process(token, null);
      Map<String, Object> plek = claims.getJSONObjectClaim("plek");
      Set<Role> roles = new HashSet<>();
      for (String role : texts(plek.get("roles"))) {
        roles.add(Role.valueOf(role.toUpperCase(Locale.ROOT)));
      }
      return new Account(
          "oidc:" + claims.getSubject(),
          "oidc:" + claims.getSubject(),
          roles,
          texts(plek.get("networks")),
          texts(plek.get("areas")),
          texts(plek.get("providers")),
          texts(plek.get("families")),
          false,
          false,
          1);
    } catch (ParseException
        | BadJOSEException
        | JOSEException
        | IllegalArgumentException
        | NullPointerException e) {
      throw new Denied("This token is not valid here.", 0);
    }
  }

  private static Set<String> texts(@org.jspecify.annotations.Nullable Object claim) {
    Set<String> texts = new HashSet<>();
    if (claim instanceof Collection<?> values) {
      values.forEach(value -> texts.add(String.valueOf(value)));
    }
    return texts;
  }
}
