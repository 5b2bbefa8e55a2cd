package io.lumina.duplicates.search;

import io.lumina.duplicates.HashDistribution;
import io.lumina.duplicates.links.LinkColumns;
import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.rule.Facts;
import io.lumina.duplicates.rule.HashFamily;
import io.lumina.duplicates.rule.Moment;
import io.lumina.duplicates.rule.RuleColumns;
import io.lumina.duplicates.search.plan.HashSample;
import io.lumina.table.ImagesView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** PDQ hashes of pictures, some of them a planted distance from others. */
final class PdqLibrary {
  private static final int WORDS = HashFamily.PDQ_WORDS.size();
  private static final StructType SCHEMA = schema();

  private final List<long[]> hashes = new ArrayList<>();

  /** Pictures whose words have a distribution, and near some of them one at each distance. */
  PdqLibrary(HashDistribution distribution, int count, int plantedUpTo, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      long[] words = new long[WORDS];
      int first = WORDS * i;
      Arrays.setAll(words, word -> distribution.hash(seed, first + word));
      hashes.add(words);
    }
    for (int distance = 0; distance <= plantedUpTo; distance++) {
      hashes.add(flip(hashes.get(random.nextInt(count)), distance, random));
      hashes.add(crowd(hashes.get(random.nextInt(count)), distance, random));
    }
  }

  /** Rows as the search takes them; no two of them are equal. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < hashes.size(); i++) {
      long[] words = hashes.get(i);
      byte[] pdq = PackedLongs.pack(words, 0, WORDS);
      rows.add(
          new GenericRowWithSchema(
              new Object[] {
                (long) i,
                (long) i,
                pdq,
                Facts.of(4, 3, 1),
                Moment.UNKNOWN,
                words[0],
                words[1],
                words[2],
                words[3]
              },
              SCHEMA));
    }
    return rows;
  }

  /** The distances by word of each pair within a threshold, by comparing all. */
  List<Pair> pairs(int threshold) {
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < hashes.size(); a++) {
      long[] mine = hashes.get(a);
      for (int b = 0; b < a; b++) {
        long[] other = hashes.get(b);
        int distance = 0;
        for (int word = 0; word < WORDS; word++) {
          distance += Long.bitCount(mine[word] ^ other[word]);
        }
        if (distance <= threshold) {
          pairs.add(Pair.of(b, mine, a, other));
        }
      }
    }
    return pairs;
  }

  /** A sample of the words. */
  HashSample sample(HashFamily family) {
    long[] some =
        hashes.stream().mapToLong(words -> words[family.word()]).distinct().limit(300).toArray();
    return new HashSample(hashes.size(), some);
  }

  /** Changes bits anywhere. */
  private static long[] flip(long[] words, int bits, SplittableRandom random) {
    long[] flips = new long[WORDS];
    for (int set = 0; set < bits; ) {
      int word = random.nextInt(WORDS);
      long bit = 1L << random.nextInt(Long.SIZE);
      set += (flips[word] & bit) == 0 ? 1 : 0;
      flips[word] |= bit;
    }
    Arrays.setAll(flips, word -> flips[word] ^ words[word]);
    return flips;
  }

  /** Changes bits as evenly as can be: the hardest case for words. */
  private static long[] crowd(long[] words, int bits, SplittableRandom random) {
    long[] changed = new long[WORDS];
    Arrays.setAll(changed, word -> Oracle.flip(words[word], (bits + word) / WORDS, random));
    return changed;
  }

  private static StructType schema() {
    StructType schema =
        new StructType()
            .add(LinkColumns.NODE, DataTypes.LongType)
            .add(ImagesView.DHASH, DataTypes.LongType)
            .add(ImagesView.PDQ, DataTypes.BinaryType)
            .add(RuleColumns.FACTS, DataTypes.LongType)
            .add(RuleColumns.MOMENT, DataTypes.LongType);
    for (HashFamily word : HashFamily.PDQ_WORDS) {
      schema = schema.add(word.column(), DataTypes.LongType);
    }
    return schema;
  }

  /**
   * Two pictures.
   *
   * @param words bits of difference of each word
   */
  record Pair(long a, long b, int[] words) {
    static Pair of(long a, long[] hashA, long b, long[] hashB) {
      int[] words = new int[WORDS];
      Arrays.setAll(words, word -> Long.bitCount(hashA[word] ^ hashB[word]));
      return new Pair(a, b, words);
    }

    int distance() {
      return Arrays.stream(words).sum();
    }
  }
}
