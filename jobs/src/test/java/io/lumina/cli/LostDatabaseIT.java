package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.postgres.server.EmbeddedServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights before and after the database was lost. */
class LostDatabaseIT {
  private static final String STATE =
      "SELECT source_path, status FROM lumina.images UNION ALL"
          + " SELECT kind || array_to_string(checksums, ' '), actor FROM lumina.decisions UNION ALL"
          + " SELECT id::text, reviewed::text FROM lumina.duplicate_groups ORDER BY 1";

  @TempDir Path folder;

  @Test
  void what_people_decided_outlives_a_damaged_and_a_removed_database() throws Exception {
    SharedSpark.session();
    draw("a.jpg", 1);
    draw("b.jpg", 2);
    draw("c.jpg", 3);
    Files.copy(folder.resolve("photos/a.jpg"), folder.resolve("photos/copy of a.jpg"));
    Cli.Ended first = night("--photos", folder.resolve("photos").toString());
    assertThat(first.exit()).as(first.out() + first.err()).isZero();
    decide();
    assertThat(night().out())
        .contains(
            "decisions   3 statuses, 1 decision, 1 review kept in " + home("warehouse-decisions"));
    List<String> before = state();
    assertThat(before).hasSize(6);

    Path control = home("postgres/global/pg_control");
    Files.write(control, new byte[17]);
    for (Cli.Ended refused : List.of(night(), run("restore", "--dry-run"))) {
      assertThat(refused.exit()).isEqualTo(2);
      assertThat(refused.err()).hasLineCount(1).contains("is damaged (").contains("lumina restore");
    }
    Cli.Ended restored = run("restore");
    assertThat(restored.exit()).as(restored.err()).isZero();
    assertThat(restored.out())
        .contains("put aside   " + home("postgres-damaged-"))
        .contains("statuses    3 for pictures that the next night publishes")
        .contains("decisions   1 restored")
        .contains("next        lumina nightly");
    assertThat(night().exit()).isZero();
    assertThat(state()).isEqualTo(before);

    remove(home("postgres"));
    assertThat(run("restore").exit()).isZero();
    Cli.Ended listed = run("restore", "--format", "csv");
    assertThat(listed.out()).startsWith("kind,outcome,catalog,path,checksum,backup,now\r\n");
    assertThat(listed.out().lines().filter(line -> line.startsWith("status,there"))).hasSize(3);
    assertThat(night().exit()).isZero();
    assertThat(state()).isEqualTo(before);

    String other = folder.resolve("new warehouse").toString();
    assertThat(run("scan", "--warehouse", other).exit()).isEqualTo(4);
    assertThat(run("scan", "--warehouse", other, "--accept-missing-warehouse").exit()).isZero();
  }

  private void decide() {
    at(
        ask -> {
          for (String line : List.of("a.jpg rejected", "b.jpg selected", "c.jpg flagged")) {
            ask.execute(
                "UPDATE lumina.images SET status = ? WHERE source_path LIKE ?",
                line.split(" ")[1],
                "%/photos/" + line.split(" ")[0]);
          }
          ask.execute(
              "INSERT INTO lumina.decisions (catalog_id, kind, checksums, actor) SELECT catalog_id,"
                  + " 'keep', ARRAY[checksum], 'ada' FROM lumina.images WHERE source_path LIKE"
                  + " '%/b.jpg'");
          ask.execute("UPDATE lumina.duplicate_groups SET reviewed = true");
          return ask;
        });
  }

  private List<String> state() {
    return at(ask -> ask.rows(STATE));
  }

  private <T> T at(Function<Ask, T> question) {
    try (EmbeddedServer server = EmbeddedServer.open(home(""))) {
      return question.apply(new Ask(new Database(server.settings())));
    }
  }

  /** On a machine with much else to do a picture takes as long as it takes. */
  private Cli.Ended night(String... arguments) {
    return run(
        Stream.concat(
                Stream.of("nightly", "--set", "analyze.time-per-file=10 minutes"),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  private Cli.Ended run(String... arguments) {
    return Cli.run(
        Stream.concat(Stream.of(arguments), Stream.of("--home", home("").toString()))
            .toArray(String[]::new));
  }

  private Path home(String name) {
    return folder.resolve("home").resolve(name);
  }

  private void draw(String name, int seed) throws IOException {
    BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      pen.fillOval(random.nextInt(160), random.nextInt(120), 50, 40);
    }
    pen.dispose();
    Files.createDirectories(folder.resolve("photos"));
    ImageIO.write(image, "jpg", folder.resolve("photos").resolve(name).toFile());
  }

  private static void remove(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
