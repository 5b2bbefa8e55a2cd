package io.lumina.image.structure;

import io.lumina.container.Bytes;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;
import io.lumina.image.reading.PictureLimits;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Walks the chunks of a PNG (ISO/IEC 15948): size, transparency, order, lengths, checksums. */
public final class PngStructure {
  private static final int SIGNATURE = 8;
  private static final long MAX_METADATA = 16L << 20;

  private final byte[] content;
  private final Bytes bytes;
  private final Damage damage = new Damage();
  private int width;
  private int height;
  private int depth;
  private int colour;
  private boolean interlaced;
  private boolean transparent;
  private boolean palette;
  private boolean ended;
  private long dataBytes;
  private int dataChunks;
  private boolean dataOver;
  private int orientation = Orientation.UPRIGHT;
  private final PngData data = new PngData();
  private final PngOrder order = new PngOrder(damage);

  private PngStructure(byte[] content) {
    this.content = content;
    this.bytes = Bytes.bigEndian(content);
  }

  public static Structure of(byte[] content, PictureLimits limits) {
    PngStructure png = new PngStructure(content);
    png.walk(limits);
    return png.structure();
  }

  private Structure structure() {
    int channels = transparent ? 4 : isColour() ? 3 : 1;
    long perSample = transparent && depth == 16 ? 2 : 1;
    long decoded = (long) width * height * channels * perSample;
    return new Structure(
        width, height, decoded, orientation, transparent, isColour(), damage.found());
  }

  private boolean isColour() {
    return colour == 2 || colour == 3 || colour == 6;
  }

  private void walk(PictureLimits limits) {
    if (!bytes.matches(0, "\u0089PNG\r\n\u001a\n")) {
      damage.moderate(CorruptionReason.BAD_FIELD, "The eight first bytes are not those of a PNG");
    }
    int at = SIGNATURE;
    boolean first = true;
    while (bytes.has(at, 8) && !ended) {
      long length = bytes.u32(at);
      String type = bytes.latin1(at + 4L, 4);
      boolean named = type.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z');
      if (!named) {
        damage.moderate(CorruptionReason.BROKEN_STRUCTURE, "No chunk begins at " + at);
        return;
      }
      if (!bytes.has(at + 8L, length + 4)) {
        truncatedChunk(type, at, length);
        return;
      }
      if (first && !"IHDR".equals(type)) {
        damage.moderate(CorruptionReason.BROKEN_STRUCTURE, "The first chunk is no IHDR");
      }
      checksum(type, at, (int) length);
      chunk(type, at + 8, (int) length, first, limits);
      first = false;
      at += 12 + (int) length;
    }
    finish(at, limits);
  }

  private void truncatedChunk(String type, int at, long length) {
    damage.minor(
        CorruptionReason.TRUNCATED,
        "The chunk " + type + " at " + at + " of " + length + " bytes reaches beyond the end");
  }

  private void checksum(String type, int at, int length) {
    CRC32 crc = new CRC32();
    crc.update(content, at + 4, length + 4);
    if (crc.getValue() != bytes.u32(at + 8L + length)) {
      String detail = "The checksum of the chunk " + type + " at " + at + " does not match";
      if (Character.isUpperCase(type.charAt(0))) {
        damage.moderate(CorruptionReason.BAD_CHECKSUM, detail);
      } else {
        damage.minor(CorruptionReason.BAD_CHECKSUM, detail);
      }
    }
  }

