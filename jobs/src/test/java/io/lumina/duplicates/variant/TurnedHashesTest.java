package io.lumina.duplicates.variant;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.Turn;
import io.lumina.hash.AverageHash;
import io.lumina.hash.Pdq;
import io.lumina.hash.WaveletHash;
import io.lumina.raster.Raster;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hashes that are turned against hashes of what was turned. */
class TurnedHashesTest {
  private static final int SIDE = Raster.LUMA_SIDE;

  /** Bits that tie, or lie so near the median that rounding decides. */
  private static final int ROUNDED = 2;

  private static final int NEAR_MEDIAN = 12;

  @ParameterizedTest
  @EnumSource
  void a_hash_of_cells_turns_like_its_picture(Turn turn) {
    byte[] luma = scene();
    byte[] turned = turn.of(luma);
    assertThat(bits(turn.ofCells(AverageHash.ofLuma(luma)), AverageHash.ofLuma(turned)))
        .isLessThanOrEqualTo(ROUNDED);
    assertThat(bits(turn.ofCells(WaveletHash.ofLuma(luma)), WaveletHash.ofLuma(turned)))
        .isLessThanOrEqualTo(ROUNDED);
    assertThat(turn.inverse().ofCells(turn.ofCells(0x0123456789abcdefL)))
        .isEqualTo(0x0123456789abcdefL);
  }

  @ParameterizedTest
  @EnumSource
  void pdq_turns_like_its_picture_but_for_what_lies_near_the_median(Turn turn) {
    byte[] luma = scene();
    long[] turned = TurnedPdq.of(turn, words(luma), 0);
    assertThat(Evidence.pdqDistance(turned, 0, words(turn.of(luma)), 0))
        .isLessThanOrEqualTo(NEAR_MEDIAN);
  }

  @ParameterizedTest
  @EnumSource
  void however_a_picture_lies_and_whatever_bit_differs_it_has_a_key_in_common(Turn turn) {
    long hash = 0x0123456789abcdefL;
    assertThat(keys(turn.ofCells(hash))).containsExactly(keys(hash));
    for (int bit = 0; bit < Long.SIZE; bit++) {
      assertThat(keys(turn.ofCells(hash ^ 1L << bit))).as("bit " + bit).containsAnyOf(keys(hash));
    }
  }

  private static long[] keys(long ahash) {
    long[] record = new long[VariantRecord.WIDTH];
    record[VariantRecord.AHASH] = ahash;
    return VariantRecord.keys(record);
  }

  private static int bits(long a, long b) {
    return Long.bitCount(a ^ b);
  }

  private static long[] words(byte[] luma) {
    long[] words = new long[4];
    ByteBuffer.wrap(Pdq.ofLuma(luma).bits()).asLongBuffer().get(words);
    return words;
  }

  /** Waves of many lengths. */
  private static byte[] scene() {
    SplittableRandom random = new SplittableRandom(11);
    double[] grey = new double[SIDE * SIDE];
    for (int wave = 0; wave < 60; wave++) {
      double x = random.nextDouble(-0.8, 0.8);
      double y = random.nextDouble(-0.8, 0.8);
      double phase = random.nextDouble(Math.PI * 2);
      for (int at = 0; at < grey.length; at++) {
        grey[at] += 14 * Math.cos(at % SIDE * x + at / SIDE * y + phase);
      }
    }
    byte[] luma = new byte[grey.length];
    for (int at = 0; at < luma.length; at++) {
      luma[at] = (byte) Math.max(0, Math.min(255, Math.round(128 + grey[at])));
    }
    return luma;
  }
}
