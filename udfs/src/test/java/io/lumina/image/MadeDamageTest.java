package io.lumina.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.container.FileFormat;
import io.lumina.image.reading.Corruption;
import io.lumina.image.reading.Corruption.Severity;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Hindrance;
import io.lumina.image.reading.Issue;
import io.lumina.image.reading.PictureLimits;
import io.lumina.image.reading.PictureReading;
import io.lumina.made.Exif;
import io.lumina.made.MadeBytes;
import io.lumina.made.MadePicture;
import io.lumina.made.MadeRaw;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is damaged, what only breaks a limit, and what is said of either. */
class MadeDamageTest {
  private static final MadePicture SCENE = MadePicture.of(17, 640, 480);
  private static final int START_OF_FRAME = 0xc0;
  private static final int START_OF_SCAN = 0xda;

  /** The signature and the header of a PNG. */
  private static final String PNG = "\u0089PNG\r\n\u001a\n";

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

  @Test
  void lost_disk_blocks_are_noticed() {
    byte[] content = SCENE.jpeg(95);
    Arrays.fill(content, content.length / 2, content.length, (byte) 0);

    Corruption found = read(content).corruption().orElseThrow();

    assertThat(found.reason()).isEqualTo(CorruptionReason.ZERO_FILLED);
    assertThat(found.severity()).isEqualTo(Severity.MODERATE);
  }

  @Test
  void half_a_jpeg_is_truncated_and_shows_its_upper_half() {
    byte[] whole = SCENE.jpeg(95);

    PictureReading half = read(Arrays.copyOf(whole, whole.length / 2));

    assertThat(half.corruption().orElseThrow().severity()).isEqualTo(Severity.MINOR);
    assertThat(half.corruption().orElseThrow().reason()).isEqualTo(CorruptionReason.TRUNCATED);
    assertThat(half.width()).isEqualTo(640);
    byte[] upper = Arrays.copyOf(half.luma(), 24 * 64);
    assertThat(Samples.distance(upper, read(whole).luma())).isLessThan(1.0);
    byte[] lower = Arrays.copyOfRange(half.luma(), 56 * 64, 64 * 64);
    byte[] lost = Arrays.copyOfRange(read(whole).luma(), 56 * 64, 64 * 64);
    assertThat(Samples.distance(lower, lost)).isGreaterThan(5.0);
  }

  private static byte[] unreadable(String what) {
    byte[] noise = new byte[5_000];
    new Random(3).nextBytes(noise);
    noise[0] = 'x';
    byte[] jpeg = SCENE.jpeg(90);
    return switch (what) {
      case "nothing" -> new byte[0];
      case "noise" -> noise;
      case "words" -> MadeBytes.big().text("just words, no picture").done();
      case "zeros" -> new byte[5_000];
      case "a first marker" -> Arrays.copyOf(jpeg, 2);
      case "the first hundredth" -> Arrays.copyOf(jpeg, jpeg.length / 100);
      case "all before the frame" -> Arrays.copyOf(jpeg, at(jpeg, START_OF_FRAME));
      default -> throw new IllegalArgumentException(what);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "nothing, empty_file",
    "noise, unknown_format",
    "words, unknown_format",
    "zeros, unknown_format",
    "a first marker, broken_header",
    "the first hundredth, broken_header",
    "all before the frame, broken_header",
  })
  void what_cannot_be_read_says_why(String what, String reason) {
    PictureReading reading = read(unreadable(what));

    assertThat(reading.hasLuma()).isFalse();
    assertThat(reading.corruption().orElseThrow().severity()).isEqualTo(Severity.SEVERE);
    assertThat(reading.corruption().orElseThrow().reason()).isEqualTo(reason);
  }

