package io.lumina.duplicates.search.plan;

import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.rule.Turn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
public record HashSample(long count, long[] hashes) {
  /** Enough for two million pairs. */
  static final int SIZE = 2048;

  /** Samples each column of longs without nulls, all in one pass. */
  public static List<HashSample> of(Dataset<Row> columns) {
    int width = columns.columns().length;
    long[] counts = new long[width];
    PackedLongs[] mixed = new PackedLongs[width];
    Arrays.setAll(mixed, any -> new PackedLongs());
    for (byte[] part :
        columns.mapPartitions(new PartSample(width), Encoders.BINARY()).collectAsList()) {
      long[] values = PackedLongs.unpack(part);
      int column = (int) values[0];
      counts[column] += values[1];
      for (int i = 2; i < values.length; i++) {
        mixed[column].add(values[i]);
      }
    }
    return IntStream.range(0, width)
        .mapToObj(column -> new HashSample(counts[column], first(mixed[column].toArray())))
        .toList();
  }

  /** As many hashes as all turns of the pictures have: they are spread like the hashes upright. */
  public HashSample turned() {
    return new HashSample(count * Turn.values().length, hashes);
  }

  private static long[] first(long[] mixed) {
    long[] distinct = Arrays.stream(mixed).sorted().distinct().limit(SIZE).toArray();
    for (int i = 0; i < distinct.length; i++) {
      distinct[i] = unmix(distinct[i]);
    }
    return distinct;
  }

  /** A bijection that scatters neighbouring values: the finaliser of SplitMix64. */
  public static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  public static long unmix(long mixed) {
    long z = (mixed ^ mixed >>> 31 ^ mixed >>> 62) * 0x319642b2d24d8ec3L;
    z = (z ^ z >>> 27 ^ z >>> 54) * 0x96de1b173f119089L;
    return z ^ z >>> 30 ^ z >>> 60;
  }

  /** For each column its number, the count and the lowest mixed values of one partition. */
  record PartSample(int columns) implements MapPartitionsFunction<Row, byte[]> {
    @Override
    public Iterator<byte[]> call(Iterator<Row> rows) {
      List<Lowest> lowest = Stream.generate(Lowest::new).limit(columns).toList();
      long count = 0;
      while (rows.hasNext()) {
        Row row = rows.next();
        count++;
        for (int column = 0; column < columns; column++) {
          lowest.get(column).add(mix(row.getLong(column)));
        }
      }
      List<byte[]> parts = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        parts.add(lowest.get(column).pack(column, count));
      }
      return parts.iterator();
    }
  }

  /** The lowest of many values, each once. */
  private static final class Lowest {
    private final TreeSet<Long> kept = new TreeSet<>();
    private long limit = Long.MAX_VALUE;

    void add(long value) {
      if (value > limit || !kept.add(value)) {
        return;
      }
      if (kept.size() > SIZE) {
        kept.pollLast();
        limit = kept.last();
      }
    }

    byte[] pack(long column, long count) {
      PackedLongs packed = new PackedLongs();
      packed.add(column);
      packed.add(count);
      kept.forEach(packed::add);
      return packed.pack();
    }
  }
}
