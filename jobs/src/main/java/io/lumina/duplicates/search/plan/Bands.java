package io.lumina.duplicates.search.plan;

/**
 * The bits of a 64-bit hash dealt out to bands: bit i belongs to band i mod m. Neighbouring bits of
 * a picture hash say much the same; dealing them out keeps the keys of skewed libraries apart.
 */
public final class Bands {
  /** Keys wider than this are cut: a table of their values would not fit a task. */
  public static final int MAX_KEY_BITS = 22;

  private static final int BYTES = Long.BYTES;
  private static final int BYTE_VALUES = 256;

  private final long[] masks;
  private final int[] keyBits;
  private final int[][][] keyOfByte;

  private Bands(long[] masks, int maxKeyBits) {
    this.masks = masks;
    this.keyBits = new int[masks.length];
    this.keyOfByte = new int[masks.length][][];
    for (int band = 0; band < masks.length; band++) {
      keyBits[band] = Math.min(Long.bitCount(masks[band]), maxKeyBits);
      keyOfByte[band] = table(masks[band], keyBits[band]);
    }
  }

  /** All 64 bits in {@code count} bands, the first {@code 64 mod count} one bit larger. */
  public static Bands of(int count, int maxKeyBits) {
    return within(-1L, count, maxKeyBits);
  }

  /** The bits of {@code mask} in {@code count} bands. */
  public static Bands within(long mask, int count, int maxKeyBits) {
    int bits = Long.bitCount(mask);
    if (count < 1 || count > bits) {
      throw new IllegalArgumentException(count + " bands cannot share " + bits + " bits");
    }
    if (maxKeyBits < 1 || maxKeyBits > MAX_KEY_BITS) {
      throw new IllegalArgumentException(
          "A key has 1 to " + MAX_KEY_BITS + " bits, not " + maxKeyBits);
    }
    long[] masks = new long[count];
    int next = 0;
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      masks[next++ % count] |= Long.lowestOneBit(rest);
    }
    return new Bands(masks, maxKeyBits);
  }

  public int count() {
    return masks.length;
  }

  /** The bits that belong to a band. */
  public long mask(int band) {
    return masks[band];
  }

  /** The bits that the keys of a band hold: all of the band, or the lowest that fit. */
  public long keyMask(int band) {
    return lowestBits(band, keyBits[band]);
  }

  /** The bits that the lowest {@code count} bits of a band's keys hold. */
  public long lowestBits(int band, int count) {
    long rest = masks[band];
    for (int i = 0; i < count; i++) {
      rest &= rest - 1;
    }
    return masks[band] & ~rest;
  }

  /** Bits of the keys of a band. */
  public int keyBits(int band) {
    return keyBits[band];
  }

  /** The bits of a hash that belong to a band, packed to the right. */
  public int key(long hash, int band) {
    int[][] table = keyOfByte[band];
    return table[0][(int) hash & 0xff]
        | table[1][(int) (hash >>> 8) & 0xff]
        | table[2][(int) (hash >>> 16) & 0xff]
        | table[3][(int) (hash >>> 24) & 0xff]
        | table[4][(int) (hash >>> 32) & 0xff]
        | table[5][(int) (hash >>> 40) & 0xff]
        | table[6][(int) (hash >>> 48) & 0xff]
        | table[7][(int) (hash >>> 56)];
  }

  /** The lowest band in which two hashes are within {@code flips} bits; the count if in none. */
  public int firstWithin(long difference, int flips) {
    int band = 0;
    while (band < masks.length && Long.bitCount(difference & masks[band]) > flips) {
      band++;
    }
    return band;
  }

  private static int[][] table(long mask, int keyBits) {
    int[][] table = new int[BYTES][BYTE_VALUES];
    int keyBit = 0;
    for (int bit = 0; bit < Long.SIZE && keyBit < keyBits; bit++) {
      if ((mask >>> bit & 1) == 0) {
        continue;
      }
      int[] values = table[bit / Byte.SIZE];
      for (int value = 0; value < BYTE_VALUES; value++) {
        values[value] |= (value >>> bit % Byte.SIZE & 1) << keyBit;
      }
      keyBit++;
    }
    return table;
  }
}
