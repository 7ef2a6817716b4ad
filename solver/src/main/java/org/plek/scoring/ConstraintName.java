package org.plek.scoring;

/**
 * Every rule and aim of plek, in the order in which explanations name the first that blocks. One
 * name runs through both scorers, explanations, documents, tests and the README's table.
 */
public enum ConstraintName {
  // What may never be broken.
  OPEN(Level.HARD, "Group and carer are open for the whole leg."),
  LICENSED_HOURS(Level.HARD, "The licence covers the hours."),
  LICENSED_CAPACITY(
      Level.HARD, "Never more children than the licence allows, regular ones included."),
  WEEKLY_OCCUPANCY(Level.HARD, "Overbooking stays within the hours of the week."),
  RATIO(Level.HARD, "The caregivers present suffice for exactly these ages."),
  GROUP_SIZE(Level.HARD, "The group is not larger than law and house allow."),
  COMPOSITION_CAP(Level.HARD, "A childminder or home carer stays within the caps by age."),
  HOUSEHOLD(Level.HARD, "A home carer serves one household at a time."),
  CARER_TRAVEL(Level.HARD, "A home carer can travel from one home to the next in time."),
  CARER_LIMITS(Level.HARD, "A home carer's own limits of hours and days hold."),
  CARER_FAMILY_DAYS(
      Level.HARD, "A home carer serves a family on no more days a week than the law allows."),
  MINIMUM_WAGE(Level.HARD, "A home carer whom the family employs is paid what the law asks."),
  ESCORT(Level.HARD, "Nobody arrives at or leaves a childminder's home while she is on the way."),
  AGE_ACCEPTED(Level.HARD, "The provider accepts children of this age."),
  NEEDS_MET(Level.HARD, "The provider can meet the child's functional needs."),
  REQUEST_ACCEPTED(Level.HARD, "The provider accepts this reason and urgency."),
  NOT_EXCLUDED(Level.HARD, "Neither provider nor family has excluded the other."),
  LEAST_VOLUME(Level.HARD, "The provider's least volume is met."),
  REGISTRATION(Level.HARD, "A new family's registration time has passed."),
  STAND_IN(Level.HARD, "A stand-in is one whom the child knows."),
  NOTICE(Level.HARD, "The provider's notice is kept."),
  ONE_PLACE_AT_A_TIME(Level.HARD, "A child is in one place at a time."),
  HOME_GROUP(
      Level.HARD,
      "A child is in one group of a provider a week, in two with the parents' consent."),
  FIXED_FACES(Level.HARD, "On every day one of the few caregivers who are a child's own works."),
  KEPT_FREE(Level.HARD, "Kept-free places go to urgent requests until their release."),
  BOUGHT_PLACES(Level.HARD, "Bought places go only to the families of their programme."),
  OCCASIONAL_QUOTA(Level.HARD, "Occasional children and first-timers stay within the quota."),
  BLACK_OUT(Level.HARD, "No care is given on a date that the policy leaves out."),
  ENTITLEMENT(Level.HARD, "Use stays within what family, child or programme is entitled to."),
  SESSION_FORM(Level.HARD, "The stay has a form that the provider sells."),
  SESSION_TIME(
      Level.HARD, "The stay is the one asked for: its child, its time, its legs in order."),
  FAMILY_TRAVEL(Level.HARD, "The way is not longer than the family accepts."),
  FAMILY_PRICE(Level.HARD, "The price is not higher than the family accepts."),
  SIBLINGS_TOGETHER(
      Level.HARD, "Siblings whose care overlaps are together where the family says so."),
  ALL_OR_NOTHING(Level.HARD, "A request of all or nothing is placed whole."),
  AGREED_KEPT(Level.HARD, "What is agreed does not move."),

  // Serve most.
  UNSERVED(Level.MEDIUM, "Care without a place, by tier, urgency and length."),

  // What is wanted besides, before weighting.
  PROVIDERS_PER_CHILD(Level.SOFT, "Providers of a child beyond the first."),
  UNKNOWN_FACES(
      Level.SOFT, "Legs with a provider where the child has never been before the horizon."),
  SIBLINGS_APART(
      Level.SOFT,
      "Days on which siblings are with different providers, each provider beyond the first."),
  HANDOVERS(Level.SOFT, "Handovers between two legs."),
  TRAVEL(Level.SOFT, "Minutes of travel of the family, there and back, per care session."),
  PRICE(Level.SOFT, "Price for the family in units of ten cents, rounded up per care session."),
  WISHES(Level.SOFT, "Wishes of the family not met, per care session."),
  EVEN_SPREAD(
      Level.SOFT, "Unevenness of occasional care over providers, in proportion to their offer."),
  CALLED_IN(Level.SOFT, "Quarters of an hour of caregivers called in beyond the roster."),
  CARERS_USED(Level.SOFT, "Home carers who make any visit at all."),
  REGULAR_FLOOR(
      Level.SOFT,
      "Children over the share of occasional care that keeps a group regular, per slot."),
  SHARE(
      Level.SOFT,
      "Children of some families missing to their share of a provider's year, in hundredths."),
  WAITING(Level.SOFT, "Days since it was asked, of care without a place."),
  SETTLING_IN(Level.SOFT, "First long stays without settling in."),
  PUBLISHED_CHANGES(
      Level.SOFT, "Changes against the proposals already published, nearer ones weighing more.");

  /** What a constraint is measured against. */
  public enum Level {
    /** Never broken by plek. */
    HARD,
    /** Care served. */
    MEDIUM,
    /** Wanted besides. */
    SOFT
  }

  private final Level level;
  private final String meaning;

  ConstraintName(Level level, String meaning) {
    this.level = level;
    this.meaning = meaning;
  }

  /** Hard, medium or soft. */
  public Level level() {
    return level;
  }

  /** One sentence for people. */
  public String meaning() {
    return meaning;
  }
}
