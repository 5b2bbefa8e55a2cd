package io.lumina.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.duplicates.rule.OtherShots;
import io.lumina.raster.Raster;
import io.lumina.table.AssetsTable;
import io.lumina.table.ImagesView;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** Series of one scene: all hashes agree, and yet each picture is one of its own. */
class MadeSeriesIT {
  private static final int SIDE = Raster.LUMA_SIDE;
  private static final LocalDateTime MIDNIGHT = LocalDateTime.of(2021, 6, 1, 0, 0);

  @Test
  void series_of_one_scene_get_no_false_member_and_copies_find_their_own() {
    Library library = new Library();
    webcamForADay(library);
    intervalometer(library);
    twoShotsInOneSecond(library);
    strippedCopiesOfNeighbours(library);
    copiesWithOtherTags(library);
    animationsAndLostFiles(library);
    onePictureWithManyTexts(library);
    try (DuplicateGroups groups = library.groups(DuplicatesConfig.DEFAULTS)) {
      assertThat(GroupList.of(groups))
          .containsExactlyInAnyOrder(
              "first first-stripped*",
              "second second-stripped*",
              "zone-berlin* zone-london",
              "tagged tagged-anew* tagged-small tagged-stripped",
              "film* film-copy",
              "shown* shown-again",
              "first-text* first-text-again");
    }
  }

  @Test
  void the_same_series_would_be_duplicates_if_the_clock_did_not_count() {
    Library library = new Library();
    webcamForADay(library);
    DuplicatesConfig usual = DuplicatesConfig.DEFAULTS;
    DuplicatesConfig together =
        new DuplicatesConfig(
            usual.threshold(),
            usual.pdqThreshold(),
            usual.profile(),
            usual.rotations(),
            usual.bursts(),
            OtherShots.TOGETHER,
            usual.compare(),
            usual.recall(),
            usual.search(),
            usual.components(),
            usual.shards(),
            usual.preferredRoots());
    try (DuplicateGroups groups = library.groups(together)) {
      assertThat(groups.members().count()).isEqualTo(96);
    }
  }

  /** Every quarter of an hour, while the light changes. */
  private static void webcamForADay(Library library) {
    for (int frame = 0; frame < 96; frame++) {
      double light = 1 - 0.002 * Math.abs(frame - 48);
      library.add(
          picture("webcam" + frame, MadeScene.scene(1, light, 1, frame))
              .taken(MIDNIGHT.plusMinutes(15L * frame) + ":00"));
    }
  }

  /** Every ten seconds from a tripod, with the fraction that the camera writes. */
  private static void intervalometer(Library library) {
    for (int frame = 0; frame < 30; frame++) {
      library.add(
          picture("tripod" + frame, MadeScene.scene(2, 1, 1, frame))
              .taken(MIDNIGHT.plusSeconds(10L * frame + 1) + ".250"));
    }
  }

  private static void twoShotsInOneSecond(Library library) {
    library.add(picture("burst-a", MadeScene.scene(3, 1, 1, 1)).taken("2021-06-01T12:00:07.100"));
    library.add(picture("burst-b", MadeScene.scene(3, 1, 1, 2)).taken("2021-06-01T12:00:07.500"));
    library.add(picture("pair-b", MadeScene.scene(7, 1, 1, 2)).taken("2021-06-01T12:00:07.400"));
    library.add(picture("pair-a", MadeScene.scene(7, 1, 1, 1)).taken("2021-06-01T12:00:07", "00"));
  }

  /** The copies are the larger files, so that each is the pick of its group. */
  private static void strippedCopiesOfNeighbours(Library library) {
    byte[] first = MadeScene.scene(4, 1, 0, 0);
    byte[] second = moved(first);
    library.add(picture("first", first).taken("2021-06-01T12:00:00"));
    library.add(picture("second", second).taken("2021-06-01T12:00:07"));
    library.add(picture("first-stripped", MadeScene.noisy(first, 1, 8)).score(70));
    library.add(picture("second-stripped", MadeScene.noisy(second, 1, 9)).score(70));
  }

