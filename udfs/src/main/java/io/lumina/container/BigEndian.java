package io.lumina.container;

import java.nio.charset.StandardCharsets;

/** Big-endian numbers and codes in a byte array. */
public final class BigEndian {
  private BigEndian() {}

  public static int u8(byte[] bytes, int at) {
    return bytes[at] & 0xFF;
  }

  public static int u16(byte[] bytes, int at) {
    return u8(bytes, at) << 8 | u8(bytes, at + 1);
  }

  public static long u32(byte[] bytes, int at) {
    return (long) u16(bytes, at) << 16 | u16(bytes, at + 2);
  }

  public static long s64(byte[] bytes, int at) {
    return u32(bytes, at) << 32 | u32(bytes, at + 4);
  }

  /** Four characters, one per byte. */
  public static String code(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
  }

  public static boolean startsWith(byte[] bytes, int at, String ascii) {
    if (at < 0 || at + ascii.length() > bytes.length) {
      return false;
    }
    return new String(bytes, at, ascii.length(), StandardCharsets.ISO_8859_1).equals(ascii);
  }
}
