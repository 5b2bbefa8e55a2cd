package io.lumina.scan.compare;

import io.lumina.scan.list.Entry;
import io.lumina.scan.list.Listing;
import io.lumina.scan.list.ListingTally;
import io.lumina.table.FilesTable;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** What a catalog knows beside what a listing found; does no more than there is to compare. */
public final class Comparison implements AutoCloseable {
  private final ListingTally tally;
  private final Dataset<Row> pairs;
  private Optional<Dataset<Row>> persisted = Optional.empty();

  /**
   * A comparison.
   *
   * @param known rows of {@link FilesTable} of one catalog
   * @param knowsNothing whether these are none for sure
   */
  public Comparison(Dataset<Row> known, boolean knowsNothing, Listing listing) {
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
  public Dataset<Row> pairs() {
    return pairs;
  }

  public ListingTally tally() {
    return tally;
  }

  /**
   * The pairs where a file went or is back: files of a size and time that tell nothing are doubted.
   * They are looked at several times, so they are kept until closed.
   */
  public Dataset<Row> withDoubts() {
    Dataset<Row> doubted = SharedStamps.doubted(pairs);
    doubted.persist(StorageLevel.MEMORY_AND_DISK());
    persisted = Optional.of(doubted);
    return doubted;
  }

  @Override
  public void close() {
    persisted.ifPresent(Dataset::unpersist);
  }
}
