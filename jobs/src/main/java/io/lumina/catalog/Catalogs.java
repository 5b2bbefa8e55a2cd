package io.lumina.catalog;

import io.lumina.config.Nearest;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** The registry of catalogs. */
public final class Catalogs {
  private static final int LONGEST_NAME = 100;
  private static final String SELECT = "SELECT id, name, source_directories FROM lumina.catalogs";

  private final Database database;

  public Catalogs(Database database) {
    this.database = Objects.requireNonNull(database, "database");
  }

  /**
   * Adds a catalog.
   *
   * @throws LuminaException (usage) when the name is taken, empty, longer than 100 characters or
   *     holds control characters
   */
  public Catalog create(String name, List<String> sourceDirectories) {
    if (!add(name, sourceDirectories)) {
      throw new LuminaException(
          ExitCode.USAGE,
          "There is a catalog '" + name + "' already; choose another name, or use that one");
    }
    return get(name);
  }

  /** The catalog of that name, made if nobody else made it meanwhile. */
  public Catalog findOrCreate(String name, List<String> sourceDirectories) {
    add(name, sourceDirectories);
    return get(name);
  }

  private boolean add(String name, List<String> sourceDirectories) {
    checkName(name);
    return database.transaction(
        "catalog",
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO lumina.catalogs (id, name, source_directories)"
                      + " VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, freeId(connection, name));
            insert.setString(2, name);
            insert.setArray(3, textArray(connection, distinct(sourceDirectories)));
            return insert.executeUpdate() == 1;
          }
        });
  }

  /** The first id of a name that no dropped catalog had. */
  private static UUID freeId(Connection connection, String name) throws SQLException {
    Set<UUID> taken = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id FROM lumina.dropped_catalogs WHERE name = ?")) {
      select.setString(1, name);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          taken.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return IntStream.rangeClosed(0, taken.size())
        .mapToObj(dropped -> Catalog.idOf(name, dropped))
        .filter(id -> !taken.contains(id))
        .findFirst()
        .orElseThrow();
  }

  /** All catalogs, by name. */
  public List<Catalog> list() {
    return database.transaction("catalog", connection -> read(connection, SELECT + " ORDER BY 2"));
  }

  /** The catalog of that name, if there is one. */
  public Optional<Catalog> find(String name) {
    return list().stream().filter(catalog -> catalog.name().equals(name)).findFirst();
  }

  /**
   * The catalog of that name.
   *
   * @throws LuminaException (usage) naming the nearest known one when there is none
   */
  public Catalog get(String name) {
    return find(name)
        .orElseThrow(
            () -> {
              List<String> known = list().stream().map(Catalog::name).toList();
              return new LuminaException(
                  ExitCode.USAGE,
                  "There is no catalog '"
                      + name
                      + "'"
                      + (known.isEmpty()
                          ? "; none was created yet"
                          : Nearest.hint(name, known) + " Known: " + String.join(", ", known)));
            });
  }

  /** Adds source directories to a catalog; those that it has already stay where they are. */
  public Catalog addSourceDirectories(String name, List<String> more) {
    Catalog before = get(name);
    List<String> all = new ArrayList<>(before.sourceDirectories());
    all.addAll(more);
    Catalog after = new Catalog(before.id(), name, distinct(all));
    if (!after.equals(before)) {
      database.transaction("catalog", connection -> update(connection, after));
    }
    return after;
  }

  /**
   * Takes a source directory off a catalog that is not on the disk and of which no image is
   * present; any other stays.
   */
  public void forgetMissingSource(String name, String directory) {
    Catalog before = get(name);
    boolean isKnown = before.sourceDirectories().contains(directory);
    if (!isKnown || Files.exists(Path.of(directory)) || holdsImages(before, directory)) {
      return;
    }
    List<String> rest = new ArrayList<>(before.sourceDirectories());
    rest.remove(directory);
    database.transaction(
        "catalog", connection -> update(connection, new Catalog(before.id(), name, rest)));
  }

  private boolean holdsImages(Catalog catalog, String directory) {
    return database
        .first(
            "catalog",
            """
            SELECT EXISTS (SELECT FROM lumina.images WHERE catalog_id = ?
              AND state = 'present' AND starts_with(source_path, ?))\
            """,
            row -> row.getBoolean(1),
            catalog.id(),
            directory + "/")
        .orElse(true);
  }

  /**
   * Removes a catalog with its images, groups, decisions and runs from the database; its id is not
   * given again. The photos and the Delta tables stay.
   */
  public void drop(Catalog catalog) {
    database.transaction(
        "catalog",
        connection -> {
          try (PreparedStatement delete =
                  connection.prepareStatement("DELETE FROM lumina.catalogs WHERE id = ?");
              PreparedStatement note =
                  connection.prepareStatement(
                      "INSERT INTO lumina.dropped_catalogs (id, name) VALUES (?, ?)"
                          + " ON CONFLICT DO NOTHING")) {
            delete.setObject(1, catalog.id());
            delete.executeUpdate();
            note.setObject(1, catalog.id());
            note.setString(2, catalog.name());
            return note.executeUpdate();
          }
        });
  }

  private static int update(Connection connection, Catalog catalog) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE lumina.catalogs SET source_directories = ?, updated_at = now()"
                + " WHERE id = ?")) {
      update.setArray(1, textArray(connection, catalog.sourceDirectories()));
      update.setObject(2, catalog.id());
      return update.executeUpdate();
    }
  }

  private static List<Catalog> read(Connection connection, String sql) throws SQLException {
    List<Catalog> catalogs = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        catalogs.add(
            new Catalog(
                rows.getObject(1, UUID.class),
                rows.getString(2),
                Arrays.asList((String[]) rows.getArray(3).getArray())));
      }
    }
    return catalogs;
  }

  private static Array textArray(Connection connection, List<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }

  private static List<String> distinct(List<String> directories) {
    Set<String> once = new LinkedHashSet<>(directories);
    return List.copyOf(once);
  }

  private static void checkName(String name) {
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new LuminaException(
          ExitCode.USAGE,
          "A catalog's name has 1 to "
              + LONGEST_NAME
              + " characters and no control characters; choose another with --catalog");
    }
  }
}
