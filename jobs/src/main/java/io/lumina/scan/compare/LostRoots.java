package io.lumina.scan.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.failure.Printable;
import io.lumina.scan.list.Entry;
import io.lumina.scan.list.Listing;
import io.lumina.scan.list.SourceRoots;
import io.lumina.table.FilesTable;
import io.lumina.table.ListingRows;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Stops a run whose source directory is away. */
public final class LostRoots {
  private final SourceRoots roots;
  private final boolean acceptMissing;

  public LostRoots(SourceRoots roots, boolean acceptMissing) {
    this.roots = roots;
    this.acceptMissing = acceptMissing;
  }

  /**
   * Looks at the roots that could not be listed.
   *
   * @param known rows of {@link FilesTable}
   * @throws LuminaException with {@link ExitCode#SAFETY_GUARD} for one that vanished with files
   *     that were there, with {@link ExitCode#SOURCE_MISSING} for others; files of a root that
   *     vanished may be accepted as missing
   */
  public void check(Listing listing, Dataset<Row> known) {
    if (!listing.tally().has(Entry.Problem.VANISHED)
        && !listing.tally().has(Entry.Problem.UNREADABLE)) {
      return;
    }
    List<Row> lost =
        listing
            .problems(Entry.Problem.VANISHED, Entry.Problem.UNREADABLE)
            .filter(col(ListingRows.SOURCE_PATH).isin(roots.all().toArray()))
            .select(ListingRows.SOURCE_PATH, ListingRows.REASON, ListingRows.DETAIL)
            .collectAsList();
    lost.forEach(problem -> check(problem, known));
  }

  private void check(Row problem, Dataset<Row> known) {
    String root = problem.getString(0);
    Row files =
        known
            .filter(col(FilesTable.ROOT).equalTo(root))
            .agg(count(lit(1)), count_if(col(FilesTable.STATE).equalTo(FilesTable.PRESENT)))
            .first();
    boolean vanished = problem.getString(1).equals(Entry.Problem.VANISHED);
    if (vanished && acceptMissing && files.getLong(0) > 0) {
      return;
    }
    if (vanished && files.getLong(1) > 0) {
      throw new LuminaException(
          ExitCode.SAFETY_GUARD,
          "The source directory "
              + Printable.of(root)
              + " vanished, and "
              + files.getLong(1)
              + " files with it; nothing was marked missing. Is the disk mounted? If the files are"
              + " really gone, run again with --accept-missing");
    }
    throw new LuminaException(
        ExitCode.SOURCE_MISSING,
        "The source directory " + Printable.of(root) + " cannot be read: " + problem.getString(2));
  }
}
