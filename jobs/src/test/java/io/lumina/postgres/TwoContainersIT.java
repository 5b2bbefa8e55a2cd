package io.lumina.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two containers with one home: process ids and shared memory of one say nothing in the other. */
class TwoContainersIT {
  private static final List<String> CONTAINER =
      List.of("unshare", "-p", "-i", "-f", "--mount-proc", "--kill-child");

  @TempDir Path home;

  @Test
  void a_second_container_starts_no_server_on_the_data_of_the_first() throws Exception {
    assumeContainers();
    Ask here;
    try (EmbeddedServer server = EmbeddedServer.open(home)) {
      here = new Ask(new Database(server.settings()));
      here.execute("CREATE TABLE kept AS SELECT 42 AS answer");
      Process second = container();
      assertThat(Child.firstLine(second))
          .startsWith("LOCKED The database in " + home + " is in use: its server was started by")
          .contains("process " + ProcessHandle.current().pid() + " on ")
          .contains("in another container of this machine");
      second.waitFor();
      here.execute("INSERT INTO kept VALUES (43)");
      assertThat(here.rows("SELECT answer FROM kept ORDER BY 1")).containsExactly("42", "43");
    }
    Process later = container();
    assertThat(Child.firstLine(later)).startsWith("jdbc:postgresql://127.0.0.1:");

    assertThatThrownBy(() -> EmbeddedServer.open(home))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.LOCKED));

    // A container that is killed takes all of its processes with it.
    later.descendants().forEach(ProcessHandle::destroyForcibly);
    later.waitFor();
    try (EmbeddedServer server = EmbeddedServer.open(home)) {
      assertThat(new Ask(new Database(server.settings())).rows("SELECT answer FROM kept"))
          .containsExactlyInAnyOrder("42", "43");
    }
  }

  private Process container() throws IOException {
    return Child.below(CONTAINER, List.of("-Xmx256m"), Child.OpenAndWait.class, home.toString());
  }

  private static void assumeContainers() throws Exception {
    List<String> command = new ArrayList<>(CONTAINER);
    command.addAll(List.of("unshare", "-U", "true"));
    boolean allowed = new ProcessBuilder(command).start().waitFor() == 0;
    assumeTrue(allowed, "only root may make namespaces here");
  }
}
