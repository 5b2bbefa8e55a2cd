package io.lumina.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lumina.container.FileFormat;
import io.lumina.container.HeifItems;
import io.lumina.image.child.DecoderChild;
import io.lumina.image.reading.Corruption.Severity;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Hindrance;
import io.lumina.image.reading.Issue;
import io.lumina.image.reading.PictureLimits;
import io.lumina.image.reading.PictureReading;
import io.lumina.image.structure.Verdict;
import io.lumina.made.NeedsShared;
import io.lumina.raster.Lanczos;
import io.lumina.raster.Raster;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
  private static PictureReader reader;

  @BeforeAll
  static void open() {
    reader = new PictureReader();
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  private static PictureReading read(String file) {
    Samples.Row row = new Samples.Row(file, "");
    return reader.read(row.content(), row.format());
  }

  private static byte[] fullLuma(String file) {
    Raster full = FullDecode.grey(Samples.bytes(file));
    return Lanczos.resize(full, 64, 64).grey();
  }

  @NeedsShared
  @ParameterizedTest
  @CsvSource({
    "photos/fullsize/Issue 525.jpg, 0.7",
    "photos/fullsize/Kodak PIXPRO FZ201.jpg, 0.7",
    "photos/fullsize/Nokia Lumia 800.jpg, 0.7",
    "photos/fullsize/florida_beach.jpg, 0.7",
    "photos/orientation/landscape_1.jpg, 1.0",
    "photos/orientation/landscape_2.jpg, 1.0",
    "photos/orientation/landscape_6.jpg, 1.0",
    "photos/other/hopper.bmp, 0.1",
    "photos/other/exif.png, 0.5",
    "photos/webp/denali.webp, 0.1",
    "photos/other/sugarshack.mpo, 1.0",
  })
  void a_luma_is_close_to_that_of_the_full_decode(String file, double greyLevels) {
    PictureReading reading = read(file);
    assertThat(reading.corruption()).isEmpty();
    assertThat(Samples.distance(reading.luma(), fullLuma(file))).isLessThan(greyLevels);
  }

  @NeedsShared
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7, 8})
  void all_orientations_show_the_same_jpeg(int orientation) {
    // landscape_1 is another print of the scene; the table above holds it against its own decode.
    byte[] upright = read("photos/orientation/landscape_2.jpg").luma();
    PictureReading turned = read("photos/orientation/landscape_" + orientation + ".jpg");
    assertThat(Samples.distance(upright, turned.luma())).isLessThan(3.0);
    boolean onItsSide = orientation > 4;
    assertThat(turned.width() < turned.height()).isEqualTo(onItsSide);
  }

  @NeedsShared
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7, 8})
  void all_orientations_show_the_same_webp(int orientation) {
    byte[] upright = read("photos/orientation/hopper_orientation_2.webp").luma();
    byte[] turned = read("photos/orientation/hopper_orientation_" + orientation + ".webp").luma();
    assertThat(Samples.distance(upright, turned)).isLessThan(4.0);
  }

  @NeedsShared
  @ParameterizedTest
  @CsvSource({
    // A wall of fine stripes, which the phone's own thumbnail aliases.
    "photos/heic/IMG_2682.heic, 6.0",
    "photos/heic/IMG_8565.HEIC, 3.0"
  })
  void a_thumbnail_of_a_heic_shows_what_its_tiles_show(String file, double greyLevels) {
    byte[] content = Samples.bytes(file);
    HeifItems items = HeifItems.of(content).orElseThrow();
    assertThat(items.goodThumbnail(PictureReading.LUMA_SIDE)).isPresent();
    PictureLimits limits = PictureLimits.DEFAULTS;
    try (DecoderChild child = new DecoderChild(limits)) {
      long picture = items.primary();
      long thumbnail = items.goodThumbnail(PictureReading.LUMA_SIDE).orElseThrow();
      byte[] small = child.heifLuma(content, picture, thumbnail, new Verdict(limits)).orElseThrow();
      byte[] tiles = child.heifLuma(content, picture, -1, new Verdict(limits)).orElseThrow();
      assertThat(Samples.distance(small, tiles)).isBetween(0.01, greyLevels);
    }
  }

  @NeedsShared
  @ParameterizedTest
  @CsvSource({
    "photos/heic/IMG_2682.heic, 4032, 3024",
    "photos/heic/IMG_8565.HEIC, 4032, 3024",
    "photos/heic/cheers_1440x960.heic, 1440, 960",
    "photos/heic/RGB_10__128x128.heif, 128, 128",
    "photos/heic/LA_8__128x128.heif, 128, 128",
    "photos/avif/fox.profile0.10bpc.yuv420.avif, 1204, 800",
    "photos/avif/Irvine_CA.avif, 480, 640",
    "photos/other/hopper.psd, 128, 128",
    "photos/other/hopper.ico, 16, 16",
    "photos/other/test-card-lossless.jp2, 640, 480",
    "photos/oddjpeg/f-18.jpg, 320, 240",
    "photos/oddjpeg/dnl-marker.jpg, 194, 132",
    "photos/raw/sample.cr2, 1600, 1200",
    "photos/tiff/BigTIFF.tif, 64, 64",
    "photos/tiff/1pagefax.tif, 1728, 1146",
  })
  void odd_formats_have_a_picture_too(String file, int width, int height) {
    PictureReading reading = read(file);
    assertThat(reading.hasLuma()).isTrue();
    assertThat(reading.width()).isEqualTo(width);
    assertThat(reading.height()).isEqualTo(height);
    assertThat(reading.corruption().filter(c -> c.severity() != Severity.MINOR)).isEmpty();
  }

  @NeedsShared
  @Test
  void the_same_photo_looks_the_same_in_other_formats() {
    // One portrait, 128×128, saved by several programs; they differ by a few levels everywhere.
    byte[] bmp = read("photos/other/hopper.bmp").luma();
    assertThat(Samples.distance(bmp, read("photos/other/hopper.psd").luma())).isLessThan(4.0);
    assertThat(Samples.distance(bmp, read("photos/avif/hopper.avif").luma())).isLessThan(4.0);
    assertThat(Samples.distance(bmp, read("photos/other/hopper.gif").luma())).isLessThan(4.0);
  }

  @Test
  void transparent_pixels_are_seen_over_white() {
    byte[] transparent = TinyPng.rgba(80, 80, 0x00ff0000);
    byte[] half = TinyPng.rgba(80, 80, 0x80000000);
    assertThat(reader.read(transparent, FileFormat.PNG).luma()).containsOnly(255);
    assertThat(reader.read(half, FileFormat.PNG).luma()).containsOnly(127);
  }

  @Test
  void sixteen_bits_become_eight() {
    byte[] grey = TinyPng.grey16(70, 70, 0x8080);
    PictureReading reading = reader.read(grey, FileFormat.PNG);
    assertThat(reading.corruption()).isEmpty();
    assertThat(reading.luma()).containsOnly(0x80);
  }

  @NeedsShared
  @Test
  void a_truncated_jpeg_keeps_what_is_there() {
    PictureReading reading = read("bad/own/truncated-50.jpg");
    assertThat(reading.hasLuma()).isTrue();
    assertThat(reading.corruption().orElseThrow().severity()).isEqualTo(Severity.MINOR);
    assertThat(reading.corruption().orElseThrow().reason()).isEqualTo(CorruptionReason.TRUNCATED);
    byte[] whole = read("bad/own/JPEG-UPPER.JPE").luma();
    byte[] upperHalf = Arrays.copyOf(reading.luma(), 28 * 64);
    assertThat(Samples.distance(upperHalf, whole)).isLessThan(1.0);
  }

  @NeedsShared
  @Test
  void lost_disk_blocks_are_noticed() {
    PictureReading reading = read("bad/own/zero-tail.jpg");
    assertThat(reading.corruption().orElseThrow().reason()).isEqualTo(CorruptionReason.ZERO_FILLED);
    assertThat(reading.corruption().orElseThrow().severity()).isEqualTo(Severity.MODERATE);
  }

  @NeedsShared
  @ParameterizedTest
  @CsvSource({
    "bad/own/zero-byte.jpg, empty_file",
    "bad/own/random.jpg, unknown_format",
    "bad/own/soi-only.jpg, broken_header",
    "bad/own/truncated-01.jpg, broken_header",
  })
  void what_cannot_be_read_says_why(String file, String reason) {
    PictureReading reading = read(file);
    assertThat(reading.hasLuma()).isFalse();
    assertThat(reading.corruption().orElseThrow().severity()).isEqualTo(Severity.SEVERE);
    assertThat(reading.corruption().orElseThrow().reason()).isEqualTo(reason);
  }

  @NeedsShared
  @ParameterizedTest
  @CsvSource({
    "bad/own/bomb-dims-65500.jpg, too_many_pixels",
    "bad/own/bomb-1bit-50000.png, too_many_pixels",
    "bad/own/bomb-dims.gif, too_many_pixels",
    "bad/own/bomb-scans.jpg, too_many_scans",
    "bad/own/bomb-vp8l-16383.webp, decode_too_large",
  })
  void a_limit_of_ours_is_no_damage_of_the_file(String file, String reason) {
    PictureReading reading = read(file);
    assertThat(reading.hasLuma()).isFalse();
    assertThat(reading.corruption().filter(c -> c.severity() == Severity.SEVERE)).isEmpty();
    assertThat(reading.hindrance().orElseThrow().reason()).isEqualTo(reason);
    assertThat(reading.issues()).extracting(Issue::code).containsExactly(reason);
  }

  @NeedsShared
  @Test
  void a_limit_is_named_with_the_value_that_broke_it() {
    try (PictureReader small = new PictureReader(new PictureLimits(1000, Duration.ofSeconds(5)))) {
      Samples.Row row = new Samples.Row("photos/other/hopper.bmp", "");
      PictureReading reading = small.read(row.content(), row.format());
      assertThat(reading.corruption()).isEmpty();
      assertThat(reading.hindrance())
          .contains(
              new Hindrance(
                  "too_many_pixels", 16384, 1000, "128x128 are 16384 pixels, the limit is 1000"));
    }
  }

  @Test
  void limits_below_one_are_refused() {
    assertThatThrownBy(() -> new PictureLimits(0, Duration.ofSeconds(1)))
        .hasMessage("At least 1 pixel must be allowed for a picture, not 0");
    assertThatThrownBy(() -> new PictureLimits(1, 0, Duration.ofSeconds(1)))
        .hasMessage("At least 1 byte must be allowed for a decode, not 0");
    assertThatThrownBy(() -> new PictureLimits(1, Duration.ZERO))
        .hasMessage("The time for a file must be above zero, not PT0S");
  }

  @NeedsShared
  @Test
  void a_raw_without_a_large_preview_has_an_issue_and_no_luma() {
    PictureReading reading = read("photos/raw/sample.nef");
    assertThat(reading.hasLuma()).isFalse();
    assertThat(reading.issues()).extracting(Issue::code).containsExactly("no_preview");
    assertThat(reading.width()).isEqualTo(2012);
  }

  @NeedsShared
  @Test
  void a_jpeg_xl_where_nothing_decodes_it_is_not_looked_at_and_says_what_would() {
    try (PictureReader alone = new PictureReader(PictureLimits.DEFAULTS, "")) {
      byte[] content = Samples.bytes("photos/jxl/testJXL_ISOBMFF.jxl");
      PictureReading reading = alone.read(content, FileFormat.JXL);
      assertThat(reading.width()).isEqualTo(2550);
      assertThat(reading.height()).isEqualTo(3300);
      assertThat(reading.hasLuma()).isFalse();
      assertThat(reading.corruption()).isEmpty();
      assertThat(reading.hindrance().orElseThrow().reason()).isEqualTo("format_not_decoded");
      assertThat(reading.hindrance().orElseThrow().detail()).contains("apt-get install");
      assertThat(alone.hasJxlDecoder()).isFalse();
    }
  }

  @NeedsShared
  @Test
  void a_jpeg_xl_is_decoded_where_its_program_is() {
    assumeThat(reader.hasJxlDecoder()).as("djxl is on the path").isTrue();
    PictureReading reading = read("photos/jxl/testJXL_ISOBMFF.jxl");
    assertThat(reading.hasLuma()).isTrue();
    assertThat(reading.corruption()).isEmpty();
    assertThat(reading.issues()).isEmpty();
    assertThat(read("photos/headers/JXL.jxl").corruption().orElseThrow().reason())
        .isEqualTo("undecodable");
  }
}
