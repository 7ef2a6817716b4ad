package org.plek.format;

import static org.plek.format.Field.optional;
import static org.plek.format.Field.or;
import static org.plek.format.Field.required;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plek.domain.BlackOut;
import org.plek.domain.BoughtPlaces;
import org.plek.domain.Dates;
import org.plek.domain.Entitlement;
import org.plek.domain.ExpectedAbsence;
import org.plek.domain.Policy;
import org.plek.domain.PriorityTier;
import org.plek.domain.Quota;
import org.plek.domain.Reserve;
import org.plek.domain.SearchLimits;
import org.plek.domain.Share;
import org.plek.domain.ThroughFlowRule;
import org.plek.domain.TravelMode;
import org.plek.domain.Urgency;
import org.plek.scoring.ConstraintName;

/** What a town or network adds to the law. */
final class PolicyShapes {
  private PolicyShapes() {}

  private static final int MOST_WEIGHT = 1_000_000;
  private static final Policy PLAIN = Policy.plain("plain");
  private static final SearchLimits LIMITS = SearchLimits.DEFAULT;

  /** Constraints that have a weight: hard ones are never traded. */
  private static List<String> weighed() {
    return Stream.of(ConstraintName.values())
        .filter(name -> name.level() != ConstraintName.Level.HARD)
        .map(Enum::name)
        .toList();
  }

  static final ObjectShape<PriorityTier> TIER =
      ObjectShape.of(
          PriorityTier.class,
          "priorityTier",
          "A rank of the policy. A request belongs to the first tier all of whose non-empty"
              + " conditions it meets; one that meets none belongs to a last tier of weight 1.",
          required("id", Text.free(200), "name of the tier"),
          required(
              "weight",
              Whole.of(1, MOST_WEIGHT),
              "how much an hour of unserved care weighs, at least 1"),
          or(
              Set.of(),
              "reasons",
              NetworkShapes.CODES,
              "reason codes, any of them; empty means any"),
          or(
              Set.of(),
              "urgencies",
              SetShape.of(Choice.of(Urgency.class)),
              "urgencies, any of them; empty means any"),
          or(
              Set.of(),
              "marks",
              NetworkShapes.CODES,
              "family marks, at least leastMarks of them; empty means any family"),
          or(1, "leastMarks", Whole.of(1, 1000), "how many of the marks are needed"),
          or(
              Set.of(),
              "oneOfMarks",
              NetworkShapes.CODES,
              "family marks of which at least one is needed besides; empty means none"),
          or(Dates.ALWAYS, "valid", UseShapes.DATES, "dates of care for which the tier holds"));

  static final ObjectShape<Reserve> RESERVE =
      ObjectShape.of(
          Reserve.class,
          "reserve",
          "Places of a group kept free for urgent requests until their release.",
          required("groupId", Text.reference(IdKind.GROUP), "the group"),
          required("places", NetworkShapes.CHILDREN, "how many places are kept free"),
          or(
              0,
              "releaseMinutes",
              Whole.of(0, NetworkShapes.YEAR_MINUTES),
              "each slot is free for everybody this many minutes before it; 0 never releases"
                  + " early"),
          required(
              "ageMonths",
              Whole.of(0, NetworkShapes.MOST_MONTHS),
              "age in months for which the place counts in the ratio"),
          or(Dates.ALWAYS, "valid", UseShapes.DATES, "dates on which it is kept"));

  static final ObjectShape<BoughtPlaces> BOUGHT_PLACES =
      ObjectShape.of(
          BoughtPlaces.class,
          "boughtPlaces",
          "Places of a group that only the families of one programme may use, also when they stay"
              + " empty.",
          required("groupId", Text.reference(IdKind.GROUP), "the group"),
          required("programme", Text.code(), "the owner, as in the programme of a request"),
          required("places", NetworkShapes.CHILDREN, "how many places"),
          or(
              0,
              "centsPerPlaceHour",
              Whole.of(0, NetworkShapes.MOST_CENTS),
              "what the owner pays in cents per place and hour in which the group is open, used or"
                  + " empty"));

  static final ObjectShape<Quota> QUOTA =
      ObjectShape.of(
          Quota.class,
          "quota",
          "Limits on occasional care in one group, in every slot; absent means none. Of several for"
              + " one group at most one is valid on a date.",
          required("groupId", Text.reference(IdKind.GROUP), "the group"),
          optional(
              "maxOccasional",
              Whole.of(0, NetworkShapes.MOST_CHILDREN),
              "most children that are not regular"),
          optional(
              "maxOccasionalPercent",
              Whole.of(0, 100),
              "share of the group's places that is for them, in percent of maxChildren, rounded"
                  + " down to whole places"),
          optional(
              "maxFirstTimers",
              Whole.of(0, NetworkShapes.MOST_CHILDREN),
              "most children who have never been with this provider before the horizon"),
          optional(
              "minRegularPercent",
              Whole.of(0, 100),
              "least share of regular children, in percent, while occasional children are present"
                  + " (soft)"),
          or(Dates.ALWAYS, "valid", UseShapes.DATES, "dates on which it holds"));

