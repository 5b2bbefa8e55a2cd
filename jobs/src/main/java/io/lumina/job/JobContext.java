package io.lumina.job;

import io.lumina.store.Store;
import java.util.Objects;

/**
 * Where and for whom a job runs.
 *
 * @param store the Delta tables
 * @param catalogId UUID of the catalog
 * @param runId id of this execution, written into what it writes
 * @param progress who is told how far it is
 */
public record JobContext(Store store, String catalogId, String runId, Progress progress) {
  public JobContext {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(catalogId, "catalogId");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(progress, "progress");
  }
}
