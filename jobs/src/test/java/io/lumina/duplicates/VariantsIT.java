package io.lumina.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.duplicates.rule.Rotations;
import io.lumina.duplicates.rule.Turn;
import io.lumina.duplicates.search.plan.HashSample;
import io.lumina.hash.StripHash;
import io.lumina.raster.Lanczos;
import io.lumina.raster.Raster;
import io.lumina.table.ImagesView;
import io.lumina.table.VariantsTable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Which pictures are listed beside each other, and which are not. */
class VariantsIT {
  private static final DuplicatesConfig ROTATIONS = rotations();
  private static final long NOTHING = 0;
  private static final long GREETING = 0xfffffL;
  private static final long FAREWELL = 0xfffff00000L;

  @Test
  void pictures_of_other_texts_are_listed_by_the_best_of_their_groups() {
    Library library = new Library();
    library.add(captioned("plain", 1, NOTHING).score(90));
    library.add(captioned("greeting", 1, GREETING).score(60));
    library.add(captioned("greeting-again", 1, GREETING).score(50));
    library.add(captioned("farewell", 1, FAREWELL));
    library.add(captioned("other", 0x0f0f0f0f0f0f0f0fL, GREETING));

    try (DuplicateGroups groups = library.groups(DuplicatesConfig.DEFAULTS)) {
      assertThat(GroupList.of(groups)).containsExactly("greeting* greeting-again");
      assertThat(pairs(groups))
          .containsExactlyInAnyOrder(
              "plain greeting captioned 20",
              "plain farewell captioned 20",
              "greeting farewell captioned 40");
      assertThat(groups.variants().select(VariantsTable.EXPLANATION).first().getString(0))
          .startsWith("The same picture with something else written or pasted into it");
      assertThat(groups.removable().count()).isOne();
    }
  }

  @Test
  void a_shot_a_burst_and_a_person_who_says_so_keep_pictures_from_being_listed() {
    Library library = new Library();
    for (String name : List.of("shot", "burst", "apart")) {
      long scene = name.hashCode() * 0x9e3779b97f4a7c15L;
      library.add(captioned(name + "-a", scene, NOTHING).score(90));
      library.add(captioned(name + "-b", scene, GREETING));
    }
    library.shot("s", "shot-a", "shot-b").burst("b", "burst-a", "burst-b");
    library.decided("not_duplicate", "apart-a", "apart-b");

    try (DuplicateGroups groups = library.groups(DuplicatesConfig.DEFAULTS)) {
      assertThat(pairs(groups)).isEmpty();
    }
  }

  @Test
  void copies_of_one_content_are_one_picture_of_a_pair() {
    Library library = new Library();
    library.add(captioned("plain", 1, NOTHING).score(90));
    library.add(captioned("plain-copy", "plain", 1, NOTHING).score(90));
    library.add(captioned("greeting", 1, GREETING));
    library.add(captioned("greeting-copy", "greeting", 1, GREETING));

    try (DuplicateGroups groups = library.groups(DuplicatesConfig.DEFAULTS)) {
      assertThat(pairs(groups)).containsExactly("plain greeting captioned 20");
    }
  }

  @Test
  void of_very_many_texts_each_is_listed_beside_a_few_and_another_order_changes_nothing() {
    Library library = new Library();
    for (int text = 0; text < 30; text++) {
      long letters = HashSample.mix(text + 1);
      library.add(captioned("text-%02d".formatted(text), 1, letters).score(100 - text));
    }

    List<String> found;
    try (DuplicateGroups groups = library.groups(DuplicatesConfig.DEFAULTS)) {
      found = pairs(groups);
      assertThat(found).hasSize(28 + 22 * 8);
    }
    try (DuplicateGroups again = library.shuffled(7).groups(DuplicatesConfig.DEFAULTS)) {
      assertThat(pairs(again)).containsExactlyInAnyOrderElementsOf(found);
    }
  }

