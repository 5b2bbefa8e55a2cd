package io.lumina.run;

import io.lumina.ledger.VacuumRuns;
import io.lumina.store.Retention;
import io.lumina.text.Spoken;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How long versions of the tables are kept.
 *
 * @param configured as the configuration has it
 * @param retention as the tables promise it
 * @param runs vacuums of the warehouse
 * @param now the moment of asking
 */
record KeptVersions(Retention configured, Retention retention, VacuumRuns runs, Instant now) {

  /** What was replaced before this may be gone: the window has passed, or it was shorter once. */
  Instant horizon() {
    Instant promised = retention.horizon(now);
    return runs.done().map(VacuumRuns.Done::horizon).filter(promised::isBefore).orElse(promised);
  }

  /** A clause. */
  String words(UUID catalogId) {
    Instant horizon = horizon();
    Optional<Instant> first = runs.firstRun(catalogId);
    boolean reachesAll = first.isEmpty() || first.get().isAfter(horizon);
    String promise =
        retention.equals(configured)
            ? ""
            : ", as promised before (store.retention is %s; lumina vacuum makes it so)"
                .formatted(Spoken.window(configured.window()));
    return "kept for "
        + Spoken.window(retention.window())
        + promise
        + "; lumina undo reaches back to "
        + (reachesAll ? "the first run" : Spoken.time(horizon));
  }
}
