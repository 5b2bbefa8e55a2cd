package io.lumina.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.table.ImagesView;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ConsensusSearchTest {
  private static final StructType SCHEMA =
      new StructType()
          .add(NodeColumns.NODE, DataTypes.LongType)
          .add(ImagesView.DHASH, DataTypes.LongType)
          .add(ImagesView.AHASH, DataTypes.LongType)
          .add(ImagesView.WHASH, DataTypes.LongType)
          .add(ImagesView.PDQ, DataTypes.BinaryType)
          .add(NodeColumns.LONG_SIDE, DataTypes.IntegerType)
          .add(NodeColumns.SHORT_SIDE, DataTypes.IntegerType)
          .add(ImagesView.ALGO_VERSION, DataTypes.IntegerType);

  private static final AcceptRule RULE = new ConsensusRule(5);

  @Test
  void the_search_links_what_the_plain_definition_accepts() {
    List<Row> rows = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 900; i++) {
      rows.add(i < 300 ? fresh(i, random) : changed(rows.get(random.nextInt(i)), i, random));
    }
    List<long[]> accepted = new ArrayList<>();
    for (Row a : rows) {
      for (Row b : rows) {
        if (a.getLong(0) < b.getLong(0) && print(a).near(print(b), RULE)) {
          accepted.add(new long[] {a.getLong(0), b.getLong(0)});
        }
      }
    }
    assertThat(accepted).hasSizeGreaterThan(300);
    LocalSearch found = LocalSearch.of(rows, RULE, new BandPlan(3, 1, 5, 0), 1);
    assertThat(found.components()).isEqualTo(LocalSearch.components(accepted));
  }

  @Test
  void pictures_of_another_shape_or_version_or_far_in_pdq_are_not_confirmed() {
    Row one = row(1, 0L, new long[4], 4000, 3000, 1);
    assertThat(near(one, row(2, 0L, new long[4], 4000, 3000, 1))).isTrue();
    assertThat(near(one, row(2, 0L, new long[4], 4000, 2840, 1))).isTrue();
    assertThat(near(one, row(2, 0L, new long[4], 4000, 2800, 1))).isFalse();
    assertThat(near(one, row(2, 0L, new long[4], 4000, 3000, 2))).isFalse();
    assertThat(near(one, row(2, 0L, new long[] {-1, 0xffff, 0, 0}, 4000, 3000, 1))).isTrue();
    assertThat(near(one, row(2, 0L, new long[] {-1, 0x1ffff, 0, 0}, 4000, 3000, 1))).isFalse();
    assertThat(near(one, row(2, -1L, new long[4], 4000, 3000, 1))).isFalse();
  }

  private static boolean near(Row a, Row b) {
    return print(a).near(print(b), RULE);
  }

  private static Row fresh(int id, SplittableRandom random) {
    long[] pdq = {random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()};
    return row(id, random.nextLong(), pdq, 4000, random.nextInt(2000, 4000), 1);
  }

  private static Row changed(Row from, int id, SplittableRandom random) {
    long dhash = Oracle.flip(from.getLong(1), random.nextInt(9), random);
    long[] pdq = PackedLongs.unpack(from.getAs(4));
    for (int word = 0; word < pdq.length; word++) {
      pdq[word] = Oracle.flip(pdq[word], random.nextInt(30), random);
    }
    return row(id, dhash, pdq, 4000, from.getInt(6) + random.nextInt(-150, 150), 1);
  }

  private static Row row(int id, long dhash, long[] pdq, int longSide, int shortSide, int version) {
    return new GenericRowWithSchema(
        new Object[] {
          (long) id,
          dhash,
          Long.rotateLeft(dhash, 9),
          Long.reverse(dhash),
          PackedLongs.pack(pdq, 0, pdq.length),
          longSide,
          shortSide,
          version
        },
        SCHEMA);
  }

  private static Fingerprint print(Row row) {
    long[] evidence = new long[Evidence.WORDS];
    Evidence.write(row.getAs(4), row.getInt(5), row.getInt(6), row.getInt(7), evidence, 0);
    assertThat(ByteBuffer.wrap(row.<byte[]>getAs(4)).getLong()).isEqualTo(evidence[0]);
    return new Fingerprint(new long[] {row.getLong(1), row.getLong(2), row.getLong(3)}, evidence);
  }
}
