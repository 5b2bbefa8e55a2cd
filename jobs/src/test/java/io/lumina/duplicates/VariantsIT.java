package io.lumina.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.duplicates.search.HashSample;
import io.lumina.hash.StripHash;
import io.lumina.table.ImagesView;
import io.lumina.table.VariantsTable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Which pictures are listed beside each other, and which are not. */
class VariantsIT {
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
