package io.lumina.image.structure;

import io.lumina.container.Bytes;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;
import java.util.Arrays;

/** Walks the RIFF chunks of a WebP (RFC 9649): size, alpha, lengths, order. */
public final class WebpStructure {
  private static final int ANIMATION = 2;
  private static final int ALPHA = 16;

  private final byte[] content;
  private final Bytes bytes;
  private final Damage damage = new Damage();
  private int width;
  private int height;
  private boolean alpha;
  private boolean picture;
  private int orientation = Orientation.UPRIGHT;

  private WebpStructure(byte[] content) {
    this.content = content;
    this.bytes = Bytes.littleEndian(content);
  }

  public static Structure of(byte[] content) {
    WebpStructure webp = new WebpStructure(content);
    webp.walk();
    // libwebp holds the planes and the result, and OpenCV converts a copy.
    long decoded = (long) webp.width * webp.height * 5;
    return new Structure(
        webp.width, webp.height, decoded, webp.orientation, webp.alpha, webp.damage.found());
  }

  private void walk() {
    long end = 8 + bytes.u32(4);
    if (end > bytes.length()) {
      damage.minor(
          CorruptionReason.TRUNCATED,
          "The file announces " + end + " bytes, there are " + bytes.length());
    }
    long at = 12;
    while (at + 8 <= Math.min(end, bytes.length())) {
      String type = bytes.latin1(at, 4);
      long length = bytes.u32(at + 4);
      if (!bytes.has(at + 8, length)) {
        damage.minor(
            CorruptionReason.TRUNCATED,
            "A chunk at " + at + " of " + length + " bytes reaches beyond the end");
      }
      chunk(type, at + 8, length);
      at += 8 + length + (length & 1);
    }
    if (!picture) {
      damage.moderate(CorruptionReason.BROKEN_STRUCTURE, "There are no picture data");
    }
  }

  private void chunk(String type, long at, long length) {
    switch (type) {
      case "VP8X" -> {
        int flags = bytes.u8(at);
        alpha |= (flags & ALPHA) != 0 || (flags & ANIMATION) != 0;
        size(bytes.u24(at + 4) + 1, bytes.u24(at + 7) + 1, at);
      }
      case "VP8 " -> lossy(at, length);
      case "VP8L" -> lossless(at);
      case "ALPH" -> alpha = true;
      case "ANMF" -> picture = true;
      case "EXIF" -> {
        if (bytes.has(at, length)) {
          int skip = bytes.matches(at, "Exif\0\0") ? 6 : 0;
          byte[] exif = Arrays.copyOfRange(content, (int) at + skip, (int) (at + length));
          orientation = Orientation.ofExif(exif, 0);
        }
      }
      default -> {}
    }
  }

  private void lossy(long at, long length) {
    picture = true;
    boolean keyFrame = (bytes.u8(at) & 1) == 0;
    boolean startCode = bytes.u8(at + 3) == 0x9d && bytes.u8(at + 4) == 1 && bytes.u8(at + 5) == 42;
    if (!keyFrame || !startCode) {
      damage.moderate(CorruptionReason.BROKEN_STREAM, "The picture data at " + at + " are no VP8");
      return;
    }
    long firstPartition = bytes.u24(at) >> 5;
    if (firstPartition + 10 > length) {
      damage.moderate(
          CorruptionReason.BROKEN_STREAM,
          "A partition of " + firstPartition + " bytes in picture data of " + length);
    }
    size(bytes.u16(at + 6) & 0x3fff, bytes.u16(at + 8) & 0x3fff, at);
  }

  private void lossless(long at) {
    picture = true;
    if (bytes.u8(at) != 0x2f) {
      damage.moderate(CorruptionReason.BROKEN_STREAM, "The picture data at " + at + " are no VP8L");
      return;
    }
    long bits = bytes.u32(at + 1);
    alpha |= (bits >> 28 & 1) != 0;
    if (bits >> 29 != 0) {
      damage.moderate(CorruptionReason.BAD_FIELD, "A VP8L version of " + (bits >> 29));
    }
    size((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1, at);
  }

  private void size(int wide, int high, long at) {
    if (width == 0) {
      width = wide;
      height = high;
    } else if (wide != width || high != height) {
      damage.minor(
          CorruptionReason.BAD_FIELD,
          "A picture of " + wide + "x" + high + " on a canvas of " + width + "x" + height);
    }
  }
}
