package io.lumina.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** How many bits of two hashes differ. */
public final class Hamming {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Hamming() {}

  /** 0 to 64. */
  public static int distance(long a, long b) {
    return Long.bitCount(a ^ b);
  }

  /**
   * 0 to 8 times the length.
   *
   * @throws IllegalArgumentException when the lengths differ
   */
  public static int distance(byte[] a, byte[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "Hashes of " + a.length + " and " + b.length + " bytes cannot be compared");
    }
    int bits = 0;
    int at = 0;
    for (; at + Long.BYTES <= a.length; at += Long.BYTES) {
      bits += Long.bitCount((long) LONGS.get(a, at) ^ (long) LONGS.get(b, at));
    }
    for (; at < a.length; at++) {
      bits += Integer.bitCount((a[at] ^ b[at]) & 0xff);
    }
    return bits;
  }
}
