package io.lumina.image.structure;

import io.lumina.container.BigEndian;
import io.lumina.container.Box;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;

/** Whether the boxes of a file end inside of it. */
final class BoxCheck {
  private BoxCheck() {}

  /** Reports the top-level box that does not fit into the file, if there is one. */
  static void of(byte[] content, Damage damage) {
    for (Box box : Box.file(content).all(0)) {
      if (!box.isWhole()) {
        String detail =
            "The box at %d announces %d bytes, %d are left"
                .formatted(box.at(), BigEndian.u32(content, box.at()), content.length - box.at());
        if ("mdat".equals(box.type())) {
          damage.minor(CorruptionReason.TRUNCATED, detail);
        } else {
          damage.moderate(CorruptionReason.BROKEN_STRUCTURE, detail);
        }
      }
    }
  }
}
