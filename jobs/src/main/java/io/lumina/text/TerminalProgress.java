package io.lumina.text;

import io.lumina.job.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows the progress of one step: one quiet line that is rewritten on a terminal, a plain line now
 * and then where output goes to a file.
 */
public final class TerminalProgress implements Progress {
  private static final long TERMINAL_NANOS = Duration.ofMillis(500).toNanos();
  private static final long FILE_NANOS = Duration.ofSeconds(30).toNanos();
  private static final double MANY = 10;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final String name;
  private final PrintStream out;
  private final boolean terminal;
  private final long started = System.nanoTime();
  private long lastShown = started;
  private long total;

  public TerminalProgress(String name, PrintStream out, boolean terminal) {
    this.name = name;
    this.out = out;
    this.terminal = terminal;
    if (terminal) {
      show(name);
    }
  }

  /** Whether a person looks at what is printed. */
  public static boolean isWatched() {
    return System.console() != null;
  }

  @Override
  public synchronized void total(long units) {
    total = units;
  }

  @Override
  public synchronized void current(long units) {
    long now = System.nanoTime();
    if (total == 0 || now - lastShown < (terminal ? TERMINAL_NANOS : FILE_NANOS)) {
      return;
    }
    lastShown = now;
    String line = line(units, (now - started) / 1e9);
    if (terminal) {
      show(line);
    } else {
      out.println(line);
    }
  }

  /** Ends the line: what comes next starts on one of its own. */
  public synchronized void done() {
    if (terminal) {
      out.print(CLEAR_LINE);
      out.flush();
    }
  }

  private void show(String line) {
    out.print(CLEAR_LINE + line);
    out.flush();
  }

  String line(long units, double seconds) {
    double rate = units / Math.max(seconds, 0.001);
    // The first unit has all of the start in it: "41 h left" would be of no use to anybody.
    String left =
        units > 0 && 100 * units >= total
            ? ", " + Spoken.duration(Duration.ofSeconds((long) ((total - units) / rate))) + " left"
            : "";
    return String.format(
        Locale.ROOT,
        rate < MANY ? "%s %,d of %,d (%d %%, %.1f/s%s)" : "%s %,d of %,d (%d %%, %.0f/s%s)",
        name,
        units,
        total,
        100 * units / total,
        rate,
        left);
  }
}
