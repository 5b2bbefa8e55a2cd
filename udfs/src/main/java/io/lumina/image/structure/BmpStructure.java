package io.lumina.image.structure;

import io.lumina.container.BmpHeader;
import io.lumina.container.Bytes;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;

/** The headers of a BMP: size, depth, compression, and whether the pixels are there. */
public final class BmpStructure {
  private BmpStructure() {}

  public static Structure of(byte[] content) {
    Bytes bytes = Bytes.littleEndian(content);
    Damage damage = new Damage();
    BmpHeader header = BmpHeader.of(bytes);
    long width = header.width();
    long height = header.height();
    int depth = header.depth();
    long compression = header.compression();
    long dataAt = header.dataAt();
    if (width < 1 || height < 1 || width > 1 << 24 || height > 1 << 24) {
      damage.severe(CorruptionReason.BROKEN_HEADER, "A size of " + width + "x" + height);
      return new Structure(0, 0, 0, Orientation.UPRIGHT, false, damage.found());
    }
    if (!(depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16 || depth == 24)
        && depth != 32
        && !(depth == 0 && compression >= 4)) {
      damage.moderate(CorruptionReason.BAD_FIELD, "A depth of " + depth + " bits");
    }
    if (header.planes() != 1) {
      damage.minor(CorruptionReason.BAD_FIELD, header.planes() + " planes instead of 1");
    }
    if (compression > 6 || (header.topDown() && (compression == 1 || compression == 2))) {
      damage.moderate(CorruptionReason.BAD_FIELD, "A compression of number " + compression);
    }
    fileSize(bytes, damage);
    long palette = depth > 8 ? 0 : header.colours();
    if (depth > 0 && depth <= 8 && palette > 1L << depth) {
      damage.minor(CorruptionReason.BAD_FIELD, palette + " colours at " + depth + " bits");
    }
    long row = (width * depth + 31) / 32 * 4;
    if (dataAt < 14 + header.headerSize() || dataAt >= bytes.length()) {
      damage.moderate(
          CorruptionReason.BROKEN_STRUCTURE, "The pixels begin at " + dataAt + ", where none are");
    } else if ((compression == 0 || compression == 3) && !bytes.has(dataAt, row * height)) {
      damage.minor(
          CorruptionReason.TRUNCATED,
          "Pixels need " + row * height + " bytes, there are " + (bytes.length() - dataAt));
    }
    return new Structure(
        (int) width,
        (int) height,
        width * height * 4,
        Orientation.UPRIGHT,
        depth == 32,
        damage.found());
  }

  private static void fileSize(Bytes bytes, Damage damage) {
    long announced = bytes.u32(2);
    // Many writers leave 0, or the size without padding; more than there is means a loss.
    if (announced > bytes.length()) {
      damage.minor(
          CorruptionReason.TRUNCATED,
          "The header announces " + announced + " bytes, there are " + bytes.length());
    }
  }
}
