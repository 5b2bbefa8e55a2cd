package io.lumina.burst;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BurstNamesTest {
  @Test
  void names_that_vendors_give_to_bursts_are_understood() {
    assertThat(
            bursts(
                Photo.at("h/IMG_20200102_030405_BURST001_COVER.jpg"),
                Photo.at("h/IMG_20200102_030405_BURST002.jpg"),
                Photo.at("h/IMG_20200102_030405_BURST003.jpg"),
                Photo.at("h/IMG_20200102_030409_BURST001.jpg"),
                Photo.at("g/00000IMG_00000_BURST20200102030405678_COVER.jpg"),
                Photo.at("g/00001IMG_00001_BURST20200102030405678.jpg"),
                Photo.at("g/00002IMG_00002_BURST20200102030405678.jpg"),
                Photo.at("s/DSC_0001_BURST20200102030405678.JPG"),
                Photo.at("s/DSC_0002_BURST20200102030405678.JPG"),
                Photo.at("s/DSC_0003_BURST20200102030405678.JPG"),
                Photo.at("p/PXL_20210101_123456789.MOTION-01.COVER.jpg"),
                Photo.at("p/PXL_20210101_123456789.MOTION-02.ORIGINAL.jpg"),
                Photo.at("p/PXL_20210101_123456789.MOTION-03.ORIGINAL.jpg")))
        .containsExactlyInAnyOrder(
            "g/00000IMG_00000_BURST20200102030405678_COVER.jpg*"
                + " g/00001IMG_00001_BURST20200102030405678.jpg"
                + " g/00002IMG_00002_BURST20200102030405678.jpg",
            "h/IMG_20200102_030405_BURST001_COVER.jpg* h/IMG_20200102_030405_BURST002.jpg"
                + " h/IMG_20200102_030405_BURST003.jpg",
            "p/PXL_20210101_123456789.MOTION-01.COVER.jpg*"
                + " p/PXL_20210101_123456789.MOTION-02.ORIGINAL.jpg"
                + " p/PXL_20210101_123456789.MOTION-03.ORIGINAL.jpg",
            "s/DSC_0001_BURST20200102030405678.JPG* s/DSC_0002_BURST20200102030405678.JPG"
                + " s/DSC_0003_BURST20200102030405678.JPG");
  }

  @Test
  void samsung_names_a_burst_by_its_second_and_counts_within() {
    assertThat(
            bursts(
                Photo.at("s/20231207_101605_001.jpg"),
                Photo.at("s/20231207_101605_002.jpg"),
                Photo.at("s/20231207_101605_003.jpg"),
                Photo.at("s/20231207_101552.jpg"),
                Photo.at("t/20231207_101605_004.jpg")))
        .containsExactly(
            "s/20231207_101605_001.jpg* s/20231207_101605_002.jpg s/20231207_101605_003.jpg");
    assertThat(
            bursts(
                shot("s/20200501_120001_001.jpg", "01"),
                shot("s/20200501_120001_002.jpg", "01"),
                shot("s/20200501_120001_003.jpg", "02"),
                shot("s/20200501_120001_003-edited.jpg", "02").size(4_000, 3_000, 2_000_000),
                shot("s/20200501_120048.jpg", "48")))
        .containsExactly(
            "s/20200501_120001_001.jpg* s/20200501_120001_002.jpg s/20200501_120001_003.jpg");
  }

  @Test
  void pictures_of_one_second_that_are_numbered_behind_it_are_frames_and_no_versions() {
    assertThat(
            bursts(
                shot("a/IMG_20200501_120001.jpg", "01"),
                shot("a/IMG_20200501_120001_1.jpg", "01"),
                shot("a/IMG_20200501_120001_2.jpg", "01"),
                shot("a/IMG_20200501_120001~3.jpg", "01")))
        .containsExactly(
            "a/IMG_20200501_120001.jpg* a/IMG_20200501_120001_1.jpg"
                + " a/IMG_20200501_120001_2.jpg");
  }

  @Test
  void versions_of_one_picture_that_keep_its_second_are_no_burst() {
    assertThat(
            bursts(
                shot("a/rose-q50.jpg", "01"),
                shot("a/rose-q75.jpg", "01"),
                shot("a/rose-gray.jpg", "01")))
        .isEmpty();
    assertThat(
            bursts(
                shot("a/DSC_0001.jpg", "01"),
                shot("a/DSC_0001-edit.jpg", "01"),
                shot("a/DSC_0001 (1).jpg", "01")))
        .isEmpty();
  }

  private static Photo shot(String path, String second) {
    return Photo.at(path).taken("2020-05-01T12:00:" + second).camera("Canon", "R5");
  }

  private static List<String> bursts(Photo... photos) {
    return FoundBursts.of(BurstsConfig.DEFAULT.byTimeAlone(), photos);
  }
}
