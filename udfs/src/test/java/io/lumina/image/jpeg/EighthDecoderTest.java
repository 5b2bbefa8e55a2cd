package io.lumina.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.image.jpeg.Eighth.Way;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EighthDecoderTest {
  /** {@code -Dlumina.jpegs=10000} for a long run. */
  private static final int PICTURES = Integer.getInteger("lumina.jpegs", 400);

  private static Eighth decoded(byte[] content) {
    return EighthDecoder.decode(content, 0, content.length, 0, 1 << 20);
  }

  private static void assertEqual(byte[] content, String name) {
    Eighth eighth = decoded(content);
    assertThat(eighth.way()).as(name).isEqualTo(Way.TAKEN);
    assertThat(eighth.fault()).as(name).isEmpty();
    assertSame(content, eighth, name);
  }

  private static void assertSame(byte[] content, Eighth eighth, String name) {
    var expected = OpenCvEighth.of(content).orElseThrow();
    var raster = eighth.raster().orElseThrow();
    assertThat(raster.width()).as(name).isEqualTo(expected.width());
    assertThat(raster.height()).as(name).isEqualTo(expected.height());
    assertThat(Arrays.equals(raster.grey(), expected.grey())).as(name).isTrue();
  }

  @Test
  void pictures_of_all_kinds_have_the_bits_of_libjpeg() {
    for (int seed = 0; seed < PICTURES; seed++) {
      assertEqual(AnyJpeg.small(seed), "small, seed " + seed);
    }
    for (int seed = 0; seed < PICTURES / 20; seed++) {
      assertEqual(AnyJpeg.large(seed), "large, seed " + seed);
    }
  }

  /** A broken file may be taken, such as one with another colour; it is libjpeg's in every bit. */
  @Test
  void what_is_taken_of_broken_files_has_the_bits_of_libjpeg_and_nothing_throws() {
    Random random = new Random(14);
    int taken = 0;
    for (int seed = 0; seed < PICTURES; seed++) {
      byte[] sound = AnyJpeg.small(seed);
      for (int i = 0; i < 5; i++) {
        byte[] broken = Broken.of(sound, random);
        Eighth eighth = decoded(broken);
        if (eighth.isTaken()) {
          taken++;
          assertSame(broken, eighth, "seed " + seed + ", " + i);
        }
      }
    }
    assertThat(taken).isBetween(PICTURES / 4, 4 * PICTURES);
  }

  private static byte[] baseline() {
    for (int seed = 0; ; seed++) {
      byte[] jpeg = AnyJpeg.large(seed);
      if (at(jpeg, 0xc0) > 0 && at(jpeg, 0xdd) > 0 && jpeg[at(jpeg, 0xc0) + 9] == 3) {
        return jpeg;
      }
    }
  }

  private static byte[] progressive() {
    for (int seed = 0; ; seed++) {
      byte[] jpeg = AnyJpeg.large(seed);
      if (at(jpeg, 0xc2) > 0) {
        return jpeg;
      }
    }
  }

  /** Where a segment begins before the first scan; -1 where there is none. */
  private static int at(byte[] jpeg, int marker) {
    for (int at = 2; jpeg[at] == -1; at += 2 + Markers.u16(jpeg, at + 2)) {
      if (Markers.u8(jpeg, at + 1) == marker) {
        return at;
      }
      if (Markers.u8(jpeg, at + 1) == 0xda) {
        break;
      }
    }
    return -1;
  }

  private static byte[] with(byte[] jpeg, int at, int... values) {
    byte[] other = jpeg.clone();
    for (int i = 0; i < values.length; i++) {
      other[at + i] = (byte) values[i];
    }
    return other;
  }

  private static int data(byte[] jpeg) {
    int scan = at(jpeg, 0xda);
    return scan + 2 + Markers.u16(jpeg, scan + 2);
  }

  private static void assertLeft(byte[] jpeg, Way way) {
    assertThat(decoded(jpeg).way()).isEqualTo(way);
  }

  @Test
  void codings_that_are_not_known_are_left_to_another() {
    byte[] jpeg = baseline();
    int frame = at(jpeg, 0xc0);
    assertLeft(with(jpeg, frame + 1, 0xc3), Way.CODING);
    assertLeft(with(jpeg, frame + 1, 0xc9), Way.CODING);
    assertLeft(with(jpeg, frame + 4, 12), Way.CODING);
  }

  @Test
  void colours_without_a_brightness_are_left_to_another() {
    byte[] jpeg = baseline();
    int frame = at(jpeg, 0xc0);
    assertLeft(with(jpeg, frame + 9, 4), Way.COLOUR);
    int jfif = at(jpeg, 0xe0);
    byte[] adobe = with(jpeg, jfif, 0xff, 0xee, 0, 16, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0);
    assertLeft(with(adobe, jfif + 15, 0), Way.COLOUR);
    assertThat(decoded(with(adobe, jfif + 15, 1)).isTaken()).isTrue();
    assertThat(decoded(with(adobe, jfif + 15, 2)).isTaken()).isTrue();
  }

  @Test
  void odd_samplings_and_open_heights_and_large_pictures_are_left_to_another() {
    byte[] jpeg = baseline();
    int frame = at(jpeg, 0xc0);
    assertLeft(with(jpeg, frame + 11, 0x31), Way.SAMPLING);
    assertLeft(with(jpeg, frame + 11, 0x11, 0, 2, 0x21), Way.SAMPLING);
    assertLeft(with(jpeg, frame + 5, 0, 0), Way.SIZE);
    assertLeft(with(jpeg, frame + 5, 100, 0, 100, 0), Way.SIZE);
    int height = Markers.u16(jpeg, frame + 5);
    byte[] open = with(jpeg, frame + 5, 0, 0);
    Eighth known = EighthDecoder.decode(open, 0, open.length, height, 1 << 20);
    assertThat(known.raster().orElseThrow().grey())
        .isEqualTo(decoded(jpeg).raster().orElseThrow().grey());
  }

  @Test
  void data_cut_short_end_after_some_blocks() {
    byte[] jpeg = baseline();
    byte[] cut = Arrays.copyOf(jpeg, (data(jpeg) + jpeg.length) / 2);
    Eighth eighth = decoded(cut);
    assertThat(eighth.way()).isEqualTo(Way.IRREGULAR);
    assertThat(eighth.fault().orElseThrow())
        .matches("The picture data (end|hold a code.*|have no restart.*) after .* blocks");
    assertThat(eighth.isBroken(data(jpeg))).isTrue();
    assertThat(eighth.endOf(data(jpeg))).isEmpty();
  }

  @Test
  void a_restart_marker_that_is_missing_or_another_is_noticed() {
    byte[] jpeg = baseline();
    int restart = Markers.next(jpeg, data(jpeg), jpeg.length);
    assertThat(jpeg[restart + 1]).isEqualTo((byte) 0xd0);
    assertThat(decoded(with(jpeg, restart + 1, 0xd1)).fault().orElseThrow())
        .contains("no restart marker where one is due");
    assertThat(decoded(with(jpeg, restart, 0x12, 0x34)).way()).isEqualTo(Way.IRREGULAR);
  }

  @Test
  void a_few_bytes_before_the_end_are_padding_and_more_are_not() {
    byte[] jpeg = baseline();
    for (int more : new int[] {1, 8, 9, 100}) {
      byte[] longer = Arrays.copyOf(jpeg, jpeg.length + more);
      Arrays.fill(longer, jpeg.length - 2, longer.length - 2, (byte) 7);
      longer[longer.length - 2] = -1;
      longer[longer.length - 1] = (byte) 0xd9;
      assertThat(decoded(longer).isTaken()).as(more + " bytes").isEqualTo(more <= 8);
    }
  }

  @Test
  void a_progressive_picture_of_first_coefficients_only_is_left_to_another() {
    byte[] jpeg = progressive();
    int end = Markers.behindScan(jpeg, data(jpeg), jpeg.length);
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    first.write(jpeg, 0, end);
    first.writeBytes(new byte[] {-1, (byte) 0xd9});
    Eighth eighth = decoded(first.toByteArray());
    assertThat(eighth.way()).isEqualTo(Way.IRREGULAR);
    assertThat(eighth.raster()).isPresent();
    assertThat(eighth.fault()).isEmpty();
  }

  @Test
  void more_scans_than_the_limit_are_not_run() {
    byte[] jpeg = progressive();
    int scan = at(jpeg, 0xda);
    int end = Markers.behindScan(jpeg, data(jpeg), jpeg.length);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    many.write(jpeg, 0, scan);
    for (int i = 0; i <= EighthDecoder.MAX_SCANS; i++) {
      many.write(jpeg, scan, end - scan);
    }
    assertThat(decoded(many.toByteArray()).way()).isEqualTo(Way.SIZE);
  }
}
