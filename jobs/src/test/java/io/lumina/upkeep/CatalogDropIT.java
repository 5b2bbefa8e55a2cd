package io.lumina.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedPostgres;
import io.lumina.SharedSpark;
import io.lumina.catalog.Catalog;
import io.lumina.catalog.Catalogs;
import io.lumina.cli.Cli;
import io.lumina.cli.TableState;
import io.lumina.ledger.RunLedger;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.store.CatalogLock;
import io.lumina.store.Store;
import io.lumina.table.FilesTable;
import io.lumina.text.Json;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that go, with their catalog or with their disk, and what comes in their place. */
class CatalogDropIT {
  private static final String NAME = "lib";

  private static Database database;
  private static Ask ask;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    SharedSpark.session();
    database = SharedPostgres.another("tables_that_go");
    ask = new Ask(database);
  }

  @Test
  void a_dropped_catalog_leaves_nothing_and_its_name_begins_anew() throws IOException {
    Path one = picture(folder.resolve("one/lib/a.jpg"), 1);
    Files.copy(one, one.resolveSibling("copy of a.jpg"));
    night("--photos", folder.resolve("one/lib").toString());
    Catalog old = new Catalogs(database).get(NAME);
    noteWarehouse(old, "/is/not there");

    try (CatalogLock night =
        CatalogLock.acquire(database, old, warehouse().toString(), "a-night-that-runs")) {
      night.check();
      Cli.Ended refused = command("catalog", "drop", NAME, "--yes");
      assertThat(refused.exit()).isEqualTo(8);
      assertThat(refused.err())
          .hasLineCount(1)
          .contains("Catalog 'lib' is in use by run a-night-that-runs");
    }
    assertThat(ask.one("SELECT count(*) FROM lumina.images")).isEqualTo("2");

    ask.execute("UPDATE lumina.images SET status = 'flagged' WHERE source_path LIKE '%/a.jpg'");

    Cli.Ended dropped = command("catalog", "drop", NAME, "--yes");
    assertThat(dropped.exit()).as(dropped.err()).isZero();
    assertThat(dropped.out())
        .contains("decisions   1 status, 0 decisions, 0 reviews kept in " + warehouse())
        .contains("dropped lib")
        .contains("removed     its rows from the tables of " + warehouse())
        .contains("The warehouse /is/not there is not there: rows of the catalog stay there");
    assertThat(ask.one("SELECT count(*) FROM lumina.images")).isEqualTo("0");
    assertThat(files()).isZero();

    picture(folder.resolve("other/lib/b.jpg"), 2);
    assertThat(night("--photos", folder.resolve("other/lib").toString()).out())
        .contains("1 new, 0 changed, 0 moved, 0 missing");
    assertThat(new Catalogs(database).get(NAME).id()).isNotEqualTo(old.id());
    assertThat(ask.one("SELECT string_agg(source_path, ',') FROM lumina.images"))
        .endsWith("other/lib/b.jpg");

    Cli.Ended undone =
        command(
            "undo", "--run", ask.one("SELECT run_id FROM lumina.jobs WHERE job_type = 'nightly'"));
    assertThat(undone.exit()).as(undone.err()).isZero();
    assertThat(files()).as("of the old one or the new").isZero();
    assertThat(ask.one("SELECT count(*) FROM lumina.images")).isEqualTo("0");
    new Catalogs(database).drop(new Catalogs(database).get(NAME));
  }

  @Test
  void tables_from_an_older_backup_are_not_taken_for_those_of_the_last_night() throws IOException {
    Path photos = folder.resolve("backed up");
    Path a = picture(photos.resolve("a.jpg"), 1);
    Path b = picture(photos.resolve("b.jpg"), 2);
    night("--photos", photos.toString());
    Path backup = folder.resolve("backup");
    copy(warehouse(), backup);
    Path copyOfA = Files.copy(a, photos.resolve("copy of a.jpg"));
    night();
    assertThat(grouped()).containsExactly("a.jpg", "copy of a.jpg");
    Map<String, Long> versions = TableState.versions(folder.resolve("home"));

    remove(warehouse());
    copy(backup, warehouse());
    DeltaLog.clearCache();
    Files.delete(copyOfA);
    Files.copy(b, photos.resolve("copy of b.jpg"));
    night();

    assertThat(grouped()).containsExactly("b.jpg", "copy of b.jpg");
    assertThat(TableState.versions(folder.resolve("home")))
        .as("the numbers tell nothing")
        .isEqualTo(versions);
    new Catalogs(database).drop(new Catalogs(database).get("backed up"));
  }

  private static List<String> grouped() {
    return ask.rows(
        "SELECT regexp_replace(i.source_path, '.*/', '') FROM lumina.duplicate_members m"
            + " JOIN lumina.images i ON i.id = m.image_id ORDER BY 1");
  }

  private static void noteWarehouse(Catalog catalog, String warehouse) {
    try (RunLedger ledger = new RunLedger(database)) {
      ledger
          .start(
              catalog,
              "an-old-night",
              "nightly",
              Json.of(Map.of("warehouse", warehouse)),
              Optional.empty())
          .succeed("{}");
    }
  }

  private long files() {
    return new Store(SharedSpark.session(), warehouse().toString()).read(FilesTable.SPEC).count();
  }

  private Cli.Ended night(String... more) throws IOException {
    Cli.Ended ended = command("nightly", more);
    assertThat(ended.exit()).as(ended.err()).isZero();
    return ended;
  }

  private Cli.Ended command(String name, String... more) throws IOException {
    Path password =
        Files.writeString(folder.resolve("password"), database.settings().password().reveal());
    List<String> all = new ArrayList<>(List.of(name));
    all.addAll(Arrays.asList(more));
    all.addAll(
        List.of(
            "--home",
            folder.resolve("home").toString(),
            "--jdbc-url",
            database.settings().url(),
            "--jdbc-user",
            database.settings().user(),
            "--jdbc-password-file",
            password.toString()));
    return Cli.run(all.toArray(String[]::new));
  }

  private Path warehouse() {
    return folder.resolve("home/warehouse");
  }

  /** A JPEG; equal seeds give equal bytes. */
  private static Path picture(Path file, int seed) throws IOException {
    BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      pen.fillOval(random.nextInt(160), random.nextInt(120), 50, 40);
    }
    pen.dispose();
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "jpg", file.toFile());
    return file;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
