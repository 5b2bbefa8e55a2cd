package io.lumina.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.container.FileFormat;
import io.lumina.image.reading.MediaInfo;
import io.lumina.image.reading.PictureReading;
import io.lumina.made.Exif;
import io.lumina.made.MadeClip;
import io.lumina.made.MadePicture;
import io.lumina.made.MadeRaw;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of real photos elsewhere, asked of pictures that are drawn here. */
class MadePicturesTest {
  private static final MadePicture SCENE = MadePicture.of(41, 640, 480);
  private static PictureReader reader;

  @BeforeAll
  static void open() {
    reader = new PictureReader();
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  private static PictureReading read(byte[] content) {
    return reader.read(content, FileFormat.detect(content));
  }

  private static byte[] file(String format) {
    return switch (format) {
      case "jpeg" -> SCENE.jpeg(95);
      case "webp" -> SCENE.webp(95);
      default -> SCENE.as(format);
    };
  }

  @ParameterizedTest
  @CsvSource({"jpeg, JPEG", "png, PNG", "gif, GIF", "bmp, BMP", "tiff, TIFF", "webp, WEBP"})
  void first_bytes_tell_the_format(String format, FileFormat expected) {
    assertThat(FileFormat.detect(file(format), "")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"jpeg, 1", "png, 0.5", "gif, 8", "bmp, 0.5", "tiff, 0.5", "webp, 2"})
  void a_luma_is_close_to_that_of_the_full_decode(String format, double greyLevels) {
    PictureReading reading = read(file(format));

    assertThat(reading.corruption()).isEmpty();
    assertThat(reading.width()).isEqualTo(640);
    assertThat(reading.height()).isEqualTo(480);
    assertThat(Samples.distance(reading.luma(), read(SCENE.as("png")).luma()))
        .isLessThan(greyLevels);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_turned_picture_is_seen_upright(int orientation) {
    byte[] stored = SCENE.stored(orientation).jpeg(95);
    byte[] turned = Exif.of("Make", "Model").orientation(orientation).into(stored);

    assertThat(Samples.distance(read(turned).luma(), read(SCENE.jpeg(95)).luma())).isLessThan(1.5);
  }

  @Test
  void the_preview_of_a_raw_is_its_picture() {
    byte[] raw = MadeRaw.dng(Exif.of("Make", "Model"), SCENE);
    PictureReading reading = reader.read(raw, FileFormat.detect(raw, "dng"));

    assertThat(Samples.distance(reading.luma(), read(SCENE.jpeg(90)).luma())).isLessThan(1);
    assertThat(reading.width()).isEqualTo(640);
  }

  @Test
  void a_jpeg_cut_short_keeps_what_is_there_and_says_so() {
    byte[] whole = SCENE.jpeg(95);
    PictureReading cut = read(Arrays.copyOf(whole, whole.length * 3 / 4));

    assertThat(cut.corruption()).isPresent();
    assertThat(cut.hasLuma()).isTrue();
    byte[] upper = Arrays.copyOf(cut.luma(), 64 * 24);
    assertThat(Samples.distance(upper, Arrays.copyOf(read(whole).luma(), 64 * 24))).isLessThan(1);
  }

  @ParameterizedTest
  @CsvSource({"png, 40", "gif, 12", "webp, 30", "jpeg, 200"})
  void a_file_without_pixels_says_why(String format, int bytes) {
    PictureReading reading = read(Arrays.copyOf(file(format), bytes));

    assertThat(reading.hasLuma()).isFalse();
    assertThat(reading.corruption()).isPresent();
  }

  @Test
  void a_film_is_probed_and_one_cut_short_is_broken() {
    List<MadePicture> frames = List.of(SCENE, SCENE.frame(1), SCENE.frame(2));
    byte[] film = MadeClip.mov(Instant.parse("2018-07-06T05:04:03Z"), frames);

    MediaInfo info = reader.probe(film);

    assertThat(info.width()).isEqualTo(640);
    assertThat(info.height()).isEqualTo(480);
    assertThat(info.durationSeconds()).hasValue(3);
    assertThat(info.corruption()).isEmpty();
    assertThat(reader.probe(Arrays.copyOf(film, film.length / 2)).corruption()).isPresent();
  }
}
