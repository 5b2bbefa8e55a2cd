package io.lumina.backup;

import io.lumina.SharedPostgres;
import io.lumina.catalog.Catalog;
import io.lumina.catalog.Catalogs;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.postgres.Migrations;
import java.util.List;
import java.util.UUID;

/** A database of its own in which people decided something. */
final class Decided {
  private final Database database;
  private final Ask ask;

  private Decided(Database database) {
    this.database = database;
    this.ask = new Ask(database);
  }

  /** A new, empty one. */
  static Decided database() {
    Database made =
        SharedPostgres.another("decided_" + UUID.randomUUID().toString().replace("-", ""));
    new Migrations(made).migrate();
    return new Decided(made);
  }

  Database connection() {
    return database;
  }

  Ask ask() {
    return ask;
  }

  Catalog catalog(String name) {
    return new Catalogs(database).create(name, List.of("/photos/" + name));
  }

  /** An image with an id of its name, and a checksum of its content. */
  void image(Catalog catalog, String path, String content, String status) {
    image(catalog, path, path, content, status);
  }

  void image(Catalog catalog, String id, String path, String content, String status) {
    ask.execute(
        "INSERT INTO lumina.images (id, catalog_id, source_path, checksum, file_type, status)"
            + " VALUES (?, ?, ?, ?, 'jpeg', ?)",
        id(id),
        catalog.id(),
        path,
        sha(content),
        status);
  }

  void decision(Catalog catalog, String kind, String at, String... contents) {
    String list = String.join(",", List.of(contents).stream().map(Decided::sha).toList());
    ask.execute(
        "INSERT INTO lumina.decisions (catalog_id, kind, checksums, actor, created_at)"
            + " VALUES (?, ?, string_to_array(?, ','), 'ada', ?::timestamptz)",
        catalog.id(),
        kind,
        list,
        at);
  }

  /** A group of two images that a person has looked at, or not. */
  void group(Catalog catalog, String primary, String member, boolean reviewed) {
    ask.execute(
        "INSERT INTO lumina.duplicate_groups (id, catalog_id, kind, primary_image_id, member_count,"
            + " reclaimable_bytes, reviewed) VALUES (?, ?, 'near', ?, 2, 7, ?)",
        id("group of " + primary),
        catalog.id(),
        id(primary),
        reviewed);
    // At once, as a run publishes them.
    ask.execute(
        "INSERT INTO lumina.duplicate_members (group_id, image_id, relation)"
            + " VALUES (?, ?, 'primary'), (?, ?, 'near')",
        id("group of " + primary),
        id(primary),
        id("group of " + primary),
        id(member));
    // What a trigger makes of new members is not what a person said.
    ask.execute(
        "UPDATE lumina.duplicate_groups SET reviewed = ? WHERE id = ?",
        reviewed,
        id("group of " + primary));
  }

  List<String> statuses() {
    return ask.rows("SELECT source_path, status FROM lumina.images ORDER BY 1");
  }

  List<String> kept() {
    return ask.rows("SELECT source_path, status, reason FROM lumina.kept_statuses ORDER BY 1");
  }

  List<String> decisions() {
    return ask.rows("SELECT kind, cardinality(checksums), actor FROM lumina.decisions ORDER BY id");
  }

  static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  static String sha(String content) {
    return io.lumina.hash.Sha256.of(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
