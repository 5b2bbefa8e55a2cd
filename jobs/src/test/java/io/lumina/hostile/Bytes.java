package io.lumina.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes that are put together, little or big end first. */
final class Bytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final boolean bigEndian;

  private Bytes(boolean bigEndian) {
    this.bigEndian = bigEndian;
  }

  static Bytes big() {
    return new Bytes(true);
  }

  static Bytes little() {
    return new Bytes(false);
  }

  Bytes number(long value, int length) {
    for (int i = 0; i < length; i++) {
      bytes.write((int) (value >> 8 * (bigEndian ? length - 1 - i : i)));
    }
    return this;
  }

  Bytes u8(long value) {
    return number(value, 1);
  }

  Bytes u16(long value) {
    return number(value, 2);
  }

  Bytes u32(long value) {
    return number(value, 4);
  }

  Bytes u64(long value) {
    return number(value, 8);
  }

  /** Each character as one byte. */
  Bytes text(String latin1) {
    return add(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  Bytes add(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  Bytes zeros(int count) {
    return add(new byte[count]);
  }

  int length() {
    return bytes.size();
  }

  byte[] done() {
    return bytes.toByteArray();
  }
}
