package io.lumina.meta;

import io.lumina.container.BigEndian;
import io.lumina.container.Box;
import io.lumina.meta.field.Findings;
import io.lumina.meta.film.IsoFile;
import java.util.Arrays;

/**
 * GIMP's own format: the size, and Exif among the parasites, as GIMP calls what it carries along.
 */
final class GimpFile {
  private static final int HEADER = 26;

  /** Files of version 4 and later name their precision, too. */
  private static final String FIRST_WITH_PRECISION = "v004";

  private static final int MAX_PROPERTIES = 1_000;
  private static final int PARASITES = 21;
  private static final String EXIF = "exif-data";
  private static final String EXIF_MARK = "Exif\0\0";

  private GimpFile() {}

  static boolean matches(byte[] content) {
    return content.length > HEADER && BigEndian.startsWith(content, 0, "gimp xcf ");
  }

  static void read(byte[] content, IsoFile streams, Findings found) {
    found.size(BigEndian.u32(content, 14), BigEndian.u32(content, 18));
    boolean precise = BigEndian.code(content, 9).compareTo(FIRST_WITH_PRECISION) >= 0;
    Box properties = new Box(content, "properties", HEADER + (precise ? 4 : 0), content.length);
    int at = 0;
    for (int i = 0; i < MAX_PROPERTIES && properties.holds(at, 8); i++) {
      long type = properties.u32(at);
      long length = properties.u32(at + 4);
      if (type == 0 || length > properties.length() - at - 8) {
        return;
      }
      if (type == PARASITES) {
        int start = properties.start() + at + 8;
        parasites(new Box(content, "parasites", start, start + (int) length), streams);
      }
      at += 8 + (int) length;
    }
  }

  /** A name with its length, flags, and data with their length. */
  private static void parasites(Box box, IsoFile streams) {
    int at = 0;
    while (box.holds(at, 4)) {
      long name = box.u32(at);
      if (name > box.length() || !box.holds(at + 4 + (int) name, 8)) {
        return;
      }
      long size = box.u32(at + 8 + (int) name);
      int data = at + 12 + (int) name;
      if (size > box.length() || !box.holds(data, (int) size)) {
        return;
      }
      int start = box.start() + data;
      if (BigEndian.startsWith(box.bytes(), box.start() + at + 4, EXIF)) {
        int mark = BigEndian.startsWith(box.bytes(), start, EXIF_MARK) ? EXIF_MARK.length() : 0;
        streams.exif(Arrays.copyOfRange(box.bytes(), start + mark, start + (int) size));
      }
      at = data + (int) size;
    }
  }
}
