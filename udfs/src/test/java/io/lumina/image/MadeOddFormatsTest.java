package io.lumina.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.container.FileFormat;
import io.lumina.container.HeifItems;
import io.lumina.image.child.DecoderChild;
import io.lumina.image.reading.PictureLimits;
import io.lumina.image.reading.PictureReading;
import io.lumina.image.structure.Verdict;
import io.lumina.made.Exif;
import io.lumina.made.MadeBytes;
import io.lumina.made.MadeClip;
import io.lumina.made.MadeFilm;
import io.lumina.made.MadeHeif;
import io.lumina.made.MadeOddPicture;
import io.lumina.made.MadePicture;
import io.lumina.made.MadeRaw;
import io.lumina.made.MadeSound;
import io.lumina.made.XmpText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of the formats that a process of its own decodes, and files that are no pictures. */
class MadeOddFormatsTest {
  private static final MadePicture SCENE = MadePicture.of(23, 640, 480);
  private static final Instant TIME = Instant.parse("2018-07-06T05:04:03Z");
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

  private static byte[] picture(String format) {
    return switch (format) {
      case "heic" -> MadeHeif.of(SCENE).bytes();
      case "heic of tiles" -> MadeHeif.tiled(SCENE, 4, 3).bytes();
      case "avif" -> MadeHeif.av1(SCENE).bytes();
      case "jp2" -> MadeOddPicture.jp2(SCENE);
      case "psd" -> MadeOddPicture.psd(SCENE);
      case "psd in grey" -> MadeOddPicture.greyPsd(SCENE);
      case "ico" -> MadeOddPicture.ico(SCENE.scaled(160, 120));
      case "dng" -> MadeRaw.dng(Exif.of("Make", "Model"), SCENE);
      case "big tiff" -> MadeOddPicture.bigTiff(SCENE);
      case "jpeg whose height comes last" -> heightComesLast(SCENE.jpeg(90));
      default -> throw new IllegalArgumentException(format);
    };
  }

  private static byte[] other(String what) {
    return switch (what) {
      case "a clip" -> MadeClip.mov(TIME, List.of(SCENE));
      case "a film" -> MadeFilm.of(TIME).bytes();
      case "a sound" -> MadeSound.wav(1);
      case "words beside a picture" -> new XmpText().with("xmp:Rating", "3").bytes();
      case "the same in 16 bits" ->
          ("\ufeff" + new XmpText().with("xmp:Rating", "3")).getBytes(StandardCharsets.UTF_16LE);
      case "a takeout" -> MadeBytes.big().text("{\"title\":\"IMG_1.jpg\"}").done();
      case "a page" -> MadeBytes.big().text("<!DOCTYPE html><html></html>").done();
      case "an archive" -> MadeBytes.big().text("PK").u16(0x0304).zeros(60).done();
      case "one byte" -> new byte[] {'x'};
      default -> throw new IllegalArgumentException(what);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "heic, HEIC",
    "heic of tiles, HEIC",
    "avif, AVIF",
    "jp2, JP2",
    "psd, PSD",
    "ico, ICO",
    "dng, DNG",
    "big tiff, TIFF",
  })
  void first_bytes_tell_the_format_of_a_picture(String format, FileFormat expected) {
    assertThat(FileFormat.detect(picture(format))).isEqualTo(expected);
    // Whatever its name says.
    assertThat(FileFormat.detect(picture(format), "jpg")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "a clip, MOV",
    "a film, MP4",
    "a sound, WAV",
    "words beside a picture, XMP",
    "the same in 16 bits, XMP",
    "a takeout, JSON",
    "a page, UNKNOWN",
    "an archive, UNKNOWN",
    "one byte, UNKNOWN",
  })
  void first_bytes_tell_the_format_of_what_is_no_picture(String what, FileFormat expected) {
    assertThat(FileFormat.detect(other(what), "jpg")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "heic, 640, 480, 1",
    "heic of tiles, 640, 480, 1",
    "avif, 640, 480, 2",
    "jp2, 640, 480, 1",
    "psd, 640, 480, 1",
    "psd in grey, 640, 480, 1",
    "ico, 160, 120, 3",
    "dng, 640, 480, 1.5",
    "big tiff, 640, 480, 1",
    "jpeg whose height comes last, 640, 480, 1.5",
  })
  void odd_formats_show_the_same_picture(String format, int width, int height, double greyLevels) {
    PictureReading reading = read(picture(format));

    assertThat(reading.corruption()).isEmpty();
    assertThat(reading.width()).isEqualTo(width);
    assertThat(reading.height()).isEqualTo(height);
    assertThat(Samples.distance(reading.luma(), read(SCENE.as("png")).luma()))
        .isLessThan(greyLevels);
  }

