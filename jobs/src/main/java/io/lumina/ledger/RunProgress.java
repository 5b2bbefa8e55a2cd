package io.lumina.ledger;

import io.lumina.job.Progress;
import java.util.Locale;
import java.util.Optional;

/** How far a run is, as last told; written by the job's thread, read by the ledger's. */
final class RunProgress implements Progress {
  private static final double NANOS = 1e9;
  private static final double PERCENT = 100.0;

  private final long startedNanos = System.nanoTime();
  private long total;
  private long current;
  private boolean told;
  private boolean changed;

  @Override
  public synchronized void total(long units) {
    changed |= !told || units != total;
    told = true;
    total = units;
  }

  @Override
  public synchronized void current(long units) {
    changed |= !told || units != current;
    told = true;
    current = units;
  }

  /** The JSON of the column, if something changed since it was last asked for. */
  synchronized Optional<String> changedJson() {
    if (!changed) {
      return Optional.empty();
    }
    changed = false;
    return json();
  }

  /** The JSON of the column; none when nothing was ever told. */
  synchronized Optional<String> json() {
    return told
        ? Optional.of(json(current, total, (System.nanoTime() - startedNanos) / NANOS))
        : Optional.empty();
  }

  /**
   * Units done and to do, per cent, units a second, seconds to go (null while nobody can say).
   *
   * @param seconds since the run began
   */
  static String json(long current, long total, double seconds) {
    double percent = total <= 0 ? PERCENT : Math.min(PERCENT, PERCENT * current / total);
    double rate = seconds > 0 ? current / seconds : 0;
    String eta = current >= total ? "0" : rate > 0 ? plain((total - current) / rate) : "null";
    return "{\"current\": %d, \"total\": %d, \"percent\": %s, \"rate\": %s, \"eta\": %s}"
        .formatted(current, total, plain(percent), plain(rate), eta);
  }

  private static String plain(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
