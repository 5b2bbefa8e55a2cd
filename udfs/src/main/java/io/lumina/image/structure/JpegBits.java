package io.lumina.image.structure;

import io.lumina.image.jpeg.HuffmanCode;

/** The bits of a JPEG's entropy-coded data (ITU-T T.81 F.2.2.5), from behind a scan's header on. */
final class JpegBits {
  private final byte[] content;
  private final int to;
  private int at;
  private int bits;
  private int bitCount;
  private int beyond;

  JpegBits(byte[] content, int from, int to) {
    this.content = content;
    this.at = from;
    this.to = to;
  }

  /** The symbol of the next code; -1 where the table has none. */
  int code(HuffmanCode table) {
    fill(16);
    int found = table.look(bits >>> (bitCount - 16) & 0xffff);
    if (found == 0) {
      return -1;
    }
    bitCount -= found >> 8;
    return found & 0xff;
  }

  void skip(int count) {
    fill(count);
    bitCount -= count;
  }

  /** Bytes that were asked for at a marker, or behind the end. */
  int beyond() {
    return beyond;
  }

  /** Bytes that are left. */
  int left() {
    return to - at + bitCount / 8;
  }

  private void fill(int count) {
    while (bitCount < count) {
      bits = bits << 8 | next();
      bitCount += 8;
    }
  }

  /** The next byte of data; ones at a marker and behind the end, counted. */
  private int next() {
    if (at >= to) {
      beyond++;
      return 0xff;
    }
    int value = content[at] & 0xff;
    if (value == 0xff) {
      int marker = at + 1 < to ? content[at + 1] & 0xff : 0xd9;
      if (marker != 0) {
        beyond++;
        return 0xff;
      }
      at++;
    }
    at++;
    return value;
  }

  /** Drops the rest of a byte and takes a restart marker. */
  boolean restart() {
    bitCount = 0;
    beyond = 0;
    while (at + 1 < to && content[at] == -1 && content[at + 1] == -1) {
      at++;
    }
    if (at + 1 >= to || content[at] != -1 || (content[at + 1] & 0xf8) != 0xd0) {
      return false;
    }
    at += 2;
    return true;
  }
}
