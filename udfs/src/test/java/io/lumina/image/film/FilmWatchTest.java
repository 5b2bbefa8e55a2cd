package io.lumina.image.film;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.container.FileFormat;
import io.lumina.image.Samples;
import io.lumina.image.reading.Corruption;
import io.lumina.image.reading.Corruption.Severity;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.made.MadeClip;
import io.lumina.made.MadePicture;
import io.lumina.made.NeedsShared;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilmWatchTest {
  private final ByteArrayOutputStream film = new ByteArrayOutputStream();

  private FilmWatchTest box(String type, long announced, int payload) {
    film.writeBytes(ByteBuffer.allocate(4).putInt((int) announced).array());
    film.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
    film.writeBytes(new byte[payload]);
    return this;
  }

  private FilmWatchTest box(String type, int payload) {
    return box(type, payload + 8, payload);
  }

  private FilmWatchTest longBox(String type, long announced, int payload) {
    film.writeBytes(ByteBuffer.allocate(4).putInt(1).array());
    film.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
    film.writeBytes(ByteBuffer.allocate(8).putLong(announced).array());
    film.writeBytes(new byte[payload]);
    return this;
  }

  /** Passes in pieces of every size: headers are cut anywhere. */
  private Optional<Corruption> damage(FileFormat format) {
    byte[] bytes = film.toByteArray();
    Optional<Corruption> whole = passed(bytes, format, bytes.length);
    for (int piece = 1; piece < 40; piece++) {
      assertThat(passed(bytes, format, piece)).isEqualTo(whole);
    }
    return whole;
  }

  private static Optional<Corruption> passed(byte[] bytes, FileFormat format, int piece) {
    FilmWatch watch = new FilmWatch(format);
    for (int at = 0; at < bytes.length; at += piece) {
      watch.pass(bytes, at, Math.min(piece, bytes.length - at));
    }
    return watch.damage();
  }

  @Test
  void a_whole_film_has_no_damage_wherever_its_index_stands() {
    assertThat(box("ftyp", 12).box("mdat", 300).box("moov", 80).damage(FileFormat.MP4)).isEmpty();
    film.reset();
    box("ftyp", 12).box("moov", 80).longBox("mdat", 316, 300).box("free", 0);
    assertThat(damage(FileFormat.MOV)).isEmpty();
    film.reset();
    assertThat(box("ftyp", 12).box("moov", 80).box("mdat", 0, 300).damage(FileFormat.M4A))
        .isEmpty();
  }

  @Test
  void a_film_without_its_index_is_lost() {
    Corruption lost = box("ftyp", 12).box("mdat", 5000, 300).damage(FileFormat.MP4).orElseThrow();
    assertThat(lost)
        .isEqualTo(
            new Corruption(
                Severity.SEVERE,
                CorruptionReason.TRUNCATED,
                "There is no moov box within 328 bytes: nothing says where frames are"));
  }

  @Test
  void an_index_that_is_cut_is_lost_too() {
    Corruption lost =
        box("ftyp", 12).box("mdat", 300).box("moov", 900, 80).damage(FileFormat.MP4).orElseThrow();
    assertThat(lost.severity()).isEqualTo(Severity.SEVERE);
    assertThat(lost.detail()).isEqualTo("The box at 328 announces 900 bytes, 88 are left");
  }

  @ParameterizedTest
  @ValueSource(longs = {400, 5L << 30, Long.MAX_VALUE})
  void frames_behind_a_whole_index_that_end_early_are_a_minor_loss(long announced) {
    Corruption cut =
        box("ftyp", 12)
            .box("moov", 80)
            .longBox("mdat", announced, 300)
            .damage(FileFormat.MP4)
            .orElseThrow();
    assertThat(cut.severity()).isEqualTo(Severity.MINOR);
    assertThat(cut.reason()).isEqualTo(CorruptionReason.TRUNCATED);
  }

  @Test
  void a_box_that_cannot_be_is_broken_structure() {
    Corruption broken =
        box("ftyp", 12).box("moov", 80).box("free", 3, 90).damage(FileFormat.MP4).orElseThrow();
    assertThat(broken.severity()).isEqualTo(Severity.MODERATE);
    assertThat(broken.reason()).isEqualTo(CorruptionReason.BROKEN_STRUCTURE);
  }

  private static byte[] riff(int announced, int length) {
    return ByteBuffer.allocate(length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(announced)
        .put("AVI ".getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  @Test
  void an_avi_or_wav_shorter_than_it_says_is_truncated() {
    film.writeBytes(riff(992, 900));
    assertThat(damage(FileFormat.AVI).orElseThrow().detail())
        .isEqualTo("The file announces 1000 bytes, there are 900");
    assertThat(passed(riff(892, 900), FileFormat.WAV, 900)).isEmpty();
    // Recorded into a pipe: nobody knew.
    assertThat(passed(riff(-1, 900), FileFormat.WAV, 900)).isEmpty();
    assertThat(passed(riff(0, 900), FileFormat.WAV, 900)).isEmpty();
  }

  private static byte[] matroska(long segment, int length) {
    ByteBuffer file = ByteBuffer.allocate(length);
    file.putInt(0x1a45dfa3).put((byte) 0x84).putInt(0);
    file.putInt(0x18538067).putLong(0x0100_0000_0000_0000L | segment);
    return file.array();
  }

  @Test
  void a_matroska_shorter_than_it_says_is_truncated() {
    film.writeBytes(matroska(479, 400));
    assertThat(damage(FileFormat.MKV).orElseThrow().detail())
        .isEqualTo("The file announces 500 bytes, there are 400");
    assertThat(passed(matroska(379, 400), FileFormat.WEBM, 400)).isEmpty();
    // Live: the length was not known when the header was written.
    assertThat(passed(matroska(0x00ff_ffff_ffff_ffffL, 400), FileFormat.WEBM, 400)).isEmpty();
  }

  @Test
  void a_clip_is_whole_until_it_is_cut_anywhere() {
    Instant time = Instant.parse("2018-07-06T05:04:03Z");
    byte[] whole = MadeClip.mov(time, List.of(MadePicture.of(2, 64, 48)));
    FileFormat format = FileFormat.detect(whole);
    assertThat(passed(whole, format, whole.length)).isEmpty();
    for (int length = 20; length < whole.length; length++) {
      assertThat(passed(Arrays.copyOf(whole, length), format, 1 << 16)).isPresent();
    }
  }

  @NeedsShared
  @ParameterizedTest
  @ValueSource(strings = {"video/with-gps.mov", "video/sample_mpeg4.mp4"})
  void films_of_cameras_are_whole_until_they_are_cut(String file) {
    byte[] whole = Samples.bytes(file);
    FileFormat format = FileFormat.detect(whole);
    assertThat(passed(whole, format, whole.length)).isEmpty();
    assertThat(passed(Arrays.copyOf(whole, whole.length / 2), format, 1 << 16)).isPresent();
  }
}
