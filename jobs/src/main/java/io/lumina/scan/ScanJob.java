package io.lumina.scan;

import io.lumina.failure.Printable;
import io.lumina.job.Job;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.scan.compare.Change;
import io.lumina.scan.compare.ChangeCounts;
import io.lumina.scan.compare.Comparison;
import io.lumina.scan.compare.DisappearanceGuard;
import io.lumina.scan.compare.ListedFiles;
import io.lumina.scan.compare.ListingDiff;
import io.lumina.scan.compare.LostRoots;
import io.lumina.scan.list.DirectoryWalk;
import io.lumina.scan.list.Listing;
import io.lumina.scan.list.ListingFile;
import io.lumina.scan.list.ListingTally;
import io.lumina.scan.list.ScanConfig;
import io.lumina.table.FilesTable;
import io.lumina.table.ListingRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Lists the sources and says what is new, changed, moved, missing and unchanged. The table is
 * written only when a file is not as it was.
 */
public final class ScanJob implements Job<ScanConfig> {

  @Override
  public String type() {
    return "scan";
  }

  @Override
  public JobReport run(ScanConfig config, JobContext context) {
    try (Staging staging = Staging.create(context)) {
      Listing listing = listing(config, context, staging);
      long version = context.store().version(FilesTable.SPEC);
      Dataset<Row> known = context.store().read(FilesTable.SPEC, version, context.catalogId());
      new LostRoots(config.roots(), config.acceptMissing()).check(listing, known);
      Comparison comparison = new Comparison(known, version == 0, listing);
      ChangeCounts changes = ChangeCounts.of(comparison.pairs());
      context.progress().total(changes.all());
      JobReport report =
          changes.isNothing()
              ? report(changes, listing.tally(), version, Map.of())
              : write(comparison, changes, config, version, context);
      context.progress().current(changes.all());
      return report;
    }
  }

  private static Listing listing(ScanConfig config, JobContext context, Staging staging) {
    SparkSession spark = context.store().spark();
    if (config.listing().isPresent()) {
      return new ListingFile(spark).read(config.listing().get(), config);
    }
    config.roots().checkDistinct();
    ScanConfig closed = config.alsoClosed(context.store().warehouse());
    return new DirectoryWalk(spark, staging.path()).walk(closed);
  }

  private static JobReport write(
      Comparison comparison,
      ChangeCounts byPath,
      ScanConfig config,
      long version,
      JobContext context) {
    try (comparison) {
      boolean mayBeDoubts = byPath.any(Change.MISSING) || byPath.any(Change.BACK);
      boolean mayBeMoves = byPath.any(Change.MISSING) && byPath.any(Change.NEW);
      Dataset<Row> known = mayBeDoubts ? comparison.withDoubts() : comparison.pairs();
      Dataset<Row> pairs = mayBeMoves ? ListingDiff.withMoves(known) : known;
      ChangeCounts changes = mayBeDoubts ? ChangeCounts.of(pairs) : byPath;
      if (changes.any(Change.MISSING) && !config.acceptMissing()) {
        new DisappearanceGuard(config.maxMissingFraction()).check(pairs);
      }
      ListedFiles files = new ListedFiles(context.catalogId(), context.runId());
      Dataset<Row> rows = files.of(pairs);
      long written =
          context.store().replace(FilesTable.SPEC, context.catalogId(), rows, context.runId());
      return report(changes, comparison.tally(), version, Map.of(FilesTable.SPEC.name(), written));
    }
  }

  private static JobReport report(
      ChangeCounts changes, ListingTally tally, long version, Map<String, Long> written) {
    Map<String, Long> counts = new LinkedHashMap<>(changes.named());
    counts.put(ListingRows.OTHER, tally.others());
    List<String> notes = new ArrayList<>();
    tally
        .skipped()
        .forEach(
            (reason, skipped) -> {
              counts.put("skipped_" + reason, skipped.count());
              notes.add(
                  "Not looked at, "
                      + reason
                      + ": "
                      + skipped.count()
                      + ", such as "
                      + Printable.of(skipped.example()));
            });
    return new JobReport(
        changes.all(), counts, Map.of(FilesTable.SPEC.name(), version), written, notes);
  }
}
