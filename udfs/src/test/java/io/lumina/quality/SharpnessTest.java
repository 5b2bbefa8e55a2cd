package io.lumina.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.raster.Lanczos;
import io.lumina.raster.Raster;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SharpnessTest {

  @Test
  void a_flat_picture_and_an_even_slope_have_no_sharpness() {
    byte[] slope = new byte[4096];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = (byte) (i % 64 * 3);
    }
    assertThat(Sharpness.ofLuma(new byte[4096])).isZero();
    assertThat(Sharpness.ofLuma(slope)).isZero();
  }

  @Test
  void one_bright_pixel_gives_the_variance_one_computes_by_hand() {
    byte[] grey = new byte[25];
    grey[12] = 10;
    // Nine inner pixels: -40, four of 10, four of 0. Sum 0, squares 1600 + 400.
    assertThat(Sharpness.variance(new Raster(5, 5, grey))).isEqualTo(2000.0 / 9);
  }

  @Test
  void a_blurred_picture_is_less_sharp() {
    byte[] checker = new byte[4096];
    for (int i = 0; i < checker.length; i++) {
      checker[i] = (byte) ((i % 64 / 4 + i / 64 / 4) % 2 * 255);
    }
    Raster sharp = Raster.luma(checker);
    Raster blurred = Lanczos.resize(Lanczos.resize(sharp, 24, 24), 64, 64);
    assertThat(Sharpness.variance(blurred)).isLessThan(Sharpness.variance(sharp));
    assertThat(Sharpness.ofLuma(checker)).isBetween(0.0, 1.0);
  }

  @Test
  void a_variance_of_half_sharp_is_a_half() {
    assertThat(Sharpness.normalised(Sharpness.HALF_SHARP)).isEqualTo(0.5);
  }

  @Test
  void a_raster_without_inner_pixels_has_no_variance() {
    byte[] grey = new byte[20];
    Arrays.fill(grey, 0, 10, (byte) 255);
    assertThat(Sharpness.variance(new Raster(10, 2, grey))).isZero();
  }

  @Test
  void a_luma_of_another_length_is_refused() {
    assertThatThrownBy(() -> Sharpness.ofLuma(new byte[1024]))
        .hasMessage("A luma has 4096 values (64x64), not 1024; decode the picture to one");
  }
}
