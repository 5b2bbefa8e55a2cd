package io.lumina.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Servers that start for as long as the test wants: before it takes connections a server reads its
 * statistics, and here they are a pipe that nobody writes to.
 */
class SlowStartIT {
  @TempDir Path home;

  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void data_and_a_pipe_in_the_place_of_statistics() throws Exception {
    try (EmbeddedServer server = EmbeddedServer.open(home)) {
      ask(server).execute("CREATE TABLE kept AS SELECT 42 AS answer");
    }
    block();
  }

  @Test
  void a_start_that_takes_long_is_waited_for_with_a_word_now_and_then() throws IOException {
    try (EmbeddedServer server = EmbeddedServer.open(home, this::unblock)) {
      assertThat(ask(server).one("SELECT answer FROM kept")).isEqualTo("42");
    }
    assertThat(told).isNotEmpty();
    assertThat(told.get(0))
        .startsWith("The database in " + home + " is starting up, as after a crash (")
        .endsWith("); waiting for it");
    assertThat(starts()).as("the first, and the slow one").isEqualTo(2);
  }

  @Test
  void a_server_that_somebody_left_starting_is_joined_and_never_made_to_begin_anew()
      throws IOException {
    ServerLife life = new ServerLife(home);
    Path programs = PostgresBinaries.unpacked(home.resolve("postgres-binaries"));
    new ServerProcess(home, programs)
        .output(
            life.held(),
            "pg_ctl",
            "start",
            "-D",
            DataDirectory.NAME,
            "-l",
            ServerLog.NAME,
            "-o",
            "-p " + freePort(),
            "-s",
            "-W");
    PostmasterPid starting = ServerClaim.of(home, life).running().orElseThrow();
    ServerRecovery impatient =
        new ServerRecovery(
            home, new OwnerLogin(new DataDirectory(home)), Duration.ZERO, words -> {});
    assertThatThrownBy(impatient::port)
        .isInstanceOf(StillStartingException.class)
        .hasMessageContaining("The database in " + home + " is starting up and has said nothing")
        .hasMessageContaining("left running")
        .hasMessageContaining(home.resolve("postgres.log") + ", process " + starting.pid());

    try (EmbeddedServer server = EmbeddedServer.open(home, this::unblock)) {
      assertThat(ask(server).one("SELECT answer FROM kept")).isEqualTo("42");
      assertThat(PostmasterPid.ofLiving(home.resolve(DataDirectory.NAME)).orElseThrow().pid())
          .isEqualTo(starting.pid());
    }
    assertThat(starts()).as("the first, and the slow one").isEqualTo(2);
    assertThat(home.resolve(ServerClaim.FILE)).doesNotExist();
  }

  private void block() throws IOException, InterruptedException {
    Path statistics = statistics();
    Files.delete(statistics);
    assertThat(new ProcessBuilder("mkfifo", statistics.toString()).start().waitFor()).isZero();
  }

  /**
   * Whoever writes to a pipe waits for who reads it: the server goes on, be it there or not yet.
   */
  private void unblock(String words) {
    if (told.isEmpty()) {
      try {
        new FileOutputStream(statistics().toFile()).close();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    told.add(words);
  }

  private Path statistics() {
    return home.resolve(DataDirectory.NAME).resolve("pg_stat/pgstat.stat");
  }

  private long starts() throws IOException {
    return new ServerLog(home)
        .since(0).stream().filter(line -> line.contains("starting PostgreSQL")).count();
  }

  private static Ask ask(EmbeddedServer server) {
    return new Ask(new Database(server.settings()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
