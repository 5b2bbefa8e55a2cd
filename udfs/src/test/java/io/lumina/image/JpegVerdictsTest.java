package io.lumina.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.image.Corruption.Severity;
import io.lumina.image.jpeg.AnyJpeg;
import io.lumina.image.jpeg.Broken;
import io.lumina.image.jpeg.Eighth;
import io.lumina.image.jpeg.EighthDecoder;
import io.lumina.image.jpeg.OpenCvEighth;
import io.lumina.made.NeedsShared;
import java.util.Optional;
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
    boolean isLong = content.length > JpegEntropy.MAX_SCAN_BYTES;
    if (isLong && !reading.corruption().equals(expected.corruption())) {
      // The walk does not run the codes of a long scan.
      Corruption found = reading.corruption().orElseThrow();
      assertThat(found.reason()).as(name).isEqualTo(CorruptionReason.BROKEN_STREAM);
      assertThat(found.severity()).as(name).isEqualTo(Severity.MODERATE);
      assertThat(expected.corruption().map(Corruption::severity))
          .as(name)
          .isNotEqualTo(Optional.of(Severity.SEVERE));
    } else {
      assertThat(reading.corruption()).as(name).isEqualTo(expected.corruption());
    }
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
