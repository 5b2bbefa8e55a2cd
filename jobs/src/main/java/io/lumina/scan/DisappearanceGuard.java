package io.lumina.scan;

import static io.lumina.scan.ListingDiff.is;
import static io.lumina.scan.ListingDiff.old;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import io.lumina.job.ExitCode;
import io.lumina.job.LuminaException;
import io.lumina.table.FilesTable;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Stops a run when a large part of a source directory vanished: more often a disk that is not
 * mounted than a person who cleaned up.
 */
final class DisappearanceGuard {
  private final double maxMissingFraction;

  DisappearanceGuard(double maxMissingFraction) {
    this.maxMissingFraction = maxMissingFraction;
  }

  /**
   * Looks at every root.
   *
   * @param pairs the pairs of {@link ListingDiff}, moves known
   * @throws LuminaException with {@link ExitCode#SAFETY_GUARD}
   */
  void check(Dataset<Row> pairs) {
    Dataset<Row> roots =
        pairs
            .filter(old(FilesTable.STATE).equalTo(FilesTable.PRESENT))
            .groupBy(old(FilesTable.ROOT).alias(FilesTable.ROOT))
            .agg(count(lit(1)).alias("known"), count_if(is(Change.MISSING)).alias("gone"))
            .filter(col("gone").gt(col("known").multiply(maxMissingFraction)))
            .orderBy(FilesTable.ROOT);
    for (Row root : roots.takeAsList(1)) {
      throw new LuminaException(
          ExitCode.SAFETY_GUARD,
          String.format(
              Locale.ROOT,
              "%d of %d files under %s vanished, more than %.0f %% (scan.max-missing-fraction);"
                  + " nothing was marked missing. Is the disk mounted? If the files are really"
                  + " gone, run again with --accept-missing",
              root.getLong(2),
              root.getLong(1),
              root.getString(0),
              100 * maxMissingFraction));
    }
  }
}
