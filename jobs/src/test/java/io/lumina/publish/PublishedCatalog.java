package io.lumina.publish;

import io.lumina.SharedPostgres;
import io.lumina.SharedSpark;
import io.lumina.catalog.Catalog;
import io.lumina.catalog.Catalogs;
import io.lumina.postgres.Ask;
import io.lumina.table.ImagesView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A catalog of a test, which is published and asked. */
abstract class PublishedCatalog {
  final Ask ask = new Ask(SharedPostgres.database());
  UUID catalogId;

  @BeforeEach
  void a_new_catalog() {
    Catalog catalog =
        new Catalogs(SharedPostgres.database()).create("publish " + UUID.randomUUID(), List.of());
    catalogId = catalog.id();
  }

  long count(String table) {
    return Long.parseLong(
        ask.one("SELECT count(*) FROM lumina." + table + " WHERE catalog_id = ?", catalogId));
  }

  /** Names are of one catalog: ids are unique in the whole database. */
  String n(String name) {
    return name + catalogId;
  }

  UUID image(String name) {
    return UUID.fromString(Library.id(name.contains("group") ? name : n(name)));
  }

  Library library() {
    return new Library(catalogId);
  }

  Library images() {
    return library()
        .image(n("a"), "/p/a.jpg")
        .image(n("b"), "/p/b.jpg")
        .image(n("c"), "/p/c.jpg")
        .image(n("d"), "/p/d.jpg");
  }

  Library full() {
    return library()
        .image(n("a"), "/p/a.jpg")
        .image(n("b"), "/p/b.jpg")
        .image(n("c"), "/p/c.jpg")
        .image(n("d"), "/p/d.jpg", Map.of(ImagesView.CORRUPTION, "minor"))
        .shot("shot" + catalogId, n("a"), n("b"))
        .burst("burst" + catalogId, n("c"), n("a"), n("d"))
        .group("group" + catalogId, n("a"), n("b"))
        .variant(n("c"), n("d"), "captioned", 20);
  }

  Map<MergeCount, Long> publish(Library library) {
    SharedSpark.session();
    return publisher().publish(catalogId, "run-" + UUID.randomUUID(), library.publication());
  }

  static Publisher publisher() {
    return new Publisher(SharedPostgres.database(), 4);
  }
}
