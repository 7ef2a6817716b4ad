package org.plek.datasets.importers;

import java.time.ZoneId;
import java.util.List;
import org.plek.domain.Provider;

/**
 * An imported network.
 *
 * @param providers one for every row that gives a provider, in the order of the file
 * @param zone time zone of its local times
 * @param report what became of every row
 */
public record Import(List<Provider> providers, ZoneId zone, ImportReport report) {
  public Import {
    providers = List.copyOf(providers);
  }
}
