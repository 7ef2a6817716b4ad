package org.plek.datasets.generator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Family;
import org.plek.domain.Problem;
import org.plek.domain.Provider;
import org.plek.domain.Request;
import org.plek.domain.Stay;

/**
 * Makes families, their past and their requests around any network, imported or synthetic. The same
 * network, parameters and seed give the same problem on every machine.
 */
public final class Generator {
  private final GeneratorParameters parameters;
  private final long seed;

  /**
   * @param parameters what to make
   * @param seed seed of all chance
   */
  public Generator(GeneratorParameters parameters, long seed) {
    this.parameters = parameters;
    this.seed = seed;
  }

  /**
   * Makes a problem with exactly as many care sessions as asked for.
   *
   * @param network at least one provider
   */
  public Problem generate(List<Provider> network) {
    if (network.isEmpty() || parameters.sessions() < 1) {
      throw new IllegalArgumentException(
          "%d providers and %d care sessions make no problem. Maybe ask for at least one of each."
              .formatted(network.size(), parameters.sessions()));
    }
    FamilyMaker familyMaker = new FamilyMaker(parameters, network, new Surroundings(network));
    RequestMaker requestMaker = new RequestMaker(parameters, network);
    List<Family> families = new ArrayList<>();
    List<Request> requests = new ArrayList<>();
    int missing = parameters.sessions();
    @Nullable Family partner = null;
    while (missing > 0) {
      String number = "%06d".formatted(families.size() + 1);
      Chance chance = Chance.of(seed, "family/" + number);
      FamilyMaker.Drawn drawn = familyMaker.next("f" + number, partner, chance);
      if (partner != null) {
        families.set(families.size() - 1, sharing(partner, drawn.family().id()));
      }
      Request request = requestMaker.next("q" + number, drawn, chance);
      int sessions = count(request);
      if (sessions > missing || sessions == 0) {
        request = requestMaker.single("q" + number, drawn, chance);
        sessions = count(request);
      }
      families.add(drawn.family());
      requests.add(request);
      missing -= sessions;
      partner = partner == null && chance.in(0.01) ? drawn.family() : null;
    }
    List<Stay> history = familyMaker.history();
    return new Problem(
        parameters.problemId(),
        parameters.zone(),
        parameters.asOf(),
        parameters.from(),
        parameters.days(),
        parameters.rulePack(),
        parameters.policy(),
        network,
        families,
        requests,
        history,
        List.of());
  }

  private int count(Request request) {
    return request
        .allSessions(parameters.from(), parameters.from().plusDays(parameters.days()))
        .size();
  }

  /** Sharing a home carer must be mutual. */
  private static Family sharing(Family family, String partnerId) {
    return new Family(
        family.id(),
        family.home(),
        family.area(),
        family.marks(),
        family.languages(),
        family.registeredWith(),
        family.excludedProviders(),
        partnerId,
        family.children(),
        family.rate());
  }
}
