package io.lumina.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedPostgres;
import io.lumina.catalog.Catalog;
import io.lumina.catalog.Catalogs;
import io.lumina.cli.Cli;
import io.lumina.failure.ExitCode;
import io.lumina.ledger.RunHandle;
import io.lumina.ledger.RunLedger;
import io.lumina.postgres.Ask;
import io.lumina.postgres.ConnectionSettings;
import io.lumina.postgres.Database;
import io.lumina.store.CatalogLock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lumina watch} on a run that a test drives. */
class WatchIT {
  private static final int LONGEST_SECONDS = 60;
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir Path warehouse;

  private final Database database = SharedPostgres.database();
  private final Ask ask = new Ask(database);
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final String name = "watched " + UUID.randomUUID();
  private Catalog catalog;
  private RunLedger ledger;

  @BeforeEach
  void open() {
    catalog = new Catalogs(database).create(name, List.of());
    ledger = new RunLedger(database);
  }

  @AfterEach
  void close() {
    ledger.close();
    new Catalogs(database).drop(catalog);
  }

  @Test
  void a_night_that_begins_later_is_followed_from_step_to_step_to_its_exit() throws Exception {
    CompletableFuture<Integer> watch = watch(w -> w.next(Optional.of(name)), LONG);
    assertThat(line()).isEqualTo("No run goes on; waiting for the next one.");
    RunHandle night = start("nightly", Optional.empty());
    assertThat(line()).endsWith("run " + night.runId() + " of catalog " + name + " began");
    RunHandle scan = start("scan", Optional.of(night));
    assertThat(line()).endsWith("scan began");
    scan.progress().total(200);
    scan.progress().current(50);
    assertThat(line()).contains("scan 50 of 200 (25 %, ");
    scan.progress().current(200);
    scan.succeed("{}");
    String end = line();
    assertThat(end.contains("200 of 200 (100 %") ? line() : end)
        .contains("scan ended: SUCCESS (exit 0) after ")
        .endsWith(", 200 of 200");
    night.fail("The folder /photos is gone.", ExitCode.SOURCE_MISSING);
    assertThat(line()).contains("ended: FAILURE (exit 3)").endsWith("The folder /photos is gone.");
    assertThat(watch.get(LONGEST_SECONDS, TimeUnit.SECONDS)).isEqualTo(3);
    assertThat(lines).isEmpty();
  }

  @Test
  void a_run_that_goes_on_is_joined_where_it_is() throws Exception {
    try (CatalogLock held = CatalogLock.acquire(database, catalog, warehouse.toString(), "run")) {
      RunHandle dead = start("bursts", Optional.empty());
      RunHandle night = start("nightly", Optional.empty());
      start("scan", Optional.of(night)).succeed("{}");
      CompletableFuture<Integer> watch = watch(w -> w.next(Optional.of(name)), LONG);
      assertThat(line()).contains("run " + night.runId());
      assertThat(line()).contains("scan began");
      assertThat(line()).contains("scan ended: SUCCESS");
      dead.cancelled();
      night.succeed("{}");
      assertThat(line()).contains("ended: SUCCESS (exit 0)");
      assertThat(watch.get(LONGEST_SECONDS, TimeUnit.SECONDS)).isZero();
      held.check();
    }
  }

  @Test
  void a_run_that_ended_long_ago_is_told_in_full() throws Exception {
    RunHandle run = start("scan", Optional.empty());
    run.cancelled();
    CompletableFuture<Integer> watch = watch(w -> w.run(run.runId()), LONG);
    assertThat(watch.get(LONGEST_SECONDS, TimeUnit.SECONDS)).isEqualTo(2);
    assertThat(line()).contains("began");
    assertThat(line()).contains("ended: CANCELLED (exit 2)");
  }