  /** All of one title card; and two files of which a failed disk left nothing but zeros. */
  private static void animationsAndLostFiles(Library library) {
    byte[] title = MadeScene.scene(8, 1, 0, 0);
    library.add(moving(MadeScene.picture("film", "film", title)).score(60));
    library.add(moving(MadeScene.picture("film-copy", "film", title)));
    library.add(moving(MadeScene.picture("other-film", "other-film", title)));
    library.add(picture("title-card", title).score(90));
    byte[] middle = MadeScene.scene(10, 1, 0, 0);
    byte[] end = MadeScene.scene(11, 1, 0, 0);
    library.add(shown("shown", title, middle, end).score(60));
    library.add(
        shown(
            "shown-again",
            MadeScene.noisy(title, 2, 1),
            MadeScene.noisy(middle, 2, 2),
            MadeScene.noisy(end, 2, 3)));
    library.add(shown("other-middle", title, MadeScene.scene(12, 1, 0, 0), end));
    library.add(shown("other-end", title, middle, MadeScene.scene(12, 1, 0, 0)));
    library.add(shown("black-end", title, middle, new byte[SIDE * SIDE]));
    library.add(lasting(2.5, shown("slower", title, middle, end)));
    for (String name : List.of("lost-a", "lost-b")) {
      library.add(new Library.Picture(name, "zeros").set(ImagesView.FORMAT, "UNKNOWN"));
    }
  }

  /** Two lines each, at the top and at the bottom; and the first once more, compressed anew. */
  private static void onePictureWithManyTexts(Library library) {
    byte[] plain = MadeScene.scene(9, 1, 0, 0);
    byte[] first = written(plain, 1);
    library.add(picture("no-text", plain));
    library.add(picture("first-text", first).score(60));
    library.add(picture("first-text-again", MadeScene.noisy(first, 2, 1)));
    library.add(picture("second-text", written(plain, 2)));
    library.add(picture("third-text", written(plain, 3)));
  }

  /** Letters of two columns, white with black between them. */
  private static byte[] written(byte[] luma, long text) {
    byte[] written = luma.clone();
    for (int top : new int[] {4, 54}) {
      SplittableRandom random = new SplittableRandom(text + top);
      for (int x = 4; x < 60; x += 2) {
        byte grey = (byte) (random.nextBoolean() ? 255 : 0);
        for (int y = top; y < top + 6; y++) {
          written[y * SIDE + x] = grey;
          written[y * SIDE + x + 1] = grey;
        }
      }
    }
    return written;
  }

  private static void copiesWithOtherTags(Library library) {
    byte[] zone = MadeScene.scene(5, 1, 0, 0);
    library.add(picture("zone-berlin", zone).taken("2021-06-01T14:00:03.123").score(60));
    library.add(
        picture("zone-london", MadeScene.noisy(zone, 1, 3)).taken("2021-06-01T13:00:03.123"));
    byte[] tagged = MadeScene.scene(6, 1, 0, 0);
    library.add(picture("tagged", tagged).taken("2021-06-01T14:00:03").score(60));
    library.add(picture("tagged-anew", tagged.clone()).taken("2021-06-01T15:00:03").score(65));
    library.add(
        picture("tagged-small", MadeScene.noisy(tagged, 1, 4)).taken("2021-06-01T14:00:03"));
    library.add(picture("tagged-stripped", MadeScene.noisy(tagged, 1, 5)));
  }

  /** A row with all that analyze would work out of a luma. */
  private static Library.Picture picture(String id, byte[] luma) {
    return MadeScene.picture(id, id, luma);
  }

  private static Library.Picture shown(String id, byte[] title, byte[] middle, byte[] end) {
    byte[] frames = java.util.Arrays.copyOf(middle, 2 * middle.length);
    System.arraycopy(end, 0, frames, middle.length, end.length);
    return moving(MadeScene.picture(id, id, title)).set(ImagesView.FRAMES, frames);
  }

  private static Library.Picture moving(Library.Picture picture) {
    return lasting(2.4, picture);
  }

  private static Library.Picture lasting(double seconds, Library.Picture picture) {
    Object[] values = new Object[AssetsTable.METADATA_TYPE.size()];
    values[AssetsTable.METADATA_TYPE.fieldIndex("duration")] = seconds;
    return picture
        .set(ImagesView.FORMAT, "GIF")
        .set(ImagesView.METADATA, RowFactory.create(values));
  }

  /** Something in the middle moved on a little. */
  private static byte[] moved(byte[] luma) {
    byte[] moved = luma.clone();
    for (int y = 24; y < 40; y++) {
      for (int x = 24; x < 40; x++) {
        moved[y * SIDE + x] = luma[y * SIDE + x + 2];
      }
    }
    return moved;
  }
}
