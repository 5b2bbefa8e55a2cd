package io.lumina.burst;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BestFrameTest {

  @Test
  void the_best_frame_holds_most_detail_and_is_not_broken() {
    assertThat(
            FoundBursts.of(
                BurstsConfig.DEFAULT.byTimeAlone(),
                shot("a/1.jpg", "01.1").size(4_000, 3_000, 2_000_000),
                shot("a/2.jpg", "01.2").size(4_000, 3_000, 4_000_000).set("corruption", "minor"),
                shot("a/3.jpg", "01.3").size(4_000, 3_000, 3_000_000)))
        .containsExactly("a/1.jpg a/2.jpg a/3.jpg*");
  }

  @Test
  void frames_of_equal_size_are_judged_by_the_raster() {
    assertThat(
            FoundBursts.of(
                BurstsConfig.DEFAULT.byTimeAlone(),
                shot("a/1.jpg", "01.1").set("sharpness", 0.2),
                shot("a/2.jpg", "01.2").set("sharpness", 0.7),
                shot("a/3.jpg", "01.3")))
        .containsExactly("a/1.jpg a/2.jpg* a/3.jpg");
  }

  private static Photo shot(String path, String second) {
    return Photo.at(path).taken("2020-05-01T12:00:" + second).camera("Canon", "R5");
  }
}
