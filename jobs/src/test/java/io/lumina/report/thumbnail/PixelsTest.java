package io.lumina.report.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PixelsTest {
  /** The letters of two rows: abc, def. */
  private static final Pixels STORED =
      Pixels.of(3, 2, 1, new byte[] {'a', 'b', 'c', 'd', 'e', 'f'});

  @Test
  void each_exif_orientation_stands_upright() {
    assertThat(letters(STORED.upright(1))).isEqualTo("abc/def");
    assertThat(letters(STORED.upright(2))).isEqualTo("cba/fed");
    assertThat(letters(STORED.upright(3))).isEqualTo("fed/cba");
    assertThat(letters(STORED.upright(4))).isEqualTo("def/abc");
    assertThat(letters(STORED.upright(5))).isEqualTo("ad/be/cf");
    assertThat(letters(STORED.upright(6))).isEqualTo("da/eb/fc");
    assertThat(letters(STORED.upright(7))).isEqualTo("fc/eb/da");
    assertThat(letters(STORED.upright(8))).isEqualTo("cf/be/ad");
    assertThat(letters(STORED.upright(9))).isEqualTo("abc/def");
  }

  @Test
  void transparency_lies_over_white() {
    byte[] clear = {10, 20, 30, 0};
    byte[] half = {0, 0, 0, (byte) 128};

    assertThat(Pixels.of(1, 1, 4, clear).bgr()).containsExactly(255, 255, 255);
    assertThat(Pixels.of(1, 1, 4, half).bgr()).containsExactly(127, 127, 127);
  }

  private static String letters(Pixels pixels) {
    return IntStream.range(0, pixels.height())
        .mapToObj(
            y ->
                IntStream.range(0, pixels.width())
                    .mapToObj(x -> "" + (char) pixels.bgr()[3 * (y * pixels.width() + x)])
                    .collect(Collectors.joining()))
        .collect(Collectors.joining("/"));
  }
}
