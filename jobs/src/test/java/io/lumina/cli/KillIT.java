package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
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
  private static final int ROUNDS = Integer.getInteger("lumina.kill.rounds", 2);
  private static final long SEED = Long.getLong("lumina.kill.seed", 17L);
  private static final int LONGEST_WAIT_MILLIS = 4000;

  /** Those that write much come first: two rounds meet them. */
  private static final List<Step> STEPS =
      List.of(Step.PUBLISH, Step.ANALYZE, Step.DUPLICATES, Step.SCAN, Step.BURSTS, Step.REPORT);

  @TempDir static Path folder;

  @Test
  void a_run_after_a_killed_one_gives_the_tables_of_an_undisturbed_one() throws Exception {
    SharedSpark.session();
    Path photos = PhotoFolder.create(folder.resolve("photos"));
    Map<String, String> undisturbed;
    Path reference = folder.resolve("reference");
    try (EmbeddedServer server = EmbeddedServer.open(reference)) {
      assertThat(Cli.run(night(photos, reference)).exit()).isZero();
      undisturbed = TableState.rows(ask(server));
    }
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Step step = STEPS.get(round % STEPS.size());
      int delay = random.nextInt(LONGEST_WAIT_MILLIS);
      String moment = "round " + round + ", " + step + " + " + delay + " ms, seed " + SEED;
      System.out.println("killing in " + moment);
      Path home = Files.createDirectories(folder.resolve("round-" + round));

      boolean killed = killed(photos, home, step, delay);

      long server = postmaster(home);
      try (EmbeddedServer again = EmbeddedServer.open(home)) {
        if (killed) {
          assertThat(postmaster(home)).as("the server is found again, " + moment).isEqualTo(server);
        }
        assertThat(Cli.run(night(photos, home)).exit()).as(moment).isZero();
        Ask ask = ask(again);
        assertThat(TableState.rows(ask)).as(moment).isEqualTo(undisturbed);
        assertThat(ask.one("SELECT count(*) FROM lumina.jobs WHERE finished_at IS NULL"))
            .as("runs shown as running, " + moment)
            .isEqualTo("0");
        if (killed) {
          assertThat(
                  ask.rows(
                      "SELECT status, exit_code FROM lumina.jobs WHERE parent_id IS NULL"
                          + " ORDER BY created_at"))
              .as(moment)
              .containsExactly("FAILURE|2", "SUCCESS|0");
        }
        assertThat(ask.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'lumina_staging'"))
            .as("staging, " + moment)
            .isEmpty();
      }
      assertThat(files(home.resolve("warehouse/staging"))).as("staging, " + moment).isZero();
    }
  }

  /** Whether the kill came in time. */
  private static boolean killed(Path photos, Path home, Step step, int delay) throws Exception {
    Path log = home.resolve("logs/lumina.jsonl");
    Process driver = new Launcher(home).start(night(photos, home));
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

  private static String[] night(Path photos, Path home) {
    return new String[] {
      "nightly",
      "--photos",
      photos.toString(),
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
