package io.lumina.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.container.FileFormat;
import io.lumina.image.reading.Corruption;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.PictureLimits;
import io.lumina.image.reading.PictureReading;
import io.lumina.made.NeedsShared;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** How far the two ways are apart at most, for each sample of which both give a luma. */
  private static Map<String, Integer> distances() {
    Map<String, Integer> distances = new TreeMap<>();
    try (PictureReader whole = new PictureReader();
        PictureReader piecemeal = new PictureReader(PIECEMEAL)) {
      for (Samples.Row row : Samples.truth()) {
        FileFormat format = row.format();
        if (!Set.of(FileFormat.PNG, FileFormat.TIFF, FileFormat.JPEG).contains(format)) {
          continue;
        }
        byte[] expected = whole.read(row.content(), format).luma();
        byte[] luma = piecemeal.read(row.content(), format).luma();
        int most = 0;
        for (int i = 0; i < Math.min(expected.length, luma.length); i++) {
          most = Math.max(most, Math.abs((expected[i] & 0xff) - (luma[i] & 0xff)));
        }
        if (expected.length > 0 && luma.length > 0) {
          distances.put(row.file(), most);
        }
      }
    }
    return distances;
  }

  @Test
  void a_half_transparent_tiff_is_seen_over_white_once() {
    BufferedImage black = new BufferedImage(90, 70, BufferedImage.TYPE_4BYTE_ABGR);
    for (int y = 0; y < 70; y++) {
      for (int x = 0; x < 90; x++) {
        black.setRGB(x, y, 0x80000000);
      }
    }
    byte[] content = written(black, "tiff", "LZW");
    try (PictureReader piecemeal = new PictureReader(PIECEMEAL)) {
      PictureReading reading = piecemeal.read(content, FileFormat.TIFF);
      assertThat(reading.hindrance()).isEmpty();
      assertThat(reading.luma()).containsOnly(127);
    }
  }

  @NeedsShared
  @Test
  void every_sample_gives_every_bit_of_its_luma_in_either_way() {
    Map<String, Integer> distances = distances();
    assertThat(distances).hasSizeGreaterThan(100);
    distances.values().removeIf(distance -> distance == 0);
    assertThat(distances).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"TYPE_3BYTE_BGR, 1024, 771", "TYPE_BYTE_GRAY, 513, 1100", "TYPE_3BYTE_BGR, 640, 555"})
  void a_progressive_jpeg_gives_every_bit_of_its_luma_from_its_first_coefficients(
      String type, int width, int height) throws Exception {
    assertSame(written(drawn(type(type), width, height), "jpeg", "progressive"), 0);
  }

  @NeedsShared
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

  @ParameterizedTest
  @CsvSource({"TYPE_3BYTE_BGR, 150, 103", "TYPE_BYTE_GRAY, 300, 511"})
  void a_progressive_jpeg_too_small_for_its_first_coefficients_meets_the_limit(
      String type, int width, int height) throws Exception {
    byte[] small = written(drawn(type(type), width, height), "jpeg", "progressive");
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
