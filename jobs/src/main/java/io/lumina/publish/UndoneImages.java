package io.lumina.publish;

import io.lumina.postgres.Database;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;

/** Images that only runs ever saw whose work is undone. */
public final class UndoneImages {
  private final Database database;

  public UndoneImages(Database database) {
    this.database = Objects.requireNonNull(database, "database");
  }

  /**
   * Removes the rows of images that such a run was the first to see and that are missing. An image
   * to which a person gave a status, or whose content is in a decision, stays.
   *
   * @param runs that found files first which the catalog no longer names
   * @return how many were removed
   */
  public long forget(UUID catalogId, Collection<String> runs) {
    return database.transaction(
        "undo",
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  """
                  DELETE FROM lumina.images i
                  WHERE i.catalog_id = ? AND i.state = 'missing' AND i.status = 'active'
                    AND i.first_seen_run = ANY (?)
                    AND NOT EXISTS (SELECT FROM lumina.decisions d
                      WHERE d.catalog_id = i.catalog_id AND i.checksum = ANY (d.checksums))""")) {
            delete.setObject(1, catalogId);
            delete.setArray(2, connection.createArrayOf("text", runs.toArray()));
            return delete.executeLargeUpdate();
          }
        });
  }
}
