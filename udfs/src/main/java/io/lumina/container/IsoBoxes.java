package io.lumina.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Boxes of the ISO base media file format (ISO/IEC 14496-12): HEIF, AVIF, MP4, MOV, JP2, JXL. */
public final class IsoBoxes {
  private static final int MAX_BOXES = 10_000;

  private IsoBoxes() {}

  /**
   * One box.
   *
   * @param from its first content byte
   * @param to behind its last content byte, inside the enclosing range
   * @param whole whether the announced size lies inside the enclosing range
   */
  public record IsoBox(String type, long at, long from, long to, boolean whole) {}

  /** The boxes side by side in a range; ends at the first one that cannot be. */
  public static List<IsoBox> in(Bytes bytes, long from, long to) {
    List<IsoBox> boxes = new ArrayList<>();
    long at = from;
    while (at + 8 <= to && boxes.size() < MAX_BOXES) {
      long size = bytes.u32(at);
      long header = 8;
      if (size == 1) {
        size = bytes.s64(at + 8);
        header = 16;
      } else if (size == 0) {
        size = to - at;
      }
      boolean whole = size >= header && size <= to - at;
      long end = whole ? at + size : to;
      boxes.add(new IsoBox(bytes.latin1(at + 4, 4), at, Math.min(at + header, end), end, whole));
      if (!whole) {
        break;
      }
      at = end;
    }
    return boxes;
  }

  public static Optional<IsoBox> first(List<IsoBox> boxes, String type) {
    return boxes.stream().filter(box -> box.type().equals(type)).findFirst();
  }
}
