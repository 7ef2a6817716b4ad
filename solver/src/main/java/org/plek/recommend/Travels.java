package org.plek.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plek.domain.Family;
import org.plek.domain.GreatCircleTravel;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.domain.TravelMode;
import org.plek.options.OptionBuilder;

/** Who is in reach of a family. */
final class Travels {
  /** A little less than there are on the globe of {@link GreatCircleTravel}. */
  private static final double LEAST_KILOMETRES_PER_DEGREE = 111;

  private Travels() {}

  /** A provider, and the minutes of the way; of a home carer the carer's own way. */
  record Near(Provider provider, int minutes) {}

  /** Providers within the family's longest way, and home carers who reach it, nearest first. */
  static List<Near> of(
      Iterable<Provider> providers, Family family, Request request, Travel travel) {
    List<Near> near = new ArrayList<>();
    for (Provider provider : providers) {
      int most = most(provider, request);
      if (tooFarNorthOrSouth(provider, family, request, travel, most)) {
        continue;
      }
      int way = minutes(provider, family, request, travel);
      if (way <= most) {
        near.add(new Near(provider, way));
      }
    }
    near.sort(Comparator.comparingInt(Near::minutes).thenComparing(each -> each.provider().id()));
    return near;
  }

  /** Whether latitude alone tells that a provider is out of reach; cheap to ask. */
  private static boolean tooFarNorthOrSouth(
      Provider provider, Family family, Request request, Travel travel, int most) {
    double degrees = Math.abs(provider.location().latitude() - family.home().latitude());
    return travel instanceof GreatCircleTravel circle
        && degrees * LEAST_KILOMETRES_PER_DEGREE
            > circle.kilometresWithin(most, mode(provider, request));
  }

  private static TravelMode mode(Provider provider, Request request) {
    HomeCareTerms terms = provider.homeCare();
    if (provider.kind() != ProviderKind.HOME_CARER) {
      return request.limits().mode();
    }
    return terms == null ? TravelMode.CAR : terms.mode();
  }

  static int minutes(Provider provider, Family family, Request request, Travel travel) {
    TravelMode mode = mode(provider, request);
    return provider.kind() == ProviderKind.HOME_CARER
        ? travel.minutes(provider.location(), family.home(), mode)
        : travel.minutes(family.home(), provider.location(), mode);
  }

  private static int most(Provider provider, Request request) {
    return provider.kind() == ProviderKind.HOME_CARER
        ? OptionBuilder.HOME_CARER_MINUTES
        : request.limits().maxTravelMinutes();
  }
}
