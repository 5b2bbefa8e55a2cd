package io.lumina.meta.film;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.made.MadeFilm;
import io.lumina.meta.MetadataReader;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnimationLengthTest {

  @Test
  void a_gif_runs_as_long_as_its_frames_together() {
    assertThat(seconds(gif(50, 25))).hasValue(0.75);
    assertThat(seconds(gif(0, 1, 100))).as("untimed").hasValueCloseTo(1.2, within());
    assertThat(seconds(gif(50))).as("one frame").isEmpty();
  }

  @Test
  void a_png_runs_as_long_as_its_frames_together() {
    assertThat(seconds(png(control(1, 2), control(30, 0)))).hasValue(0.8);
    assertThat(seconds(png(control(1, 2)))).as("one frame").isEmpty();
    assertThat(seconds(png())).isEmpty();
  }

  @Test
  void a_webp_runs_as_long_as_its_frames_together() {
    assertThat(seconds(webp(500, 1250))).hasValue(1.75);
    assertThat(seconds(webp(500))).isEmpty();
  }

  @Test
  void a_sequence_that_is_shown_for_ever_runs_as_long_as_its_track() {
    byte[] sequence = MadeFilm.of(Instant.parse("2024-03-01T10:00:00Z")).endless(1_200).bytes();
    assertThat(new MetadataReader().read(sequence).metadata().duration()).contains(1.2);
  }

  @Test
  void whatever_is_cut_or_broken_ends() {
    byte[][] whole = {gif(50, 25, 10), png(control(1, 2), control(1, 2)), webp(500, 700)};
    Random random = new Random(8);
    for (byte[] content : whole) {
      for (int length = 0; length < content.length; length++) {
        AnimationLength.of(java.util.Arrays.copyOf(content, length));
      }
      for (int round = 0; round < 2_000; round++) {
        byte[] broken = content.clone();
        for (int bytes = 0; bytes < 3; bytes++) {
          broken[random.nextInt(broken.length)] = (byte) random.nextInt();
        }
        AnimationLength.of(broken).ifPresent(it -> assertThat(it.seconds()).isNotNegative());
      }
    }
    assertThat(AnimationLength.of(new byte[100])).isEmpty();
  }

  @Test
  void the_frame_in_the_middle_is_that_of_the_time_and_not_of_the_count() {
    assertThat(AnimationLength.of(gif(50, 50, 50)).orElseThrow().middle()).isEqualTo(1);
    assertThat(AnimationLength.of(gif(50, 50)).orElseThrow().middle()).isZero();
    assertThat(AnimationLength.of(gif(10, 10, 10, 200)).orElseThrow().middle()).isEqualTo(3);
    assertThat(AnimationLength.of(gif(200, 10, 10, 10)).orElseThrow().middle()).isZero();
    int[] many = new int[201];
    java.util.Arrays.fill(many, 5);
    AnimationLength.Animation film = AnimationLength.of(gif(many)).orElseThrow();
    assertThat(film.frames()).isEqualTo(201);
    assertThat(film.middle()).isEqualTo(94);
  }

  private static OptionalDouble seconds(byte[] content) {
    return AnimationLength.of(content).stream()
        .mapToDouble(AnimationLength.Animation::seconds)
        .findFirst();
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-9);
  }

  /** One pixel a frame; delays in hundredths of a second. */
  private static byte[] gif(int... delays) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, "GIF89a", 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255);
    write(out, "!", 0xFF, 11);
    write(out, "NETSCAPE2.0", 3, 1, 0, 0, 0);
    for (int delay : delays) {
      write(out, "!", 0xF9, 4, 0, delay & 0xFF, delay >> 8, 0, 0);
      write(out, ",", 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0);
    }
    write(out, ";");
    return out.toByteArray();
  }

  private static byte[] png(byte[]... controls) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, "\u0089PNG\r\n\u001a\n");
    chunk(out, "IHDR", new byte[13]);
    for (byte[] control : controls) {
      chunk(out, "fcTL", control);
      chunk(out, "fdAT", new byte[9]);
    }
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] control(int numerator, int denominator) {
    return ByteBuffer.allocate(26)
        .putShort(20, (short) numerator)
        .putShort(22, (short) denominator)
        .array();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    write(out, type);
    out.writeBytes(data);
    out.writeBytes(new byte[4]);
  }

  /** Durations in thousandths of a second. */
  private static byte[] webp(int... durations) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, "RIFF", 0, 0, 0, 0);
    write(out, "WEBPVP8X", 10, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    for (int duration : durations) {
      write(out, "ANMF", 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
      write(out, "", duration & 0xFF, duration >> 8, 0, 2);
    }
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String text, int... bytes) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    for (int each : bytes) {
      out.write(each);
    }
  }
}