  @Test
  void what_happens_while_the_connection_is_broken_is_told_afterwards() throws Exception {
    RunHandle night = start("nightly", Optional.empty());
    CompletableFuture<Integer> watch = watch(w -> w.run(night.runId()), LONG);
    assertThat(line()).contains("began");
    // In one transaction: the break is noticed when the news of the step was sent to nobody.
    ask.execute(
        """
        WITH broken AS (SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE application_name = 'lumina watch')
        INSERT INTO lumina.jobs (id, run_id, parent_id, catalog_id, job_type, status)
        SELECT gen_random_uuid(), 'missed of ' || run_id, id, catalog_id, 'scan', 'STARTED'
        FROM lumina.jobs, (SELECT count(*) FROM broken) b WHERE run_id = ?\
        """,
        night.runId());
    assertThat(line()).isEqualTo("The connection broke; connecting again.");
    assertThat(line()).contains("scan began");
    night.succeed("{}");
    assertThat(line()).contains("ended: SUCCESS");
    assertThat(watch.get(LONGEST_SECONDS, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void a_run_without_a_process_behind_it_has_died() throws Exception {
    RunHandle run = start("scan", Optional.empty());
    CompletableFuture<Integer> watch = watch(w -> w.run(run.runId()), Duration.ofMillis(100));
    assertThat(line()).contains("began");
    assertThat(line()).contains("has died: no process holds its catalog");
    assertThat(watch.get(LONGEST_SECONDS, TimeUnit.SECONDS)).isEqualTo(2);
  }

  @Test
  void a_quiet_run_whose_catalog_is_held_is_waited_for() throws Exception {
    try (CatalogLock held = CatalogLock.acquire(database, catalog, warehouse.toString(), "run")) {
      RunHandle run = start("scan", Optional.empty());
      CompletableFuture<Integer> watch = watch(w -> w.run(run.runId()), Duration.ofMillis(1));
      assertThat(line()).contains("began");
      run.succeed("{}");
      assertThat(line()).contains("ended: SUCCESS");
      assertThat(watch.get(LONGEST_SECONDS, TimeUnit.SECONDS)).isZero();
      held.check();
    }
  }

  @Test
  void the_command_asks_an_external_database_and_names_the_nearest_run() throws Exception {
    RunHandle run = start("scan", Optional.empty());
    run.failWithResult("{}", "12 of 40 files could not be read", ExitCode.TOO_MANY_FAILURES);
    Cli.Ended ended = command("--run", run.runId());
    assertThat(ended.exit()).as(ended.err()).isEqualTo(6);
    assertThat(ended.out()).contains("ended: FAILURE (exit 6)").doesNotContain("\u001b");
    Cli.Ended unknown = command("--run", run.runId() + "x");
    assertThat(unknown.exit()).isEqualTo(1);
    assertThat(unknown.err())
        .contains("There is no run '%sx'; did you mean '%s'?".formatted(run.runId(), run.runId()));
    assertThat(command("--run", run.runId(), "--follow").err())
        .contains("--run names one run: leave out --follow and --catalog");
  }

  private Cli.Ended command(String... which) throws IOException {
    ConnectionSettings settings = database.settings();
    Path password = Files.writeString(warehouse.resolve("password"), settings.password().reveal());
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "watch",
                "--jdbc-url",
                settings.url(),
                "--jdbc-user",
                settings.user(),
                "--jdbc-password-file",
                password.toString()));
    arguments.addAll(List.of(which));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private RunHandle start(String job, Optional<RunHandle> parent) {
    return ledger.start(catalog, job + "-" + UUID.randomUUID(), job, "{}", parent);
  }

  private CompletableFuture<Integer> watch(ToIntFunction<Watch> work, Duration quiet) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Watch watch =
              new Watch(database, printed(), false, new Watch.Patience(quiet, LONG))) {
            return work.applyAsInt(watch);
          }
        });
  }

  private String line() throws InterruptedException {
    String line = lines.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
    assertThat(line).as("a line within %d s", LONGEST_SECONDS).isNotNull();
    return line;
  }

  /** Every line as it is printed. */
  private PrintStream printed() {
    StringBuilder line = new StringBuilder();
    return new PrintStream(
        new OutputStream() {
          @Override
          public void write(int character) {
            if (character == '\n') {
              lines.add(line.toString());
              line.setLength(0);
            } else {
              line.append((char) character);
            }
          }
        },
        true,
        StandardCharsets.UTF_8);
  }
}