  @Test
  void a_fax_is_read() {
    MadePicture tones = SCENE.blackAndWhite();

    PictureReading fax = read(MadeOddPicture.fax(tones));

    assertThat(fax.corruption()).isEmpty();
    assertThat(fax.luma()).isEqualTo(read(tones.as("png")).luma());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_turned_webp_is_seen_upright(int orientation) {
    byte[] turned = webp(SCENE.stored(orientation), orientation);

    assertThat(Samples.distance(read(turned).luma(), read(SCENE.as("png")).luma())).isLessThan(2.0);
  }

  @Test
  void a_thumbnail_of_a_heic_shows_what_its_tiles_show() {
    PictureLimits limits = PictureLimits.DEFAULTS;
    byte[] content = MadeHeif.tiled(SCENE, 2, 2).thumbnail(SCENE.scaled(160, 120)).bytes();
    HeifItems items = HeifItems.of(content).orElseThrow();
    try (DecoderChild child = new DecoderChild(limits)) {
      long picture = items.primary();
      long thumbnail = items.goodThumbnail(PictureReading.LUMA_SIDE).orElseThrow();
      byte[] small = child.heifLuma(content, picture, thumbnail, new Verdict(limits)).orElseThrow();
      byte[] tiles = child.heifLuma(content, picture, -1, new Verdict(limits)).orElseThrow();
      assertThat(Samples.distance(small, tiles)).isBetween(0.01, 3.0);
    }
  }

  @Test
  void a_thumbnail_of_another_shape_or_too_small_is_not_taken() {
    MadePicture other = MadePicture.of(24, 640, 480);
    byte[] tiles = read(MadeHeif.tiled(SCENE, 2, 2).bytes()).luma();

    // The second is square, the third has fewer rows than a luma.
    assertThat(read(MadeHeif.tiled(SCENE, 2, 2).thumbnail(other.scaled(160, 120)).bytes()).luma())
        .isNotEqualTo(tiles);
    assertThat(read(MadeHeif.tiled(SCENE, 2, 2).thumbnail(other.scaled(120, 120)).bytes()).luma())
        .isEqualTo(tiles);
    assertThat(read(MadeHeif.tiled(SCENE, 2, 2).thumbnail(other.scaled(80, 60)).bytes()).luma())
        .isEqualTo(tiles);
  }

  /** A scanner that starts before it knows the end writes the height behind the scan. */
  private static byte[] heightComesLast(byte[] jpeg) {
    String text = new String(jpeg, StandardCharsets.ISO_8859_1);
    byte[] open = jpeg.clone();
    int height = text.indexOf("\u00ff\u00c0\0\u0011") + 5;
    open[height] = 0;
    open[height + 1] = 0;
    return MadeBytes.big()
        .add(Arrays.copyOf(open, open.length - 2))
        .u16(0xffdc)
        .u16(4)
        .u16(SCENE.height())
        .u16(0xffd9)
        .done();
  }

  /** With the header and the Exif block that a picture which lies on its side needs. */
  private static byte[] webp(MadePicture stored, int orientation) {
    byte[] plain = stored.webp(95);
    byte[] exif = Exif.of("Make", "Model").orientation(orientation).tiff();
    MadeBytes body = MadeBytes.little().text("WEBPVP8X").u32(10, 0x08);
    body.number(stored.width() - 1L, 3).number(stored.height() - 1L, 3);
    body.add(Arrays.copyOfRange(plain, 12, plain.length));
    body.text("EXIF").u32(exif.length).add(exif).zeros(exif.length % 2);
    return MadeBytes.little().text("RIFF").u32(body.length()).add(body.done()).done();
  }
}