  private void chunk(String type, int at, int length, boolean first, PictureLimits limits) {
    order.chunk(type, at - 8);
    switch (type) {
      case "IHDR" -> header(at, length, first);
      case "PLTE" -> {
        palette = true;
        if (length == 0 || length % 3 != 0 || length > 768 || colour == 0 || colour == 4) {
          damage.moderate(
              CorruptionReason.BAD_FIELD,
              "A palette of " + length + " bytes in a picture of colour type " + colour);
        }
      }
      case "tRNS" -> transparent = true;
      case "bKGD" -> order.background(bytes, at, length, depth);
      case "IDAT" -> imageData(at, length);
      case "IEND" -> ended = true;
      case "eXIf" -> orientation = Orientation.ofExif(slice(at, length), 0);
      case "zTXt", "iCCP", "iTXt" -> inflated(type, at, length);
      default -> {
        if (Character.isUpperCase(type.charAt(0))) {
          damage.moderate(
              CorruptionReason.BROKEN_STRUCTURE, "The critical chunk " + type + " is unknown");
        }
      }
    }
    dataOver |= dataChunks > 0 && !"IDAT".equals(type);
  }

  private byte[] slice(int at, int length) {
    return Arrays.copyOfRange(content, at, at + length);
  }

  private void header(int at, int length, boolean first) {
    if (!first) {
      damage.moderate(CorruptionReason.BROKEN_STRUCTURE, "A second IHDR at " + at);
      return;
    }
    width = (int) Math.min(Integer.MAX_VALUE, bytes.u32(at));
    height = (int) Math.min(Integer.MAX_VALUE, bytes.u32(at + 4L));
    depth = bytes.u8(at + 8L);
    colour = bytes.u8(at + 9L);
    interlaced = bytes.u8(at + 12L) == 1;
    transparent = (colour & 4) != 0;
    boolean possible =
        switch (colour) {
          case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
          case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
          case 2, 4, 6 -> depth == 8 || depth == 16;
          default -> false;
        };
    boolean known = bytes.u8(at + 10L) == 0 && bytes.u8(at + 11L) == 0 && bytes.u8(at + 12L) <= 1;
    if (!possible || !known || length != 13 || width == 0 || height == 0) {
      damage.moderate(
          CorruptionReason.BAD_FIELD,
          "A header of " + width + "x" + height + ", colour type " + colour + ", depth " + depth);
    }
  }

  private void imageData(int at, int length) {
    if (dataOver) {
      damage.moderate(
          CorruptionReason.BROKEN_STRUCTURE, "Picture data at " + at + " apart from the others");
    }
    dataChunks++;
    dataBytes += length;
    data.add(at, length);
  }

  /** Text and profiles that expand beyond any use are harmless to us, and worth a word. */
  private void inflated(String type, int at, int length) {
    int start = bytes.indexOf("\0", at, Math.min(at + 80, at + length));
    if (start < 0 || "iTXt".equals(type)) {
      return;
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(content, start + 2, Math.max(0, at + length - start - 2));
      byte[] chunk = new byte[1 << 16];
      while (!inflater.finished() && inflater.getBytesWritten() <= MAX_METADATA) {
        if (inflater.inflate(chunk) == 0) {
          break;
        }
      }
      if (inflater.getBytesWritten() > MAX_METADATA) {
        damage.minor(
            CorruptionReason.BROKEN_METADATA,
            "The chunk " + type + " at " + at + " expands to more than " + MAX_METADATA + " bytes");
      }
    } catch (DataFormatException e) {
      damage.minor(
          CorruptionReason.BROKEN_METADATA,
          "The chunk " + type + " at " + at + " cannot be inflated");
    } finally {
      inflater.end();
    }
  }

  private void finish(int at, PictureLimits limits) {
    if (!ended) {
      damage.minor(CorruptionReason.TRUNCATED, "The file ends at " + at + " without IEND");
    }
    if (colour == 3 && !palette) {
      damage.moderate(CorruptionReason.BROKEN_STRUCTURE, "The picture needs a palette, has none");
    }
    if (dataChunks == 0) {
      damage.moderate(CorruptionReason.BROKEN_STRUCTURE, "There are no picture data");
    } else if (dataBytes > 0 && damage.isEmpty() && (long) width * height <= limits.maxPixels()) {
      data.check(content, width, height, depth, colour, interlaced, damage);
    }
  }
}
