package org.plek.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An organisation or person with a licence and a location.
 *
 * @param id unique in the network (a pseudonym for childminders and home carers)
 * @param kind daycare, childminder or home carer
 * @param location where care takes place; for a home carer where the carer lives
 * @param area code of the neighbourhood or municipality, for statistics; absent if unknown
 * @param rulePack id of the rule pack that governs this provider; absent means the problem's
 * @param ruleChoices rules chosen where the law leaves the choice (see the rule pack), e.g. {@code
 *     FR_6}
 * @param licensedCapacity most children at once under the licence, all groups together
 * @param licensedHours hours that the licence covers; absent means all opening hours
 * @param opening opening hours
 * @param ages ages accepted
 * @param languages languages spoken (ISO 639-1)
 * @param needsServed functional need codes that the provider can meet
 * @param acceptedReasons reason codes of requests that the provider accepts; empty means all
 * @param acceptedUrgencies urgencies that the provider accepts; empty means all
 * @param leastVolume the least care taken on for one request
 * @param registrationDays days between asking and the first stay for a family not yet known here
 * @param noticeMinutes least time between the moment of the problem and the start of a stay
 * @param form forms in which care is sold
 * @param tariff what a family pays
 * @param overbooking uses the overbooking that the law allows, as the house rules say
 * @param standIn somebody can stand in within the time the law asks (Dutch achterwacht)
 * @param extendedAgreement holds the licence for the exceptional number that some laws know (French
 *     derogation), so that the higher cap applies
 * @param homeCare limits of a home carer; absent for the other kinds
 * @param escort brings and fetches children; absent if not
 * @param excludedFamilies families that are not accepted here
 * @param groups the groups; a childminder and a home carer have exactly one
 * @param caregivers the staff; of a childminder or home carer the person itself
 * @param arrangements closures, stand-ins and joined groups; a closure empties the hours of
 *     opening, caregivers and regular children on its dates
 */
public record Provider(
    String id,
    ProviderKind kind,
    Point location,
    @Nullable String area,
    @Nullable String rulePack,
    Set<String> ruleChoices,
    int licensedCapacity,
    @Nullable Schedule licensedHours,
    Schedule opening,
    AgeRange ages,
    Set<String> languages,
    Set<String> needsServed,
    Set<String> acceptedReasons,
    Set<Urgency> acceptedUrgencies,
    LeastVolume leastVolume,
    int registrationDays,
    int noticeMinutes,
    SessionForm form,
    Tariff tariff,
    boolean overbooking,
    boolean standIn,
    boolean extendedAgreement,
    @Nullable HomeCareTerms homeCare,
    @Nullable Escort escort,
    Set<String> excludedFamilies,
    List<Group> groups,
    List<Caregiver> caregivers,
    Arrangements arrangements) {
  public Provider {
    ruleChoices = Set.copyOf(ruleChoices);
    languages = Set.copyOf(languages);
    needsServed = Set.copyOf(needsServed);
    acceptedReasons = Set.copyOf(acceptedReasons);
    acceptedUrgencies = Set.copyOf(acceptedUrgencies);
    excludedFamilies = Set.copyOf(excludedFamilies);
    groups = List.copyOf(groups);
    caregivers = List.copyOf(caregivers);
    if (!arrangements.closures().isEmpty()) {
      List<Closure> closures = arrangements.closures();
      opening = opening.without(closures);
      groups = groups.stream().map(group -> group.without(closures)).toList();
      caregivers = caregivers.stream().map(carer -> carer.without(closures)).toList();
    }
  }

  /** A provider that has arranged nothing beyond an ordinary day. */
  public Provider(
      String id,
      ProviderKind kind,
      Point location,
      @Nullable String area,
      @Nullable String rulePack,
      Set<String> ruleChoices,
      int licensedCapacity,
      @Nullable Schedule licensedHours,
      Schedule opening,
      AgeRange ages,
      Set<String> languages,
      Set<String> needsServed,
      Set<String> acceptedReasons,
      Set<Urgency> acceptedUrgencies,
      LeastVolume leastVolume,
      int registrationDays,
      int noticeMinutes,
      SessionForm form,
      Tariff tariff,
      boolean overbooking,
      boolean standIn,
      boolean extendedAgreement,
      @Nullable HomeCareTerms homeCare,
      @Nullable Escort escort,
      Set<String> excludedFamilies,
      List<Group> groups,
      List<Caregiver> caregivers) {
    this(
        id,
        kind,
        location,
        area,
        rulePack,
        ruleChoices,
        licensedCapacity,
        licensedHours,
        opening,
        ages,
        languages,
        needsServed,
        acceptedReasons,
        acceptedUrgencies,
        leastVolume,
        registrationDays,
        noticeMinutes,
        form,
        tariff,
        overbooking,
        standIn,
        extendedAgreement,
        homeCare,
        escort,
        excludedFamilies,
        groups,
        caregivers,
        Arrangements.NONE);
  }

  /** The same with other groups and caregivers. */
  public Provider with(List<Group> otherGroups, List<Caregiver> otherCaregivers) {
    return new Provider(
        id,
        kind,
        location,
        area,
        rulePack,
        ruleChoices,
        licensedCapacity,
        licensedHours,
        opening,
        ages,
        languages,
        needsServed,
        acceptedReasons,
        acceptedUrgencies,
        leastVolume,
        registrationDays,
        noticeMinutes,
        form,
        tariff,
        overbooking,
        standIn,
        extendedAgreement,
        homeCare,
        escort,
        excludedFamilies,
        otherGroups,
        otherCaregivers,
        arrangements);
  }
}
