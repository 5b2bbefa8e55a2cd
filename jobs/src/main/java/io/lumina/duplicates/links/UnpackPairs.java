package io.lumina.duplicates.links;

import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Turns packed longs into rows of two. */
public final class UnpackPairs implements FlatMapFunction<byte[], Row> {
  @Override
  public Iterator<Row> call(byte[] packed) {
    long[] values = PackedLongs.unpack(packed);
    return new Iterator<>() {
      private int at;

      @Override
      public boolean hasNext() {
        return at < values.length;
      }

      @Override
      public Row next() {
        at += 2;
        return RowFactory.create(values[at - 2], values[at - 1]);
      }
    };
  }
}
