package io.lumina.run;

import io.lumina.failure.ExitCode;
import io.lumina.library.CatalogTables;
import io.lumina.report.Changes;
import io.lumina.report.Heading;
import io.lumina.report.ReportInputs;
import io.lumina.report.StepTime;
import io.lumina.report.Tally;
import io.lumina.store.TableMarks;
import io.lumina.table.BurstsTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.VariantsTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the report of a run knows of the steps before it. */
final class ReportFacts {
  private static final String SKIPPED = "skipped_";

  private final StepContext context;
  private final CatalogTables tables;

  ReportFacts(StepContext context, CatalogTables tables) {
    this.context = context;
    this.tables = tables;
  }

  /**
   * For the page.
   *
   * @param before what the steps before it did
   * @param read the versions of the tables that it shows
   */
  ReportInputs inputs(List<StepOutcome> before, TableMarks read) {
    Optional<Map<String, Long>> scan =
        before.stream()
            .filter(outcome -> outcome.step() == Step.SCAN)
            .map(outcome -> outcome.report().counts())
            .findFirst();
    return new ReportInputs(
        new Heading(
            context.catalog().id(),
            context.catalog().name(),
            context.run().runId(),
            Instant.now(),
            context.catalog().sourceDirectories()),
        tables.imagesForOnce(read),
        tables.rows(ShotsTable.SPEC, read),
        tables.rows(BurstsTable.SPEC, read),
        tables.rows(GroupsTable.SPEC, read),
        tables.rows(MembersTable.SPEC, read),
        tables.rows(VariantsTable.SPEC, read),
        scan.map(ReportFacts::changes),
        scan.map(ReportFacts::skipped).orElse(List.of()),
        before.stream().map(ReportFacts::time).toList(),
        Summary.bottleneck(before),
        warnings(before));
  }

  private static Changes changes(Map<String, Long> counts) {
    return new Changes(
        counts.get("new"),
        counts.get("changed"),
        counts.get("moved"),
        counts.get("missing"),
        counts.get("back"),
        counts.get("unchanged") + counts.get("relinked") + counts.get("unknown"));
  }

  private static List<Tally> skipped(Map<String, Long> counts) {
    List<Tally> skipped = new ArrayList<>();
    if (counts.getOrDefault("other", 0L) > 0) {
      skipped.add(new Tally("extension not listed in scan.extensions", counts.get("other")));
    }
    counts.forEach(
        (name, count) -> {
          if (name.startsWith(SKIPPED)) {
            skipped.add(new Tally(name.substring(SKIPPED.length()).replace('_', ' '), count));
          }
        });
    return skipped;
  }

  private static StepTime time(StepOutcome outcome) {
    return new StepTime(
        outcome.step().type(),
        outcome.time().toMillis() / 1000.0,
        outcome.report().counts(),
        outcome.report().notes());
  }

  private static List<String> warnings(List<StepOutcome> before) {
    return before.stream()
        .filter(outcome -> outcome.report().exit() != ExitCode.SUCCESS)
        .flatMap(outcome -> outcome.report().notes().stream())
        .toList();
  }
}
