package io.lumina.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.container.FileFormat;
import io.lumina.image.jpeg.AnyJpeg;
import io.lumina.image.jpeg.Broken;
import io.lumina.image.jpeg.Eighth;
import io.lumina.image.jpeg.EighthDecoder;
import io.lumina.image.jpeg.OpenCvEighth;
import io.lumina.image.reading.Corruption;
import io.lumina.image.reading.Corruption.Severity;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.JpegDecoder;
import io.lumina.image.reading.PictureReading;
import io.lumina.image.structure.JpegEntropy;
import io.lumina.image.structure.JpegStructure;
import io.lumina.made.NeedsShared;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The decoder of our own beside what OpenCV and a walk through the structure say of a JPEG. */
class JpegVerdictsTest {
  /** {@code -Dlumina.jpegs=10000} for a long run. */
  private static final int PICTURES = Integer.getInteger("lumina.jpegs", 400) / 10;

  private static void assertSame(PictureReading reading, byte[] content, String name) {
    PictureReading expected = WalkedJpeg.read(content);
    assertThat(reading.luma()).as(name).isEqualTo(expected.luma());
    assertThat(reading.width()).as(name).isEqualTo(expected.width());
    assertThat(reading.height()).as(name).isEqualTo(expected.height());
    assertThat(reading.corruption()).as(name).isEqualTo(expected.corruption());
    assertThat(reading.issues()).as(name).isEqualTo(expected.issues());
    assertThat(reading.hindrance()).as(name).isEqualTo(expected.hindrance());
  }

  @Test
  void broken_pictures_have_the_verdict_and_the_luma_that_a_walk_gives_them() {
    Random random = new Random(41);
    int damaged = 0;
    int taken = 0;
    try (PictureReader reader = new PictureReader()) {
      for (int seed = 0; seed < PICTURES; seed++) {
        byte[] sound = seed % 2 == 0 ? AnyJpeg.large(seed) : AnyJpeg.small(seed);
        for (int i = 0; i < 4; i++) {
          byte[] content = i == 0 ? sound : Broken.of(sound, random);
          if (content.length > JpegEntropy.MAX_SCAN_BYTES) {
            // Where the verdict may be another: see the test of long scans.
            continue;
          }
          PictureReading reading = reader.read(content, FileFormat.JPEG);
          assertSame(reading, content, "seed " + seed + ", " + i);
          damaged += reading.corruption().isPresent() ? 1 : 0;
          taken += eighth(content).isTaken() ? 1 : 0;
        }
      }
    }
    assertThat(damaged).isGreaterThan(PICTURES);
    assertThat(taken).isGreaterThan(PICTURES);
  }

  @Test
  void broken_codes_are_damage_in_a_long_scan_too() {
    byte[] content = AnyJpeg.noisy();
    assertThat(content.length).isGreaterThan(JpegEntropy.MAX_SCAN_BYTES + 5000);
    try (PictureReader reader = new PictureReader()) {
      assertSame(reader.read(content, FileFormat.JPEG), content, "sound");
      Arrays.fill(content, content.length / 2, content.length / 2 + 40, (byte) 0x5a);
      PictureReading reading = reader.read(content, FileFormat.JPEG);
      assertThat(reading.luma()).isEqualTo(WalkedJpeg.read(content).luma());
      Corruption found = reading.corruption().orElseThrow();
      assertThat(found.reason()).isEqualTo(CorruptionReason.BROKEN_STREAM);
      assertThat(found.severity()).isEqualTo(Severity.MODERATE);
      assertThat(WalkedJpeg.read(content).corruption()).isEmpty();
    }
  }

  @Test
  void a_picture_says_who_decoded_it() {
    try (PictureReader reader = new PictureReader()) {
      byte[] large = AnyJpeg.noisy();
      assertThat(reader.read(large, FileFormat.JPEG).jpegBy()).contains(JpegDecoder.OURS);
      byte[] small = AnyJpeg.small(1);
      assertThat(reader.read(small, FileFormat.JPEG).jpegBy()).contains(JpegDecoder.OPENCV);
      byte[] cut = Arrays.copyOf(large, large.length / 2);
      assertThat(reader.read(cut, FileFormat.JPEG).jpegBy()).contains(JpegDecoder.OPENCV);
      byte[] none = Arrays.copyOf(large, 300);
      assertThat(reader.read(none, FileFormat.JPEG).jpegBy()).isEmpty();
    }
  }

  private static Eighth eighth(byte[] content) {
    return EighthDecoder.decode(content, 0, content.length, 0, 400_000_000L);
  }

  @NeedsShared
  @Test
  void samples_have_the_verdict_and_the_luma_that_a_walk_gives_them() {
    try (PictureReader reader = new PictureReader()) {
      for (Samples.Row row : Samples.truth()) {
        byte[] content = row.format() == FileFormat.JPEG ? row.content() : new byte[0];
        if (content.length > 0 && !JpegStructure.of(content, 0).lossless()) {
          assertSame(reader.read(content, FileFormat.JPEG), content, row.file());
        }
      }
    }
  }

  @NeedsShared
  @Test
  void samples_that_are_taken_have_the_bits_of_libjpeg_and_these_are_almost_all() {
    int taken = 0;
    for (Samples.Row row : Samples.truth()) {
      byte[] content = row.content();
      Eighth eighth = row.format() == FileFormat.JPEG ? eighth(content) : Eighth.NONE;
      if (eighth.isTaken()) {
        taken++;
        assertThat(eighth.raster().orElseThrow().grey())
            .as(row.file())
            .isEqualTo(OpenCvEighth.of(content).orElseThrow().grey());
      }
    }
    assertThat(taken).isGreaterThan(550);
  }
}
