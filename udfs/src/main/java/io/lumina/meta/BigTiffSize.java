package io.lumina.meta;

import io.lumina.container.BigEndian;
import io.lumina.container.LittleEndian;
import io.lumina.meta.field.Findings;

/** The size of a BigTIFF, the form with 64-bit offsets that the general parser does not know. */
final class BigTiffSize {
  private static final int MAX_ENTRIES = 4_096;
  private static final int SHORT = 3;
  private static final int WIDTH = 0x100;
  private static final int HEIGHT = 0x101;

  private BigTiffSize() {}

  /** Little endian only: nobody is known to write the other order. */
  static boolean matches(byte[] content) {
    return content.length > 24 && BigEndian.startsWith(content, 0, "II+\0\u0008\0");
  }

  static void read(byte[] content, Findings found) {
    LittleEndian file = new LittleEndian(content);
    long directory = file.s64(8);
    long width = 0;
    long height = 0;
    for (long i = 0; i < Math.min(file.s64(directory), MAX_ENTRIES); i++) {
      long entry = directory + 8 + 20 * i;
      switch (file.u16(entry)) {
        case WIDTH -> width = value(file, entry);
        case HEIGHT -> height = value(file, entry);
        default -> {}
      }
    }
    found.size(width, height);
  }

  /** Short values leave junk behind them in their eight bytes. */
  private static long value(LittleEndian file, long entry) {
    return file.u16(entry + 2) == SHORT ? file.u16(entry + 12) : file.u32(entry + 12);
  }
}
