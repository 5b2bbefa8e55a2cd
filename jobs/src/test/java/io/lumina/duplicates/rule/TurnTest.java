package io.lumina.duplicates.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.raster.Raster;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TurnTest {
  private static final int SIDE = Raster.LUMA_SIDE;

  /** Where a point three columns right of the upper left corner goes. */
  @ParameterizedTest
  @CsvSource({
    "NONE,3,0",
    "RIGHT,63,3",
    "HALF,60,63",
    "LEFT,0,60",
    "MIRRORED,60,0",
    "MIRRORED_RIGHT,63,60",
    "MIRRORED_HALF,3,63",
    "MIRRORED_LEFT,0,3"
  })
  void a_point_goes_where_a_person_expects_it(Turn turn, int column, int row) {
    byte[] luma = new byte[SIDE * SIDE];
    luma[3] = 1;
    byte[] expected = new byte[SIDE * SIDE];
    expected[row * SIDE + column] = 1;
    assertThat(turn.of(luma)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void a_turn_and_its_inverse_leave_the_picture_as_it_was(Turn turn) {
    byte[] luma = noise();
    byte[] before = luma.clone();
    assertThat(turn.inverse().of(turn.of(luma))).isEqualTo(luma);
    assertThat(luma).isEqualTo(before);
  }

  @Test
  void there_are_eight_different_ways_to_lay_a_picture() {
    Set<Integer> different = new HashSet<>();
    for (Turn turn : Turn.values()) {
      different.add(Arrays.hashCode(turn.of(noise())));
    }
    assertThat(different).hasSize(8);
  }

  private static byte[] noise() {
    byte[] luma = new byte[SIDE * SIDE];
    new SplittableRandom(1).nextBytes(luma);
    return luma;
  }
}