  private static byte[] bomb(String what) {
    byte[] jpeg = SCENE.jpeg(50);
    byte[] gif = SCENE.scaled(64, 48).as("gif");
    return switch (what) {
      case "a jpeg of 65500 pixels a side" -> with(jpeg, at(jpeg, START_OF_FRAME) + 5, 65_500);
      case "a png of 50000 pixels a side" -> onePixelDeep(50_000);
      case "a gif of 65500 pixels a side" ->
          with(gif, 6, Short.toUnsignedInt(Short.reverseBytes((short) 65_500)));
      case "a jpeg of 101 scans" -> scans(jpeg, 101);
      case "a webp of 16383 pixels a side" -> lossless(16_383);
      default -> throw new IllegalArgumentException(what);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "a jpeg of 65500 pixels a side, too_many_pixels",
    "a png of 50000 pixels a side, too_many_pixels",
    "a gif of 65500 pixels a side, too_many_pixels",
    "a jpeg of 101 scans, too_many_scans",
    "a webp of 16383 pixels a side, decode_too_large",
  })
  void a_limit_of_ours_is_no_damage_of_the_file(String what, String reason) {
    PictureReading reading = read(bomb(what));

    assertThat(reading.hasLuma()).isFalse();
    assertThat(reading.corruption().filter(c -> c.severity() == Severity.SEVERE)).isEmpty();
    assertThat(reading.hindrance().orElseThrow().reason()).isEqualTo(reason);
    assertThat(reading.issues()).extracting(Issue::code).containsExactly(reason);
  }

  @Test
  void a_jpeg_of_as_many_scans_as_are_allowed_is_decoded() {
    assertThat(read(scans(SCENE.jpeg(50), 100)).hasLuma()).isTrue();
  }

  @Test
  void a_limit_is_named_with_the_value_that_broke_it() {
    byte[] content = SCENE.scaled(128, 128).as("bmp");
    try (PictureReader small = new PictureReader(new PictureLimits(1000, Duration.ofSeconds(5)))) {
      PictureReading reading = small.read(content, FileFormat.BMP);

      assertThat(reading.corruption()).isEmpty();
      assertThat(reading.hindrance())
          .contains(
              new Hindrance(
                  "too_many_pixels", 16384, 1000, "128x128 are 16384 pixels, the limit is 1000"));
    }
  }

  @Test
  void a_raw_without_a_large_preview_has_an_issue_and_no_luma() {
    byte[] raw = MadeRaw.dng(Exif.of("Make", "Model"), SCENE.scaled(160, 120));

    PictureReading reading = reader.read(raw, FileFormat.detect(raw, "dng"));

    assertThat(reading.hasLuma()).isFalse();
    assertThat(reading.corruption()).isEmpty();
    assertThat(reading.issues())
        .containsExactly(
            new Issue(
                "no_preview",
                "The largest preview has 160 pixels, 640 on the longer side are needed"));
    assertThat(reading.width()).isEqualTo(160);
  }

  /** Where a segment begins. */
  private static int at(byte[] jpeg, int marker) {
    int at = 2;
    while ((jpeg[at + 1] & 0xff) != marker) {
      at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
    }
    return at;
  }

  /** With another height and width. */
  private static byte[] with(byte[] content, int at, int side) {
    byte[] sides = MadeBytes.big().u16(side).u16(side).done();
    System.arraycopy(sides, 0, content, at, sides.length);
    return content;
  }

  private static byte[] scans(byte[] jpeg, int count) {
    int scan = at(jpeg, START_OF_SCAN);
    MadeBytes file = MadeBytes.big().add(Arrays.copyOf(jpeg, scan));
    for (int i = 0; i < count; i++) {
      file.add(Arrays.copyOfRange(jpeg, scan, jpeg.length - 2));
    }
    return file.u16(0xffd9).done();
  }

  private static byte[] onePixelDeep(int side) {
    return MadeBytes.big()
        .text(PNG)
        .add(MadeBytes.chunk("IHDR", MadeBytes.big().u32(side, side).u8(1).zeros(4).done()))
        .add(MadeBytes.chunk("IDAT", new byte[100]))
        .add(MadeBytes.chunk("IEND", new byte[0]))
        .done();
  }

  /** A lossless WebP that is all header. */
  private static byte[] lossless(int side) {
    MadeBytes stream = MadeBytes.little().u8(0x2f).u32(side - 1L | side - 1L << 14).zeros(15);
    return MadeBytes.little()
        .text("RIFF")
        .u32(12 + stream.length())
        .text("WEBPVP8L")
        .u32(stream.length())
        .add(stream.done())
        .done();
  }
}
