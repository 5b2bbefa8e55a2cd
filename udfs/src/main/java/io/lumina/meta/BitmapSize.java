package io.lumina.meta;

import io.lumina.container.BigEndian;
import io.lumina.meta.field.Findings;

/**
 * The size of a Windows or OS/2 bitmap. Read here because the general parser believes the length of
 * a colour profile that the header claims: 161 bytes can ask for two gigabytes.
 */
final class BitmapSize {
  private static final int OS2_HEADER = 12;

  private BitmapSize() {}

  static boolean matches(byte[] content) {
    return content.length >= 26 && BigEndian.startsWith(content, 0, "BM");
  }

  static void read(byte[] content, Findings found) {
    if (little(content, 14, 4) == OS2_HEADER) {
      found.size(little(content, 18, 2), little(content, 20, 2));
    } else {
      // A negative height says that the rows run from the top.
      found.size((int) little(content, 18, 4), Math.abs((long) (int) little(content, 22, 4)));
    }
  }

  private static long little(byte[] bytes, int at, int count) {
    long value = 0;
    for (int i = count - 1; i >= 0; i--) {
      value = value << 8 | BigEndian.u8(bytes, at + i);
    }
    return value;
  }
}
