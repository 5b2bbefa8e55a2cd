package io.lumina.act;

import io.lumina.act.file.Contents;
import io.lumina.postgres.Database;
import io.lumina.store.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Removes files from the trash for good. The only thing that has no undo. */
public final class Purge {
  private static final String DUE =
      """
      SELECT o.plan_id, o.number, o.target_path, o.sha256, o.size_bytes, o.unit,
        ARRAY(SELECT i.source_path FROM lumina.images i
          WHERE i.checksum = o.sha256 AND i.state = 'present' ORDER BY i.source_path)
      FROM lumina.plan_operations o JOIN lumina.plans p ON p.id = o.plan_id
      WHERE p.catalog_id = ? AND o.kind = 'trash' AND o.state = 'done' AND o.purged_at IS NULL
        AND o.done_at <= ?
      ORDER BY o.plan_id, o.number\
      """;

  private final Database database;
  private final UUID catalogId;

  public Purge(Database database, UUID catalogId) {
    this.database = Objects.requireNonNull(database, "database");
    this.catalogId = Objects.requireNonNull(catalogId, "catalogId");
  }

  /**
   * What would go: whole units, of which a restore could not bring back a part.
   *
   * @param before plans that were applied until then
   * @param lastCopies also contents of which no other file is present
   */
  public Due due(Instant before, boolean lastCopies) {
    return database.transaction(
        "purge",
        connection -> {
          Map<String, List<Item>> units = new LinkedHashMap<>();
          try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setObject(1, catalogId);
            select.setObject(2, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                Item item =
                    new Item(
                        rows.getObject(1, UUID.class),
                        rows.getLong(2),
                        Path.of(rows.getString(3)),
                        rows.getString(4),
                        rows.getLong(5),
                        List.of((String[]) rows.getArray(7).getArray()));
                units
                    .computeIfAbsent(item.plan() + rows.getString(6), any -> new ArrayList<>())
                    .add(item);
              }
            }
          }
          List<Item> going = new ArrayList<>();
          List<Item> staying = new ArrayList<>();
          for (List<Item> unit : units.values()) {
            boolean goes = lastCopies || unit.stream().noneMatch(item -> item.copies().isEmpty());
            (goes ? going : staying).addAll(unit);
          }
          return new Due(going, staying);
        });
  }

  /**
   * Removes them, one after the other; of each another copy is read first, unless last copies may
   * go.
   *
   * @return those that stayed, since no other copy holds what it should
   */
  public List<Item> remove(List<Item> going, boolean lastCopies, Guard lock) throws IOException {
    List<Item> stayed = new ArrayList<>();
    for (Item item : going) {
      lock.check();
      if (lastCopies || copy(item).isPresent()) {
        Files.deleteIfExists(item.file());
        purged(item);
      } else {
        stayed.add(item);
      }
    }
    return stayed;
  }

  /** Another file that holds the same bytes now, whatever the tables say. */
  private static Optional<Path> copy(Item item) throws IOException {
    for (String known : item.copies()) {
      Path path = Path.of(known);
      if (known.startsWith("/") && Contents.is(path, item.sha256(), item.bytes())) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  private void purged(Item item) {
    database.transaction(
        "purge",
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE lumina.plan_operations SET purged_at = now()"
                      + " WHERE plan_id = ? AND number = ?")) {
            update.setObject(1, item.plan());
            update.setLong(2, item.number());
            return update.executeUpdate();
          }
        });
  }

  /**
   * A file in the trash.
   *
   * @param copies files that the catalogs know with the same content
   */
  public record Item(
      UUID plan, long number, Path file, String sha256, long bytes, List<String> copies) {
    public Item {
      copies = List.copyOf(copies);
    }
  }

  /**
   * What is old enough.
   *
   * @param going to be removed
   * @param staying since they are the last copies
   */
  public record Due(List<Item> going, List<Item> staying) {
    public Due {
      going = List.copyOf(going);
      staying = List.copyOf(staying);
    }
  }
}
