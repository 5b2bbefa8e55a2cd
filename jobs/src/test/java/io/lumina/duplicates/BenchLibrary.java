package io.lumina.duplicates;

import io.lumina.duplicates.search.plan.HashSample;
import io.lumina.table.AssetsTable;
import io.lumina.table.ImagesView;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Rows of a synthetic catalog: hashes of a distribution, and behind them a planted partner for
 * every hundredth, at each distance from 0 to two above the threshold in turn.
 *
 * @param options distribution, number, seed, threshold
 */
record BenchLibrary(BenchOptions options) implements MapFunction<Long, Row> {
  static final String CATALOG = "bench";

  private static final int ONE_IN = 100;

  /** Number of planted pairs. */
  long planted() {
    return options.hashes() / (ONE_IN + 1);
  }

  /** Distance of a planted pair. */
  int distance(long pair) {
    return (int) (pair % (options.threshold() + 3));
  }

  /** Position of the first picture of a planted pair. */
  long first(long pair) {
    return pair * ONE_IN;
  }

  /** Position of the partner. */
  long partner(long pair) {
    return options.hashes() - planted() + pair;
  }

  /** The difference hash of a position. */
  long dhash(long position) {
    long pair = position - (options.hashes() - planted());
    return pair < 0
        ? options.distribution().hash(options.seed(), position)
        : flip(options.distribution().hash(options.seed(), first(pair)), distance(pair), pair);
  }

  /** 64 hex digits that follow from the position. */
  static String sha256(long position) {
    return "%016x%016x%016x%016x"
        .formatted(HashSample.mix(position), position, HashSample.mix(~position), ~position);
  }

  @Override
  public Row call(Long position) {
    Object[] values = new Object[ImagesView.SPEC.schema().size()];
    long dhash = dhash(position);
    byte[] pdq = new byte[4 * Long.BYTES];
    ByteBuffer.wrap(pdq).putLong(dhash).putLong(~dhash).putLong(HashSample.mix(dhash));
    put(values, ImagesView.CATALOG_ID, CATALOG);
    put(values, ImagesView.IMAGE_ID, new UUID(HashSample.mix(position), position).toString());
    put(values, ImagesView.SOURCE_PATH, "/photos/2020/IMG_" + position + ".jpg");
    put(values, ImagesView.STATE, "present");
    put(values, ImagesView.SHA256, sha256(position));
    put(values, ImagesView.FILE_TYPE, "image");
    put(values, ImagesView.SIZE_BYTES, 2_000_000 + position % 1_000_000);
    put(values, ImagesView.WIDTH, 4000);
    put(values, ImagesView.HEIGHT, 3000);
    put(values, ImagesView.DHASH, dhash);
    put(values, ImagesView.AHASH, Long.reverse(dhash));
    put(values, ImagesView.WHASH, Long.rotateLeft(dhash, 7));
    put(values, ImagesView.PDQ, pdq);
    put(values, ImagesView.PDQ_QUALITY, 100);
    put(values, ImagesView.ALGO_VERSION, 1);
    Object[] quality = new Object[AssetsTable.QUALITY_TYPE.size()];
    java.util.Arrays.fill(quality, 10.0 + position % 1000 / 100.0);
    put(values, ImagesView.QUALITY, RowFactory.create(quality));
    return RowFactory.create(values);
  }

  private long flip(long hash, int bits, long pair) {
    SplittableRandom random = new SplittableRandom(options.seed() + pair);
    long flips = 0;
    while (Long.bitCount(flips) < bits) {
      flips |= 1L << random.nextInt(Long.SIZE);
    }
    return hash ^ flips;
  }

  private static void put(Object[] values, String column, Object value) {
    values[ImagesView.SPEC.schema().fieldIndex(column)] = value;
  }
}
