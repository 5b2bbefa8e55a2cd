package io.lumina.duplicates.links;

import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Packs rows of longs, so that millions of them reach the driver as arrays.
 *
 * @param columns how many of the first columns
 */
public record PackRows(int columns) implements MapPartitionsFunction<Row, byte[]> {
  private static final int LONGS_PER_BLOCK = 1 << 16;

  @Override
  public Iterator<byte[]> call(Iterator<Row> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public byte[] next() {
        PackedLongs block = new PackedLongs();
        while (rows.hasNext() && block.size() < LONGS_PER_BLOCK) {
          Row row = rows.next();
          for (int i = 0; i < columns; i++) {
            block.add(row.getLong(i));
          }
        }
        return block.pack();
      }
    };
  }
}
