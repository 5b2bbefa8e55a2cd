package io.lumina.duplicates.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.duplicates.links.LinkColumns;
import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.ConsensusRule;
import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.Facts;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.rule.Moment;
import io.lumina.duplicates.rule.OtherShots;
import io.lumina.duplicates.rule.RuleColumns;
import io.lumina.duplicates.search.plan.BandPlan;
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
          .add(LinkColumns.NODE, DataTypes.LongType)
          .add(ImagesView.DHASH, DataTypes.LongType)
          .add(ImagesView.AHASH, DataTypes.LongType)
          .add(ImagesView.WHASH, DataTypes.LongType)
          .add(ImagesView.PDQ, DataTypes.BinaryType)
          .add(RuleColumns.FACTS, DataTypes.LongType)
          .add(RuleColumns.MOMENT, DataTypes.LongType);

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
  void the_rule_says_which_clocks_it_believes() {
    assertThat(RULE.sentence())
        .contains("different pictures, unless their pixels are the same")
        .contains("quarter hours apart, up to 26 hours, with equal fractions of a second or none");
  }

  @Test
  void a_quarter_of_the_bits_of_pdq_may_differ_and_a_quarter_of_the_difference_hash() {
    Row one = row(1, 0L, new long[4], Facts.of(4000, 3000, 1));
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
    Row one = row(1, 0L, new long[4], Facts.of(4000, 3000, 1));
    assertThat(near(one, shaped(4000, 2840, -1L))).isTrue();
    assertThat(near(one, shaped(4000, 2800, -1L))).isFalse();
    assertThat(near(one, shaped(3000, 3000, 0xffffffffL))).isFalse();
    assertThat(near(one, shaped(3000, 3000, 0x7fffffffL))).isTrue();
    assertThat(near(one, shaped(3000, 4000, -1L))).as("turned by a tag").isTrue();
  }

  @Test
  void hashes_of_different_versions_are_not_compared() {
    Row one = row(1, 0L, new long[4], Facts.of(4000, 3000, 1));
    assertThat(near(one, row(2, 0L, new long[4], Facts.of(4000, 3000, 2)))).isFalse();
  }

  @Test
  void two_shots_of_one_scene_are_different_pictures_however_alike_they_are() {
    Row one = taken(NOON, 0);
    assertThat(near(one, taken(NOON, 0x7ff))).as("the same second").isTrue();
    assertThat(near(one, taken(NOON_AND_6, 0x7ff))).as("six seconds later").isFalse();
    assertThat(near(one, taken(NOON_AND_6, 0))).as("hashes that are equal by chance").isFalse();
    assertThat(near(one, taken(Moment.UNKNOWN, 0x7ff))).as("a copy without tags").isTrue();
    AcceptRule lenient = new ConsensusRule(5, OtherShots.TOGETHER);
    assertThat(print(one).near(print(taken(NOON_AND_6, 0x7ff)), lenient)).isTrue();
  }

  @Test
  void only_the_tag_was_changed_where_the_pixels_are_the_same() {
    long facts = Facts.withPixels(FACTS, 77);
    Row one = row(1, 0L, new long[4], facts, NOON);
    assertThat(near(one, row(2, 0L, new long[4], facts, NOON_AND_6))).isTrue();
    assertThat(near(one, row(2, 1L, new long[4], facts, NOON_AND_6))).isFalse();
    assertThat(near(one, row(2, 0L, new long[] {1, 0, 0, 0}, facts, NOON_AND_6))).isFalse();
    long others = Facts.withPixels(FACTS, 78);
    assertThat(near(one, row(2, 0L, new long[4], others, NOON_AND_6))).isFalse();
  }

  @Test
  void another_zone_is_believed_up_to_26_hours_where_everything_else_agrees() {
    long moment = Moment.withThousandths(NOON, 144);
    Row one = taken(moment, 0);
    assertThat(near(one, later(7200, 144, FACTS, 0x7fffffffL))).isTrue();
    assertThat(near(one, later(26 * 3600, 144, FACTS, 0))).isTrue();
    assertThat(near(one, later(26 * 3600 + 900, 144, FACTS, 0))).as("too far").isFalse();
    assertThat(near(one, later(604_800, 144, FACTS, 0))).as("a week").isFalse();
    assertThat(near(one, later(600, 144, FACTS, 0))).as("no zone").isFalse();
    assertThat(near(one, later(7200, 145, FACTS, 0))).as("another fraction").isFalse();
    assertThat(near(one, taken(NOON_AND_2_HOURS, 0))).as("one fraction unknown").isFalse();
    assertThat(near(taken(NOON, 0), taken(NOON_AND_2_HOURS, 0))).as("no fractions").isTrue();
    Row camera = row(1, 0L, new long[4], Facts.withCamera(FACTS, 1), moment);
    assertThat(near(camera, later(7200, 144, Facts.withCamera(FACTS, 1), 0))).isTrue();
    assertThat(near(camera, later(7200, 144, Facts.withCamera(FACTS, 2), 0))).isFalse();
    assertThat(near(camera, later(7200, 144, FACTS, 0))).isTrue();
  }

  @Test
  void a_group_believes_in_another_zone_only_with_the_same_fraction_and_a_match_by_pdq() {
    Row one = taken(Moment.withThousandths(NOON, 144), 0);
    assertThat(twoShots(one, later(7200, 144, FACTS, 0x7fffffffL))).isFalse();
    assertThat(twoShots(one, later(7200, 144, FACTS, 0xffffffffL))).as("PDQ 32").isTrue();
    assertThat(twoShots(taken(NOON, 0), taken(NOON_AND_2_HOURS, 0))).as("a camera trap").isTrue();
    assertThat(twoShots(one, taken(Moment.UNKNOWN, 0))).isFalse();
    assertThat(twoShots(taken(NOON, 0), taken(NOON, 0x7ff))).isFalse();
  }

  private static boolean twoShots(Row a, Row b) {
    return print(a).isOtherShot(print(b), RULE);
  }

  private static final long FACTS = Facts.of(4000, 3000, 1);
  private static final long SECOND = 1_600_000_000;
  private static final long NOON = Moment.ofSecond(SECOND);
  private static final long NOON_AND_6 = Moment.ofSecond(SECOND + 6);
  private static final long NOON_AND_2_HOURS = Moment.ofSecond(SECOND + 7200);

  private static Row later(int seconds, int thousandths, long facts, long pdq) {
    long moment = Moment.withThousandths(Moment.ofSecond(SECOND + seconds), thousandths);
    return row(2, 0L, new long[] {pdq, 0, 0, 0}, facts, moment);
  }

  private static Row alike(long dhash, long pdq0, long pdq1) {
    return row(2, dhash, new long[] {pdq0, pdq1, 0, 0}, Facts.of(4000, 3000, 1));
  }

  private static Row shaped(int width, int height, long pdq) {
    int longSide = Math.max(width, height);
    int shortSide = Math.min(width, height);
    return row(2, 0L, new long[] {pdq, 0, 0, 0}, Facts.of(longSide, shortSide, 1));
  }

  private static Row taken(long moment, long pdq) {
    return row(2, 0L, new long[] {pdq, 0, 0, 0}, FACTS, moment);
  }

  private static boolean near(Row a, Row b) {
    return near(print(a), print(b));
  }

  private static boolean near(Fingerprint a, Fingerprint b) {
    return a.near(b, RULE);
  }

  private static Row fresh(int id, SplittableRandom random) {
    long[] pdq = {random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()};
    return row(id, random.nextLong(), pdq, Facts.of(4000, random.nextInt(2000, 4000), 1));
  }

  private static Row changed(Row from, int id, SplittableRandom random) {
    long dhash = Oracle.flip(from.getLong(1), random.nextInt(9), random);
    long[] pdq = PackedLongs.unpack(from.getAs(4));
    for (int word = 0; word < pdq.length; word++) {
      pdq[word] = Oracle.flip(pdq[word], random.nextInt(24), random);
    }
    long facts = random.nextInt(9) > 0 ? from.getLong(5) : Facts.of(4000, 1900, 1);
    return row(id, dhash, pdq, facts);
  }

  private static Row row(int id, long dhash, long[] pdq, long facts) {
    return row(id, dhash, pdq, facts, Moment.UNKNOWN);
  }

  private static Row row(int id, long dhash, long[] pdq, long facts, long moment) {
    return new GenericRowWithSchema(
        new Object[] {
          (long) id,
          dhash,
          Long.rotateLeft(dhash, 9),
          Long.reverse(dhash),
          PackedLongs.pack(pdq, 0, pdq.length),
          facts,
          moment
        },
        SCHEMA);
  }

  private static Fingerprint print(Row row) {
    long[] pdq = PackedLongs.unpack(row.getAs(4));
    return print(row.getLong(1), row.getLong(2), pdq, row.getLong(5), row.getLong(6));
  }

  private static Fingerprint print(long dhash, long ahash, long[] pdq) {
    return print(dhash, ahash, pdq, FACTS, Moment.UNKNOWN);
  }

  private static Fingerprint print(long dhash, long ahash, long[] pdq, long facts, long moment) {
    long[] evidence = new long[Evidence.WORDS];
    Evidence.write(PackedLongs.pack(pdq, 0, pdq.length), dhash, facts, moment, evidence, 0);
    assertThat(evidence[0]).isEqualTo(pdq[0]);
    return new Fingerprint(new long[] {dhash, ahash, Long.reverse(dhash)}, evidence);
  }
}
