package io.lumina.duplicates.links;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/** Longs of the driver as a Dataset of packed blocks: the one place that asks for a session. */
public final class LocalBlocks {
  private static final int LONGS_PER_BLOCK = 1 << 16;

  private LocalBlocks() {}

  /**
   * Packs an array.
   *
   * @param values an even number of longs
   * @param beside any Dataset of the session
   */
  public static Dataset<byte[]> of(long[] values, Dataset<?> beside) {
    List<byte[]> blocks = new ArrayList<>();
    for (int from = 0; from < values.length; from += LONGS_PER_BLOCK) {
      blocks.add(PackedLongs.pack(values, from, Math.min(values.length, from + LONGS_PER_BLOCK)));
    }
    return beside.sparkSession().createDataset(blocks, Encoders.BINARY());
  }
}