  static final ObjectShape<SearchLimits> SEARCH_LIMITS =
      ObjectShape.of(
          SearchLimits.class,
          "searchLimits",
          "Limits on the making of options; whatever they drop is counted and reported.",
          or(
              LIMITS.maxProvidersPerSession(),
              "maxProvidersPerSession",
              Whole.of(1, 1_000_000),
              "providers looked at per care session, nearest first"),
          or(
              LIMITS.maxStartsPerGroup(),
              "maxStartsPerGroup",
              Whole.of(1, 10_000),
              "start times offered per flexible care session, date and group"),
          or(
              LIMITS.maxSplitsPerSession(),
              "maxSplitsPerSession",
              Whole.of(0, 10_000),
              "two-leg options per care session, cheapest first"),
          or(
              LIMITS.handoverMinutes(),
              "handoverMinutes",
              Whole.of(0, 240),
              "minutes lent to the walk over when nobody escorts the child between two legs"));

  private static final ObjectShape<ThroughFlowRule> THROUGH_FLOW =
      ObjectShape.of(
          ThroughFlowRule.class,
          "throughFlowRule",
          "When occasional use has become regular, so that a family is shown for through-flow.",
          or(
              0,
              "sameWeekdayWeeks",
              Whole.of(0, 500),
              "so many weeks in a row on the same weekday with one provider; 0 for never by that"),
          or(
              0,
              "months",
              Whole.of(0, 120),
              "so many calendar months with one provider, in all; 0 for never by that"));

  private static final ObjectShape<ExpectedAbsence> EXPECTED_ABSENCE =
      ObjectShape.of(
          ExpectedAbsence.class,
          "expectedAbsence",
          "Whether places may be offered that come free only when regular children stay away"
              + " (absenceProbability). Such a place stands apart in the plan (conditional) and is"
              + " decided on the day, with the children who are there.",
          required(
              "acceptedRisk",
              Real.of(0.0001, 1),
              "greatest probability that such a place must be refused on the day, above 0 to 1"),
          required(
              "source",
              Text.free(1000),
              "who measured how often regular children stay away, where and when"));

  private static final ObjectShape<Share> SHARE =
      ObjectShape.of(
          Share.class,
          "share",
          "The least part of the children of a calendar year who are of some families (soft): of"
              + " those with care at each provider in history and plan together, each child once.",
          required("id", Text.free(200), "unique in the policy"),
          required("percent", Whole.of(1, 100), "least part in percent"),
          required("marks", NetworkShapes.CODES, "family marks, at least leastMarks of them"),
          or(1, "leastMarks", Whole.of(1, 1000), "how many of the marks are needed"),
          or(
              Set.of(),
              "oneOfMarks",
              NetworkShapes.CODES,
              "family marks of which at least one is needed besides; empty means none"),
          or(
              Set.of(),
              "providers",
              SetShape.of(Text.reference(IdKind.PROVIDER)),
              "providers that owe it, each by itself; empty means every one"),
          or(Dates.ALWAYS, "valid", UseShapes.DATES, "dates of care that count"));

