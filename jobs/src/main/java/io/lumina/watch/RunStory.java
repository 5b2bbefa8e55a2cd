package io.lumina.watch;

import io.lumina.failure.Printable;
import io.lumina.ledger.WatchedRow;
import io.lumina.text.Spoken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells a run line by line from looks at its rows. What happened between two looks is told from
 * what the rows say afterwards, in its order; nothing is told twice.
 */
final class RunStory {
  private static final double MANY = 10;

  private final Map<UUID, Told> told = new HashMap<>();

  /**
   * What is new since the last look.
   *
   * @param rows the run and then its steps, in the order in which they began
   */
  List<String> lines(List<WatchedRow> rows) {
    WatchedRow run = rows.get(0);
    List<WatchedRow> steps = rows.subList(1, rows.size());
    List<String> lines = new ArrayList<>();
    Told before = told.getOrDefault(run.id(), Told.NOTHING);
    if (!before.begun()) {
      lines.add(at(run.startedAt(), "run " + run.runId() + " of catalog " + name(run) + " began"));
    }
    steps.forEach(step -> lines.addAll(step(step)));
    // The steps of a night are its progress.
    Told now = steps.isEmpty() ? progress(run, before, lines) : before;
    if (run.end().isPresent() && !before.ended()) {
      lines.add(at(run.end().get().at(), "run " + run.runId() + " " + ended(run)));
    }
    told.put(run.id(), new Told(true, now.percent(), run.end().isPresent()));
    return lines;
  }

  /** What goes on at the moment, on one line; empty when nothing is known to. */
  static Optional<String> now(List<WatchedRow> rows) {
    return rows.stream()
        .filter(row -> row.end().isEmpty())
        .reduce((earlier, later) -> later)
        .map(row -> row.progress().map(far -> far(row, far)).orElse(row.jobType()));
  }

  private List<String> step(WatchedRow step) {
    List<String> lines = new ArrayList<>();
    Told before = told.getOrDefault(step.id(), Told.NOTHING);
    if (!before.begun()) {
      lines.add(at(step.startedAt(), step.jobType() + " began"));
    }
    Told now = progress(step, before, lines);
    if (step.end().isPresent() && !before.ended()) {
      lines.add(at(step.end().get().at(), step.jobType() + " " + ended(step)));
    }
    told.put(step.id(), new Told(true, now.percent(), step.end().isPresent()));
    return lines;
  }

  /** A line for each per cent is enough; the end has a line of its own. */
  private static Told progress(WatchedRow row, Told before, List<String> lines) {
    if (row.end().isPresent() || row.progress().isEmpty()) {
      return before;
    }
    WatchedRow.Stride far = row.progress().get();
    if (far.current() == 0 || far.percent() == before.percent()) {
      return before;
    }
    lines.add(at(far.at(), far(row, far)));
    return new Told(before.begun(), far.percent(), before.ended());
  }

  private static String far(WatchedRow row, WatchedRow.Stride far) {
    String left =
        far.secondsLeft().isPresent()
            ? ", "
                + Spoken.duration(
                    Duration.ofMillis((long) (1000 * far.secondsLeft().getAsDouble())))
                + " left"
            : "";
    return String.format(
        Locale.ROOT,
        far.rate() < MANY ? "%s %,d of %,d (%d %%, %.1f/s%s)" : "%s %,d of %,d (%d %%, %.0f/s%s)",
        row.jobType(),
        far.current(),
        far.total(),
        far.percent(),
        far.rate(),
        left);
  }

  private static String ended(WatchedRow row) {
    WatchedRow.End end = row.end().orElseThrow();
    String amount =
        row.progress()
            .map(
                far ->
                    far.total() == 0
                        ? ", nothing to do"
                        : String.format(Locale.ROOT, ", %,d of %,d", far.current(), far.total()))
            .orElse("");
    String exit = end.exit().isPresent() ? " (exit " + end.exit().getAsInt() + ")" : "";
    String error = end.error().map(text -> ": " + Printable.of(text)).orElse("");
    return "ended: "
        + end.status()
        + exit
        + " after "
        + Spoken.duration(row.time().orElseThrow())
        + amount
        + error;
  }

  private static String name(WatchedRow row) {
    return Printable.of(row.catalog());
  }

  private static String at(Instant time, String text) {
    return Spoken.time(time) + "  " + text;
  }

  /** What was told of a row. */
  private record Told(boolean begun, int percent, boolean ended) {
    private static final Told NOTHING = new Told(false, -1, false);
  }
}
