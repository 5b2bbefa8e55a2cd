package io.lumina.image.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.container.FileFormat;
import io.lumina.image.PictureReader;
import io.lumina.image.reading.PictureReading;
import io.lumina.made.MadePicture;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StillPngTest {
  private static final byte[] PNG = MadePicture.of(1, 320, 240).as("png");

  @Test
  void a_whole_picture_and_one_that_is_cut_off_are_left_alone() {
    byte[] cut = Arrays.copyOf(PNG, PNG.length / 2);

    assertThat(StillPng.of(PNG)).isSameAs(PNG);
    assertThat(StillPng.of(cut)).isSameAs(cut);
    assertThat(StillPng.of(new byte[] {1, 2, 3})).hasSize(3);
  }

  @Test
  @Timeout(60)
  void a_length_that_cannot_be_takes_no_memory_and_the_picture_is_one_row() {
    int data = at("IDAT") - 4;
    for (int high : new int[] {0x10, 0x40, 0x7f, 0x80, 0xff}) {
      byte[] bogus = PNG.clone();
      bogus[data] = (byte) high;

      byte[] still = StillPng.of(bogus);
      assertThat(still).hasSameSizeAs(bogus);
      assertThat(java.nio.ByteBuffer.wrap(still).getInt(data)).isEqualTo(PNG.length - data - 12);
      assertThat(read(bogus)).isNotNull();
    }
  }

  private static PictureReading read(byte[] content) {
    try (PictureReader reader = new PictureReader()) {
      return reader.read(content, FileFormat.PNG);
    }
  }

  private static int at(String chunk) {
    return new String(PNG, StandardCharsets.ISO_8859_1).indexOf(chunk);
  }
}
