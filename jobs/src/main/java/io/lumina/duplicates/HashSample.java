package io.lumina.duplicates;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * How many hashes there are, and a few thousand of them that do not depend on their order: those
 * that a mixing function puts first.
 *
 * @param count rows
 * @param hashes distinct values, at most {@link #SIZE}
 */
record HashSample(long count, long[] hashes) {
  /** Enough for two million pairs. */
  static final int SIZE = 2048;

  /** Reads one column of longs without nulls. */
  static HashSample of(Dataset<Row> column) {
    PackedLongs all = new PackedLongs();
    long count = 0;
    List<byte[]> parts = column.mapPartitions(new PartSample(), Encoders.BINARY()).collectAsList();
    for (byte[] part : parts) {
      long[] values = PackedLongs.unpack(part);
      count += values[0];
      for (int i = 1; i < values.length; i++) {
        all.add(values[i]);
      }
    }
    return new HashSample(count, first(all.toArray()));
  }

  private static long[] first(long[] mixed) {
    long[] distinct = Arrays.stream(mixed).sorted().distinct().limit(SIZE).toArray();
    for (int i = 0; i < distinct.length; i++) {
      distinct[i] = unmix(distinct[i]);
    }
    return distinct;
  }

  /** A bijection that scatters neighbouring values: the finaliser of SplitMix64. */
  static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  static long unmix(long mixed) {
    long z = (mixed ^ mixed >>> 31 ^ mixed >>> 62) * 0x319642b2d24d8ec3L;
    z = (z ^ z >>> 27 ^ z >>> 54) * 0x96de1b173f119089L;
    return z ^ z >>> 30 ^ z >>> 60;
  }

  /** Count and lowest mixed values of one partition. */
  static final class PartSample implements MapPartitionsFunction<Row, byte[]> {
    @Override
    public Iterator<byte[]> call(Iterator<Row> rows) {
      long count = 0;
      PriorityQueue<Long> lowest = new PriorityQueue<>((a, b) -> Long.compare(b, a));
      long worst = Long.MAX_VALUE;
      while (rows.hasNext()) {
        long mixed = mix(rows.next().getLong(0));
        count++;
        if ((lowest.size() < SIZE || mixed < worst) && !lowest.contains(mixed)) {
          lowest.add(mixed);
          if (lowest.size() > SIZE) {
            lowest.remove();
          }
          worst = lowest.element();
        }
      }
      PackedLongs packed = new PackedLongs();
      packed.add(count);
      lowest.forEach(packed::add);
      return List.of(packed.pack()).iterator();
    }
  }
}
