package io.lumina.watch;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.ledger.LedgerChannel;
import io.lumina.ledger.LedgerRuns;
import io.lumina.ledger.WatchedRow;
import io.lumina.ledger.WatchedRows;
import io.lumina.postgres.Database;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Follows runs through the ledger. A notification only says that it is time to look: what is told
 * comes from the rows, so that nothing is missing after a connection broke.
 */
public final class Watch implements AutoCloseable {
  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final long RETRY_SECONDS = 2;

  private final LedgerChannel channel;
  private final PrintStream out;
  private final boolean terminal;
  private final Patience patience;
  private final Database database;

  /** When the last run that was followed began; null before the first. */
  private Instant after;

  /**
   * Looks at a database; opens nothing yet.
   *
   * @param terminal whether one line may be rewritten
   */
  public Watch(Database database, PrintStream out, boolean terminal, Patience patience) {
    this.database = database;
    this.channel = new LedgerChannel(database);
    this.out = out;
    this.terminal = terminal;
    this.patience = patience;
  }

  /**
   * Follows one run to its end; one that has ended is told in full.
   *
   * @return as its program ended
   * @throws LuminaException (usage) when there is no such run
   */
  public int run(String runId) {
    return follow(
        patiently(() -> channel.ask(WatchedRows.named(runId)))
            .orElseThrow(() -> new LedgerRuns(database).unknown(runId)));
  }

  /** Follows the run that goes on, or else the first one after the last one followed. */
  public int next(Optional<String> catalog) {
    if (after == null) {
      after = patiently(() -> channel.ask(WatchedRows::clock));
    }
    WatchedRow run = await(catalog);
    after = run.startedAt().isAfter(after) ? run.startedAt() : after;
    return follow(run);
  }

  @Override
  public void close() {
    channel.close();
  }

  private WatchedRow await(Optional<String> catalog) {
    boolean said = false;
    while (true) {
      Optional<WatchedRow> found = patiently(() -> channel.ask(WatchedRows.next(catalog, after)));
      if (found.isPresent()) {
        return found.get();
      }
      if (!said) {
        print(List.of("No run goes on; waiting for the next one."), Optional.empty());
        said = true;
      }
      patiently(() -> channel.await(patience.quiet()));
    }
  }

  private int follow(WatchedRow followed) {
    RunStory story = new RunStory();
    while (true) {
      List<WatchedRow> rows = patiently(() -> channel.ask(WatchedRows.of(followed.id())));
      if (rows.isEmpty()) {
        throw new LuminaException(
            ExitCode.USAGE,
            "Run %s is gone: its catalog '%s' was dropped while it was watched; lumina catalog list shows those that are left"
                .formatted(followed.runId(), followed.catalog()));
      }
      print(story.lines(rows), RunStory.now(rows));
      WatchedRow run = rows.get(0);
      if (run.end().isPresent()) {
        return run.end().get().exit().orElse(ExitCode.UNEXPECTED.code());
      }
      boolean heard = patiently(() -> channel.await(patience.quiet()));
      if (!heard && isDead(run)) {
        print(
            List.of(
                "Run "
                    + run.runId()
                    + " has died: no process holds its catalog; the next run will say so"),
            Optional.empty());
        return ExitCode.UNEXPECTED.code();
      }
    }
  }

  /** Whether nobody is behind a run that has not ended; its end is written before the lock goes. */
  private boolean isDead(WatchedRow run) {
    return !patiently(() -> channel.ask(WatchedRows.isHeld(run.catalogId())))
        && patiently(() -> channel.ask(WatchedRows.of(run.id()))).stream()
            .anyMatch(row -> row.id().equals(run.id()) && row.end().isEmpty());
  }

  private void print(List<String> lines, Optional<String> now) {
    if (terminal) {
      out.print(CLEAR_LINE);
    }
    lines.forEach(out::println);
    if (terminal) {
      now.ifPresent(out::print);
    }
    out.flush();
  }

  /** Asks until the database answers, or has been away for too long. */
  private <T> T patiently(Supplier<T> question) {
    long asked = System.nanoTime();
    boolean said = false;
    while (true) {
      try {
        return question.get();
      } catch (LuminaException away) {
        if (away.exit() != ExitCode.TEMPORARY
            || System.nanoTime() - asked > patience.away().toNanos()) {
          throw away;
        }
        if (said) {
          pause(away);
        } else {
          print(List.of("The connection broke; connecting again."), Optional.empty());
          said = true;
        }
      }
    }
  }

  private static void pause(LuminaException away) {
    try {
      TimeUnit.SECONDS.sleep(RETRY_SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw away;
    }
  }

  /**
   * How long to wait.
   *
   * @param quiet after which the rows are looked at unasked, and a dead run is noticed
   * @param away of a database before giving up
   */
  public record Patience(Duration quiet, Duration away) {
    public static final Patience USUAL =
        new Patience(Duration.ofSeconds(5), Duration.ofMinutes(10));
  }
}
