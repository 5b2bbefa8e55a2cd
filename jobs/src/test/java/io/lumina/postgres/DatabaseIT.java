package io.lumina.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.SharedPostgres;
import io.lumina.config.Secret;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class DatabaseIT {
  private static final Secret SECRET = new Secret("hunter2-secret");

  @Test
  void a_wrong_password_is_not_repeated() {
    String url = SharedPostgres.database().settings().url();
    refused(url, "lumina", SECRET, ExitCode.USAGE)
        .hasMessageContaining("refuses user 'lumina'")
        .hasMessageContaining("LUMINA_JDBC_PASSWORD");
  }

  @Test
  void a_missing_password_is_asked_for() {
    String url = SharedPostgres.database().settings().url();
    refused(url, "lumina", Secret.NONE, ExitCode.USAGE)
        .hasMessageContaining("wants a password of user 'lumina'");
  }

  @Test
  void a_database_that_is_not_there_is_named() {
    ConnectionSettings good = SharedPostgres.database().settings();
    refused(good.url() + "x", good.user(), good.password(), ExitCode.USAGE)
        .hasMessageContaining("no database 'luminax'");
  }

  @Test
  void a_host_that_does_not_exist_is_a_wrong_address() {
    refused("jdbc:postgresql://no-such-host.invalid/lumina", "lumina", SECRET, ExitCode.USAGE)
        .hasMessageContaining("No such host")
        .hasMessageContaining("no-such-host.invalid");
  }

  @Test
  void whatever_else_the_server_refuses_is_said_with_what_to_correct() {
    ConnectionSettings good = SharedPostgres.database().settings();
    String separator = good.url().contains("?") ? "&" : "?";
    refused(
            good.url() + separator + "options=-c%20no_such_setting=1",
            good.user(),
            good.password(),
            ExitCode.USAGE)
        .hasMessageContaining("refuses the connection (")
        .hasMessageContaining("no_such_setting")
        .hasMessageContaining("correct --jdbc-url and --jdbc-user");
  }

  @Test
  void the_first_row_is_what_is_made_of_it_or_nothing() {
    Database database = SharedPostgres.database();
    String sql = "SELECT n::text, nullif(n, 2)::text FROM generate_series(?, 3) n";
    assertThat(database.first("test", sql, row -> row.getString(1), 1)).contains("1");
    assertThat(database.first("test", sql, row -> row.getString(2), 2)).isEmpty();
    assertThat(database.first("test", sql, row -> row.getString(1), 4)).isEmpty();
  }

  @Test
  void a_server_that_is_away_is_a_passing_trouble() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    refused("jdbc:postgresql://127.0.0.1:" + port + "/lumina", "lumina", SECRET, ExitCode.TEMPORARY)
        .hasMessageContaining("does not answer at jdbc:postgresql://127.0.0.1:" + port)
        .hasMessageContaining("try again later");
  }

  @Test
  void a_url_of_another_kind_is_shown_with_the_right_form() {
    assertThatThrownBy(() -> new ConnectionSettings("jdbc:mysql://host/x", "lumina", SECRET))
        .isInstanceOf(LuminaException.class)
        .hasMessage(
            "'jdbc:mysql://host/x' is no PostgreSQL address; write"
                + " jdbc:postgresql://host:5432/database");
    refused("jdbc:postgresql://host:port:x/lumina", "lumina", SECRET, ExitCode.USAGE)
        .hasMessageContaining("jdbc:postgresql://host:port:x/lumina");
  }

  @Test
  void a_password_in_the_url_is_refused_and_not_repeated() {
    for (String url :
        new String[] {
          "jdbc:postgresql://host/x?user=a&password=hunter2-secret",
          "jdbc:postgresql://a:hunter2-secret@host/x"
        }) {
      assertThatThrownBy(() -> new ConnectionSettings(url, "lumina", SECRET))
          .isInstanceOf(LuminaException.class)
          .hasMessageContaining("LUMINA_JDBC_PASSWORD")
          .hasMessageNotContaining("hunter2");
    }
  }

  @Test
  void settings_print_without_the_password() {
    assertThat(new ConnectionSettings("jdbc:postgresql://host/x", "lumina", SECRET))
        .hasToString(
            "ConnectionSettings[url=jdbc:postgresql://host/x, user=lumina, password=Secret[***]]");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(
      String url, String user, Secret password, ExitCode exit) {
    return assertThatThrownBy(
            () -> new Database(new ConnectionSettings(url, user, password)).connect("test"))
        .isInstanceOfSatisfying(LuminaException.class, e -> assertThat(e.exit()).isEqualTo(exit))
        .hasMessageNotContaining("hunter2")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }
}
