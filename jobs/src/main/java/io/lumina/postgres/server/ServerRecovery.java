package io.lumina.postgres.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Waits for a server that takes no connections yet. After a crash it recovers first, for minutes or
 * hours, and whoever stops it then makes it begin anew: so it is waited for as long as its log goes
 * on, and left running when that falls silent.
 */
final class ServerRecovery {
  /** It tells its progress every ten seconds; a checkpoint at the end may take longer. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

  private static final Duration BETWEEN_TELLING = Duration.ofSeconds(30);
  private static final long TURN_MILLIS = 100;

  private final Path home;
  private final OwnerLogin login;
  private final ServerLog log;
  private final Duration longestSilence;
  private final Consumer<String> told;

  /**
   * Of a home.
   *
   * @param told is told now and then what is waited for
   */
  ServerRecovery(Path home, OwnerLogin login, Consumer<String> told) {
    this(home, login, LONGEST_SILENCE, told);
  }

  ServerRecovery(Path home, OwnerLogin login, Duration longestSilence, Consumer<String> told) {
    this.home = home;
    this.login = login;
    this.log = new ServerLog(home);
    this.longestSilence = longestSilence;
    this.told = told;
  }

  /**
   * Waits until a server takes connections.
   *
   * @return its port; none when it has ended, or is about to
   * @throws StillStartingException when it has said nothing for too long
   */
  Optional<Integer> port() throws IOException {
    long heard = log.size();
    Instant since = Instant.now();
    Instant toTell = since;
    while (true) {
      Optional<PostmasterPid> living = PostmasterPid.ofLiving(home.resolve(DataDirectory.NAME));
      if (living.isEmpty() || living.get().stopping()) {
        return Optional.empty();
      }
      PostmasterPid server = living.get();
      // One that recovers from the death of a child is called ready all the while.
      if (server.ready() && !login.isPutOff(server.port())) {
        return Optional.of(server.port());
      }
      Instant now = Instant.now();
      if (log.size() != heard) {
        heard = log.size();
        since = now;
      }
      if (now.isAfter(since.plus(longestSilence))) {
        throw new StillStartingException(silent(server));
      }
      if (!now.isBefore(toTell)) {
        told.accept(
            "The database in "
                + home
                + " is starting up, as after a crash ("
                + lastWords()
                + "); waiting for it");
        toTell = now.plus(BETWEEN_TELLING);
      }
      pause();
    }
  }

  private String silent(PostmasterPid server) throws IOException {
    return "The database in "
        + home
        + " is starting up and has said nothing for "
        + longestSilence.toMinutes()
        + " minutes ("
        + lastWords()
        + "). It was left running, since a stop would make it begin anew: run it again later; if it"
        + " stays so, look at its disk and into "
        + home.resolve(ServerLog.NAME)
        + ", process "
        + server.pid();
  }

  private String lastWords() throws IOException {
    List<String> lines = log.since(0);
    return lines.isEmpty() ? "no word yet" : StartFailure.wordsOf(lines.get(lines.size() - 1));
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a server started", stopped);
    }
  }
}
