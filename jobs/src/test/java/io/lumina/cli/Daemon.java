package io.lumina.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that a test needs as long as it runs.
 *
 * @param log what it prints
 */
record Daemon(Process process, Path log) implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int LOOK_MILLIS = 100;

  /** Starts it. */
  static Daemon start(ProcessBuilder builder, Path log) throws IOException {
    return new Daemon(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
  }

  /** Waits until it says something. */
  Matcher says(Pattern words) throws IOException, InterruptedException {
    Instant latest = Instant.now().plus(LONGEST);
    while (true) {
      boolean ended = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      String printed = Files.readString(log);
      Matcher found = words.matcher(printed);
      if (found.find()) {
        return found;
      }
      if (ended || Instant.now().isAfter(latest)) {
        throw new IllegalStateException(
            "%s %s without saying %s: %s"
                .formatted(log.getFileName(), ended ? "ended" : "goes on", words, printed));
      }
    }
  }

  /** Kills it and what it started. */
  @Override
  public void close() {
    var children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