  @Test
  void turned_and_framed_pictures_are_listed_beside_what_they_were_made_of() {
    byte[] scene = MadeScene.scene(24, 1, 0, 0);
    Library library = new Library();
    library.add(MadeScene.picture("scene", "scene", scene).score(90));
    library.add(MadeScene.picture("scene-again", "again", MadeScene.noisy(scene, 1, 5)));
    library.add(large(MadeScene.picture("turned", "turned", noisy(Turn.RIGHT.of(scene)))));
    library.add(
        MadeScene.picture("mirrored", "mirrored", noisy(Turn.MIRRORED.of(scene))).score(20));
    library.add(MadeScene.picture("framed", "framed", framed(scene)).score(30));
    library.add(MadeScene.picture("framed-copy", "framed", framed(scene)).score(30));
    library.add(MadeScene.picture("other", "other", MadeScene.scene(2, 1, 0, 0)));
    library.add(MadeScene.picture("other-framed", "of", framed(MadeScene.scene(3, 1, 0, 0))));
    byte[] burst = MadeScene.scene(4, 1, 0, 0);
    library.add(MadeScene.picture("frame-1", "frame-1", burst));
    library.add(MadeScene.picture("frame-2", "frame-2", noisy(Turn.LEFT.of(burst))));
    library.burst("b", "frame-1", "frame-2");
    byte[] apart = MadeScene.scene(5, 1, 0, 0);
    library.add(MadeScene.picture("apart-1", "apart-1", apart));
    library.add(MadeScene.picture("apart-2", "apart-2", noisy(Turn.HALF.of(apart))));
    library.decided("not_duplicate", "apart-1", "apart-2");

    try (DuplicateGroups groups = library.groups(DuplicatesConfig.DEFAULTS)) {
      assertThat(GroupList.of(groups))
          .containsExactlyInAnyOrder("scene* scene-again", "framed* framed-copy");
      assertThat(sentences(groups))
          .containsExactlyInAnyOrder(
              "turned scene: The same picture, turned by 90° to the left",
              "scene mirrored: The same picture, mirrored",
              "turned mirrored: The same picture, mirrored and turned by 90° to the right",
              "scene framed: The same picture with another border");
    }
  }

  @Test
  void turned_pictures_that_are_duplicates_by_choice_are_no_variants() {
    byte[] scene = MadeScene.scene(1, 1, 0, 0);
    Library library = new Library();
    library.add(MadeScene.picture("scene", "s", scene).set(ImagesView.LUMA, scene).score(90));
    byte[] half = Turn.HALF.of(scene);
    library.add(MadeScene.picture("half", "h", half).set(ImagesView.LUMA, half));

    try (DuplicateGroups groups = library.groups(ROTATIONS)) {
      assertThat(GroupList.of(groups)).containsExactly("half scene*");
      assertThat(groups.variants().count()).isZero();
    }
  }

  private static DuplicatesConfig rotations() {
    DuplicatesConfig usual = DuplicatesConfig.DEFAULTS;
    return new DuplicatesConfig(
        usual.threshold(),
        usual.pdqThreshold(),
        usual.profile(),
        Rotations.COMPARED,
        usual.bursts(),
        usual.otherShots(),
        usual.compare(),
        usual.recall(),
        usual.search(),
        usual.components(),
        usual.shards(),
        usual.preferredRoots());
  }

  private static byte[] noisy(byte[] luma) {
    return MadeScene.noisy(luma, 1, 7);
  }

  private static Library.Picture large(Library.Picture picture) {
    return picture.set(ImagesView.WIDTH, 6000).set(ImagesView.HEIGHT, 8000);
  }

  /** White, four pixels wide. */
  private static byte[] framed(byte[] luma) {
    Raster small = Lanczos.resize(Raster.luma(luma), 56, 56);
    byte[] framed = new byte[luma.length];
    Arrays.fill(framed, (byte) 255);
    for (int y = 0; y < 56; y++) {
      System.arraycopy(small.grey(), y * 56, framed, (y + 4) * 64 + 4, 56);
    }
    return framed;
  }

  private static List<String> sentences(DuplicateGroups groups) {
    return groups.variants().collectAsList().stream()
        .map(
            row ->
                "%s %s: %s"
                    .formatted(
                        row.getAs(VariantsTable.IMAGE_ID),
                        row.getAs(VariantsTable.VARIANT_IMAGE_ID),
                        row.<String>getAs(VariantsTable.EXPLANATION).replaceAll(":.*", "")))
        .toList();
  }

  private static Library.Picture captioned(String id, long dhash, long letters) {
    return captioned(id, id, dhash, letters);
  }

  /** All strips blank but the first. */
  private static Library.Picture captioned(String id, String content, long dhash, long letters) {
    long[] words = new long[StripHash.WORDS];
    words[0] = letters;
    return new Library.Picture(id, content)
        .dhash(dhash)
        .set(ImagesView.STRIPS, StripHash.bytes(words));
  }

  private static List<String> pairs(DuplicateGroups groups) {
    return groups.variants().collectAsList().stream().map(VariantsIT::pair).toList();
  }

  private static String pair(Row row) {
    return String.join(
        " ",
        row.<String>getAs(VariantsTable.IMAGE_ID),
        row.<String>getAs(VariantsTable.VARIANT_IMAGE_ID),
        row.<String>getAs(VariantsTable.KIND),
        row.<Integer>getAs(VariantsTable.DISTANCE).toString());
  }
}
