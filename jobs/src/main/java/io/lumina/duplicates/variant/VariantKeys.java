package io.lumina.duplicates.variant;

import io.lumina.duplicates.links.PackedLongs;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Sends each picture, and what lies inside its frame, to those that have one half or the other of
 * the average hash in common, however they lie. Most turned pictures differ in one bit at most and
 * meet in the other half; two rows for a picture are all that the search costs.
 */
final class VariantKeys implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> pictures) {
    return new Iterator<>() {
      private final List<Row> ready = new ArrayList<>();

      @Override
      public boolean hasNext() {
        while (ready.isEmpty() && pictures.hasNext()) {
          Row picture = pictures.next();
          long node = picture.getAs(VariantColumns.NODE);
          add(VariantRecord.whole(picture, node));
          VariantRecord.inside(picture, node).ifPresent(this::add);
        }
        return !ready.isEmpty();
      }

      @Override
      public Row next() {
        return ready.remove(ready.size() - 1);
      }

      private void add(long[] record) {
        byte[] packed = PackedLongs.pack(record, 0, record.length);
        for (long key : VariantRecord.keys(record)) {
          ready.add(RowFactory.create(key, packed));
        }
      }
    };
  }
}
