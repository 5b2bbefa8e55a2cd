package io.lumina.made;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The value of a TIFF field.
 *
 * @param type of TIFF: 1 byte, 2 text, 3 short, 4 long, 5 rational, 7 undefined
 * @param count of values
 * @param bytes the highest first
 */
record TiffValue(int type, int count, byte[] bytes) {
  private static final int INSIDE = 4;

  static TiffValue text(String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
    return new TiffValue(2, bytes.length, bytes);
  }

  static TiffValue bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return new TiffValue(1, bytes.length, bytes);
  }

  static TiffValue number(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
    Arrays.stream(values).forEach(value -> bytes.putShort((short) value));
    return new TiffValue(3, values.length, bytes.array());
  }

  static TiffValue offset(int value) {
    return new TiffValue(4, 1, ByteBuffer.allocate(4).putInt(value).array());
  }

  /** Degrees, minutes and seconds. */
  static TiffValue degrees(double degrees) {
    int whole = (int) degrees;
    int minutes = (int) ((degrees - whole) * 60);
    long seconds = Math.round(((degrees - whole) * 60 - minutes) * 60 * 1000);
    ByteBuffer bytes = ByteBuffer.allocate(24);
    bytes.putInt(whole).putInt(1).putInt(minutes).putInt(1).putInt((int) seconds).putInt(1000);
    return new TiffValue(5, 3, bytes.array());
  }

  /** Bytes that do not fit into the entry itself, an even number. */
  int outside() {
    return bytes.length <= INSIDE ? 0 : bytes.length + (bytes.length & 1);
  }

  /** Writes the entry, and what does not fit into it behind the other values. */
  void write(int tag, ByteBuffer entries, ByteBuffer values) {
    entries.putShort((short) tag).putShort((short) type).putInt(count);
    if (bytes.length <= INSIDE) {
      entries.put(Arrays.copyOf(bytes, INSIDE));
    } else {
      entries.putInt(values.position());
      values.put(Arrays.copyOf(bytes, outside()));
    }
  }
}
