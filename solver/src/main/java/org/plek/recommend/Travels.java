package org.plek.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plek.domain.Family;
import org.plek.domain.HomeCareTerms;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.domain.Request;
import org.plek.domain.Travel;
import org.plek.domain.TravelMode;
import org.plek.options.OptionBuilder;

/** Who is in reach of a family. */
final class Travels {
  private Travels() {}

  /** A provider, and the minutes of the way; of a home carer the carer's own way. */
  record Near(Provider provider, int minutes) {}

  /** Providers within the family's longest way, and home carers who reach it, nearest first. */
  static List<Near> of(
      Iterable<Provider> providers, Family family, Request request, Travel travel) {
    List<Near> near = new ArrayList<>();
    for (Provider provider : providers) {
      int way = minutes(provider, family, request, travel);
      if (way <= most(provider, request)) {
        near.add(new Near(provider, way));
      }
    }
    near.sort(Comparator.comparingInt(Near::minutes).thenComparing(each -> each.provider().id()));
    return near;
  }

  static int minutes(Provider provider, Family family, Request request, Travel travel) {
    HomeCareTerms terms = provider.homeCare();
    return provider.kind() == ProviderKind.HOME_CARER
        ? travel.minutes(
            provider.location(), family.home(), terms == null ? TravelMode.CAR : terms.mode())
        : travel.minutes(family.home(), provider.location(), request.limits().mode());
  }

  private static int most(Provider provider, Request request) {
    return provider.kind() == ProviderKind.HOME_CARER
        ? OptionBuilder.HOME_CARER_MINUTES
        : request.limits().maxTravelMinutes();
  }
}
