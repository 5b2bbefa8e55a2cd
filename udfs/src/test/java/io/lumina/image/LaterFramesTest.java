package io.lumina.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.container.FileFormat;
import io.lumina.image.reading.PictureLimits;
import io.lumina.image.reading.PictureReading;
import io.lumina.made.MadeAnimation;
import io.lumina.made.MadePicture;
import io.lumina.meta.film.AnimationLength;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaterFramesTest {
  private static final int LUMA = LaterFrames.LENGTH / 2;
  private static final MadeAnimation FILM = MadeAnimation.of(160, 120, 120, 1, 2, 3, 4, 5);

  private static final int ROUNDS = 400;

  private final PictureReader reader = new PictureReader();

  @ParameterizedTest
  @CsvSource({"gif, GIF", "png, PNG", "webp, WEBP"})
  void the_frames_in_the_middle_and_at_the_end_are_those_that_were_drawn(
      String extension, FileFormat format) {
    byte[] content = FILM.as(extension);
    assertThat(AnimationLength.of(content).orElseThrow().seconds()).isEqualTo(0.6);
    byte[] lumas = later(content, format, PictureLimits.DEFAULTS).orElseThrow();
    assertThat(lumas).hasSize(LaterFrames.LENGTH);
    assertThat(apart(Arrays.copyOf(lumas, LUMA), 3)).isLessThan(8);
    assertThat(apart(Arrays.copyOfRange(lumas, LUMA, 2 * LUMA), 5)).isLessThan(8);
  }

  @Test
  void another_encoder_shows_the_same_frames() {
    byte[] lumas = later(FILM.otherGif(), FileFormat.GIF, PictureLimits.DEFAULTS).orElseThrow();
    assertThat(apart(Arrays.copyOf(lumas, LUMA), 3)).isLessThan(8);
    assertThat(apart(Arrays.copyOfRange(lumas, LUMA, 2 * LUMA), 5)).isLessThan(8);
  }

  @Test
  void an_animation_of_more_pixels_than_its_share_of_a_picture_is_left_alone() {
    // Three frames up to the middle and five up to the end, of which a quarter has to do.
    long enough = 4L * (3 + 5) * 160 * 120;
    byte[] content = FILM.as("gif");
    assertThat(later(content, FileFormat.GIF, limit(enough))).isPresent();
    assertThat(later(content, FileFormat.GIF, limit(enough - 4 * 8))).isEmpty();
  }

  @Test
  void a_bomb_of_many_tiny_frames_is_left_alone() {
    PictureReading tiny = reader.read(MadePicture.of(1, 8, 8).as("gif"), FileFormat.GIF);
    assertThat(
            LaterFrames.of(
                new byte[100], FileFormat.GIF, tiny, 50_000, 100_000, PictureLimits.DEFAULTS))
        .isEmpty();
  }

  @Test
  void broken_animations_have_their_frames_or_none() {
    Random random = new Random(92);
    for (FileFormat format : new FileFormat[] {FileFormat.GIF, FileFormat.PNG, FileFormat.WEBP}) {
      byte[] whole = MadeAnimation.of(40, 30, 100, 1, 2, 3).as(format.name().toLowerCase());
      for (int round = 0; round < ROUNDS; round++) {
        byte[] broken = whole.clone();
        for (int bytes = 0; bytes <= random.nextInt(8); bytes++) {
          int reach = random.nextBoolean() ? Math.min(200, broken.length) : broken.length;
          broken[random.nextInt(reach)] = (byte) random.nextInt();
        }
        if (random.nextInt(4) == 0) {
          broken = Arrays.copyOf(broken, 1 + random.nextInt(broken.length));
        }
        later(broken, format, limit(10_000_000))
            .ifPresent(lumas -> assertThat(lumas).hasSize(LaterFrames.LENGTH));
      }
    }
  }

  private Optional<byte[]> later(byte[] content, FileFormat format, PictureLimits limits) {
    PictureReading picture = reader.read(content, format);
    return AnimationLength.of(content)
        .flatMap(
            film ->
                LaterFrames.of(content, format, picture, film.middle(), film.frames() - 1, limits));
  }

  private static PictureLimits limit(long pixels) {
    return new PictureLimits(pixels, Duration.ofSeconds(10));
  }

  /** Mean difference to a scene as it was drawn. */
  private double apart(byte[] luma, int seed) {
    byte[] drawn = reader.read(MadePicture.of(seed, 160, 120).as("png"), FileFormat.PNG).luma();
    long sum = 0;
    for (int at = 0; at < luma.length; at++) {
      sum += Math.abs((luma[at] & 0xff) - (drawn[at] & 0xff));
    }
    return (double) sum / luma.length;
  }
}
