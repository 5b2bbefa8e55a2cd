package io.lumina.scan;

import static org.apache.spark.sql.functions.col;

import io.lumina.table.FilesTable;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** What a catalog knows beside what a listing found; does no more than there is to compare. */
final class Comparison implements AutoCloseable {
  private final Dataset<Row> known;
  private final boolean knowsNothing;
  private final ListingTally tally;
  private final Dataset<Row> pairs;
  private boolean persisted;

  /**
   * A comparison.
   *
   * @param known rows of {@link FilesTable} of one catalog
   * @param knowsNothing whether these are none for sure
   */
  Comparison(Dataset<Row> known, boolean knowsNothing, Listing listing) {
    this.known = known;
    this.knowsNothing = knowsNothing;
    this.tally = listing.tally();
    this.pairs = pairs(known, knowsNothing, listing);
  }

  private static Dataset<Row> pairs(Dataset<Row> known, boolean knowsNothing, Listing listing) {
    if (knowsNothing) {
      return ListingDiff.allNew(listing.files());
    }
    // Rows of one task need no shuffle to meet.
    Dataset<Row> near = listing.isSmall() ? known.coalesce(1) : known;
    Dataset<Row> pairs = ListingDiff.byPath(near, listing.files());
    String[] hiding = {Entry.Problem.UNREADABLE, Entry.Problem.ENTRY_UNREADABLE};
    return listing.tally().has(hiding[0]) || listing.tally().has(hiding[1])
        ? ListingDiff.withUnknown(pairs, listing.problems(hiding))
        : pairs;
  }

  /** The pairs of {@link ListingDiff}, no moves yet. */
  Dataset<Row> pairs() {
    return pairs;
  }

  ListingTally tally() {
    return tally;
  }

  /** The pairs, moves known. They are looked at several times, so they are kept until closed. */
  Dataset<Row> withMoves() {
    pairs.persist(StorageLevel.MEMORY_AND_DISK());
    persisted = true;
    return ListingDiff.withMoves(pairs);
  }

  /** The ids that a new file may not get; nothing where there is no new file or no known one. */
  Optional<Dataset<Row>> takenIds(ChangeCounts changes) {
    return knowsNothing || !changes.any(Change.NEW)
        ? Optional.empty()
        : Optional.of(known.select(col(FilesTable.FILE_ID)));
  }

  @Override
  public void close() {
    if (persisted) {
      pairs.unpersist();
    }
  }
}
