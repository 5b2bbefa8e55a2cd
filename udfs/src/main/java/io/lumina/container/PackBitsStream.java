package io.lumina.container;

import java.io.IOException;
import java.io.InputStream;

/** Unpacks runs of equal bytes (TIFF 6.0, section 9). */
final class PackBitsStream extends InputStream {
  private final InputStream in;
  private int left;
  private int repeated = -1;

  PackBitsStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    while (left == 0) {
      int head = in.read();
      if (head < 0) {
        return -1;
      }
      if (head < 128) {
        left = head + 1;
        repeated = -1;
      } else if (head > 128) {
        left = 257 - head;
        repeated = in.read();
        if (repeated < 0) {
          return -1;
        }
      }
    }
    left--;
    return repeated >= 0 ? repeated : in.read();
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      int value = read();
      if (value < 0) {
        return i == 0 ? -1 : i;
      }
      into[from + i] = (byte) value;
    }
    return count;
  }
}
