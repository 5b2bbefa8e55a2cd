package io.lumina.gpu.luma;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Pairs of hashes to compare engines on: the same ones for the same seed.
 *
 * @param a null ones among them
 * @param b as many
 */
public record HashPairs(List<byte[]> a, List<byte[]> b) {
  private static final int LONGEST = 41;

  /** Hashes of 8, 32 and other lengths, none among them; equal ones, near ones, and nulls. */
  public static HashPairs random(long seed, int count) {
    Random random = new Random(seed);
    List<byte[]> a = new ArrayList<>();
    List<byte[]> b = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      int length = row % 3 == 0 ? 8 : row % 3 == 1 ? 32 : random.nextInt(LONGEST);
      byte[] left = bytes(random, length);
      byte[] right = row % 5 == 0 ? left.clone() : bytes(random, length);
      if (row % 10 == 0 && length > 0) {
        right[random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
      }
      a.add(row % 17 == 0 ? null : left);
      b.add(row % 23 == 0 ? null : right);
    }
    return new HashPairs(a, b);
  }

  /** As {@link #random}, but in one row the lengths differ. */
  public static HashPairs broken(long seed, int count, int row) {
    HashPairs pairs = random(seed, count);
    pairs.a.set(row, new byte[32]);
    pairs.b.set(row, new byte[31]);
    return pairs;
  }

  /** Nothing but nulls on one side. */
  public static HashPairs ofNulls(int count) {
    HashPairs pairs = random(1, count);
    pairs.a.replaceAll(any -> null);
    return pairs;
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
