package io.lumina.postgres.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether any process of a server lives, whatever container of this machine it is in: {@code
 * flock(1)} locks a file and hands it down to the programs that it starts, and the kernel unlocks
 * it when the last of them has ended, however it ended.
 */
final class ServerLife {
  private static final String FILE = "postgres-server.lock";

  private static final int FREE = 0;
  private static final int HELD = 1;

  private final Path file;

  ServerLife(Path home) {
    this.file = home.resolve(FILE);
  }

  /** Whether a process lives; none where the tool is not there, or cannot say. */
  Optional<Boolean> isHeld() throws IOException {
    try {
      Process probe =
          new ProcessBuilder("flock", "-n", file.toString(), "true")
              .redirectErrorStream(true)
              .start();
      probe.getOutputStream().close();
      probe.getInputStream().readAllBytes();
      int exit = probe.waitFor();
      return exit == FREE || exit == HELD ? Optional.of(exit == HELD) : Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking for the server", stopped);
    } catch (IOException noSuchTool) {
      return Optional.empty();
    }
  }

  /** What to put before a program so that it and all that it starts count. */
  List<String> held() throws IOException {
    return isHeld().isPresent() ? List.of("flock", "-n", file.toString()) : List.of();
  }
}
