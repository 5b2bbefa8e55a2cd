package io.lumina.scan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.lumina.job.ExitCode;
import io.lumina.job.Job;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.job.LuminaException;
import io.lumina.job.Printable;
import io.lumina.table.FilesTable;
import io.lumina.table.ListingRows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Lists the sources and says what is new, changed, moved, missing and unchanged. */
public final class ScanJob implements Job<ScanConfig> {

  @Override
  public String type() {
    return "scan";
  }

  @Override
  public JobReport run(ScanConfig config, JobContext context) {
    try (Staging staging = Staging.create(context)) {
      Dataset<Row> listing = listing(config, context, staging);
      long version = context.store().version(FilesTable.SPEC);
      Dataset<Row> known = context.store().read(FilesTable.SPEC, version, context.catalogId());
      checkRoots(config, listing, known);
      Dataset<Row> unreadable =
          problems(listing).filter(col(ListingRows.REASON).equalTo(Entry.Problem.UNREADABLE));
      Dataset<Row> files =
          SidecarLinks.of(listing.filter(col(ListingRows.KIND).equalTo(ListingRows.FILE)));
      Dataset<Row> pairs =
          ListingDiff.withMoves(ListingDiff.byPath(known, files, unreadable))
              .persist(StorageLevel.MEMORY_AND_DISK());
      try {
        if (!config.acceptMissing()) {
          new DisappearanceGuard(config.maxMissingFraction()).check(pairs);
        }
        return write(pairs, known, listing, version, context);
      } finally {
        pairs.unpersist();
      }
    }
  }

  private static Dataset<Row> listing(ScanConfig config, JobContext context, Staging staging) {
    return config
        .listing()
        .map(file -> new ListingFile(context.store().spark()).read(file, config))
        .orElseGet(
            () ->
                new DirectoryWalk(context.store().spark(), staging.path())
                    .walk(config, List.of(context.store().warehouse())));
  }

  /** A root that is away is an error, unless files of it are known: then the guard decides. */
  private static void checkRoots(ScanConfig config, Dataset<Row> listing, Dataset<Row> known) {
    List<Row> lost =
        problems(listing)
            .filter(col(ListingRows.SOURCE_PATH).isin(config.roots().toArray()))
            .collectAsList();
    for (Row problem : lost) {
      String root = problem.getAs(ListingRows.SOURCE_PATH);
      boolean vanished = problem.getAs(ListingRows.REASON).equals(Entry.Problem.VANISHED);
      boolean guarded = !known.filter(col(FilesTable.ROOT).equalTo(root)).isEmpty();
      if (!vanished || !guarded) {
        String detail = problem.getAs(ListingRows.DETAIL);
        throw new LuminaException(
            ExitCode.SOURCE_MISSING, "The source directory " + root + " cannot be read: " + detail);
      }
    }
  }

  private static JobReport write(
      Dataset<Row> pairs,
      Dataset<Row> known,
      Dataset<Row> listing,
      long version,
      JobContext context) {
    Map<Change, Long> changes = changes(pairs);
    long same =
        changes.get(Change.UNCHANGED)
            + changes.get(Change.STILL_MISSING)
            + changes.get(Change.UNKNOWN);
    long all = changes.values().stream().mapToLong(Long::longValue).sum();
    Map<String, Long> written = new LinkedHashMap<>();
    if (same < all) {
      Dataset<Row> files = new ListedFiles(context.catalogId(), context.runId()).of(pairs, known);
      written.put(
          FilesTable.SPEC.name(),
          context.store().replace(FilesTable.SPEC, context.catalogId(), files, context.runId()));
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("files", all - changes.get(Change.MISSING) - changes.get(Change.STILL_MISSING));
    for (Change change : Change.values()) {
      counts.put(change.name().toLowerCase(Locale.ROOT), changes.get(change));
    }
    counts.put(
        ListingRows.OTHER,
        listing.filter(col(ListingRows.KIND).equalTo(ListingRows.OTHER)).count());
    List<String> notes = new ArrayList<>();
    for (Row reason : reasons(listing)) {
      counts.put("skipped_" + reason.getString(0), reason.getLong(2));
      notes.add(
          "Not looked at, "
              + reason.getString(0)
              + ": "
              + reason.getLong(2)
              + ", such as "
              + Printable.of(reason.getString(1)));
    }
    return new JobReport(all, counts, Map.of(FilesTable.SPEC.name(), version), written, notes);
  }

  private static Map<Change, Long> changes(Dataset<Row> pairs) {
    Map<Change, Long> changes = new EnumMap<>(Change.class);
    for (Change change : Change.values()) {
      changes.put(change, 0L);
    }
    for (Row row : pairs.groupBy(ListingDiff.CHANGE).agg(count(lit(1))).collectAsList()) {
      changes.put(Change.valueOf(row.getString(0)), row.getLong(1));
    }
    return changes;
  }

  private static List<Row> reasons(Dataset<Row> listing) {
    return problems(listing)
        .groupBy(ListingRows.REASON)
        .agg(org.apache.spark.sql.functions.min(ListingRows.SOURCE_PATH), count(lit(1)))
        .orderBy(ListingRows.REASON)
        .collectAsList();
  }

  private static Dataset<Row> problems(Dataset<Row> listing) {
    return listing.filter(col(ListingRows.KIND).equalTo(ListingRows.PROBLEM));
  }
}
