package org.plek.scoring.plain;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plek.domain.Placement;
import org.plek.domain.ProblemIndex;
import org.plek.domain.Travel;
import org.plek.rules.RulePack;

/** All rules by what they look at: a placement, a provider, a child, a family, a request. */
final class Rules {
  /** Slots over all groups up to which the providers are kept between two scorings. */
  private static final long MOST_KEPT_SLOTS = 10_000_000;

  final Facts facts;
  private final RatioRules ratios;
  private final ReserveRules reserves;
  private final FitRules fit;
  private final SessionRules sessions;
  private final HomeCarerRules homeCarers;
  private final EscortRules escorts;
  private final ChildRules children;
  private final KnownGroupRules knownGroups;
  private final RequestRules requests;
  private final EntitlementRules entitlements;
  private final SoftAims soft;
  private final ShareRules shares;
  private final @Nullable AtomicReferenceArray<@Nullable Site> sites;
  private final @Nullable PreparedProviders kept;

  Rules(ProblemIndex index, Function<String, RulePack> packs, Travel travel) {
    this(index, packs, travel, null);
  }

  /** With providers made ready for other problems before. */
  Rules(
      ProblemIndex index,
      Function<String, RulePack> packs,
      Travel travel,
      @Nullable PreparedProviders kept) {
    facts = new Facts(index, packs, travel);
    ratios = new RatioRules(facts);
    reserves = new ReserveRules(facts);
    fit = new FitRules(facts);
    sessions = new SessionRules(facts);
    homeCarers = new HomeCarerRules(facts);
    escorts = new EscortRules(facts);
    children = new ChildRules(facts);
    knownGroups = new KnownGroupRules(facts);
    requests = new RequestRules(facts);
    entitlements = new EntitlementRules(facts);
    soft = new SoftAims(facts);
    this.kept = kept;
    shares = new ShareRules(facts);
    long slots = (long) index.groups().size() * index.timeline().slots();
    sites =
        slots <= MOST_KEPT_SLOTS
            ? new AtomicReferenceArray<>(index.problem().providers().size())
            : null;
  }

  /** A provider per slot, made when first asked for. */
  Site site(int provider) {
    Site site = sites == null ? null : sites.get(provider);
    if (site == null) {
      site =
          kept == null
              ? new Site(facts, facts.provider(provider))
              : kept.site(facts, facts.provider(provider));
      if (sites != null) {
        sites.set(provider, site);
      }
    }
    return site;
  }

  /** A provider with the legs given. */
  SitePresence presence(Site site, List<PlacedLeg> legs) {
    SitePresence here = new SitePresence(facts, site);
    legs.forEach(here::add);
    return here;
  }

  /**
   * Everything at one provider; what is measured per slot in {@code [from, until)} only.
   *
   * @param rooms groups that are measured by themselves
   */
  void atProvider(
      SitePresence here, List<SitePresence.InRoom> rooms, int from, int until, Ledger ledger) {
    ratios.score(here, rooms, from, until, ledger);
    ratios.weeklyOccupancy(here, from, until, ledger);
    reserves.score(here, rooms, from, until, ledger);
    homeCarers.score(here, from, until, ledger);
    escorts.score(here, from, until, ledger);
    soft.evenSpread(here, ledger);
    soft.carersUsed(here, ledger);
    shares.score(here, ledger);
  }

  /** What is measured in every slot of one provider by itself. */
  void perSlot(SitePresence here, int from, int until, Ledger ledger) {
    ratios.score(here, here.rooms, from, until, ledger);
    reserves.score(here, here.rooms, from, until, ledger);
  }

  /** What licence, law and house say of who is there in every slot; nothing that a policy adds. */
  void law(SitePresence here, int from, int until, Ledger ledger) {
    ratios.score(here, here.rooms, from, until, ledger);
  }

  /** One leg where it is. */
  void ofLeg(PlacedCare care, PlacedLeg leg, Site site, Ledger ledger) {
    fit.score(care, site, leg, ledger);
    entitlements.blackOut(care, leg, ledger);
  }

  /** One placement as a whole. */
  void ofPlacement(PlacedCare care, Ledger ledger) {
    sessions.score(care, ledger);
    if (!care.legs().isEmpty()) {
      soft.score(care, ledger);
    }
  }

  /** A placement whose session is unknown or placed before. */
  void ofUnusable(Placement placement, Ledger ledger) {
    sessions.unusable(placement, facts.index.session(placement.sessionId()) >= 0, ledger);
  }

  /** All placements of a child. */
  void ofChild(Placed placed, int child, Ledger ledger) {
    children.score(placed.ofChild(child), ledger);
    knownGroups.score(placed.ofChild(child), ledger);
  }

  /** All placements of a family. */
  void ofFamily(Placed placed, int family, Ledger ledger) {
    soft.siblingsApart(
        placed.ofFamily(family).stream().filter(care -> !care.legs().isEmpty()).toList(), ledger);
    entitlements.ofFamily(placed.ofFamily(family), ledger);
  }

  /** All use under a programme. */
  void ofProgramme(Placed placed, String programme, Ledger ledger) {
    entitlements.ofProgramme(placed, programme, ledger);
  }

  /** What is left of the limits on use that concern a care session. */
  List<Balance> balances(Placed placed, int session) {
    return entitlements.balances(placed, session);
  }

  /** All care sessions of a request. */
  void ofRequest(Placed placed, int request, Ledger ledger) {
    requests.score(request, placed::of, ledger);
  }

  /** What was agreed or published before, of one care session. */
  void ofBefore(Placed placed, String sessionId, Ledger ledger) {
    Placement agreed = facts.agreed().get(sessionId);
    if (agreed != null) {
      soft.agreedKept(agreed, placed.has(agreed), ledger);
    }
    Placement published = facts.published().get(sessionId);
    if (published != null) {
      soft.publishedChange(published, placed.has(published), ledger);
    }
  }

  /** The whole plan. */
  void all(Placed placed, Ledger ledger) {
    for (int p = 0; p < facts.problem.providers().size(); p++) {
      Site site = site(p);
      SitePresence here = presence(site, placed.ofProvider(p));
      atProvider(here, here.rooms, 0, facts.timeline.slots(), ledger);
      for (PlacedLeg leg : placed.ofProvider(p)) {
        PlacedCare care = placed.of(leg.session());
        if (care != null) {
          ofLeg(care, leg, site, ledger);
        }
      }
    }
    placed.all().forEach(care -> ofPlacement(care, ledger));
    placed.unusable.forEach(placement -> ofUnusable(placement, ledger));
    for (int child = 0; child < facts.index.children().size(); child++) {
      ofChild(placed, child, ledger);
    }
    for (int family = 0; family < facts.problem.families().size(); family++) {
      ofFamily(placed, family, ledger);
    }
    Set<String> programmes = new TreeSet<>();
    for (int request = 0; request < facts.problem.requests().size(); request++) {
      ofRequest(placed, request, ledger);
      String programme = facts.request(request).programme();
      if (programme != null) {
        programmes.add(programme);
      }
    }
    programmes.forEach(programme -> ofProgramme(placed, programme, ledger));
    facts.agreed().keySet().forEach(id -> ofBefore(placed, id, ledger));
    facts.published().keySet().forEach(id -> ofBefore(placed, id, ledger));
  }
}
