package io.lumina.report.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything a report says, in text and numbers; its pictures come from a {@link Gallery}.
 *
 * @param heading whose report this is
 * @param totals what the catalog holds
 * @param changes what the scan of this run found; empty when the report was made without one
 * @param skipped files that were not looked at, per reason
 * @param duplicates groups
 * @param variants pictures that show the same, changed
 * @param bursts bursts
 * @param shots shots of two or more files, per kind
 * @param broken damaged files
 * @param unseen files at which nobody could look, which says nothing of them
 * @param dates dates that need attention
 * @param steps in the order in which they ran
 * @param bottleneck what took the time of these steps, and what to change; a clause
 * @param warnings sentences that a reader must not miss
 */
public record ReportModel(
    Heading heading,
    Totals totals,
    Optional<Changes> changes,
    List<Tally> skipped,
    Duplicates duplicates,
    Variants variants,
    Bursts bursts,
    List<ShotTally> shots,
    BrokenFiles broken,
    UnseenFiles unseen,
    DateDoubts dates,
    List<StepTime> steps,
    Optional<String> bottleneck,
    List<String> warnings) {
  public ReportModel {
    Objects.requireNonNull(heading, "heading");
    Objects.requireNonNull(totals, "totals");
    Objects.requireNonNull(changes, "changes");
    skipped = List.copyOf(skipped);
    Objects.requireNonNull(duplicates, "duplicates");
    Objects.requireNonNull(variants, "variants");
    Objects.requireNonNull(bursts, "bursts");
    shots = List.copyOf(shots);
    Objects.requireNonNull(broken, "broken");
    Objects.requireNonNull(unseen, "unseen");
    Objects.requireNonNull(dates, "dates");
    steps = List.copyOf(steps);
    Objects.requireNonNull(bottleneck, "bottleneck");
    warnings = List.copyOf(warnings);
  }
}
