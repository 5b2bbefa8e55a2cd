package io.lumina.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.query.Query;
import io.lumina.postgres.query.QueryFormat;
import io.lumina.postgres.server.EmbeddedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions to the embedded database that want more than an answer. */
class ReadingRoleIT {
  @TempDir static Path home;

  private static EmbeddedServer server;
  private static Database owner;
  private static Database reader;

  @BeforeAll
  static void start() {
    server = EmbeddedServer.open(home);
    owner = new Database(server.settings());
    new Migrations(owner).migrate();
    reader = new Database(server.readerSettings());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity",
        "SELECT pg_cancel_backend(pid) FROM pg_stat_activity",
        "SELECT pg_advisory_lock(1)",
        "SELECT pg_try_advisory_lock(1)",
        "SELECT pg_advisory_xact_lock_shared(1, 2)",
        "SELECT pg_advisory_unlock_all()",
        "SELECT pg_read_file('postgresql.conf')",
        "SELECT pg_read_binary_file('/etc/passwd')",
        "SELECT * FROM pg_ls_dir('.')",
        "SELECT lo_import('/etc/passwd')",
        "SELECT lo_export(1, '/tmp/lumina-lo')",
        "SELECT lo_create(0)",
        "SELECT pg_reload_conf()",
        "SELECT set_config('role', 'lumina', false)",
        "SELECT set_config('session_authorization', 'lumina', false)",
        "SELECT set_config('statement_timeout', '0', false)",
        "SELECT pg_notify('lumina_jobs', '{}')",
        "SELECT rolpassword FROM pg_authid",
        "SELECT * FROM pg_hba_file_rules",
        "SELECT query_to_xml('SELECT pg_advisory_lock(1)', true, true, '')",
      })
  void a_question_reaches_no_other_session_no_lock_no_file_and_no_setting(String sql) {
    assertThatThrownBy(() -> answer(sql))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("permission denied")
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXPLAIN ANALYZE UPDATE lumina.images SET status = 'rejected'",
        "WITH x AS (DELETE FROM lumina.decisions RETURNING 1) SELECT * FROM x",
        "SELECT * FROM lumina.images FOR UPDATE",
        "SELECT 1 AS a INTO lumina.mine",
      })
  void a_question_writes_nothing(String sql) {
    assertThatThrownBy(() -> answer(sql)).hasMessageContaining("in a read-only transaction");
    assertThatThrownBy(() -> execute("BEGIN READ WRITE; " + sql))
        .hasMessageContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 1) TO PROGRAM 'sh'",
        "COPY lumina.images FROM '/etc/passwd'",
        "SET ROLE lumina",
        "RESET SESSION AUTHORIZATION",
        "LISTEN lumina_jobs",
        "LOCK TABLE lumina.jobs",
        "DO 'BEGIN END'",
        "CALL nothing()",
      })
  void a_statement_that_is_no_question_is_not_run(String sql) {
    assertThatThrownBy(() -> answer(sql)).hasMessageContaining("Only questions are answered");
  }

  @Test
  void what_other_sessions_do_is_not_shown() throws SQLException {
    try (Connection night = owner.connect("night");
        Statement statement = night.createStatement()) {
      statement.execute("SELECT 'what a night asks'");
      String asked =
          "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT ''what a night%'";
      assertThat(new Ask(owner).one(asked)).isEqualTo("1");
      assertThat(answer(asked)).isEqualTo("count\r\n0\r\n");
    }
  }

  @Test
  void every_table_and_view_can_be_asked() {
    List<String> names =
        new Ask(owner)
            .rows(
                "SELECT format('lumina.%I', relname) FROM pg_class"
                    + " WHERE relnamespace = 'lumina'::regnamespace AND relkind IN ('r', 'v')");
    assertThat(names).hasSizeGreaterThan(10);
    for (String name : names) {
      assertThat(answer("SELECT count(*) FROM " + name)).startsWith("count\r\n");
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection unbound = reader.connect("test");
        Statement statement = unbound.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String answer(String sql) {
    StringBuilder out = new StringBuilder();
    new Query(reader, Duration.ofSeconds(10)).print(sql, QueryFormat.CSV, out);
    return out.toString();
  }
}
