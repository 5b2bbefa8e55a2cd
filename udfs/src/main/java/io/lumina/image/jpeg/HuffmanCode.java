package io.lumina.image.jpeg;

import java.util.Arrays;

/** A Huffman code of a JPEG (ITU-T T.81 annex C). */
public final class HuffmanCode {
  /** Codes of that length and less are looked up. */
  static final int FAST = 12;

  private final int[] first = new int[17];
  private final int[] counts = new int[17];
  private final int[] offsets = new int[17];
  private final byte[] symbols;
  private final boolean sound;
  private char[] lookup = {};

  /** From 16 counts of codes at a position, then their symbols. */
  public HuffmanCode(byte[] content, int at) {
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

  /** The same as {@link #find}, for most codes with one look. */
  public int look(int sixteenBits) {
    // Codes that do not fit would write over the end of what is looked up.
    int found = sound ? findFast(sixteenBits >>> 16 - FAST) : 0;
    return found != 0 ? found : find(sixteenBits);
  }

  /** The same for {@link #FAST} bits; 0 where the code is longer. */
  int findFast(int bits) {
    if (lookup.length == 0) {
      lookup = new char[1 << FAST];
      for (int length = 1; length <= FAST; length++) {
        for (int i = 0; i < counts[length]; i++) {
          int from = first[length] + i << FAST - length;
          char entry = (char) (length << 8 | symbols[offsets[length] + i] & 0xff);
          Arrays.fill(lookup, from, from + (1 << FAST - length), entry);
        }
      }
    }
    return lookup[bits];
  }
}
