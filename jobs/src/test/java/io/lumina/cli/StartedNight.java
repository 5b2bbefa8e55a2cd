package io.lumina.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A night in a process of its own, as far as it is. */
final class StartedNight {
  private static final int LOOK_MILLIS = 50;
  private static final int CHILDREN_SECONDS = 60;

  private final Launcher launcher;
  private final Process driver;
  private final Path log;
  private final Instant latest = Instant.now().plus(Duration.ofMinutes(Launcher.LONGEST_MINUTES));

  /**
   * Of a process that runs.
   *
   * @param launcher that started it
   * @param home of the program, where its log is; no other night wrote to it
   */
  StartedNight(Launcher launcher, Process driver, Path home) {
    this.launcher = launcher;
    this.driver = driver;
    this.log = home.resolve("logs/lumina.jsonl");
  }

  /** Whether a step begins before the night is over; comes back when it does. */
  boolean begins(Step step) throws IOException, InterruptedException {
    String words = "step " + step.type() + " starts";
    while (!(Files.exists(log) && Files.readString(log).contains(words))) {
      if (endsWithin(LOOK_MILLIS)) {
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
