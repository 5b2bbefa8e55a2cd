package io.lumina.report.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a report is made from: rows of one catalog, and what the run itself knows.
 *
 * @param heading whose report it is; its roots are shown as they are
 * @param images ImagesView
 * @param shots ShotsTable
 * @param bursts BurstsTable
 * @param groups GroupsTable
 * @param members MembersTable
 * @param variants VariantsTable
 * @param changes what the scan of the run found; empty without one
 * @param skipped files that the scan did not take, per reason
 * @param steps the steps so far
 * @param bottleneck what took the time of these steps, and what to change; a clause
 * @param warnings sentences that a reader must not miss
 */
public record ReportInputs(
    Heading heading,
    Dataset<Row> images,
    Dataset<Row> shots,
    Dataset<Row> bursts,
    Dataset<Row> groups,
    Dataset<Row> members,
    Dataset<Row> variants,
    Optional<Changes> changes,
    List<Tally> skipped,
    List<StepTime> steps,
    Optional<String> bottleneck,
    List<String> warnings) {
  public ReportInputs {
    Objects.requireNonNull(heading, "heading");
    Objects.requireNonNull(images, "images");
    Objects.requireNonNull(shots, "shots");
    Objects.requireNonNull(bursts, "bursts");
    Objects.requireNonNull(groups, "groups");
    Objects.requireNonNull(members, "members");
    Objects.requireNonNull(variants, "variants");
    Objects.requireNonNull(changes, "changes");
    skipped = List.copyOf(skipped);
    steps = List.copyOf(steps);
    Objects.requireNonNull(bottleneck, "bottleneck");
    warnings = List.copyOf(warnings);
  }
}
