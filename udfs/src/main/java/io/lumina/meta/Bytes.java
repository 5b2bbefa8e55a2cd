package io.lumina.meta;

import java.nio.charset.StandardCharsets;

/** Big-endian numbers and codes in a byte array. */
final class Bytes {
  private Bytes() {}

  static int u8(byte[] bytes, int at) {
    return bytes[at] & 0xFF;
  }

  static int u16(byte[] bytes, int at) {
    return u8(bytes, at) << 8 | u8(bytes, at + 1);
  }

  static long u32(byte[] bytes, int at) {
    return (long) u16(bytes, at) << 16 | u16(bytes, at + 2);
  }

  static long s64(byte[] bytes, int at) {
    return u32(bytes, at) << 32 | u32(bytes, at + 4);
  }

  /** Four characters, one per byte. */
  static String code(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
  }

  static boolean startsWith(byte[] bytes, int at, String ascii) {
    if (at < 0 || at + ascii.length() > bytes.length) {
      return false;
    }
    return new String(bytes, at, ascii.length(), StandardCharsets.ISO_8859_1).equals(ascii);
  }
}