  static final ObjectShape<Policy> POLICY =
      ObjectShape.of(
              Policy.class,
              "policy",
              "What a town or network adds to the law (toewijzingsbeleid).",
              or(PLAIN.id(), "id", Text.free(200), "name of the policy"),
              or(
                  List.of(),
                  "tiers",
                  ListShape.of(TIER).sized(0, 100),
                  "priority tiers, first match counts"),
              or(
                  false,
                  "strictTiers",
                  Flag.SHAPE,
                  "whether an earlier tier goes before all later ones together, whatever the"
                      + " weights"),
              or(
                  Map.of(),
                  "urgencyWeights",
                  MapShape.ofChoice(Urgency.class, Whole.of(0, MOST_WEIGHT)),
                  "factor per urgency on unserved care; a missing one counts 1"),
              or(
                  PLAIN.weighByLength(),
                  "weighByLength",
                  Flag.SHAPE,
                  "unserved care weighs by its length in hours, rounded up; else each session"
                      + " counts once"),
              or(
                  Map.of(),
                  "weights",
                  MapShape.ofWords(weighed(), Whole.of(0, MOST_WEIGHT)),
                  "weight of a soft aim by its constraint name; a missing one has its default"),
              or(
                  0,
                  "settlingInMinutes",
                  Whole.of(0, NetworkShapes.DAY_MINUTES),
                  "a first stay with a new provider longer than this many minutes asks for an"
                      + " earlier, shorter one, unless urgent; 0 switches it off"),
              or(
                  false,
                  "callIn",
                  Flag.SHAPE,
                  "caregivers' on-call hours may be used, at the weight of that soft aim"),
              or(List.of(), "reserves", ListShape.of(RESERVE), "kept-free places"),
              or(
                  List.of(),
                  "boughtPlaces",
                  ListShape.of(BOUGHT_PLACES),
                  "places for the families of one programme"),
              or(List.of(), "quotas", ListShape.of(QUOTA), "limits on occasional care in a group"),
              or(
                  List.of(),
                  "entitlements",
                  ListShape.of(UseShapes.ENTITLEMENT).sized(0, 1000),
                  "limits on use, history and plan counted together"),
              or(
                  List.of(),
                  "blackOuts",
                  ListShape.of(UseShapes.BLACK_OUT).sized(0, 10_000),
                  "dates on which no care is given"),
              or(
                  Map.of(),
                  "kilometresPerHour",
                  MapShape.ofChoice(TravelMode.class, Real.of(0.1, 1000)),
                  "speed per mode of travel in kilometres per hour; a missing one has its default"
                      + defaultSpeeds()),
              or(
                  PLAIN.detour(),
                  "detour",
                  Real.of(1, 100),
                  "way along streets divided by the great circle, at least 1"),
              or(LIMITS, "limits", SEARCH_LIMITS, "limits on the making of options"),
              or(
                  List.of(),
                  "programmes",
                  ListShape.of(PriceShapes.PROGRAMME).sized(0, 1000),
                  "what employers, schools and job services arrange"),
              or(
                  ThroughFlowRule.NONE,
                  "throughFlow",
                  THROUGH_FLOW,
                  "when occasional use has become regular"),
              optional(
                  "expectedAbsence",
                  EXPECTED_ABSENCE,
                  "whether places may rest on the absence of regular children; absent means"
                      + " never"),
              or(
                  List.of(),
                  "shares",
                  ListShape.of(SHARE).sized(0, 100),
                  "least parts of the children of a year who are of some families (soft)"))
          .checked(PolicyShapes::checkPolicy);

  /** A group has one quota on a date, so that nobody has to guess which holds. */
  private static void checkQuotas(Values values, Reading in) {
    List<@Nullable Quota> quotas = values.get("quotas");
    if (quotas == null) {
      return;
    }
    Map<String, List<Quota>> before = new HashMap<>();
    for (int q = 0; q < quotas.size(); q++) {
      Quota quota = quotas.get(q);
      if (quota == null) {
        continue;
      }
      List<Quota> same = before.computeIfAbsent(quota.groupId(), id -> new ArrayList<>());
      if (same.stream().anyMatch(other -> other.valid().meet(quota.valid()))) {
        in.at(
            () ->
                in.error(
                    IssueCode.CONTRADICTION,
                    quota.groupId(),
                    "has another quota on some of these dates",
                    "let the earlier one end where this one starts (valid.until, valid.from)"),
            "quotas",
            q,
            "groupId");
      }
      same.add(quota);
    }
  }

  private static String defaultSpeeds() {
    StringBuilder text = new StringBuilder();
    for (TravelMode mode : TravelMode.values()) {
      text.append(text.isEmpty() ? " (" : ", ")
          .append(mode)
          .append(' ')
          .append(mode.defaultKilometresPerHour());
    }
    return text.append(')').toString();
  }

  private static void checkPolicy(Values values, Reading in) {
    UseShapes.checkUnique("entitlement", "entitlements", values, in, Entitlement::id);
    UseShapes.checkUnique("black-out", "blackOuts", values, in, BlackOut::id);
    UseShapes.checkUnique("share", "shares", values, in, Share::id);
    checkQuotas(values, in);
    checkMarks("shares", values, in, Share::marks, Share::leastMarks);
    checkMarks("tiers", values, in, PriorityTier::marks, PriorityTier::leastMarks);
    List<@Nullable PriorityTier> tiers = values.get("tiers");
    if (tiers == null) {
      return;
    }
    Unique unique = Unique.ids("tier");
    for (int t = 0; t < tiers.size(); t++) {
      PriorityTier tier = tiers.get(t);
      if (tier == null) {
        continue;
      }
      unique.check(tier.id(), in, "tiers", t, "id");
    }
  }

  private static <T> void checkMarks(
      String field,
      Values values,
      Reading in,
      Function<T, Set<String>> marks,
      ToIntFunction<T> least) {
    List<@Nullable T> ranks = values.get(field);
    for (int i = 0; ranks != null && i < ranks.size(); i++) {
      T rank = ranks.get(i);
      if (rank == null) {
        continue;
      }
      int named = marks.apply(rank).size();
      int needed = least.applyAsInt(rank);
      if (named > 0 && needed > named) {
        in.at(
            () ->
                in.error(
                    IssueCode.CONTRADICTION,
                    needed,
                    "asks for more marks than the " + named + " it names",
                    null),
            field,
            i,
            "leastMarks");
      }
    }
  }
}
