package io.lumina.meta.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SidecarNamesTest {
  @ParameterizedTest
  @CsvSource({
    "IMG_1.jpg.xmp,IMG_1.jpg",
    "IMG_1.xmp,IMG_1.jpg",
    "img_1.XMP,IMG_1.JPG",
    "IMG_1.jpg.json,IMG_1.jpg",
    "IMG_0002.jpg(1).json,IMG_0002(1).jpg",
    "IMG_0003.jpg.json,IMG_0003-edited.jpg",
    "IMG_0005.jpg.supplemental-metadata.json,IMG_0005.jpg",
    "IMG_0005.jpg.supplemental-metadata(1).json,IMG_0005(1).jpg",
    "IMG_0006.jpg.supplemental-me.json,IMG_0006.jpg",
    "IMG_0006.jpg.s.json,IMG_0006.jpg",
    "IMG_0006.jpg..json,IMG_0006.jpg",
    "Pic of a very long name that Google cuts off at.json,Pic of a very long name that Google cuts"
        + " off at f.jpg",
    "Pic of a very long name that Google cuts off a.json,Pic of a very long name that Google cuts"
        + " off at f.jpg",
    "Pic of a very long name that Google cuts off a(1).json,Pic of a very long name that Google"
        + " cuts off at(1).jpg",
    "a name of thirty-nine letters and no more.jpg.sup.json,a name of thirty-nine letters and no"
        + " more.jpg",
    "a name of one less than what Google cuts at.jp.json,a name of one less than what Google cuts"
        + " at.jpg",
    "Tea cakes.supplemental-metadata.json,Tea cakes.jpg",
    "Tea cakes.supplemental-metadata(1).json,Tea cakes(1).jpg",
    "Tea cakes.suppl.json,Tea cakes.jpg",
    "Tea cakes.json,Tea cakes.jpg",
    "Tea cakes(2).json,Tea cakes(2).jpg",
    "IMG_9(2).jpg.json,IMG_9(2).jpg",
    "IMG_9.HEIC.json,IMG_9.MP4",
    "IMG_9.HEIC.supplemental-metadata(1).json,IMG_9(1).MOV",
    "IMG_9.jpg.json,IMG_9-bearbeitet.jpg",
    "IMG_9.jpg(1).json,IMG_9-edited(1).jpg",
  })
  void a_sidecar_finds_its_picture(String sidecar, String picture) {
    assertThat(SidecarNames.assign(List.of(sidecar, picture, "other.jpg")))
        .isEqualTo(Map.of(sidecar, List.of(picture)));
  }

  @Test
  void raw_and_jpeg_share_a_sidecar_of_their_stem_and_keep_their_own() {
    assertThat(
            SidecarNames.assign(
                List.of("a.xmp", "a.NEF", "a.jpg", "b.NEF.xmp", "b.xmp", "b.NEF", "b.jpg")))
        .isEqualTo(
            Map.of(
                "a.xmp", List.of("a.NEF", "a.jpg"),
                "b.NEF.xmp", List.of("b.NEF"),
                "b.xmp", List.of("b.NEF", "b.jpg")));
  }

  @Test
  void an_edited_picture_shares_the_sidecar_of_its_original() {
    assertThat(SidecarNames.assign(List.of("a.jpg", "a-edited.jpg", "a.jpg.json")))
        .isEqualTo(Map.of("a.jpg.json", List.of("a-edited.jpg", "a.jpg")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "edited",
        "bearbeitet",
        "modifié",
        "modifie\u0301",
        "ha editado",
        "edytowane",
        "muokattu",
        "編集済み",
        "изменено",
        "edi"
      })
  void an_edited_picture_is_known_in_any_language(String word) {
    String edited = "pond-" + word + ".jpg";
    String numbered = "pond-" + word + "(1).jpg";

    assertThat(
            SidecarNames.assign(
                List.of(
                    "pond.jpg",
                    edited,
                    "pond.jpg.supplemental-metadata.json",
                    "pond(1).jpg",
                    numbered,
                    "pond.jpg.supplemental-metadata(1).json")))
        .isEqualTo(
            Map.of(
                "pond.jpg.supplemental-metadata.json", List.of(edited, "pond.jpg"),
                "pond.jpg.supplemental-metadata(1).json", List.of("pond(1).jpg", numbered)));
  }

  @Test
  void a_picture_with_a_json_of_its_own_is_no_edited_copy() {
    assertThat(
            SidecarNames.assign(
                List.of(
                    "pond.jpg",
                    "pond.jpg.json",
                    "pond-ducks.jpg",
                    "pond-ducks.jpg.json",
                    "pond-2.jpg")))
        .isEqualTo(
            Map.of(
                "pond.jpg.json", List.of("pond.jpg"),
                "pond-ducks.jpg.json", List.of("pond-ducks.jpg")));
  }

  @Test
  void the_clip_of_a_live_photo_shares_the_json_of_its_still_and_no_other_clip_does() {
    assertThat(
            SidecarNames.assign(
                List.of(
                    "IMG_1.HEIC",
                    "IMG_1.HEIC.supplemental-metadata.json",
                    "IMG_1.MP4",
                    "IMG_1.png",
                    "IMG_2.jpg",
                    "IMG_2.jpg.json",
                    "IMG_2.MP4",
                    "IMG_2.MP4.json")))
        .isEqualTo(
            Map.of(
                "IMG_1.HEIC.supplemental-metadata.json", List.of("IMG_1.HEIC", "IMG_1.MP4"),
                "IMG_2.jpg.json", List.of("IMG_2.jpg"),
                "IMG_2.MP4.json", List.of("IMG_2.MP4")));
  }

  @Test
  void a_cut_name_keeps_the_number_of_its_copy_and_counts_clip_and_edited_copy_as_one() {
    String stem = "a very long name of a picture that has to be cu";

    assertThat(
            SidecarNames.assign(
                List.of(
                    stem + ".heic",
                    stem + ".mp4",
                    stem + "-e.jpg",
                    stem + "(1).heic",
                    stem.substring(0, 46) + ".json",
                    stem.substring(0, 46) + "(1).json")))
        .isEqualTo(
            Map.of(
                stem.substring(0, 46) + ".json",
                List.of(stem + "-e.jpg", stem + ".heic", stem + ".mp4"),
                stem.substring(0, 46) + "(1).json",
                List.of(stem + "(1).heic")));
  }

  @Test
  void of_pictures_that_differ_in_case_alone_a_sidecar_takes_the_one_it_spells() {
    assertThat(
            SidecarNames.assign(
                List.of(
                    "A.JPG",
                    "A.jpg",
                    "A.jpg.xmp",
                    "b.JPG",
                    "b.jpg",
                    "b.XMP",
                    "C.nef",
                    "c.jpg",
                    "C.xmp",
                    "d.JPG",
                    "D.jpg.xmp",
                    "e.jpg",
                    "E.jpg",
                    "e.JPG.json")))
        .isEqualTo(
            Map.of(
                "A.jpg.xmp", List.of("A.jpg"),
                "b.XMP", List.of("b.JPG"),
                "C.xmp", List.of("C.nef"),
                "D.jpg.xmp", List.of("d.JPG"),
                "e.JPG.json", List.of("e.jpg")));
  }

  @Test
  void composed_and_decomposed_letters_are_the_same_unless_both_are_there() {
    String composed = "\u00e9t\u00e9.jpg";
    String decomposed = "e\u0301te\u0301.jpg";

    assertThat(SidecarNames.assign(List.of(composed, decomposed + ".xmp")))
        .isEqualTo(Map.of(decomposed + ".xmp", List.of(composed)));
    assertThat(
            SidecarNames.assign(
                List.of(composed, decomposed, decomposed + ".xmp", composed + ".json")))
        .isEqualTo(
            Map.of(
                decomposed + ".xmp", List.of(decomposed), composed + ".json", List.of(composed)));
  }

  @Test
  void a_folder_of_a_hundred_thousand_pictures_with_long_names_is_no_trouble() {
    List<String> names = new ArrayList<>();
    for (int number = 0; number < 100_000; number++) {
      // As long as a checksum: each JSON might be the beginning of any name.
      names.add("%064x.jpg".formatted(number));
      names.add("%064x.xyz.json".formatted(number));
    }

    assertThat(SidecarNames.assign(names)).isEmpty();
  }

  @Test
  void numbered_pictures_do_not_take_each_others_sidecars() {
    assertThat(
            SidecarNames.assign(
                List.of("a.jpg", "a(1).jpg", "a.jpg.json", "a.jpg(1).json", "a(2).jpg")))
        .isEqualTo(Map.of("a.jpg.json", List.of("a.jpg"), "a.jpg(1).json", List.of("a(1).jpg")));
  }

  @Test
  void a_sidecar_without_a_picture_is_left_out() {
    assertThat(SidecarNames.assign(List.of("metadata.json", "a.xmp", "b.jpg"))).isEmpty();
  }

  @Test
  void a_cut_name_that_begins_two_pictures_belongs_to_none() {
    String stem = "Pic of a very long name that Google cuts off at";

    assertThat(SidecarNames.assign(List.of(stem + ".json", stem + " f.jpg", stem + " g.jpg")))
        .isEmpty();
  }
}
