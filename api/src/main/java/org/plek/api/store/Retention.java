package org.plek.api.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Forgets what is older than it may be. Whoever has a live or coming stay is never forgotten. */
public final class Retention {
  /**
   * How much was, or would be, forgotten.
   *
   * @param families families whose names are forgotten
   * @param auditEntries entries of the audit
   * @param answers answers kept for repeated calls
   * @param credentials ended sessions and keys
   * @param presences records of who was there
   * @param runs planning runs
   * @param advice what was advised
   */
  public record Counts(
      int families,
      int auditEntries,
      int answers,
      int credentials,
      int presences,
      int runs,
      int advice) {}

  private final Handle handle;

  Retention(Handle handle) {
    this.handle = handle;
  }

  /**
   * Families with names whose last request or agreement was changed before a moment, who have no
   * open request and no stay that ends after it; as {@code network/family}.
   */
  public List<String[]> families(Instant before) {
    return handle
        .createQuery(
            "SELECT p.network_id, p.id FROM person p WHERE p.kind = 'FAMILY'"
                + " AND p.updated_at < :before"
                + " AND NOT EXISTS (SELECT 1 FROM document d JOIN progress g"
                + "   ON g.network_id = d.network_id AND g.request_id = d.id"
                + "   WHERE d.network_id = p.network_id AND d.kind = 'REQUEST' AND d.owner = p.id"
                + "   AND (g.outcome IS NULL OR g.updated_at >= :before))"
                + " AND NOT EXISTS (SELECT 1 FROM agreement a LEFT JOIN agreement_leg l"
                + "   ON l.network_id = a.network_id AND l.agreement_id = a.id"
                + "   WHERE a.network_id = p.network_id AND a.family_id = p.id"
                + "   AND (a.state IN ('HELD', 'OFFERED') OR a.updated_at >= :before"
                + "     OR (a.state = 'CONFIRMED' AND l.ends_at >= :before)))"
                + " ORDER BY p.network_id, p.id")
        .bind("before", Moments.text(before))
        .map((row, context) -> new String[] {row.getString("network_id"), row.getString("id")})
        .list();
  }

  /** Forgets the names of a family; its pseudonym stays, so that need can still be counted. */
  public void forget(String network, String family) {
    handle
        .createUpdate(
            "DELETE FROM person WHERE network_id = :network AND kind = 'FAMILY' AND id = :id")
        .bind("network", network)
        .bind("id", family)
        .execute();
  }

  /** Forgets, or with {@code dryRun} only counts, all that is not about one family. */
  public Counts sweep(Instant now, Instant before, Instant auditBefore, boolean dryRun) {
    int families = families(before).size();
    handle.execute("INSERT INTO retention_open VALUES (1)");
    int audit = sweep("audit WHERE at < :at", auditBefore, dryRun);
    handle.execute("DELETE FROM retention_open");
    return new Counts(
        families,
        audit,
        sweep("idempotency WHERE at < :at", before, dryRun),
        sweep("credential WHERE expires_at IS NOT NULL AND expires_at < :at", now, dryRun),
        sweep("presence WHERE day < :at", before, dryRun),
        sweep("run WHERE made_at < :at", before, dryRun),
        sweep("advice WHERE at < :at", before, dryRun));
  }

  private int sweep(String what, Instant at, boolean dryRun) {
    if (dryRun) {
      return handle
          .createQuery("SELECT COUNT(*) FROM " + what)
          .bind("at", Moments.text(at))
          .mapTo(Integer.class)
          .one();
    }
    return handle.createUpdate("DELETE FROM " + what).bind("at", Moments.text(at)).execute();
  }
}
