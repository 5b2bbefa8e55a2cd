package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.faults.FaultFigures;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.postgres.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A driver that is killed, and the run after it. {@code scripts/fault-tests} does more rounds with
 * seeds of their own.
 */
class KillIT {
  private static final String FAULT = "driver";
  private static final int ROUNDS = FaultFigures.rounds(FAULT, 2);
  private static final long SEED = FaultFigures.seed();
  private static final int LONGEST_WAIT_MILLIS = 4000;

  /** Those that write much come first: two rounds meet them. */
  private static final List<Step> STEPS =
      List.of(Step.PUBLISH, Step.ANALYZE, Step.DUPLICATES, Step.SCAN, Step.BURSTS, Step.REPORT);

  private final FirstNight first = FirstNight.shared();
  private final Map<String, String> undisturbed = TableState.rows(first.ask());

  @TempDir static Path folder;

  @Test
  void a_run_after_a_killed_one_gives_the_tables_of_an_undisturbed_one() throws Exception {
    Random random = new Random(SEED);
    try (FaultFigures figures = new FaultFigures(FAULT)) {
      for (int round = 0; round < ROUNDS; round++) {
        figures.round();
        Step step = STEPS.get(round % STEPS.size());
        int delay = random.nextInt(LONGEST_WAIT_MILLIS);
        String moment = "round " + round + ", " + step + " + " + delay + " ms, seed " + SEED;
        System.out.println("killing in " + moment);
        Path home = Files.createDirectories(folder.resolve("round-" + round));

        boolean killed = killed(home, step, delay);

        long server = postmaster(home);
        try (EmbeddedServer again = EmbeddedServer.open(home)) {
          if (killed) {
            assertThat(postmaster(home)).as("found again, " + moment).isEqualTo(server);
          }
          look(ask(again), figures, moment);
          assertThat(Cli.run(night(home)).exit()).as(moment).isZero();
          checkEnd(ask(again), killed, figures, moment);
        }
        long left = files(home.resolve("warehouse/staging"));
        figures.left(left);
        assertThat(left).as("staging, " + moment).isZero();
        figures.good();
      }
    }
  }

  /** Readers see all of a run or nothing. */
  private void look(Ask ask, FaultFigures figures, String moment) {
    Map<String, String> seen = TableState.rows(ask);
    boolean nothing = seen.get("images").equals(TableState.NO_ROWS);
    boolean whole = nothing ? isEmpty(seen) : seen.equals(undisturbed);
    figures.look(whole);
    assertThat(whole).as("all or nothing, " + moment + ": " + seen).isTrue();
  }

  private static boolean isEmpty(Map<String, String> seen) {
    return seen.entrySet().stream()
        .filter(table -> !table.getKey().equals("catalogs"))
        .allMatch(table -> table.getValue().equals(TableState.NO_ROWS));
  }

  private void checkEnd(Ask ask, boolean killed, FaultFigures figures, String moment) {
    assertThat(TableState.rows(ask)).as(moment).isEqualTo(undisturbed);
    assertThat(ask.one("SELECT count(*) FROM lumina.jobs WHERE finished_at IS NULL"))
        .as("runs shown as running, " + moment)
        .isEqualTo("0");
    List<String> ends =
        ask.rows(
            "SELECT status, exit_code FROM lumina.jobs WHERE parent_id IS NULL"
                + " ORDER BY created_at");
    if (killed) {
      assertThat(ends).as(moment).containsExactly("FAILURE|2", "SUCCESS|0");
      figures.disturbed(ask.one(TableState.FAILED_STEP));
    }
    List<String> staging =
        ask.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'lumina_staging'");
    figures.left(staging.size());
    assertThat(staging).as("staging, " + moment).isEmpty();
  }

  /** Whether the kill came in time. */
  private boolean killed(Path home, Step step, int delay) throws Exception {
    Path log = home.resolve("logs/lumina.jsonl");
    Process driver = new Launcher(home).start(night(home));
    boolean ended = false;
    while (!ended && !contains(log, "step " + step.type() + " starts")) {
      ended = driver.waitFor(50, TimeUnit.MILLISECONDS);
    }
    ended = ended || driver.waitFor(delay, TimeUnit.MILLISECONDS);
    List<ProcessHandle> children = driver.descendants().toList();
    driver.destroyForcibly().waitFor();
    for (ProcessHandle child : children) {
      // They end by themselves when nobody listens any more.
      child.onExit().get(60, TimeUnit.SECONDS);
    }
    return !ended;
  }

  private String[] night(Path home) {
    return new String[] {
      "nightly",
      "--photos",
      first.photos().toString(),
      "--home",
      home.toString(),
      "--set",
      "analyze.max-failed-fraction=0.5"
    };
  }

  private static Ask ask(EmbeddedServer server) {
    return new Ask(new Database(server.settings()));
  }

  private static boolean contains(Path log, String words) throws IOException {
    return Files.exists(log) && Files.readString(log).contains(words);
  }

  private static long postmaster(Path home) throws IOException {
    Path file = home.resolve("postgres/postmaster.pid");
    return Files.exists(file) ? Long.parseLong(Files.readAllLines(file).get(0).strip()) : 0;
  }

  private static long files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).count();
    }
  }
}
