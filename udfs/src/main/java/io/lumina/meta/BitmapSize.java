package io.lumina.meta;

import io.lumina.container.BigEndian;
import io.lumina.container.BmpHeader;
import io.lumina.container.Bytes;
import io.lumina.meta.field.Findings;

/**
 * The size of a Windows or OS/2 bitmap. Read here because the general parser believes the length of
 * a colour profile that the header claims: 161 bytes can ask for two gigabytes.
 */
final class BitmapSize {
  private BitmapSize() {}

  static boolean matches(byte[] content) {
    return content.length >= 26 && BigEndian.startsWith(content, 0, "BM");
  }

  static void read(byte[] content, Findings found) {
    BmpHeader header = BmpHeader.of(Bytes.littleEndian(content));
    found.size(header.width(), header.height());
  }
}
