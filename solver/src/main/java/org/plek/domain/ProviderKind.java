package org.plek.domain;

/** The three kinds of supply. */
public enum ProviderKind {
  /** A site with one or more groups and its own staff (kinderdagverblijf, nursery, crèche). */
  DAYCARE,
  /** A person who minds children in her own home; one group (onthaalouder, gastouder). */
  CHILDMINDER,
  /** A person who goes to the family's home; one household at a time (oppas aan huis). */
  HOME_CARER
}
