package io.lumina.act;

import io.lumina.act.plan.OperationCounts;
import io.lumina.act.plan.Plan;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.Database;
import io.lumina.text.Spoken;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
   * Looks whether the journal of a plan that was begun is there.
   *
   * @throws LuminaException (guard) when it is not: what was done is known to nobody else for sure
   */
  void checkJournal(Path journal, OperationCounts counts) {
    if (counts.done() + counts.undone() > 0 && !Files.exists(journal)) {
      throw new LuminaException(
          ExitCode.SAFETY_GUARD,
          "The journal %s of plan %s is not there; it lies in the home that began the plan, name that with --home"
              .formatted(journal, plan.id()));
    }
  }

  /**
   * Looks whether what goes to another file system has room.
   *
   * @throws LuminaException (guard) naming what is there and what is needed
   */
  void checkSpace() throws IOException {
    Optional<String[]> first =
        database.first(
            "plan",
            """
            SELECT source_path, target_path FROM lumina.plan_operations
            WHERE plan_id = ? AND kind IN ('copy', 'move') AND state = 'planned'
              AND conflict IS NULL ORDER BY kind, number DESC LIMIT 1\
            """,
            row -> new String[] {row.getString(1), row.getString(2)},
            plan.id());
    if (first.isEmpty()) {
      return;
    }
    Path there = nearest(Path.of(first.get()[1]));
    FileStore target = Files.getFileStore(there);
    boolean isElsewhere = !target.equals(Files.getFileStore(nearest(Path.of(first.get()[0]))));
    long bytes =
        database
            .first(
                "plan",
                """
                SELECT coalesce(sum(size_bytes), 0) FROM lumina.plan_operations
                WHERE plan_id = ? AND (kind = 'copy' OR kind = 'move' AND ?)
                  AND state = 'planned' AND conflict IS NULL\
                """,
                row -> row.getLong(1),
                plan.id(),
                isElsewhere)
            .orElseThrow();
    long usable = target.getUsableSpace();
    if (usable < bytes * SPARE_SPACE) {
      throw new LuminaException(
          ExitCode.SAFETY_GUARD,
          "The plan needs %s and 5 %% more at %s, and %s are free; make room, or choose another target"
              .formatted(Spoken.bytes(bytes), there, Spoken.bytes(usable)));
    }
  }

  private static Path nearest(Path path) {
    Path there = path;
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    return there;
  }
}
