package io.lumina.act;

import io.lumina.act.plan.Plan;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.Database;
import io.lumina.text.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What stops an apply before it touches a file. */
final class ApplyGuards {
  private static final double SPARE_SPACE = 1.05;
  private static final String SHARE =
      """
      SELECT (SELECT count(*) FROM lumina.plan_operations o WHERE o.plan_id = ?
          AND o.state = 'planned' AND o.conflict IS NULL AND o.image_id IS NOT NULL
          AND o.kind IN ('move', 'trash') AND starts_with(o.source_path, ?)),
        (SELECT count(*) FROM lumina.images i WHERE i.catalog_id = ? AND i.state = 'present'
          AND starts_with(i.source_path, ?))\
      """;

  private final Database database;
  private final Plan plan;

  ApplyGuards(Database database, Plan plan) {
    this.database = Objects.requireNonNull(database, "database");
    this.plan = Objects.requireNonNull(plan, "plan");
  }

  /**
   * Looks whether a plan takes too much out of one source directory.
   *
   * @throws LuminaException (guard) naming the directory and the share
   */
  void checkShare(List<String> roots, double most) {
    for (String root : roots) {
      String below = root + "/";
      long[] counts =
          database
              .first(
                  "plan",
                  SHARE,
                  row -> new long[] {row.getLong(1), row.getLong(2)},
                  plan.id(),
                  below,
                  plan.catalogId(),
                  below)
              .orElseThrow();
      if (counts[1] > 0 && counts[0] > most * counts[1]) {
        throw new LuminaException(
            ExitCode.SAFETY_GUARD,
            "The plan takes %d of %d pictures out of %s, more than act.max-fraction (%s); look at it with lumina plan show %s, then confirm with --accept-many"
                .formatted(counts[0], counts[1], root, most, plan.id()));
      }
    }
  }

  /**
   * Looks whether copies have room.
   *
   * @throws LuminaException (guard) naming what is there and what is needed
   */
  void checkSpace() throws IOException {
    String first =
        database
            .first(
                "plan",
                """
                SELECT target_path FROM lumina.plan_operations
                WHERE plan_id = ? AND kind = 'copy' AND state = 'planned' AND conflict IS NULL
                ORDER BY number LIMIT 1\
                """,
                row -> row.getString(1),
                plan.id())
            .orElse("");
    if (first.isEmpty()) {
      return;
    }
    long bytes =
        database
            .first(
                "plan",
                """
                SELECT coalesce(sum(size_bytes), 0) FROM lumina.plan_operations
                WHERE plan_id = ? AND kind = 'copy' AND state = 'planned' AND conflict IS NULL\
                """,
                row -> row.getLong(1),
                plan.id())
            .orElseThrow();
    Path there = Path.of(first);
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    long usable = Files.getFileStore(there).getUsableSpace();
    if (usable < bytes * SPARE_SPACE) {
      throw new LuminaException(
          ExitCode.SAFETY_GUARD,
          "The plan needs %s and 5 %% more at %s, and %s are free; make room, or choose another target"
              .formatted(Spoken.bytes(bytes), there, Spoken.bytes(usable)));
    }
  }
}
