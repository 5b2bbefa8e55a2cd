package io.lumina.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A row of the ledger as an onlooker sees it.
 *
 * @param id its key
 * @param runId its name
 * @param catalog by name
 * @param catalogId whose lock its process holds
 * @param jobType such as nightly or scan
 * @param startedAt when it began
 * @param progress how far it is; empty while nobody said
 * @param end how it ended; empty while it goes on
 */
public record WatchedRow(
    UUID id,
    String runId,
    String catalog,
    UUID catalogId,
    String jobType,
    Instant startedAt,
    Optional<Stride> progress,
    Optional<End> end) {
  public WatchedRow {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(catalogId, "catalogId");
    Objects.requireNonNull(jobType, "jobType");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(end, "end");
  }

  /**
   * How far a run was.
   *
   * @param current and total in units of its job
   * @param rate units a second
   * @param secondsLeft empty while nobody can say
   * @param at when it was written
   */
  public record Stride(
      long current, long total, double rate, OptionalDouble secondsLeft, Instant at) {

    /** Whole per cent, 0 to 100. */
    public int percent() {
      return total <= 0 ? 100 : (int) Math.min(100, 100 * current / total);
    }
  }

  /**
   * How a run ended.
   *
   * @param status SUCCESS, FAILURE or CANCELLED
   * @param exit as its program ended, if the row says so
   * @param error one line, if it failed
   * @param at when
   */
  public record End(String status, OptionalInt exit, Optional<String> error, Instant at) {}

  public Optional<Duration> time() {
    return end.map(ended -> Duration.between(startedAt, ended.at()));
  }
}
