package io.lumina.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.Child;
import io.lumina.postgres.ConnectionSettings;
import io.lumina.postgres.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerIT {
  @TempDir Path folder;

  @Test
  void data_outlives_the_server_and_a_second_user_keeps_it_running() throws Exception {
    Path home = folder.resolve("a home");
    EmbeddedServer first = EmbeddedServer.open(home);
    execute(first.settings(), "CREATE TABLE kept (word text)");
    execute(first.settings(), "INSERT INTO kept VALUES ('still here')");
    EmbeddedServer second = EmbeddedServer.open(home);
    assertThat(second.settings()).isEqualTo(first.settings());
    first.close();
    assertThat(ask(second.settings(), "SELECT word FROM kept")).isEqualTo("still here");
    second.close();
    assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(home.resolve("postgres-users")).isEmptyDirectory();
    try (EmbeddedServer again = EmbeddedServer.open(home)) {
      assertThat(ask(again.settings(), "SELECT word FROM kept")).isEqualTo("still here");
    }
  }

  @Test
  void a_killed_owner_leaves_a_server_that_the_next_one_takes_over_and_stops() throws Exception {
    Process owner = Child.java(Child.OpenAndWait.class, folder.toString());
    assertThat(Child.firstLine(owner)).startsWith("jdbc:postgresql://127.0.0.1:");
    owner.destroyForcibly().waitFor();
    assertThat(PostmasterPid.ofLiving(folder.resolve("postgres"))).isPresent();

    try (EmbeddedServer heir = EmbeddedServer.open(folder)) {
      assertThat(ask(heir.settings(), "SELECT 1")).isEqualTo("1");
    }
    assertThat(PostmasterPid.ofLiving(folder.resolve("postgres"))).isEmpty();
  }

  @Test
  void another_process_keeps_the_server_that_its_starter_closes() throws Exception {
    EmbeddedServer starter = EmbeddedServer.open(folder);
    Process other = Child.java(Child.OpenAndWait.class, folder.toString());
    assertThat(Child.firstLine(other)).isEqualTo(starter.settings().url());

    starter.close();
    assertThat(ask(starter.settings(), "SELECT 1")).isEqualTo("1");

    other.getOutputStream().close(); // it ends in good order
    assertThat(other.waitFor()).isZero();
    assertThat(PostmasterPid.ofLiving(folder.resolve("postgres"))).isEmpty();
  }

  @Test
  void a_killed_server_recovers_what_was_committed() throws Exception {
    try (EmbeddedServer server = EmbeddedServer.open(folder)) {
      execute(server.settings(), "CREATE TABLE kept AS SELECT 42 AS answer");
      long pid = PostmasterPid.ofLiving(folder.resolve("postgres")).orElseThrow().pid();
      ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
      List<ProcessHandle> all = new ArrayList<>(postmaster.children().toList());
      all.add(postmaster);
      all.forEach(ProcessHandle::destroyForcibly);
      postmaster.onExit().get();
      assertThatThrownBy(() -> ask(server.settings(), "SELECT 1"))
          .isInstanceOfSatisfying(
              LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.TEMPORARY))
          .hasMessageContaining("does not answer")
          .hasMessageContaining("try again later");
    }
    try (EmbeddedServer server = EmbeddedServer.open(folder)) {
      assertThat(ask(server.settings(), "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void a_server_that_recovers_from_the_death_of_a_child_is_stopped_and_started_like_any_other()
      throws Exception {
    EmbeddedServer server = EmbeddedServer.open(folder);
    execute(server.settings(), "CREATE TABLE kept AS SELECT 42 AS answer");
    long pid = PostmasterPid.ofLiving(folder.resolve("postgres")).orElseThrow().pid();
    ProcessHandle child = ProcessHandle.of(pid).orElseThrow().children().findFirst().orElseThrow();
    child.destroyForcibly();
    child.onExit().get();
    server.close();
    assertThat(PostmasterPid.ofLiving(folder.resolve("postgres"))).isEmpty();
    try (EmbeddedServer again = EmbeddedServer.open(folder)) {
      assertThat(ask(again.settings(), "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void a_stale_pid_file_that_names_another_program_is_no_server() throws Exception {
    EmbeddedServer.open(folder).close();
    Files.writeString(
        folder.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");
    try (EmbeddedServer server = EmbeddedServer.open(folder)) {
      assertThat(ask(server.settings(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void data_of_another_version_is_refused_with_both_versions() throws Exception {
    EmbeddedServer.open(folder).close();
    Files.writeString(folder.resolve("postgres/PG_VERSION"), "12\n");
    assertThatThrownBy(() -> EmbeddedServer.open(folder))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("holds data of PostgreSQL 12, this program brings PostgreSQL 17")
        .hasMessageContaining("pg_dump");
  }

  @Test
  void only_the_password_opens_it_and_only_the_owner_reads_the_password() throws Exception {
    try (EmbeddedServer server = EmbeddedServer.open(folder)) {
      ConnectionSettings guess =
          new ConnectionSettings(
              server.settings().url(), "lumina", new io.lumina.config.Secret("guess-17"));
      assertThatThrownBy(() -> ask(guess, "SELECT 1"))
          .hasMessageContaining("refuses user 'lumina'")
          .hasMessageNotContaining("guess-17");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("postgres-password"))))
          .isEqualTo("rw-------");
      assertThat(ask(server.settings(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(server.settings(), "SHOW server_encoding")).isEqualTo("UTF8");
    }
  }

  private static void execute(ConnectionSettings settings, String sql) throws SQLException {
    try (Connection connection = new Database(settings).connect("test");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(ConnectionSettings settings, String sql) throws SQLException {
    try (Connection connection = new Database(settings).connect("test");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
