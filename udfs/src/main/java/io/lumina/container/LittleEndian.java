package io.lumina.container;

import java.util.Arrays;

/** Little-endian numbers in a byte array; behind its end everything is 0. */
public record LittleEndian(byte[] bytes) {
  public int u8(long at) {
    return at >= 0 && at < bytes.length ? bytes[(int) at] & 0xFF : 0;
  }

  public int u16(long at) {
    return u8(at) | u8(at + 1) << 8;
  }

  public long u32(long at) {
    return u16(at) | (long) u16(at + 2) << 16;
  }

  public long s64(long at) {
    return u32(at) | u32(at + 4) << 32;
  }

  public boolean holds(long at, long count) {
    return at >= 0 && count >= 0 && count <= bytes.length && at <= bytes.length - count;
  }

  /** A copy of a range, cut off at the end. */
  public byte[] range(long from, long count) {
    int start = (int) Math.min(Math.max(from, 0), bytes.length);
    int end = (int) Math.min(start + Math.max(count, 0), bytes.length);
    return Arrays.copyOfRange(bytes, start, end);
  }
}
