package org.plek.api.access;

import java.util.Set;

/**
 * An account and what it is about.
 *
 * @param id its id
 * @param name name to sign in with
 * @param roles what it may be
 * @param networks networks it works in
 * @param areas areas of a broker; empty means all of the networks
 * @param providers own providers
 * @param families own families
 * @param mustChangePassword may do nothing but choose a new password
 * @param disabled may do nothing
 * @param version grows with every change, from 1
 */
public record Account(
    String id,
    String name,
    Set<Role> roles,
    Set<String> networks,
    Set<String> areas,
    Set<String> providers,
    Set<String> families,
    boolean mustChangePassword,
    boolean disabled,
    long version) {
  public Account {
    roles = Set.copyOf(roles);
    networks = Set.copyOf(networks);
    areas = Set.copyOf(areas);
    providers = Set.copyOf(providers);
    families = Set.copyOf(families);
  }

  /** Whether it has a role. */
  public boolean is(Role role) {
    return roles.contains(role);
  }
}
