package io.lumina.postgres.server;

import io.lumina.failure.LuminaException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts and stops the server of a home. */
final class ServerStart {
  private static final int ATTEMPTS = 3;

  /** So long a start that recovers nothing takes at most; {@link ServerRecovery} waits longer. */
  private static final String START_SECONDS = "5";

  private static final String STOP_SECONDS = "300";

  private final Path home;
  private final ServerProcess process;
  private final ServerLife life;
  private final ServerRecovery recovery;
  private final ServerLog log;

  ServerStart(Path home, ServerProcess process, ServerLife life, ServerRecovery recovery) {
    this.home = home;
    this.process = process;
    this.life = life;
    this.recovery = recovery;
    this.log = new ServerLog(home);
  }

  /**
   * Starts it on a free port, which it returns. No server runs, so what a dead one left is removed.
   *
   * @throws DamagedDataException when the data are no database any more
   * @throws StillStartingException when it starts for too long without a word
   * @throws LuminaException with the server's own words in all other cases
   */
  int start() throws IOException {
    Files.deleteIfExists(home.resolve(DataDirectory.NAME).resolve(PostmasterPid.FILE));
    log.prune();
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      long place = log.size();
      ServerProcess.Output output = process.output(life.held(), "pg_ctl", arguments(port));
      if (output.succeeded()) {
        return port;
      }
      Optional<Integer> late = recovery.port();
      if (late.isPresent()) {
        return late.get();
      }
      StartFailure failure = StartFailure.of(log.since(place), output.lastLine());
      if (failure.kind() == StartFailure.Kind.DAMAGED) {
        throw new DamagedDataException(failure.words());
      }
      if (failure.kind() != StartFailure.Kind.PORT || attempt == ATTEMPTS) {
        throw failure.told(home);
      }
    }
  }

  /**
   * The port of a server that runs here, once it takes connections; none when it has ended.
   *
   * @throws StillStartingException when it starts for too long without a word
   */
  Optional<Integer> joined(PostmasterPid running) throws IOException {
    if (running.stopping()) {
      stop("fast");
    }
    return recovery.port();
  }

  /**
   * Stops it. A server that recovers from a crash does not hear of "fast", and would let us wait to
   * the end; "immediate" costs it another recovery and no row.
   */
  void stop(String mode) throws IOException {
    process.run("pg_ctl", "stop", "-D", DataDirectory.NAME, "-m", mode, "-w", "-t", STOP_SECONDS);
  }

  private static String[] arguments(int port) {
    List<String> all = new ArrayList<>(List.of("start", "-D", DataDirectory.NAME));
    all.addAll(List.of("-l", ServerLog.NAME, "-o", "-p " + port));
    all.addAll(List.of("-s", "-w", "-t", START_SECONDS));
    return all.toArray(String[]::new);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
