package io.lumina.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.container.FileFormat;
import io.lumina.image.reading.PictureLimits;
import io.lumina.image.reading.PictureReading;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Healthy pictures that would take more memory than a decode may have. */
class LargePicturesTest {
  private static void assertHealthy(byte[] content, int width, int height) {
    try (PictureReader reader = new PictureReader()) {
      PictureReading reading = reader.read(content, FileFormat.detect(content));
      assertThat(reading.corruption()).isEmpty();
      assertThat(reading.issues()).isEmpty();
      assertThat(reading.width()).isEqualTo(width);
      assertThat(reading.height()).isEqualTo(height);
      byte[] luma = reading.luma();
      assertThat(luma).hasSize(4096);
      assertThat(new int[] {luma[0], luma[63], luma[4032], luma[4095]})
          .containsExactly(-1, 0, 0, -1);
      assertThat(luma[12] & 0xff).isGreaterThan(200);
      assertThat(luma[19] & 0xff).isLessThan(55);
    }
  }

  @Test
  void a_tiff_of_400_megapixels_is_healthy() {
    assertHealthy(LargePictures.tiff(20_000, 20_000, 8), 20_000, 20_000);
  }

  @Test
  void a_tiff_of_110_megapixels_in_16_bits_is_healthy() {
    assertHealthy(LargePictures.tiff(12_000, 9_200, 16), 12_000, 9_200);
  }

  @Test
  void a_png_of_400_megapixels_is_healthy() {
    assertHealthy(LargePictures.png(20_000, 20_000), 20_000, 20_000);
  }

  @Test
  void a_progressive_jpeg_of_400_megapixels_is_healthy() {
    assertHealthy(LargePictures.progressiveJpeg(20_000, 20_000), 20_000, 20_000);
  }

  @Test
  void these_pictures_are_what_the_decoder_of_whole_ones_takes_them_for() {
    PictureLimits roomy = new PictureLimits(400_000_000L, Duration.ofSeconds(10));
    PictureLimits narrow = new PictureLimits(400_000_000L, 1, Duration.ofSeconds(10));
    byte[][] all = {
      LargePictures.png(700, 900), LargePictures.tiff(700, 900, 8), LargePictures.tiff(700, 900, 16)
    };
    try (PictureReader whole = new PictureReader(roomy);
        PictureReader piecemeal = new PictureReader(narrow)) {
      for (byte[] content : all) {
        FileFormat format = FileFormat.detect(content);
        PictureReading expected = whole.read(content, format);
        assertThat(expected.corruption()).isEmpty();
        assertThat(piecemeal.read(content, format).luma()).isEqualTo(expected.luma());
      }
    }
  }
}
