package io.lumina.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StripHashTest {
  private static final int SIDE = 64;

  /** From dark at the left to bright at the right, as a sky. */
  private static byte[] slope() {
    byte[] luma = new byte[SIDE * SIDE];
    for (int at = 0; at < luma.length; at++) {
      luma[at] = (byte) (64 + 2 * (at % SIDE));
    }
    return luma;
  }

  @Test
  void a_bright_stroke_sets_the_bits_of_its_columns_in_its_strip_alone() {
    byte[] luma = slope();
    for (int y = 8; y < 12; y++) {
      luma[y * SIDE + 20] = (byte) 255;
      luma[y * SIDE + 40] = (byte) 255;
    }
    long[] expected = new long[StripHash.WORDS];
    expected[2] = 1L << 63 - 20 | 1L << 63 - 40;
    assertThat(StripHash.ofLuma(luma)).isEqualTo(expected);
  }

  @Test
  void what_is_smooth_has_no_bits_however_it_was_compressed() {
    SplittableRandom random = new SplittableRandom(1);
    byte[] luma = slope();
    for (int at = 0; at < luma.length; at++) {
      luma[at] += (byte) random.nextInt(-2, 3);
    }
    assertThat(StripHash.ofLuma(luma)).containsOnly(0);
  }

  @Test
  void more_light_or_contrast_changes_hardly_a_bit() {
    SplittableRandom random = new SplittableRandom(2);
    byte[] luma = new byte[SIDE * SIDE];
    byte[] brighter = new byte[luma.length];
    for (int at = 0; at < luma.length; at++) {
      int grey = random.nextInt(0, 160);
      luma[at] = (byte) grey;
      brighter[at] = (byte) (grey * 5 / 4 + 30);
    }
    long[] a = StripHash.ofLuma(luma);
    long[] b = StripHash.ofLuma(brighter);
    for (int strip = 0; strip < StripHash.WORDS; strip++) {
      assertThat(Long.bitCount(a[strip] ^ b[strip])).as("strip " + strip).isLessThan(6);
      assertThat(Long.bitCount(a[strip])).as("strip " + strip).isGreaterThan(10);
    }
  }

  @Test
  void bytes_give_back_the_words() {
    byte[] luma = slope();
    luma[SIDE * 33 + 7] = (byte) 255;
    long[] words = StripHash.ofLuma(luma);
    assertThat(StripHash.words(StripHash.bytes(words))).isEqualTo(words).contains(1L << 63 - 7);
    assertThatThrownBy(() -> StripHash.words(new byte[32]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("128 bytes, not 32");
  }
}
