package io.lumina.image.jpeg;

import java.util.Arrays;

/**
 * A Huffman code of a JPEG (ITU-T T.81 annex C), and tables over its next {@value #FAST} bits that
 * pass over several coefficients at once. An entry has the bits to pass over in its lower five
 * bits, and above them by how many coefficients that goes on.
 */
final class HuffmanCode {
  static final int FAST = 12;

  /** Added to the coefficients of an entry that ends its block. */
  static final int END_OF_BLOCK = 256;

  /** Coefficients of an entry that says nothing: its code is longer, or there is none. */
  static final int ESCAPE = 512;

  private final int[] first = new int[17];
  private final int[] counts = new int[17];
  private final int[] offsets = new int[17];
  private final byte[] symbols;
  private final boolean sound;
  private char[] single = {};
  private char[] coefficients = {};
  private char[] sizes = {};

  /** From 16 counts of codes at a position, then their symbols. */
  HuffmanCode(byte[] content, int at) {
    int code = 0;
    int offset = 0;
    boolean fits = true;
    for (int length = 1; length <= 16; length++) {
      first[length] = code;
      counts[length] = content[at + length - 1] & 0xff;
      offsets[length] = offset;
      offset += counts[length];
      code += counts[length];
      // No code may be all ones.
      fits &= counts[length] == 0 || code < 1 << length;
      code <<= 1;
    }
    sound = fits;
    symbols = Arrays.copyOfRange(content, at + 16, at + 16 + offset);
  }

  /** Whether its codes fit, as libjpeg asks for. */
  boolean isSound() {
    return sound;
  }

  /** Whether it is sound, and all symbols are sizes of differences. */
  boolean isSoundForSizes() {
    boolean small = sound;
    for (byte symbol : symbols) {
      small &= (symbol & 0xff) <= 15;
    }
    return small;
  }

  /**
   * Length of the code that 16 bits begin with in the upper byte, its symbol in the lower; or 0.
   */
  int find(int sixteenBits) {
    for (int length = 1; length <= 16; length++) {
      int place = (sixteenBits >>> 16 - length) - first[length];
      if (place >= 0 && place < counts[length]) {
        return length << 8 | symbols[offsets[length] + place] & 0xff;
      }
    }
    return 0;
  }

  /** Entries of length and symbol, the symbol being a size; 0 where there is no short code. */
  char[] sizes() {
    if (sizes.length == 0) {
      char[] lengths = single();
      sizes = new char[1 << FAST];
      for (int bits = 0; bits < sizes.length; bits++) {
        sizes[bits] = (char) (lengths[bits] >> 8 | (lengths[bits] & 0xff) << 5);
      }
    }
    return sizes;
  }

  /** Entries for coefficients behind the first. */
  char[] coefficients() {
    if (coefficients.length == 0) {
      coefficients = new char[1 << FAST];
      for (int bits = 0; bits < coefficients.length; bits++) {
        coefficients[bits] = entry(bits, 0, 0);
      }
    }
    return coefficients;
  }

  /** Entries for the beginning of a block: a first coefficient of this code, others of another. */
  char[] blocks(HuffmanCode others) {
    char[] blocks = new char[1 << FAST];
    char[] lengths = single();
    for (int bits = 0; bits < blocks.length; bits++) {
      int size = lengths[bits] & 0xff;
      int used = (lengths[bits] >> 8) + size;
      blocks[bits] = lengths[bits] == 0 ? (char) (ESCAPE << 5) : others.entry(bits, used, 1);
    }
    return blocks;
  }

  /** As many codes as lie in {@code bits}, of which the upper ones are used. */
  private char entry(int bits, int used, int coefficientsBefore) {
    char[] lengths = single();
    int at = used;
    int count = coefficientsBefore;
    while (at < FAST && count < 64) {
      int found = lengths[bits << at & (1 << FAST) - 1];
      int length = found >> 8;
      if (found == 0 || at + length > FAST) {
        break;
      }
      int size = found & 15;
      int run = found >> 4 & 15;
      if (size == 0 && run < 15) {
        return (char) (at + length | count + END_OF_BLOCK << 5);
      }
      at += length + size;
      count += run + 1;
    }
    return (char) (count == 0 ? ESCAPE << 5 : at | count << 5);
  }

  private char[] single() {
    if (single.length == 0) {
      single = new char[1 << FAST];
      for (int length = 1; length <= FAST; length++) {
        for (int i = 0; i < counts[length]; i++) {
          int from = first[length] + i << FAST - length;
          char entry = (char) (length << 8 | symbols[offsets[length] + i] & 0xff);
          Arrays.fill(single, from, from + (1 << FAST - length), entry);
        }
      }
    }
    return single;
  }
}
