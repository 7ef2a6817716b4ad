package org.plek.recommend;

import java.util.Arrays;
import org.plek.domain.Group;
import org.plek.domain.Provider;
import org.plek.domain.ProviderKind;
import org.plek.scoring.fast.LiveMasks;

/** A group where its masks are, with the legs counted in it by the day of their start. */
final class Place {
  /** What has happened at a provider. */
  static final class Events {
    /** Where {@link LiveGroups#changes} counts who comes and goes. */
    final int number;

    /** Legs there over midnight. */
    int overnight;

    Events(int number) {
      this.number = number;
    }
  }

  /** Its number in {@link LiveGroups#places}, as they are sorted now. */
  int order;

  private final Provider provider;
  private final Group group;
  private final LiveMasks masks;
  private final int number;
  private final boolean atHome;
  private final Events events;
  private final DayLegs[] byDay;

  Place(Provider provider, Group group, LiveMasks masks, int number, Events events, int days) {
    this.provider = provider;
    this.group = group;
    this.masks = masks;
    this.number = number;
    this.events = events;
    atHome = provider.kind() == ProviderKind.HOME_CARER;
    byDay = new DayLegs[days];
    Arrays.setAll(byDay, day -> new DayLegs());
  }

  Provider provider() {
    return provider;
  }

  Group group() {
    return group;
  }

  LiveMasks masks() {
    return masks;
  }

  int number() {
    return number;
  }

  Events events() {
    return events;
  }

  boolean atHome() {
    return atHome;
  }

  /** Legs that start on a day. */
  DayLegs on(int day) {
    return byDay[day];
  }
}
