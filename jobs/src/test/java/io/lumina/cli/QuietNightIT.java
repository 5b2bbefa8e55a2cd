package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.postgres.server.EmbeddedServer;
import io.lumina.store.Store;
import io.lumina.table.RunsTable;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights on which nothing has changed, and nights on which one thing has. */
class QuietNightIT {
  @TempDir Path folder;

  @Test
  void a_night_does_without_spark_until_anything_that_it_depends_on_changes() throws IOException {
    SharedSpark.session();
    draw("a.jpg", 1);
    draw("b.jpg", 2);
    Files.copy(photos("a.jpg"), photos("copy of a.jpg"));
    try (EmbeddedServer server = EmbeddedServer.open(folder.resolve("home"))) {
      Ask ask = new Ask(new Database(server.settings()));
      Cli.Ended first = night("--photos", folder.resolve("photos").toString());
      assertThat(first.exit()).as(first.out() + first.err()).isZero();
      Map<String, String> rows = TableState.rowsAndWriters(ask);

      assertThat(quiet())
          .contains("0 new, 0 changed, 0 moved, 0 missing, 0 back, 3 unchanged")
          .contains("duplicates  1 group")
          .contains("report      " + page(first));
      assertThat(TableState.rowsAndWriters(ask)).isEqualTo(rows);
      assertThat(
              ask.rows(
                  "SELECT job_type, status, progress->>'total' FROM lumina.jobs"
                      + " WHERE parent_id = (SELECT id FROM lumina.jobs WHERE parent_id IS NULL"
                      + " ORDER BY created_at DESC LIMIT 1) ORDER BY created_at"))
          .containsExactly(
              "scan|SUCCESS|3",
              "analyze|SUCCESS|0",
              "bursts|SUCCESS|0",
              "duplicates|SUCCESS|0",
              "publish|SUCCESS|0",
              "report|SUCCESS|0");

      Files.setLastModifiedTime(
          photos("b.jpg"), FileTime.from(Instant.parse("2024-05-06T07:08:09Z")));
      Files.writeString(photos("a list.xyz"), "of another kind");
      assertThat(busy()).contains("1 changed").contains("1 of other kinds");
      assertThat(quiet()).contains("1 of other kinds");

      String[] other = {"--set", "duplicates.threshold=4"};
      busy(other);
      quiet(other);
      ask.execute("UPDATE lumina.images SET status = 'rejected' WHERE source_path LIKE '%/a.jpg'");
      String decided = busy(other);
      quiet(other);

      Files.delete(Path.of(page(decided)));
      assertThat(Path.of(page(busy(other)))).isRegularFile();
      Files.writeString(listing(), "torn");
      busy(other);
      quiet(other);
    }
  }

  private String quiet(String... more) {
    long before = recorded();
    Cli.Ended night = night(more);
    assertThat(night.exit()).as(night.err()).isZero();
    assertThat(recorded()).as("commits of " + night.out()).isEqualTo(before);
    return night.out();
  }

  private String busy(String... more) {
    long before = recorded();
    Cli.Ended night = night(more);
    assertThat(night.exit()).as(night.err()).isZero();
    assertThat(recorded()).as("commits of " + night.out()).isGreaterThan(before);
    return night.out();
  }

  /** A night with Spark notes in the warehouse what it did. */
  private long recorded() {
    return new Store(SharedSpark.session(), folder.resolve("home/warehouse").toString())
        .version(RunsTable.SPEC);
  }

  private Path listing() throws IOException {
    try (var files = Files.list(folder.resolve("home/warehouse/listings"))) {
      return files
          .filter(file -> file.toString().endsWith(".properties"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String page(Cli.Ended night) {
    return page(night.out());
  }

  private static String page(String out) {
    return out.lines()
        .filter(line -> line.startsWith("  report "))
        .map(line -> line.substring(line.indexOf('/')))
        .findFirst()
        .orElseThrow();
  }

  private Cli.Ended night(String... more) {
    List<String> all = new ArrayList<>(List.of("nightly"));
    all.addAll(List.of(more));
    all.addAll(List.of("--home", folder.resolve("home").toString()));
    return Cli.run(all.toArray(String[]::new));
  }

  private Path photos(String name) {
    return folder.resolve("photos").resolve(name);
  }

  private void draw(String name, long seed) throws IOException {
    BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      pen.setColor(new Color(random.nextInt(0x1000000)));
      pen.fillRect(random.nextInt(140), random.nextInt(100), 40, 30);
    }
    pen.dispose();
    Files.createDirectories(photos(name).getParent());
    ImageIO.write(image, "jpg", photos(name).toFile());
  }
}
