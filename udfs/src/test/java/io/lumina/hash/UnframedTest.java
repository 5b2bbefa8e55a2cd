package io.lumina.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.raster.Lanczos;
import io.lumina.raster.Raster;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnframedTest {
  private static final int SIDE = Raster.LUMA_SIDE;
  private static final int LARGE = 640;

  @Test
  void the_inside_of_a_frame_has_about_the_hashes_of_the_picture() {
    Raster picture = picture(LARGE);
    byte[] plain = luma(picture);
    for (int width : new int[] {25, 37, 64}) {
      for (int grey : new int[] {0, 128, 255}) {
        Unframed inside = Unframed.ofLuma(luma(framed(picture, width, width, grey))).orElseThrow();
        String frame = width + " of " + grey;
        assertThat(distance(inside.pdq(), Pdq.ofLuma(plain).bits())).as(frame).isLessThan(32);
        assertThat(Long.bitCount(inside.ahash() ^ AverageHash.ofLuma(plain)))
            .as(frame)
            .isLessThanOrEqualTo(4);
      }
    }
  }

  @Test
  void bars_on_two_opposite_sides_are_a_frame_and_a_bar_on_one_side_is_none() {
    Raster picture = picture(LARGE);
    Unframed inside = Unframed.ofLuma(luma(framed(picture, 0, 80, 0))).orElseThrow();
    assertThat(distance(inside.pdq(), Pdq.ofLuma(luma(picture)).bits())).isLessThan(32);

    byte[] skyAbove = luma(picture);
    Arrays.fill(skyAbove, 0, 8 * SIDE, (byte) 200);
    assertThat(Unframed.ofLuma(skyAbove)).isEmpty();
  }

  @Test
  void what_has_no_frame_or_nothing_inside_has_no_hashes() {
    assertThat(Unframed.ofLuma(luma(picture(LARGE)))).isEmpty();
    assertThat(Unframed.ofLuma(new byte[SIDE * SIDE])).isEmpty();
    byte[] card = new byte[SIDE * SIDE];
    for (int y = 10; y < 54; y++) {
      Arrays.fill(card, y * SIDE + 10, y * SIDE + 54, (byte) 90);
    }
    assertThat(Unframed.ofLuma(card)).isEmpty();
  }

  @Test
  void hashes_survive_as_bytes() {
    Unframed inside = Unframed.ofLuma(luma(framed(picture(LARGE), 40, 40, 255))).orElseThrow();
    Unframed again = Unframed.of(ByteBuffer.wrap(inside.bytes()));
    assertThat(again.ahash()).isEqualTo(inside.ahash());
    assertThat(again.whash()).isEqualTo(inside.whash());
    assertThat(again.dhash()).isEqualTo(inside.dhash());
    assertThat(again.pdq()).isEqualTo(inside.pdq());
    assertThatThrownBy(() -> Unframed.of(ByteBuffer.allocate(55)))
        .hasMessage("Hashes inside of a frame have 56 bytes, not 55");
  }

  private static int distance(byte[] a, byte[] b) {
    int bits = 0;
    for (int i = 0; i < a.length; i++) {
      bits += Integer.bitCount((a[i] ^ b[i]) & 0xff);
    }
    return bits;
  }

  private static byte[] luma(Raster picture) {
    return Lanczos.resize(picture, SIDE, SIDE).grey();
  }

  private static Raster framed(Raster picture, int across, int down, int grey) {
    int width = picture.width() + 2 * across;
    int height = picture.height() + 2 * down;
    byte[] framed = new byte[width * height];
    Arrays.fill(framed, (byte) grey);
    for (int y = 0; y < picture.height(); y++) {
      System.arraycopy(
          picture.grey(),
          y * picture.width(),
          framed,
          (y + down) * width + across,
          picture.width());
    }
    return new Raster(width, height, framed);
  }

  /** Waves of many lengths. */
  private static Raster picture(int side) {
    SplittableRandom random = new SplittableRandom(3);
    double[] grey = new double[side * side];
    for (int wave = 0; wave < 30; wave++) {
      double x = random.nextDouble(-8, 8) / side * 6;
      double y = random.nextDouble(-8, 8) / side * 6;
      double phase = random.nextDouble(Math.PI * 2);
      for (int at = 0; at < grey.length; at++) {
        grey[at] += 20 * Math.cos(at % side * x + at / side * y + phase);
      }
    }
    byte[] values = new byte[grey.length];
    for (int at = 0; at < values.length; at++) {
      values[at] = (byte) Math.max(0, Math.min(255, Math.round(128 + grey[at])));
    }
    return new Raster(side, side, values);
  }
}
