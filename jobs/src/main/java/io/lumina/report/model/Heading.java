package io.lumina.report.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Whose report this is.
 *
 * @param catalogId the catalog
 * @param catalogName as its owner calls it
 * @param runId the run that the report speaks of
 * @param finishedAt when that run was done with everything but this report
 * @param roots the source directories
 */
public record Heading(
    UUID catalogId, String catalogName, String runId, Instant finishedAt, List<String> roots) {
  public Heading {
    Objects.requireNonNull(catalogId, "catalogId");
    Objects.requireNonNull(catalogName, "catalogName");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(finishedAt, "finishedAt");
    roots = List.copyOf(roots);
  }
}
