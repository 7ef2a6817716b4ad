package org.plek.api.jobs;

/** How much the desk does for a request, so that need can be counted by it. */
public enum HelpLevel {
  /** The family searches by itself. */
  SELF,
  /** The desk gives a list; nothing is held. */
  ADVISED,
  /** The desk holds, offers and confirms. */
  BROKERED
}
