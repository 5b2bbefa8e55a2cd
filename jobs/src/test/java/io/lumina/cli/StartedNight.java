package io.lumina.cli;

import io.lumina.run.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A night in a process of its own, as far as it is. */
final class StartedNight {
  private static final int LOOK_MILLIS = 50;
  private static final int CHILDREN_SECONDS = 60;

  private final Launcher launcher;
  private final Process driver;
  private final Path log;

  /** Letters of the log that other nights wrote. */
  private final int before;

  private final Instant latest = Instant.now().plus(Duration.ofMinutes(Launcher.LONGEST_MINUTES));

  /**
   * Of a process that runs.
   *
   * @param launcher that started it
   * @param home of the program, where its log is; no other night writes to it now
   */
  StartedNight(Launcher launcher, Process driver, Path home) throws IOException {
    this.launcher = launcher;
    this.driver = driver;
    this.log = home.resolve("logs/lumina.jsonl");
    this.before = written().length();
  }

  /** Whether a step begins before the night is over; comes back when it does. */
  boolean begins(Step step) throws IOException, InterruptedException {
    String words = "step " + step.type() + " starts";
    while (!written().substring(before).contains(words)) {
      if (endsWithin(LOOK_MILLIS)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a version of a table is committed before the night is over; comes back at once. */
  boolean commits(Path table, long version) throws IOException, InterruptedException {
    Path commit = table.resolve(String.format(Locale.ROOT, "_delta_log/%020d.json", version));
    while (!Files.exists(commit)) {
      if (endsWithin(1)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is over by then. */
  boolean endsWithin(int millis) throws IOException, InterruptedException {
    if (driver.waitFor(millis, TimeUnit.MILLISECONDS)) {
      return true;
    }
    if (Instant.now().isAfter(latest)) {
      driver.destroyForcibly();
      throw new AssertionError("The night does not end: " + launcher.printed("err.txt"));
    }
    return false;
  }

  private String written() throws IOException {
    return Files.exists(log) ? Files.readString(log) : "";
  }

  /** Waits for its end. */
  Cli.Ended ended() throws IOException, InterruptedException {
    return launcher.ended(driver);
  }

  /** Asks it to stop, as a person or a scheduler does. */
  void stop() {
    driver.destroy();
  }

  /** Kills the driver, and waits for what it started: that ends when nobody listens any more. */
  void kill() throws Exception {
    List<ProcessHandle> children = driver.descendants().toList();
    driver.destroyForcibly().waitFor();
    for (ProcessHandle child : children) {
      child.onExit().get(CHILDREN_SECONDS, TimeUnit.SECONDS);
    }
  }
}
