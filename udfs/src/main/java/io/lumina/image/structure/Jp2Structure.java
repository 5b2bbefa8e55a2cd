package io.lumina.image.structure;

import io.lumina.container.Box;
import io.lumina.container.Bytes;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;

/** The size of a JPEG 2000 picture (ISO/IEC 15444-1): header box, or SIZ marker of a codestream. */
public final class Jp2Structure {
  private Jp2Structure() {}

  public static Structure of(byte[] content) {
    Bytes bytes = Bytes.bigEndian(content);
    Damage damage = new Damage();
    long width = 0;
    long height = 0;
    if (bytes.matches(0, "\u00ff\u004f\u00ff\u0051")) {
      width = bytes.u32(8) - bytes.u32(16);
      height = bytes.u32(12) - bytes.u32(20);
    } else {
      BoxCheck.of(content, damage);
      for (Box box : Box.file(content).all(0)) {
        if ("jp2h".equals(box.type())) {
          for (Box inner : box.all(0)) {
            if (!inner.isWhole()) {
              damage.moderate(
                  CorruptionReason.BROKEN_STRUCTURE,
                  "A box at " + inner.at() + " reaches beyond the header");
            }
            if ("ihdr".equals(inner.type())) {
              height = bytes.u32(inner.start());
              width = bytes.u32(inner.start() + 4L);
            }
          }
        }
      }
    }
    boolean possible = width > 0 && height > 0 && width < 1L << 31 && height < 1L << 31;
    if (!possible) {
      damage.moderate(CorruptionReason.BAD_FIELD, "A size of " + width + "x" + height);
    }
    return new Structure(
        possible ? (int) width : 0,
        possible ? (int) height : 0,
        possible ? width * height * 4 : 0,
        Orientation.UPRIGHT,
        false,
        damage.found());
  }
}
