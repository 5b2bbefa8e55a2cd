package io.lumina.scan;

import io.lumina.failure.Printable;
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
import io.lumina.scan.list.Entry;
import io.lumina.scan.list.Listing;
import io.lumina.scan.list.ListingFile;
import io.lumina.scan.list.ListingTally;
import io.lumina.scan.list.ScanConfig;
import io.lumina.store.Store;
import io.lumina.store.Vacuum;
import io.lumina.store.WarehousePlace;
import io.lumina.table.FilesTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Lists the sources and says what is new, changed, moved, missing and unchanged. The table is
 * written only when a file is not as it was.
 */
public final class ScanJob {

  public JobReport run(ScanConfig config, JobContext context) {
    try (Staging staging = Staging.create(context)) {
      Listing listing = listing(config, context, staging);
      long version = context.store().version(FilesTable.SPEC);
      Dataset<Row> known = context.store().read(FilesTable.SPEC, version, context.catalogId());
      new LostRoots(config.roots(), config.acceptMissing()).check(listing, known);
      Comparison comparison = new Comparison(known, version == 0, listing);
      ChangeCounts changes = ChangeCounts.of(comparison.pairs());
      context.progress().total(changes.all());
      Done done =
          changes.isNothing()
              ? new Done(changes, Map.of())
              : write(comparison, changes, config, context);
      context.progress().current(changes.all());
      keep(listing, done.changes(), config, context);
      return report(done.changes(), listing.tally(), version, done.written());
    }
  }

  /** For a night that finds the same; where something could not be listed, each scan looks anew. */
  private static void keep(
      Listing listing, ChangeCounts changes, ScanConfig config, JobContext context) {
    Optional<Path> folder = WarehousePlace.onDisk(context.store().warehouse()).folder();
    if (folder.isEmpty()) {
      return;
    }
    boolean isWhole =
        !changes.any(Change.UNKNOWN)
            && Stream.of(
                    Entry.Problem.VANISHED,
                    Entry.Problem.UNREADABLE,
                    Entry.Problem.ENTRY_UNREADABLE)
                .noneMatch(listing.tally()::has);
    if (config.listing().isPresent() || !config.roots().areLocal() || !isWhole) {
      LastListing.forget(folder.get(), context.catalogId());
    } else {
      Store store = context.store();
      new LastListing(
              store.id(FilesTable.SPEC),
              Vacuum.promised(store).orElseThrow(),
              listing.digest().toString(),
              store.mark(FilesTable.SPEC),
              changes.all() - changes.missing(),
              changes.missing())
          .keep(folder.get(), context.catalogId());
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

  private static Done write(
      Comparison comparison, ChangeCounts byPath, ScanConfig config, JobContext context) {
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
      return new Done(changes, Map.of(FilesTable.SPEC.name(), written));
    }
  }

  static JobReport report(
      ChangeCounts changes, ListingTally tally, long version, Map<String, Long> written) {
    List<String> notes = new ArrayList<>();
    tally
        .skipped()
        .forEach(
            (reason, skipped) ->
                notes.add(
                    "Not looked at, %s: %d, such as %s"
                        .formatted(reason, skipped.count(), Printable.of(skipped.example()))));
    return new JobReport(
        changes.all(),
        new Scanned(changes, tally),
        Map.of(FilesTable.SPEC.name(), version),
        written,
        notes);
  }

  /**
   * What came of a comparison.
   *
   * @param written the version of each table that was written
   */
  private record Done(ChangeCounts changes, Map<String, Long> written) {}
}
