package io.lumina.image.structure;

import io.lumina.container.Bytes;
import io.lumina.container.IsoBoxes;
import io.lumina.container.IsoBoxes.IsoBox;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;
import java.util.List;

/** Whether the boxes of a file end inside of it. */
final class BoxCheck {
  private BoxCheck() {}

  /** Reports the top-level box that does not fit into the file, if there is one. */
  static void of(Bytes bytes, Damage damage) {
    List<IsoBox> boxes = IsoBoxes.in(bytes, 0, bytes.length());
    for (IsoBox box : boxes) {
      if (!box.whole()) {
        String detail =
            "The box at %d announces %d bytes, %d are left"
                .formatted(box.at(), bytes.u32(box.at()), bytes.length() - box.at());
        if ("mdat".equals(box.type())) {
          damage.minor(CorruptionReason.TRUNCATED, detail);
        } else {
          damage.moderate(CorruptionReason.BROKEN_STRUCTURE, detail);
        }
      }
    }
  }
}
