package io.lumina.hash;

/**
 * Hashes of one length, one behind the other.
 *
 * @param words all of them, the first bit in the highest of the first word; not copied
 * @param width words of one hash: 1 (64 bits) or 4 (256 bits)
 */
public record HashRun(long[] words, int width) {

  public HashRun {
    if (width != 1 && width != 4) {
      throw new IllegalArgumentException("A hash has 64 or 256 bits, not " + 64L * width);
    }
    if (words.length % width != 0) {
      throw new IllegalArgumentException(
          "%d words are no whole number of hashes of %d".formatted(words.length, width));
    }
  }

  /** 64-bit hashes. */
  public static HashRun of(long... hashes) {
    return new HashRun(hashes, 1);
  }

  /** How many hashes. */
  public int count() {
    return words.length / width;
  }

  /** Bits in which one of these differs from one of others. */
  public int distance(int mine, HashRun others, int theirs) {
    int bits = 0;
    for (int word = 0; word < width; word++) {
      bits +=
          Hamming.distance(words[mine * width + word], others.words[theirs * others.width + word]);
    }
    return bits;
  }
}
