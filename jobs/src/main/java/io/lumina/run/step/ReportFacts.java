package io.lumina.run.step;

import io.lumina.failure.ExitCode;
import io.lumina.library.CatalogTables;
import io.lumina.report.model.Changes;
import io.lumina.report.model.Heading;
import io.lumina.report.model.ReportInputs;
import io.lumina.report.model.StepTime;
import io.lumina.report.model.Tally;
import io.lumina.scan.Scanned;
import io.lumina.scan.compare.Change;
import io.lumina.scan.compare.ChangeCounts;
import io.lumina.store.TableMarks;
import io.lumina.table.BurstsTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.VariantsTable;
import io.lumina.text.Spoken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the report of a run knows of the steps before it. */
public final class ReportFacts {
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
    Optional<Scanned> scan = StepOutcome.result(before, Scanned.class);
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
        StepOutcome.bottleneck(before),
        warnings(before));
  }

  private static Changes changes(Scanned scan) {
    ChangeCounts changes = scan.changes();
    return new Changes(
        changes.of(Change.NEW),
        changes.of(Change.CHANGED),
        changes.of(Change.MOVED),
        changes.of(Change.MISSING),
        changes.of(Change.BACK),
        changes.of(Change.UNCHANGED) + changes.of(Change.RELINKED) + changes.of(Change.UNKNOWN));
  }

  private static List<Tally> skipped(Scanned scan) {
    List<Tally> skipped = new ArrayList<>();
    if (scan.tally().others() > 0) {
      skipped.add(new Tally("extension not listed in scan.extensions", scan.tally().others()));
    }
    scan.tally()
        .skipped()
        .forEach((reason, what) -> skipped.add(new Tally(Spoken.words(reason), what.count())));
    return skipped;
  }

  private static StepTime time(StepOutcome outcome) {
    return new StepTime(
        outcome.step().type(),
        outcome.time().toMillis() / 1000.0,
        outcome.report().counts(),
        outcome.report().said());
  }

  /** What went wrong, for a person. */
  public static List<String> warnings(List<StepOutcome> before) {
    return before.stream()
        .filter(outcome -> outcome.report().exit() != ExitCode.SUCCESS)
        .flatMap(outcome -> outcome.report().said().stream())
        .toList();
  }
}
