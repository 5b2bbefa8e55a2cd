package io.lumina.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    "Pic of a very long name that Google cuts off at.json,Pic of a very long name that Google cuts off at f.jpg",
    "Pic of a very long name that Google cuts off a.json,Pic of a very long name that Google cuts off at f.jpg",
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
        .isEqualTo(Map.of("a.jpg.json", List.of("a.jpg", "a-edited.jpg")));
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
