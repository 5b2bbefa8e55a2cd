package io.lumina.duplicates.variant;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.rule.ConsensusRule;
import io.lumina.duplicates.rule.Facts;
import io.lumina.duplicates.rule.Moment;
import io.lumina.duplicates.rule.OtherShots;
import io.lumina.duplicates.rule.Turn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class VariantBucketsTest {
  private static final long[] SCENE = {
    0x0123456789abcdefL, 0x0f1e2d3c4b5a6978L, 0x3a94c1d07be2655fL, 0xd4e1f20938a7b6c5L
  };
  private static final long FACTS = Facts.of(4000, 3000, 3);

  @Test
  void a_turned_picture_is_told_from_the_picture_and_from_another_of_its_key() {
    long[] scene = scene(1);
    long[] left = turned(2, Turn.LEFT);
    long[] other = scene(3);
    other[VariantRecord.EVIDENCE] ^= -1L;
    other[VariantRecord.EVIDENCE + 1] ^= -1L;

    assertThat(pairs(scene, left, other))
        .containsExactlyInAnyOrder("1 2 turned 0 The same picture, turned by 90° to the left");
  }

  @Test
  void another_shape_or_another_moment_is_no_turned_copy() {
    long[] square = turned(2, Turn.HALF);
    square[VariantRecord.EVIDENCE + 5] = Facts.of(3000, 3000, 3);
    long[] later = turned(3, Turn.HALF);
    later[VariantRecord.EVIDENCE + 6] = Moment.ofSecond(7_777);
    long[] scene = scene(1);
    scene[VariantRecord.EVIDENCE + 6] = Moment.ofSecond(7);

    assertThat(pairs(scene, square)).isEmpty();
    assertThat(pairs(scene, later)).isEmpty();
  }

  @Test
  void what_lies_inside_a_frame_is_the_second_of_its_pair() {
    long[] framed = scene(1);
    framed[VariantRecord.SIDE] = VariantRecord.INSIDE;
    framed[VariantRecord.EVIDENCE] ^= 0b111;

    assertThat(pairs(framed, scene(2)))
        .containsExactly("2 1 framed 3 The same picture with another border");
  }

  @Test
  void copies_of_one_content_are_one_picture_and_a_picture_is_no_variant_of_itself() {
    long[] inside = scene(1);
    inside[VariantRecord.SIDE] = VariantRecord.INSIDE;
    assertThat(pairs(scene(1), scene(1), inside)).isEmpty();
    assertThat(pairs(scene(1), scene(1), turned(2, Turn.HALF))).hasSize(1);
  }

  @Test
  void of_a_crowd_each_is_compared_with_a_few_in_whatever_order_they_come() {
    List<long[]> crowd = new ArrayList<>();
    for (int picture = 0; picture < 200; picture++) {
      crowd.add(picture % 2 == 0 ? scene(picture) : turned(picture, Turn.MIRRORED));
    }
    List<String> found = pairs(crowd.toArray(long[][]::new));
    assertThat(found).hasSizeBetween(1, 200 * VariantBuckets.MOST_COMPARED);
    Collections.shuffle(crowd, new Random(5));
    assertThat(pairs(crowd.toArray(long[][]::new))).isEqualTo(found);
  }

  private static List<String> pairs(long[]... records) {
    List<Row> rows = new ArrayList<>();
    for (long[] record : records) {
      rows.add(RowFactory.create(7L, PackedLongs.pack(record, 0, record.length)));
    }
    List<String> pairs = new ArrayList<>();
    VariantRule rule = new VariantRule(new ConsensusRule(5, OtherShots.APART));
    new VariantBuckets(rule)
        .call(rows.iterator())
        .forEachRemaining(
            row ->
                pairs.add(
                    "%d %d %s %d %s"
                        .formatted(
                            row.getLong(0),
                            row.getLong(1),
                            row.getString(2),
                            row.getInt(3),
                            row.getString(4).replaceAll(":.*", ""))));
    return pairs;
  }

  private static long[] scene(long node) {
    long[] record = new long[VariantRecord.WIDTH];
    record[VariantRecord.NODE] = node;
    record[VariantRecord.AHASH] = SCENE[0];
    record[VariantRecord.WHASH] = SCENE[1];
    System.arraycopy(SCENE, 0, record, VariantRecord.EVIDENCE, SCENE.length);
    record[VariantRecord.EVIDENCE + 5] = FACTS;
    return record;
  }

  private static long[] turned(long node, Turn turn) {
    long[] record = scene(node);
    record[VariantRecord.AHASH] = turn.ofCells(SCENE[0]);
    record[VariantRecord.WHASH] = turn.ofCells(SCENE[1]);
    long[] pdq = TurnedPdq.of(turn, SCENE, 0);
    System.arraycopy(pdq, 0, record, VariantRecord.EVIDENCE, pdq.length);
    return record;
  }
}
