package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumina.SharedPostgres;
import io.lumina.SharedSpark;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.postgres.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/submit} to a cluster of two workers with two executors each. */
class ClusterIT {
  private static final int WORKERS = 2;

  @TempDir static Path folder;

  private static Path photos;
  private static StandaloneCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    photos = PhotoFolder.create(folder.resolve("photos"));
    cluster = StandaloneCluster.start(folder, WORKERS, 2, 1024);
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.close();
  }

  @Test
  void a_night_on_a_cluster_gives_the_tables_of_a_night_on_one_machine() throws Exception {
    Database database = SharedPostgres.another("of_the_cluster");
    Path warehouse = folder.resolve("warehouse");
    Map<String, String> source = SourceState.of(photos);

    Cli.Ended ended =
        submit(
            launcher().with("LUMINA_LOG", "json"),
            "nightly",
            "--photos",
            photos.toString(),
            "--set",
            "analyze.max-failed-fraction=0.5",
            "--home",
            folder.resolve("gateway").toString(),
            "--warehouse",
            warehouse.toUri().toString(),
            "--jdbc-url",
            database.settings().url(),
            "--jdbc-user",
            database.settings().user());

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains(PhotoFolder.IMAGES + " (");
    assertThat(executors()).hasSize(2 * WORKERS);
    String run = new Ask(database).one("SELECT run_id FROM lumina.jobs WHERE job_type = 'nightly'");
    for (Path log : executors()) {
      assertThat(runs(log)).as(log + "").contains(run);
    }
    assertThat(TableState.rows(new Ask(database))).isEqualTo(onOneMachine());
    // Neither night left anything there.
    assertThat(SourceState.of(photos)).isEqualTo(source);
  }

  @Test
  void a_cluster_is_refused_the_embedded_database() throws Exception {
    Cli.Ended ended =
        submit(
            launcher(),
            "nightly",
            "--photos",
            photos.toString(),
            "--home",
            folder.resolve("new") + "");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err().lines().toList())
        .containsExactly(
            "lumina: The embedded PostgreSQL serves this machine only, and the master is "
                + cluster.url()
                + ": name a database that every machine reaches with --jdbc-url");
    assertThat(folder.resolve("new/postgres")).doesNotExist();
  }

  @Test
  void a_submission_to_this_machine_is_told_that_the_embedded_database_stayed_at_home()
      throws Exception {
    Cli.Ended ended =
        submit(
            launcher(),
            "--master",
            "local[2]",
            "nightly",
            "--photos",
            photos + "",
            "--home",
            folder + "/l");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err().lines().toList())
        .containsExactly(
            "lumina: The embedded PostgreSQL is not part of a submission: name a database with"
                + " --jdbc-url, or use scripts/lumina on this machine");
  }

  @Test
  void a_cluster_is_refused_a_warehouse_in_the_home() throws Exception {
    Cli.Ended ended =
        submit(
            launcher(),
            "nightly",
            "--photos",
            photos + "",
            "--jdbc-url",
            "jdbc:postgresql://db/lumina");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err().lines().toList())
        .singleElement()
        .asString()
        .contains("name a warehouse that every machine reaches with --warehouse");
  }

  private static Map<String, String> onOneMachine() {
    SharedSpark.session();
    Path home = folder.resolve("home");
    try (EmbeddedServer server = EmbeddedServer.open(home)) {
      Cli.Ended ended =
          Cli.run(
              "nightly",
              "--photos",
              photos.toString(),
              "--home",
              home.toString(),
              "--set",
              "analyze.max-failed-fraction=0.5");
      assertThat(ended.exit()).as(ended.err()).isZero();
      return TableState.rows(new Ask(new Database(server.settings())));
    }
  }

  /**
   * The runs that the lines of an executor's log name. Each line but Spark's greeting is JSON; the
   * last one may be cut, since executors are killed when the run is over.
   */
  private static Set<String> runs(Path log) throws IOException {
    List<String> lines =
        Files.readAllLines(log).stream().filter(line -> line.startsWith("{")).toList();
    Set<String> runs = new HashSet<>();
    for (String line : lines.subList(0, lines.size() - 1)) {
      runs.add(new ObjectMapper().readTree(line).at("/context/mdc.run_id").asText());
    }
    return runs;
  }

  private static Launcher launcher() {
    return new Launcher(folder, Launcher.script("submit"))
        .with("SPARK_LOCAL_IP", "127.0.0.1")
        .with("LUMINA_JDBC_PASSWORD", SharedPostgres.database().settings().password().reveal());
  }

  private static Cli.Ended submit(Launcher launcher, String... command)
      throws IOException, InterruptedException {
    return launcher.run(
        Stream.concat(
                Stream.of(
                    "--master",
                    cluster.url(),
                    "--conf",
                    "spark.executor.cores=1",
                    "--executor-memory",
                    "512m",
                    // Little to do, much to start.
                    "--conf",
                    "spark.executor.extraJavaOptions=-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
                    "--conf",
                    "spark.sql.shuffle.partitions=4",
                    "--conf",
                    "spark.databricks.delta.snapshotPartitions=2",
                    "--conf",
                    "spark.sql.codegen.wholeStage=false",
                    "--conf",
                    "spark.sql.codegen.factoryMode=NO_CODEGEN"),
                Stream.of(command))
            .toArray(String[]::new));
  }

  /** The folders of the executors that worked. */
  private static List<Path> executors() throws IOException {
    try (Stream<Path> folders = Files.find(folder, 4, (path, is) -> path.endsWith("stderr"))) {
      return folders.toList();
    }
  }
}
