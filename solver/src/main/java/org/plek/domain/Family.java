package org.plek.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The children of one household; they are siblings.
 *
 * @param id unique in the problem (a pseudonym)
 * @param home where the family lives
 * @param area code of the neighbourhood or municipality, for statistics; absent if unknown
 * @param marks codes that a policy may give priority to, e.g. {@code SINGLE_PARENT}
 * @param languages languages spoken (ISO 639-1)
 * @param registeredWith providers where the family is registered already
 * @param excludedProviders providers that the family does not want
 * @param sharesHomeCareWith family with which it shares a home carer at one home, where the law
 *     allows it; must be mutual
 * @param children the children
 * @param rate what the family pays by its own certificates
 */
public record Family(
    String id,
    Point home,
    @Nullable String area,
    Set<String> marks,
    Set<String> languages,
    Set<String> registeredWith,
    Set<String> excludedProviders,
    @Nullable String sharesHomeCareWith,
    List<Child> children,
    FamilyRate rate) {
  public Family {
    marks = Set.copyOf(marks);
    languages = Set.copyOf(languages);
    registeredWith = Set.copyOf(registeredWith);
    excludedProviders = Set.copyOf(excludedProviders);
    children = List.copyOf(children);
  }

  /** A family without certificates. */
  public Family(
      String id,
      Point home,
      @Nullable String area,
      Set<String> marks,
      Set<String> languages,
      Set<String> registeredWith,
      Set<String> excludedProviders,
      @Nullable String sharesHomeCareWith,
      List<Child> children) {
    this(
        id,
        home,
        area,
        marks,
        languages,
        registeredWith,
        excludedProviders,
        sharesHomeCareWith,
        children,
        FamilyRate.NONE);
  }
}
