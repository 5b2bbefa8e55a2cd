package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumina.SharedPostgres;
import io.lumina.faults.FaultFigures;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/submit} to a cluster of two workers with two executors each. */
class ClusterIT {
  private static final String FAULT = "executor";
  private static final int WORKERS = 2;
  private static final int KILLED = -1;
  private static final int QUIET = -2;

  /** Those that read and write much come first. */
  private static final List<Step> STEPS =
      List.of(Step.ANALYZE, Step.DUPLICATES, Step.PUBLISH, Step.SCAN, Step.BURSTS);

  @TempDir static Path folder;

  private static Path photos;
  private static Map<String, String> onOneMachine;
  private static StandaloneCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    photos = FirstNight.shared().photos();
    onOneMachine = TableState.rows(FirstNight.shared().ask());
    cluster = StandaloneCluster.start(folder, WORKERS, 2, 1024);
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.close();
  }

  @Test
  void a_night_that_loses_an_executor_gives_the_tables_of_a_night_on_one_machine()
      throws Exception {
    Random random = new Random(FaultFigures.seed());
    int rounds = FaultFigures.rounds(FAULT, 1);
    try (FaultFigures figures = new FaultFigures(FAULT)) {
      for (int round = 0; round < rounds; round++) {
        figures.round();
        Database database = SharedPostgres.another("of_the_cluster_" + round);
        Path gateway = folder.resolve("gateway-" + round);
        Step step = STEPS.get(round % STEPS.size());
        String moment = "round " + round + ", in " + step;

        Process night = start(launcher(), night(database, gateway, round));
        if (begins(step, night, gateway)) {
          List<ProcessHandle> executors = cluster.executors();
          executors.get(random.nextInt(executors.size())).destroyForcibly();
          figures.disturbed(step.type());
        }
        night.waitFor();

        Cli.Ended ended = ended(night);
        assertThat(ended.exit()).as(moment + ": " + ended.err()).isZero();
        assertThat(ended.out()).contains(PhotoFolder.IMAGES + " (");
        assertThat(TableState.rows(new Ask(database))).as(moment).isEqualTo(onOneMachine);
        figures.good();
      }
    }
  }

  @Test
  void an_application_that_is_killed_is_one_line_and_may_be_tried_again() throws Exception {
    Database database = SharedPostgres.another("of_the_killed");
    Path gateway = folder.resolve("gateway-killed");
    Process night = start(launcher(), night(database, gateway, KILLED));
    assertThat(begins(Step.ANALYZE, night, gateway)).isTrue();
    cluster.killApplication();
    night.waitFor();

    assertThat(ended(night).err().lines().toList())
        .singleElement()
        .asString()
        .matches(
            "lumina: Spark was stopped under the run: its application was killed, or its master is"
                + " away \\(.+\\); nothing was half written, run it again");
    assertThat(ended(night).exit()).isEqualTo(5);
    assertThat(new Ask(database).rows("SELECT DISTINCT status FROM lumina.jobs"))
        .contains("FAILURE")
        .doesNotContain("STARTED", "PROGRESS");
  }

  @Test
  void a_night_on_a_cluster_gives_the_tables_of_a_night_on_one_machine() throws Exception {
    Database database = SharedPostgres.another("of_the_cluster");
    Map<String, String> source = SourceState.of(photos);
    Set<Path> before = executors();

    Cli.Ended ended =
        submit(
            launcher().with("LUMINA_LOG", "json"),
            night(database, folder.resolve("gateway"), QUIET));

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains(PhotoFolder.IMAGES + " (");
    Set<Path> logs = executors();
    logs.removeAll(before);
    assertThat(logs).hasSize(2 * WORKERS);
    String run = new Ask(database).one("SELECT run_id FROM lumina.jobs WHERE job_type = 'nightly'");
    for (Path log : logs) {
      assertThat(runs(log)).as(log + "").contains(run);
    }
    assertThat(TableState.rows(new Ask(database))).isEqualTo(onOneMachine);
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

  private static String[] night(Database database, Path gateway, int round) {
    return new String[] {
      "nightly",
      "--photos",
      photos.toString(),
      "--set",
      "analyze.max-failed-fraction=0.5",
      "--home",
      gateway.toString(),
      "--warehouse",
      folder.resolve("warehouse-" + round).toUri().toString(),
      "--jdbc-url",
      database.settings().url(),
      "--jdbc-user",
      database.settings().user()
    };
  }

  /** Whether a step began before the night was over. */
  private static boolean begins(Step step, Process night, Path gateway) throws Exception {
    Path log = gateway.resolve("logs/lumina.jsonl");
    boolean ended = false;
    while (!ended) {
      if (Files.exists(log) && Files.readString(log).contains("step " + step.type() + " starts")) {
        return true;
      }
      ended = night.waitFor(50, TimeUnit.MILLISECONDS);
    }
    return false;
  }

  private static Cli.Ended submit(String... command) throws IOException, InterruptedException {
    return submit(launcher(), command);
  }

  private static Cli.Ended submit(Launcher launcher, String... command)
      throws IOException, InterruptedException {
    Process submitted = start(launcher, command);
    submitted.waitFor();
    return ended(submitted);
  }

  private static Cli.Ended ended(Process submitted) throws IOException {
    return new Cli.Ended(
        submitted.exitValue(), launcher().printed("out.txt"), launcher().printed("err.txt"));
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

  private static Process start(Launcher launcher, String... command) throws IOException {
    return launcher.start(
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

  /** The logs of executors. */
  private static Set<Path> executors() throws IOException {
    try (Stream<Path> folders = Files.find(folder, 4, (path, is) -> path.endsWith("stderr"))) {
      return folders.collect(Collectors.toSet());
    }
  }
}
