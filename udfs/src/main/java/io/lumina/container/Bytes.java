package io.lumina.container;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file's content for parsers of headers. Reading beyond the end gives zeros, so that no offset
 * found in a broken file can throw; {@link #has} tells whether something is really there.
 */
public final class Bytes {
  private final byte[] array;
  private final boolean littleEndian;

  private Bytes(byte[] array, boolean littleEndian) {
    this.array = array;
    this.littleEndian = littleEndian;
  }

  public static Bytes bigEndian(byte[] array) {
    return new Bytes(array, false);
  }

  public static Bytes littleEndian(byte[] array) {
    return new Bytes(array, true);
  }

  public byte[] array() {
    return array;
  }

  public boolean isLittleEndian() {
    return littleEndian;
  }

  public int length() {
    return array.length;
  }

  public boolean has(long at, long count) {
    return at >= 0 && count >= 0 && at <= array.length && count <= array.length - at;
  }

  public int u8(long at) {
    return at >= 0 && at < array.length ? array[(int) at] & 0xff : 0;
  }

  public int u16(long at) {
    return littleEndian ? u8(at) | u8(at + 1) << 8 : u8(at) << 8 | u8(at + 1);
  }

  public int u24(long at) {
    return littleEndian ? u16(at) | u8(at + 2) << 16 : u8(at) << 16 | u16(at + 1);
  }

  public long u32(long at) {
    return littleEndian ? u16(at) | (long) u16(at + 2) << 16 : (long) u16(at) << 16 | u16(at + 2);
  }

  /** A signed 64-bit value. */
  public long s64(long at) {
    return littleEndian ? u32(at) | u32(at + 4) << 32 : u32(at) << 32 | u32(at + 4);
  }

  public boolean matches(long at, String latin1) {
    if (!has(at, latin1.length())) {
      return false;
    }
    for (int i = 0; i < latin1.length(); i++) {
      if (u8(at + i) != latin1.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Text of one byte a character; shorter where the file ends. */
  public String latin1(long at, int count) {
    if (at < 0 || at >= array.length) {
      return "";
    }
    int there = Math.min(count, array.length - (int) at);
    return new String(array, (int) at, there, StandardCharsets.ISO_8859_1);
  }

  /** A copy of a range, cut off at the end. */
  public byte[] range(long from, long count) {
    int start = (int) Math.min(Math.max(from, 0), array.length);
    int end = (int) Math.min(start + Math.max(count, 0), array.length);
    return Arrays.copyOfRange(array, start, end);
  }

  /** Where a text first occurs at or after a position, or -1; looks no further than {@code to}. */
  public int indexOf(String latin1, int from, int to) {
    int last = Math.min(to, array.length) - latin1.length();
    for (int at = Math.max(0, from); at <= last; at++) {
      if (array[at] == (byte) latin1.charAt(0) && matches(at, latin1)) {
        return at;
      }
    }
    return -1;
  }

  public boolean allZero(int from, int to) {
    for (int at = from; at < to; at++) {
      if (array[at] != 0) {
        return false;
      }
    }
    return true;
  }
}
