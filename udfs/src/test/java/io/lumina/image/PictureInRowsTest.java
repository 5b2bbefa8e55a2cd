package io.lumina.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures decoded piece by piece, held against the same pictures decoded at once. */
class PictureInRowsTest {
  private static final PictureLimits PIECEMEAL =
      new PictureLimits(400_000_000L, 1, Duration.ofSeconds(10));

  private static BufferedImage drawn(int type, int width, int height) {
    BufferedImage image =
        type == BufferedImage.TYPE_BYTE_INDEXED
            ? new BufferedImage(width, height, type, colours())
            : new BufferedImage(width, height, type);
    Graphics2D pen = image.createGraphics();
    Random random = new Random(7);
    boolean alpha = image.getColorModel().hasAlpha();
    for (int i = 0; i < 200; i++) {
      pen.setColor(new Color(random.nextInt(), alpha && i % 3 == 0));
      pen.fillOval(
          random.nextInt(width) - 20,
          random.nextInt(height) - 20,
          1 + random.nextInt(width / 4),
          1 + random.nextInt(height / 4));
    }
    pen.dispose();
    return image;
  }

  private static IndexColorModel colours() {
    byte[] map = new byte[3 * 256];
    new Random(3).nextBytes(map);
    return new IndexColorModel(8, 256, map, 0, false);
  }

  private static byte[] written(BufferedImage image, String format, String how) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String word : how.split(" ")) {
      switch (word) {
        case "plain" -> {}
        case "progressive" -> param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        case "tiled" -> {
          param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
          param.setTiling(64, 48, 0, 0);
        }
        default -> {
          param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
          param.setCompressionType(word);
        }
      }
    }
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static void assertSame(byte[] content, int greyLevels) {
    FileFormat format = FileFormat.detect(content);
    try (PictureReader whole = new PictureReader();
        PictureReader piecemeal = new PictureReader(PIECEMEAL)) {
      PictureReading expected = whole.read(content, format);
      PictureReading reading = piecemeal.read(content, format);
      assertThat(expected.hasLuma()).isTrue();
      assertThat(reading.hindrance()).isEmpty();
      assertThat(reading.hasLuma()).isTrue();
      for (int i = 0; i < 4096; i++) {
        assertThat(reading.luma()[i] & 0xff)
            .isBetween(
                (expected.luma()[i] & 0xff) - greyLevels, (expected.luma()[i] & 0xff) + greyLevels);
      }
      assertThat(reading.width()).isEqualTo(expected.width());
      assertThat(reading.corruption()).isEqualTo(expected.corruption());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TYPE_3BYTE_BGR",
    "TYPE_4BYTE_ABGR",
    "TYPE_BYTE_GRAY",
    "TYPE_USHORT_GRAY",
    "TYPE_BYTE_BINARY",
    "TYPE_BYTE_INDEXED"
  })
  void a_png_gives_every_bit_of_its_luma_row_by_row(String type) throws Exception {
    assertSame(written(drawn(type(type), 331, 203), "png", "plain"), 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "photos/other/exif.png",
        "bad/go-fuzz/video-display-16.png",
        "bad/go-fuzz/basn0g01-30.png",
        "bad/go-fuzz/avatars.png"
      })
  void so_do_pngs_of_other_programs(String file) {
    assertSame(Samples.bytes(file), 0);
  }

  @ParameterizedTest
  @CsvSource({
    "TYPE_3BYTE_BGR, plain",
    "TYPE_3BYTE_BGR, LZW",
    "TYPE_3BYTE_BGR, ZLib",
    "TYPE_3BYTE_BGR, Deflate tiled",
    "TYPE_3BYTE_BGR, PackBits",
    "TYPE_3BYTE_BGR, LZW tiled",
    "TYPE_BYTE_GRAY, LZW",
    "TYPE_BYTE_GRAY, plain tiled",
    "TYPE_USHORT_GRAY, plain",
    "TYPE_USHORT_GRAY, LZW",
    "TYPE_BYTE_BINARY, PackBits",
    "TYPE_BYTE_INDEXED, Deflate"
  })
  void a_tiff_gives_every_bit_of_its_luma_in_strips_and_tiles(String type, String how)
      throws Exception {
    assertSame(written(drawn(type(type), 331, 203), "tiff", how), 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"photos/tiff/BigTIFF.tif", "bad/go-fuzz/video-001-gray.tiff"})
  void so_do_tiffs_of_other_programs(String file) {
    assertSame(Samples.bytes(file), 0);
  }

  @ParameterizedTest
  @CsvSource({"TYPE_3BYTE_BGR, 1024, 771", "TYPE_BYTE_GRAY, 513, 1100", "TYPE_3BYTE_BGR, 640, 555"})
  void a_progressive_jpeg_gives_every_bit_of_its_luma_from_its_first_coefficients(
      String type, int width, int height) throws Exception {
    assertSame(written(drawn(type(type), width, height), "jpeg", "progressive"), 0);
  }

  @Test
  void a_jpeg_of_several_scans_in_other_ways_does_too() {
    // 150×103 pixels: too small for an eighth, so that a limit is what hinders it.
    byte[] small = Samples.bytes("bad/go-fuzz/video-001.separate.dc.progression.jpeg");
    try (PictureReader piecemeal = new PictureReader(PIECEMEAL)) {
      PictureReading reading = piecemeal.read(small, FileFormat.JPEG);
      assertThat(reading.corruption()).isEmpty();
      assertThat(reading.hindrance().orElseThrow().reason())
          .isEqualTo(CorruptionReason.DECODE_TOO_LARGE);
    }
  }

  @Test
  void what_ends_in_the_middle_is_damaged_in_either_way() throws Exception {
    byte[] png = written(drawn(BufferedImage.TYPE_3BYTE_BGR, 331, 203), "png", "plain");
    byte[] cut = Arrays.copyOf(png, png.length / 2);
    try (PictureReader piecemeal = new PictureReader(PIECEMEAL)) {
      PictureReading reading = piecemeal.read(cut, FileFormat.PNG);
      assertThat(reading.hindrance()).isEmpty();
      assertThat(reading.corruption().orElseThrow().severity())
          .isEqualTo(Corruption.Severity.SEVERE);
    }
  }

  private static int type(String name) throws ReflectiveOperationException {
    return BufferedImage.class.getField(name).getInt(null);
  }
}
