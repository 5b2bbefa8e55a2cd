package io.lumina.duplicates.variant;

import io.lumina.duplicates.links.PackedLongs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Compares pictures of one key, whose rows come sorted by it. Of a crowd each is compared with the
 * next few in an order that follows from the pictures alone: what is missed costs nothing, and a
 * million blank pages cost no more than others.
 */
final class VariantBuckets implements MapPartitionsFunction<Row, Row> {
  /** The next so many of a crowd. */
  static final int MOST_COMPARED = 64;

  private static final Comparator<long[]> ORDER =
      Comparator.comparingLong((long[] record) -> VariantRecord.key(record[VariantRecord.WHASH]))
          .thenComparing(Arrays::compare);

  private final VariantRule rule;

  VariantBuckets(VariantRule rule) {
    this.rule = rule;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Iterator<>() {
      private Row ahead = rows.hasNext() ? rows.next() : null;
      private Iterator<Row> ready = Collections.emptyIterator();

      @Override
      public boolean hasNext() {
        while (!ready.hasNext() && ahead != null) {
          ready = compared(bucket());
        }
        return ready.hasNext();
      }

      @Override
      public Row next() {
        return ready.next();
      }

      private List<long[]> bucket() {
        long key = ahead.getLong(0);
        List<long[]> records = new ArrayList<>(1);
        while (ahead != null && ahead.getLong(0) == key) {
          records.add(PackedLongs.unpack(ahead.getAs(1)));
          ahead = rows.hasNext() ? rows.next() : null;
        }
        return records;
      }
    };
  }

  private Iterator<Row> compared(List<long[]> records) {
    if (records.size() == 1) {
      return Collections.emptyIterator();
    }
    List<long[]> sorted = distinct(records);
    List<Row> found = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      int end = Math.min(sorted.size(), i + 1 + MOST_COMPARED);
      for (long[] other : sorted.subList(i + 1, end)) {
        pair(sorted.get(i), other).ifPresent(found::add);
      }
    }
    return found.iterator();
  }

  /** Copies of one content are one picture. */
  private static List<long[]> distinct(List<long[]> records) {
    records.sort(ORDER);
    List<long[]> distinct = new ArrayList<>();
    for (long[] record : records) {
      if (distinct.isEmpty() || !Arrays.equals(distinct.get(distinct.size() - 1), record)) {
        distinct.add(record);
      }
    }
    return distinct;
  }

  private Optional<Row> pair(long[] one, long[] other) {
    boolean swapped = one[VariantRecord.SIDE] > other[VariantRecord.SIDE];
    long[] a = swapped ? other : one;
    long[] b = swapped ? one : other;
    return rule.of(a, b)
        .map(
            found ->
                RowFactory.create(
                    a[VariantRecord.NODE],
                    b[VariantRecord.NODE],
                    found.kind().label(),
                    found.distance(),
                    found.sentence(),
                    found.back().sentence()));
  }
}
