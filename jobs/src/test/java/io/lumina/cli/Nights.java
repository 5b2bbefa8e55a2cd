package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedPostgres;
import io.lumina.SharedSpark;
import io.lumina.catalog.Catalogs;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.store.CatalogLock;
import io.lumina.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands on a database and a warehouse of their own. */
final class Nights {
  private final Path folder;
  private final Database database;

  /** A database of this name, which no other test has. */
  Nights(Path folder, String name) {
    SharedSpark.session();
    this.folder = folder;
    this.database = SharedPostgres.another(name);
  }

  Store store() {
    return new Store(SharedSpark.session(), folder.resolve("warehouse").toString());
  }

  Ask ask() {
    return new Ask(database);
  }

  /** Another run that has the catalog. */
  CatalogLock hold(String catalog) {
    return CatalogLock.acquire(
        database,
        new Catalogs(database).get(catalog),
        folder.resolve("warehouse").toString(),
        "run-of-a-test");
  }

  /** One command that ends well. */
  Cli.Ended run(String... arguments) {
    Cli.Ended ended = end(arguments);
    assertThat(ended.exit()).as(arguments[0] + ": " + ended.err() + ended.out()).isZero();
    return ended;
  }

  Cli.Ended end(String... arguments) {
    Path password = Path.of(ask().one("SHOW data_directory")).resolveSibling("postgres-password");
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--home", folder.resolve("home").toString(),
            "--warehouse", folder.resolve("warehouse").toString(),
            "--jdbc-url", database.settings().url(),
            "--jdbc-user", database.settings().user(),
            "--jdbc-password-file", password.toString()));
    return Cli.run(all.toArray(String[]::new));
  }
}
