package io.lumina.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final String TRUTH =
      """
      file,category,level,family,transform,confusable
      a.jpg,photos,original,A,,
      a-q50.jpg,photos,near,A,q50,
      a-copy.jpg,photos,copy,A,copy,
      a-crop.jpg,photos,hard,A,crop20,
      a-burst.jpg,photos,burst,A,,
      b.jpg,photos,original,B,,
      b-gray.jpg,photos,near,B,gray,
      flat.jpg,photos,flat,flat,black,
      doc1.jpg,photos,different,docs,text,docs
      doc2.jpg,photos,different,docs,text,docs
      lone.jpg,photos,,,,
      """;

  private static final List<LabelledFile> FILES = TruthFile.parse("truth.csv", TRUTH).pictures();

  /** The shared score_pairs.py prints the same for this table and these pairs. */
  @Test
  void a_table_of_labels_and_pairs_scores_as_worked_out_by_hand() {
    Score score =
        score(
            20,
            "a a-q50", // true
            "a-copy a-q50", // true
            "b b-gray", // true
            "a a-crop", // hard
            "a-burst a", // burst
            "flat lone",
            "doc1 doc2",
            "doc1 lone",
            "a-q50 b");

    assertThat(score.truePairs()).isEqualTo(new Share(3, 4));
    assertThat(score.falsePositives()).isEqualTo(4);
    assertThat(score.precision()).isEqualTo(3 / 7.0);
    assertThat(score.recall()).isEqualTo(0.75);
    assertThat(score.f1()).isCloseTo(6 / 11.0, within(1e-12));
    assertThat(score.hard()).isEqualTo(new Share(1, 3));
    assertThat(score.burst()).isEqualTo(new Share(1, 4));
    assertThat(score.transforms())
        .isEqualTo(
            Map.of(
                "q50", new Share(1, 1),
                "copy", new Share(0, 1),
                "crop20", new Share(1, 1),
                "gray", new Share(1, 1)));
    assertThat(score.missedPairs()).extracting(TallyTest::names).containsExactly("a-copy a");
    assertThat(score.falsePairs())
        .extracting(TallyTest::names)
        .containsExactly("a-q50 b", "doc1 doc2", "doc1 lone", "flat lone");
  }

  @Test
  void hard_negatives_are_told_apart_by_what_they_were_found_with() {
    HardNegatives negatives = score(20, "flat lone", "doc1 doc2", "doc1 lone", "a b").negatives();

    assertThat(negatives.flat()).isEqualTo(new Share(1, 1));
    assertThat(negatives.different()).isEqualTo(new Share(1, 2));
    assertThat(negatives.confused()).isEqualTo(Map.of("docs", 1L));
    assertThat(score(20, "doc1 doc2").negatives().different()).isEqualTo(new Share(0, 2));
  }

  @Test
  void nothing_found_is_precise_and_recalls_nothing() {
    Score score = score(20);
    assertThat(score.precision()).isEqualTo(1);
    assertThat(score.recall()).isZero();
    assertThat(score.f1()).isZero();
    assertThat(score.missedPairs()).hasSize(4);
  }

  @Test
  void more_pairs_than_are_shown_are_counted_and_the_first_by_name_are_shown() {
    Score score = score(2, "flat lone", "doc1 lone", "doc1 doc2");
    assertThat(score.falsePositives()).isEqualTo(3);
    assertThat(score.falsePairs())
        .extracting(TallyTest::names)
        .containsExactly("doc1 doc2", "doc1 lone");
    assertThat(score.missedPairs()).hasSize(2);
    assertThat(score.truePairs()).isEqualTo(new Share(0, 4));
  }

  @Test
  void two_originals_without_a_family_are_a_false_pair() {
    assertThat(
            PairKind.of(
                new LabelledFile("a", "", Level.ORIGINAL), new LabelledFile("b", "", Level.NEAR)))
        .isEqualTo(PairKind.FALSE);
  }

  private static Score score(int show, String... found) {
    Tally tally = new Tally(FILES, show);
    for (String pair : found) {
      String[] names = pair.split(" ");
      tally.found(place(names[0]), place(names[1]));
    }
    return tally.score();
  }

  private static int place(String name) {
    return FILES.stream().map(LabelledFile::file).toList().indexOf(name + ".jpg");
  }

  private static String names(FilePair pair) {
    return (pair.a().file() + " " + pair.b().file()).replace(".jpg", "");
  }
}
