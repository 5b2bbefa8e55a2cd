package io.lumina.hash;

import java.util.Arrays;
import java.util.Objects;

/**
 * A PDQ hash.
 *
 * @param bits 32 bytes in the order in which Meta prints them: bit 255 is the highest of byte 0,
 *     bit 0 the lowest of byte 31; not copied
 * @param quality 0 (featureless) to 100; below 50 a match means nothing
 */
public record PdqHash(byte[] bits, int quality) {
  /** Length of {@code bits}. */
  public static final int BYTES = 32;

  /** From here on a hash is trusted. */
  public static final int TRUSTED_QUALITY = 50;

  /** Two trusted hashes with at most so many different bits match. */
  public static final int MATCH_DISTANCE = 31;

  public PdqHash {
    Objects.requireNonNull(bits, "bits");
    if (bits.length != BYTES) {
      throw new IllegalArgumentException("A PDQ hash has 32 bytes, not " + bits.length);
    }
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("A PDQ quality is 0 to 100, not " + quality);
    }
  }

  /** 64 hex digits as Meta prints them. */
  public String hex() {
    return HashHex.of(bits);
  }

  public boolean isTrusted() {
    return quality >= TRUSTED_QUALITY;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PdqHash that
        && quality == that.quality
        && Arrays.equals(bits, that.bits);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bits) + quality;
  }

  @Override
  public String toString() {
    return "PdqHash[" + hex() + ", quality=" + quality + "]";
  }
}
