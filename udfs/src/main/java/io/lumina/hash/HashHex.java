package io.lumina.hash;

import java.util.HexFormat;

/** Hashes as lower-case hex, the first bit in the first digit. */
public final class HashHex {
  private HashHex() {}

  /** 16 digits. */
  public static String of(long hash) {
    return HexFormat.of().toHexDigits(hash);
  }

  /** Two digits a byte. */
  public static String of(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  /**
   * The hash that 16 digits stand for.
   *
   * @throws IllegalArgumentException when they are not 16 hex digits
   */
  public static long toLong(String hex) {
    if (hex.length() != 2 * Long.BYTES) {
      throw new IllegalArgumentException(
          "A 64-bit hash has 16 hex digits, not " + hex.length() + ": " + hex);
    }
    return HexFormat.fromHexDigitsToLong(hex);
  }

  /**
   * The bytes that hex digits stand for.
   *
   * @throws IllegalArgumentException when they are not pairs of hex digits
   */
  public static byte[] toBytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
