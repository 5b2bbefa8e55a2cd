package io.lumina.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.raster.Lanczos;
import io.lumina.raster.Raster;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdqTest {

  private static Raster luma(String name) {
    return Lanczos.resize(GoldenPicture.of(name, 320, 240), 64, 64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lcg", "xor", "rings"})
  void a_luma_without_rounding_gives_the_bits_of_the_floating_point_reference(String name) {
    Raster luma = luma(name);
    // A window of one pixel and a step of one: at 64 pixels the reference leaves the picture alone.
    assertThat(Pdq.ofLuma(luma.grey())).isEqualTo(ReferencePdq.of(luma));
  }

  @Test
  void half_of_the_bits_of_a_photo_like_picture_are_set() {
    PdqHash hash = Pdq.ofLuma(luma("lcg").grey());
    assertThat(Hamming.distance(hash.bits(), new byte[32])).isEqualTo(128);
    assertThat(hash.quality()).isEqualTo(100);
    assertThat(hash.isTrusted()).isTrue();
  }

  @Test
  void a_flat_picture_has_quality_zero() {
    byte[] grey = new byte[4096];
    Arrays.fill(grey, (byte) 200);
    assertThat(Pdq.ofLuma(grey).quality()).isZero();
    assertThat(Pdq.ofLuma(grey).isTrusted()).isFalse();
  }

  @Test
  void the_lowest_frequency_is_the_last_bit_in_print() {
    byte[] wave = new byte[4096];
    for (int i = 0; i < wave.length; i++) {
      double across = Math.cos(Math.PI * (2 * (i % 64) + 1) / 128);
      double down = Math.cos(Math.PI * (2 * (i / 64) + 1) / 128);
      wave[i] = (byte) Math.round(127 + 120 * across * down);
    }
    assertThat(Pdq.ofLuma(wave).bits()[31] & 1).isEqualTo(1);
    for (int i = 0; i < wave.length; i++) {
      wave[i] = (byte) (255 - (wave[i] & 0xff));
    }
    assertThat(Pdq.ofLuma(wave).bits()[31] & 1).isZero();
  }

  @Test
  void quality_counts_steps_of_a_hundredth_of_full_range() {
    byte[] halves = new byte[4096];
    for (int i = 0; i < halves.length; i++) {
      halves[i] = (byte) (i % 64 < 32 ? 0 : 128);
    }
    // 64 rows with one step of trunc(100 * 128 / 255) = 50: 3200 / 90 = 35.
    assertThat(Pdq.ofLuma(halves).quality()).isEqualTo(35);
  }

  @Test
  void another_length_is_refused() {
    assertThatThrownBy(() -> Pdq.ofLuma(new byte[0]))
        .hasMessage("A luma has 4096 values (64x64), not 0; decode the picture to one");
    assertThatThrownBy(() -> new PdqHash(new byte[31], 1))
        .hasMessage("A PDQ hash has 32 bytes, not 31");
  }
}
