package org.plek.domain;

import java.util.Set;

/**
 * What a family would like (soft); empty means no wish.
 *
 * @param providers preferred providers
 * @param kinds preferred kinds of provider
 * @param languages preferred languages
 */
public record Wishes(Set<String> providers, Set<ProviderKind> kinds, Set<String> languages) {
  /** No wish. */
  public static final Wishes NONE = new Wishes(Set.of(), Set.of(), Set.of());

  public Wishes {
    providers = Set.copyOf(providers);
    kinds = Set.copyOf(kinds);
    languages = Set.copyOf(languages);
  }
}
