package io.lumina.act.plan;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.failure.Printable;
import io.lumina.postgres.Database;
import java.util.Objects;
import java.util.UUID;

/** Finds what lies in the trash. */
public final class TrashedUnits {
  private final Database database;

  public TrashedUnits(Database database) {
    this.database = Objects.requireNonNull(database, "database");
  }

  /** How many files of a catalog lie in the trash. */
  public long files(UUID catalogId) {
    return database
        .first(
            "trash",
            """
            SELECT count(*) FROM lumina.plan_operations o JOIN lumina.plans p ON p.id = o.plan_id
            WHERE p.catalog_id = ? AND o.kind = 'trash' AND o.state = 'done'
              AND o.purged_at IS NULL\
            """,
            row -> row.getLong(1),
            catalogId)
        .orElse(0L);
  }

  /**
   * The unit of a file in the trash, the newest where several lay at its place.
   *
   * @param picture where it lay, where it lies, or the id of its image
   * @throws LuminaException (usage) when there is none
   */
  public Unit of(String picture) {
    return database
        .first(
            "trash",
            """
            SELECT o.plan_id, o.unit, c.name
            FROM lumina.plan_operations o JOIN lumina.plans p ON p.id = o.plan_id
            JOIN lumina.catalogs c ON c.id = p.catalog_id
            WHERE o.kind = 'trash' AND o.state = 'done' AND o.purged_at IS NULL
              AND (o.source_path = ? OR o.target_path = ? OR o.image_id::text = ?)
            ORDER BY o.done_at DESC LIMIT 1\
            """,
            row -> new Unit(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
            picture,
            picture,
            picture)
        .orElseThrow(
            () ->
                new LuminaException(
                    ExitCode.USAGE,
                    "Nothing in the trash was "
                        + Printable.of(picture)
                        + "; lumina trash list says what is there"));
  }

  /**
   * Files that were put aside together.
   *
   * @param plan that did it
   * @param unit its name there
   * @param catalog by name
   */
  public record Unit(UUID plan, String unit, String catalog) {}
}
