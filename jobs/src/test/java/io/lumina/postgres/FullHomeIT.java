package io.lumina.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.server.EmbeddedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home on a disk that runs full while its server runs, and is full when it starts. */
class FullHomeIT {
  private static final String[] WHOLE = {"-t", "tmpfs", "-o", "size=300m", "lumina-full"};

  @TempDir Path disk;

  @BeforeEach
  void mount() throws Exception {
    String[] command = new String[WHOLE.length + 2];
    command[0] = "mount";
    System.arraycopy(WHOLE, 0, command, 1, WHOLE.length);
    command[command.length - 1] = disk.toString();
    assumeTrue(new ProcessBuilder(command).start().waitFor() == 0, "only root may mount here");
  }

  @AfterEach
  void unmount() throws Exception {
    new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor();
  }

  @Test
  void a_full_disk_costs_a_stop_and_a_start_and_no_row() throws Exception {
    Path home = disk.resolve("home");
    Path filler = disk.resolve("filler");
    try (EmbeddedServer server = EmbeddedServer.open(home)) {
      Ask ask = new Ask(new Database(server.settings()));
      ask.execute("CREATE TABLE kept AS SELECT 42 AS answer");
      fill(filler);
      assertThatThrownBy(
              () -> ask.execute("INSERT INTO kept SELECT * FROM generate_series(1, 10000000)"))
          .isInstanceOfSatisfying(
              LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.TEMPORARY));
    }
    fill(filler);
    assertThatThrownBy(() -> EmbeddedServer.open(home))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.TEMPORARY))
        .hasMessageContaining("make room");
    Files.delete(filler);
    try (EmbeddedServer server = EmbeddedServer.open(home)) {
      assertThat(new Ask(new Database(server.settings())).rows("SELECT answer FROM kept"))
          .containsExactly("42");
    }
  }

  /** Writes until nothing goes in any more. */
  private static void fill(Path file) throws IOException {
    byte[] block = new byte[4096];
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }
}
