package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.postgres.server.EmbeddedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures in one bucket, tables in another; the key comes from the environment. */
class S3IT {
  /** One more than the driver lists alone: the listing is done by tasks, through staging on S3. */
  private static final int FOLDERS = 1_001;

  @TempDir static Path folder;

  private static S3Server server;
  private static EmbeddedServer postgres;
  private static Path home;

  @BeforeAll
  static void start() throws Exception {
    server = S3Server.start(folder);
    home = folder.resolve("home");
    postgres = EmbeddedServer.open(home);
    server.createBucket("photos");
    Path photos = PhotoFolder.create(folder.resolve("photos"));
    try (Stream<Path> files = Files.walk(photos)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        server.put("photos", "Holiday 2019/" + photos.relativize(file), Files.readAllBytes(file));
      }
    }
    for (int i = 0; i < FOLDERS; i++) {
      server.put("photos", "Holiday 2019/days/" + i + "/notes.txt", new byte[] {1});
    }
    server.createBucket("tables");
  }

  @AfterAll
  static void stop() {
    postgres.close();
    server.close();
  }

  @Test
  void a_night_on_s3_reads_what_a_night_on_a_disk_reads_and_the_next_one_nothing()
      throws Exception {
    Cli.Ended first = night(home, S3Server.SECRET_KEY, "--photos", "s3a://photos/Holiday 2019");

    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.out())
        .contains("Catalog Holiday 2019, run ")
        .contains((PhotoFolder.IMAGES + 1) + " new, 0 changed, 0 moved, 0 missing")
        .contains("1,002 of other kinds")
        .contains("broken      " + PhotoFolder.BROKEN + " (")
        .contains("bursts      1 burst with 4 pictures, 1 shot of several files");
    List<String> published = published();
    assertThat(published)
        .hasSize(PhotoFolder.IMAGES)
        .anyMatch(
            row -> row.startsWith("s3a://photos/Holiday 2019/more/it's a \"copy\" of q75.jpg|"));
    // The upload's time is known, and is no date of a picture.
    assertThat(published)
        .noneMatch(row -> row.contains("|filesystem|"))
        .anyMatch(row -> row.endsWith("|modified"));
    assertThat(server.keys("tables", "files/_delta_log/")).isNotEmpty();
    // S3A keeps an empty folder by an object of its own.
    assertThat(server.keys("tables", "staging/")).isSubsetOf("staging/");
    assertThat(server.keys("tables", ".lumina")).isEmpty();

    Cli.Ended second = night(home, S3Server.SECRET_KEY);

    assertThat(second.exit()).as(second.err()).isZero();
    assertThat(second.out()).contains("0 new, 0 changed, 0 moved, 0 missing");
    assertThat(published()).isEqualTo(published);
    assertThat(
            ask(
                "SELECT progress->>'total' FROM lumina.jobs WHERE job_type = 'analyze' ORDER BY"
                    + " created_at"))
        .containsExactly(String.valueOf(PhotoFolder.IMAGES + 1), "0");
  }

  @Test
  void a_key_that_the_storage_refuses_is_one_line() throws Exception {
    Cli.Ended ended = night(home, "wrong", "--photos", "s3a://photos/Holiday 2019");

    assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
    assertThat(ended.err().lines().toList()).singleElement().asString().contains("403");
  }

  private static Cli.Ended night(Path home, String key, String... more) throws Exception {
    return new Launcher(folder)
        .with("AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY)
        .with("AWS_SECRET_ACCESS_KEY", key)
        .run(
            Stream.concat(
                    Stream.of(
                        "--master",
                        "local[2]",
                        "--conf",
                        "spark.hadoop.fs.s3a.endpoint=" + server.endpoint(),
                        "--conf",
                        "spark.hadoop.fs.s3a.endpoint.region=us-east-1",
                        "--conf",
                        "spark.hadoop.fs.s3a.path.style.access=true",
                        "nightly",
                        "--home",
                        home.toString(),
                        "--warehouse",
                        "s3a://tables",
                        "--set",
                        "analyze.max-failed-fraction=0.5"),
                    Stream.of(more))
                .toArray(String[]::new));
  }

  private static List<String> published() {
    return ask(
        "SELECT source_path, checksum, taken_at, date_source, dates,"
            + " CASE WHEN modified_at IS NOT NULL THEN 'modified' END"
            + " FROM lumina.images ORDER BY 1");
  }

  private static List<String> ask(String sql) {
    return new Ask(new Database(postgres.settings())).rows(sql);
  }
}
