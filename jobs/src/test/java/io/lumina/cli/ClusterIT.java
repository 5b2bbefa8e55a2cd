package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumina.SharedPostgres;
import io.lumina.faults.FaultFigures;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.run.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
  private static final int LOOK_MILLIS = 100;

  /** Those that read and write much come first. */
  private static final List<Step> STEPS =
      List.of(Step.ANALYZE, Step.DUPLICATES, Step.PUBLISH, Step.SCAN, Step.BURSTS);

  @TempDir static Path folder;

  private static Path photos;
  private static Map<String, String> onOneMachine;
  private static StandaloneCluster cluster;
  private static Submission submission;

  @BeforeAll
  static void start() throws Exception {
    photos = FirstNight.shared().photos();
    onOneMachine = TableState.rows(FirstNight.shared().ask());
    cluster = StandaloneCluster.start(folder, WORKERS, 2, 1024);
    submission = new Submission(folder, cluster.url());
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
        Step step = STEPS.get(round % STEPS.size());
        String moment = "round " + round + ", in " + step;

        StartedNight night = start(submission.launcher(), database, round);
        assertThat(night.begins(step)).as(moment).isTrue();
        List<ProcessHandle> executors = cluster.executors();
        executors.get(random.nextInt(executors.size())).destroyForcibly();
        figures.disturbed(step.type());

        Cli.Ended ended = night.ended();
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
    StartedNight night = start(submission.launcher(), database, KILLED);
    assertThat(night.begins(Step.ANALYZE)).isTrue();
    cluster.killApplication();

    Cli.Ended ended = night.ended();
    assertThat(ended.err().lines().toList())
        .singleElement()
        .asString()
        .matches(
            "lumina: Spark was stopped under the run: its application was killed, or its master is"
                + " away \\(.+\\); nothing half written is shown, run it again");
    assertThat(ended.exit()).isEqualTo(5);
    assertThat(new Ask(database).rows("SELECT DISTINCT status FROM lumina.jobs"))
        .contains("FAILURE")
        .doesNotContain("STARTED", "PROGRESS");
  }

  @Test
  void a_night_on_a_cluster_gives_the_tables_of_a_night_on_one_machine_and_no_password_away()
      throws Exception {
    Database database = SharedPostgres.another("of_the_cluster");
    Map<String, String> source = SourceState.of(photos);
    Set<Path> before = executors();

    Traces traces = new Traces();

    StartedNight night =
        start(
            submission
                .launcher()
                .with("LUMINA_LOG", "json")
                .with("LUMINA_EVENT_LOG", folder.resolve("events").toString()),
            database,
            QUIET);
    while (!night.endsWithin(LOOK_MILLIS)) {
      traces.look(ProcessHandle.current());
    }

    Cli.Ended ended = night.ended();
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
    noPassword(traces, run, logs);
  }

  /** Neither in what the cluster wrote nor in what its processes show. */
  private static void noPassword(Traces traces, String run, Set<Path> logs) throws IOException {
    String password = SharedPostgres.database().settings().password().reveal();
    assertThat(Traces.files(folder, password)).isEmpty();
    assertThat(traces.arguments()).noneMatch(argument -> argument.contains(password));

    // The same search finds what is there.
    assertThat(Traces.files(folder, run)).containsAll(logs);
    assertThat(Traces.files(folder.resolve("events"), "SparkListenerApplicationEnd")).hasSize(1);
    assertThat(Traces.files(folder, "Registered app")).contains(folder.resolve("master.log"));
    assertThat(traces.arguments())
        .anyMatch(argument -> argument.contains("--jdbc-user"))
        .anyMatch(argument -> argument.contains("CoarseGrainedExecutorBackend"));
  }

  @Test
  void a_cluster_is_refused_the_embedded_database() throws Exception {
    Cli.Ended ended =
        submission.run(
            "nightly", "--photos", photos.toString(), "--home", folder.resolve("new") + "");

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
        submission.run(
            "--master", "local[2]", "nightly", "--photos", photos + "", "--home", folder + "/l");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err().lines().toList())
        .containsExactly(
            "lumina: The embedded PostgreSQL is not part of a submission: name a database with"
                + " --jdbc-url, or use scripts/lumina on this machine");
  }

  @Test
  void a_cluster_is_refused_a_warehouse_in_the_home() throws Exception {
    Cli.Ended ended =
        submission.run(
            "nightly", "--photos", photos + "", "--jdbc-url", "jdbc:postgresql://db/lumina");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err().lines().toList())
        .singleElement()
        .asString()
        .contains("name a warehouse that every machine reaches with --warehouse");
  }

  private static StartedNight start(Launcher launcher, Database database, int round)
      throws IOException {
    Path gateway = folder.resolve("gateway-" + round);
    Process driver =
        submission.start(
            launcher,
            PhotoFolder.night(
                photos,
                "--home",
                gateway.toString(),
                "--warehouse",
                folder.resolve("warehouse-" + round).toUri().toString(),
                "--jdbc-url",
                database.settings().url(),
                "--jdbc-user",
                database.settings().user()));
    return new StartedNight(launcher, driver, gateway);
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

  /** The logs of executors. */
  private static Set<Path> executors() throws IOException {
    try (Stream<Path> folders = Files.find(folder, 4, (path, is) -> path.endsWith("stderr"))) {
      return folders.collect(Collectors.toSet());
    }
  }
}
