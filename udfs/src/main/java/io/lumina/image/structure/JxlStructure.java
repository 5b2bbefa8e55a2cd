package io.lumina.image.structure;

import io.lumina.container.Box;
import io.lumina.container.Bytes;
import io.lumina.container.JxlHeader;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;

/** The size of a JPEG XL picture (ISO/IEC 18181-1), bare or in boxes. */
public final class JxlStructure {
  /** Of the PNG that comes out, in colours of 16 bits. */
  private static final long BYTES_OF_PIXEL = 8;

  private JxlStructure() {}

  public static Structure of(byte[] content) {
    Bytes bytes = Bytes.bigEndian(content);
    Damage damage = new Damage();
    long at = JxlHeader.isAt(bytes, 0) ? 0 : -1;
    if (at < 0) {
      BoxCheck.of(content, damage);
      at = codestream(content);
    }
    if (at < 0 || !JxlHeader.isAt(bytes, at) || !bytes.has(at, 8)) {
      damage.severe(CorruptionReason.BROKEN_HEADER, "There is no JPEG XL codestream");
      return new Structure(0, 0, 0, Orientation.UPRIGHT, false, damage.found());
    }
    JxlHeader header = JxlHeader.at(bytes, at);
    return new Structure(
        (int) Math.min(header.width(), Integer.MAX_VALUE),
        (int) header.height(),
        header.width() * header.height() * BYTES_OF_PIXEL,
        Orientation.UPRIGHT,
        false,
        damage.found());
  }

  private static long codestream(byte[] content) {
    for (Box box : Box.file(content).all(0)) {
      switch (box.type()) {
        case "jxlc" -> {
          return box.start();
        }
        case "jxlp" -> {
          return box.start() + 4L;
        }
        default -> {}
      }
    }
    return -1;
  }
}
