package io.lumina.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.table.ImagesView;
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
          .add(NodeColumns.FACTS, DataTypes.LongType);

  private static final AcceptRule RULE = new ConsensusRule(5, OtherShots.APART);

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
    for (int tiles : new int[] {1, 2, 5}) {
      LocalSearch all = LocalSearch.ofAllPairs(rows, RULE, tiles);
      assertThat(all.components()).isEqualTo(found.components());
      assertThat(all.pairs()).isEqualTo(found.pairs());
      assertThat(all.candidates()).isGreaterThan(found.candidates());
    }
  }

  @Test
  void a_quarter_of_the_bits_of_pdq_may_differ_and_a_quarter_of_the_difference_hash() {
    Row one = row(1, 0L, new long[4], Facts.of(4000, 3000, 1, 0));
    assertThat(near(one, alike(0L, -1L, 0))).isTrue();
    assertThat(near(one, alike(0L, -1L, 1))).isFalse();
    assertThat(near(one, alike(0x1f, 0, 0))).isTrue();
    assertThat(near(one, alike(-1L, 0, 0))).isFalse();
    long[] none = new long[4];
    assertThat(near(print(0L, 0L, none), print(0xffffL, 0L, none))).isTrue();
    assertThat(near(print(0L, 0L, none), print(0x1ffffL, 0L, none))).isFalse();
  }

  @Test
  void another_shape_needs_a_match_by_pdq_itself() {
    Row one = row(1, 0L, new long[4], Facts.of(4000, 3000, 1, 0));
    assertThat(near(one, shaped(4000, 2840, -1L))).isTrue();
    assertThat(near(one, shaped(4000, 2800, -1L))).isFalse();
    assertThat(near(one, shaped(3000, 3000, 0xffffffffL))).isFalse();
    assertThat(near(one, shaped(3000, 3000, 0x7fffffffL))).isTrue();
    assertThat(near(one, shaped(3000, 4000, -1L))).as("turned by a tag").isTrue();
  }

  @Test
  void hashes_of_different_versions_are_not_compared() {
    Row one = row(1, 0L, new long[4], Facts.of(4000, 3000, 1, 0));
    assertThat(near(one, row(2, 0L, new long[4], Facts.of(4000, 3000, 2, 0)))).isFalse();
  }

  @Test
  void two_shots_of_one_scene_are_different_pictures_unless_their_pixels_agree() {
    long noon = 1_600_000_000;
    Row one = row(1, 0L, new long[4], Facts.of(4000, 3000, 1, noon));
    assertThat(near(one, taken(noon, 0x7ff))).as("the same second").isTrue();
    assertThat(near(one, taken(noon + 6, 0x7ff))).as("six seconds later").isFalse();
    assertThat(near(one, taken(noon + 6, 0x3ff))).as("only the tag was changed").isTrue();
    assertThat(near(one, taken(noon + 7200, 0x7ff))).as("another zone").isTrue();
    assertThat(near(one, taken(0, 0x7ff))).as("a copy without tags").isTrue();
    AcceptRule lenient = new ConsensusRule(5, OtherShots.TOGETHER);
    assertThat(print(one).near(print(taken(noon + 6, 0x7ff)), lenient)).isTrue();
  }

  private static Row alike(long dhash, long pdq0, long pdq1) {
    return row(2, dhash, new long[] {pdq0, pdq1, 0, 0}, Facts.of(4000, 3000, 1, 0));
  }

  private static Row shaped(int width, int height, long pdq) {
    int longSide = Math.max(width, height);
    int shortSide = Math.min(width, height);
    return row(2, 0L, new long[] {pdq, 0, 0, 0}, Facts.of(longSide, shortSide, 1, 0));
  }

  private static Row taken(long second, long pdq) {
    return row(2, 0L, new long[] {pdq, 0, 0, 0}, Facts.of(4000, 3000, 1, second));
  }

  private static boolean near(Row a, Row b) {
    return near(print(a), print(b));
  }

  private static boolean near(Fingerprint a, Fingerprint b) {
    return a.near(b, RULE);
  }

  private static Row fresh(int id, SplittableRandom random) {
    long[] pdq = {random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()};
    return row(id, random.nextLong(), pdq, Facts.of(4000, random.nextInt(2000, 4000), 1, 0));
  }

  private static Row changed(Row from, int id, SplittableRandom random) {
    long dhash = Oracle.flip(from.getLong(1), random.nextInt(9), random);
    long[] pdq = PackedLongs.unpack(from.getAs(4));
    for (int word = 0; word < pdq.length; word++) {
      pdq[word] = Oracle.flip(pdq[word], random.nextInt(24), random);
    }
    long facts = random.nextInt(9) > 0 ? from.getLong(5) : Facts.of(4000, 1900, 1, 0);
    return row(id, dhash, pdq, facts);
  }

  private static Row row(int id, long dhash, long[] pdq, long facts) {
    return new GenericRowWithSchema(
        new Object[] {
          (long) id,
          dhash,
          Long.rotateLeft(dhash, 9),
          Long.reverse(dhash),
          PackedLongs.pack(pdq, 0, pdq.length),
          facts
        },
        SCHEMA);
  }

  private static Fingerprint print(Row row) {
    return print(row.getLong(1), row.getLong(2), PackedLongs.unpack(row.getAs(4)), row.getLong(5));
  }

  private static Fingerprint print(long dhash, long ahash, long[] pdq) {
    return print(dhash, ahash, pdq, Facts.of(4000, 3000, 1, 0));
  }

  private static Fingerprint print(long dhash, long ahash, long[] pdq, long facts) {
    long[] evidence = new long[Evidence.WORDS];
    Evidence.write(PackedLongs.pack(pdq, 0, pdq.length), dhash, facts, evidence, 0);
    assertThat(evidence[0]).isEqualTo(pdq[0]);
    return new Fingerprint(new long[] {dhash, ahash, Long.reverse(dhash)}, evidence);
  }
}
