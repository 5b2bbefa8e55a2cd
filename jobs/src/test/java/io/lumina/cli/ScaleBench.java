package io.lumina.cli;

import io.lumina.catalog.Catalog;
import io.lumina.catalog.Catalogs;
import io.lumina.postgres.Database;
import io.lumina.postgres.Migrations;
import io.lumina.postgres.server.EmbeddedServer;
import io.lumina.session.Home;
import io.lumina.session.Sessions;
import io.lumina.store.Store;
import io.lumina.table.FilesTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Nights on a catalog that is a multiple of one that was really read: listing, bursts, duplicates,
 * publishing and report, everything but reading pictures. Not a test: {@code scripts/bench scale}
 * runs its main method.
 */
public final class ScaleBench {
  private ScaleBench() {}

  /**
   * Prints what each night took and what its tables hold.
   *
   * @param arguments the home of the catalog that was read, how many times as many files, a new
   *     folder for everything that is written, the driver's heap, the number of nights, options of
   *     spark-submit
   */
  public static void main(String[] arguments) throws Exception {
    Path seed = Path.of(arguments[0]).toAbsolutePath();
    Path folder = Files.createDirectories(Path.of(arguments[2]).toAbsolutePath());
    Path home = folder.resolve("home");
    Path library = Files.createDirectories(folder.resolve("library"));
    long files = multiply(seed, Long.parseLong(arguments[1]), home, library);
    System.out.printf("%,d files%n", files);
    List<String> options = List.of(arguments).subList(5, arguments.length);
    List<String> command =
        Stream.of(
                List.of("--driver-memory", arguments[3]),
                options,
                List.of("nightly", "--catalog", "scale", "--home", home + ""),
                List.of("--listing", folder.resolve("listing.parquet") + ""))
            .flatMap(List::stream)
            .toList();
    int nights = Integer.parseInt(arguments[4]);
    NightsBench.run(new Launcher(folder), command, nights);
    try (EmbeddedServer server = EmbeddedServer.open(home)) {
      new NightsCost(new Database(server.settings()), nights).print(home.resolve("warehouse"));
    }
    System.exit(0);
  }

  private static long multiply(Path seed, long times, Path home, Path library) throws IOException {
    Files.createDirectories(home);
    try (EmbeddedServer server = EmbeddedServer.open(home);
        Sessions session = Sessions.open("scale")) {
      Database database = new Database(server.settings());
      new Migrations(database).migrate();
      Catalog catalog = new Catalogs(database).create("scale", List.of(library.toString()));
      SparkSession spark = session.spark();
      Store target = new Store(spark, new Home(home, Optional.empty()).warehouse());
      new MultipliedCatalog(new Store(spark, new Home(seed, Optional.empty()).warehouse()), times)
          .write(target, catalog.id().toString(), library.toString())
          .write()
          .parquet(library.resolveSibling("listing.parquet").toUri().toString());
      return target.read(FilesTable.SPEC).count();
    }
  }
}
