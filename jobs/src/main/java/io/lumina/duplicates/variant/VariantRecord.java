package io.lumina.duplicates.variant;

import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.RuleColumns;
import io.lumina.duplicates.rule.Turn;
import io.lumina.hash.Unframed;
import io.lumina.table.ImagesView;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * What a picture is compared by, in longs: whether it is the inside of a frame, its node, average
 * and wavelet hash, and its {@link Evidence}.
 */
public final class VariantRecord {
  /** Longs of a record. */
  static final int WIDTH = 4 + Evidence.WORDS;

  static final int SIDE = 0;
  static final int NODE = 1;
  static final int AHASH = 2;
  static final int WHASH = 3;
  static final int EVIDENCE = 4;

  /** Of a picture as it is. */
  static final int WHOLE = 0;

  /** Of what lies inside a frame. */
  static final int INSIDE = 1;

  private static final int CELLS = 8;
  private static final Turn[] TURNS = Turn.values();

  /** Every other cell, counted from the nearest sides: half of them, whatever is turned. */
  private static final long HALF = half();

  private VariantRecord() {}

  private static long half() {
    long half = 0;
    for (int cell = 0; cell < Long.SIZE; cell++) {
      int across = Math.min(cell % CELLS, CELLS - 1 - cell % CELLS);
      int down = Math.min(cell / CELLS, CELLS - 1 - cell / CELLS);
      half |= (long) ((across + down) % 2) << cell;
    }
    return half;
  }

  /** Of a row of a comparable picture as it lies. */
  static long[] whole(Row row, long node) {
    long[] record = new long[WIDTH];
    write(
        record,
        WHOLE,
        node,
        row.getAs(ImagesView.AHASH),
        row.getAs(ImagesView.WHASH),
        row.getAs(ImagesView.PDQ),
        row.getAs(ImagesView.DHASH),
        row);
    return record;
  }

  /** Of what lies inside its frame, where it has one. */
  static Optional<long[]> inside(Row row, long node) {
    byte[] bytes = row.getAs(ImagesView.UNFRAMED);
    if (bytes == null) {
      return Optional.empty();
    }
    Unframed inner = Unframed.of(ByteBuffer.wrap(bytes));
    long[] record = new long[WIDTH];
    write(record, INSIDE, node, inner.ahash(), inner.whash(), inner.pdq(), inner.dhash(), row);
    return Optional.of(record);
  }

  private static void write(
      long[] record, int side, long node, long ahash, long whash, byte[] pdq, long dhash, Row row) {
    record[SIDE] = side;
    record[NODE] = node;
    record[AHASH] = ahash;
    record[WHASH] = whash;
    long facts = row.getAs(RuleColumns.FACTS);
    long moment = row.getAs(RuleColumns.MOMENT);
    Evidence.write(pdq, dhash, facts, moment, record, EVIDENCE);
  }

  /**
   * Numbers of which two variants share one if their average hashes differ in one bit at most: each
   * is of one half of the cells, and a turn keeps the halves apart.
   */
  static long[] keys(long[] record) {
    return new long[] {key(record[AHASH] & HALF), ~key(record[AHASH] & ~HALF)};
  }

  /** The same number for a hash of 8×8 cells however the picture lies: the least of all turns. */
  static long key(long hash) {
    long least = hash;
    for (int turn = 1; turn < TURNS.length; turn++) {
      least = Math.min(least, TURNS[turn].ofCells(hash));
    }
    return least;
  }
}
