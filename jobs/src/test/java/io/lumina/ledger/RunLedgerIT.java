package io.lumina.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedPostgres;
import io.lumina.catalog.Catalog;
import io.lumina.catalog.Catalogs;
import io.lumina.failure.ExitCode;
import io.lumina.postgres.Ask;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

class RunLedgerIT {
  private static final int NOTIFICATION_MILLIS = 20_000;

  private final Ask ask = new Ask(SharedPostgres.database());
  private Catalog catalog;
  private RunLedger ledger;

  @BeforeEach
  void open() {
    catalog =
        new Catalogs(SharedPostgres.database()).create("ledger " + UUID.randomUUID(), List.of());
    ledger = new RunLedger(SharedPostgres.database());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void a_run_goes_from_started_to_success_with_its_result() {
    RunHandle run = start("scan-a", Optional.empty());
    assertThat(row(run)).isEqualTo("STARTED|null|null|null|null");
    run.progress().total(200);
    run.progress().current(200);
    run.succeed("{\"new\": 200, \"title\": \"a\\u0000b\"}");
    assertThat(row(run)).isEqualTo("SUCCESS|200|100.0|null|0");
    assertThat(ask.one("SELECT result ->> 'title' FROM lumina.jobs WHERE id = ?", run.id()))
        .isEqualTo("a\uFFFDb");
    assertThat(ask.one("SELECT finished_at >= started_at FROM lumina.jobs WHERE id = ?", run.id()))
        .isEqualTo("t");
  }

  @Test
  void the_first_end_counts() {
    RunHandle run = start("scan-b", Optional.empty());
    run.fail("The folder is gone.", ExitCode.SOURCE_MISSING);
    run.succeed("{}");
    run.cancelled();
    assertThat(row(run)).isEqualTo("FAILURE|null|null|The folder is gone.|3");
  }

  @Test
  void progress_reaches_listeners_while_the_run_goes_on() throws Exception {
    try (Connection listener = SharedPostgres.database().connect("test");
        Statement statement = listener.createStatement()) {
      statement.execute("LISTEN lumina_jobs");
      RunHandle run = start("scan-c", Optional.empty());
      run.progress().total(1000);
      run.progress().current(250);
      String heard = "";
      while (!heard.contains("PROGRESS")) {
        PGNotification[] news =
            listener.unwrap(PGConnection.class).getNotifications(NOTIFICATION_MILLIS);
        assertThat(news).as("notifications within %d ms", NOTIFICATION_MILLIS).isNotEmpty();
        for (PGNotification one : news) {
          heard = one.getParameter().contains(run.id().toString()) ? one.getParameter() : heard;
        }
      }
      assertThat(heard).contains("\"current\": 250").contains("\"percent\": 25.0");
      assertThat(row(run)).isEqualTo("PROGRESS|250|25.0|null|null");
      run.cancelled();
      assertThat(row(run)).startsWith("CANCELLED|250");
    }
  }

  @Test
  void a_run_that_died_is_marked_and_one_that_ended_is_not() {
    RunHandle dead = start("nightly-d", Optional.empty());
    RunHandle step = start("scan-d", Optional.of(dead));
    RunHandle good = start("bursts-d", Optional.of(dead));
    good.succeed("{}");
    assertThat(ledger.markDead(catalog.id())).isEqualTo(2);
    assertThat(ledger.markDead(catalog.id())).isZero();
    assertThat(row(dead)).startsWith("FAILURE").contains("The run died").endsWith("|2");
    assertThat(row(step)).startsWith("FAILURE");
    assertThat(row(good)).startsWith("SUCCESS");
    assertThat(ask.one("SELECT parent_id FROM lumina.jobs WHERE id = ?", step.id()))
        .isEqualTo(dead.id().toString());
  }

  @Test
  void a_taken_name_gets_a_number() {
    String name = "scan-" + UUID.randomUUID();
    assertThat(start(name, Optional.empty()).runId()).isEqualTo(name);
    assertThat(start(name, Optional.empty()).runId()).isEqualTo(name + "-2");
    assertThat(start(name, Optional.empty()).runId()).isEqualTo(name + "-3");
  }

  @Test
  void a_connection_that_broke_is_replaced() {
    RunHandle run = start("scan-e", Optional.empty());
    ask.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE application_name = 'lumina ledger'");
    run.succeed("{}");
    assertThat(row(run)).startsWith("SUCCESS");
  }

  private RunHandle start(String runId, Optional<RunHandle> parent) {
    String unique = runId + (runId.length() > 20 ? "" : "-" + catalog.id());
    return ledger.start(catalog, unique, "scan", "{\"threads\": 2}", parent);
  }

  private String row(RunHandle run) {
    return ask.one(
        "SELECT status, progress ->> 'current', progress ->> 'percent', error, exit_code"
            + " FROM lumina.jobs WHERE id = ?",
        run.id());
  }
}
