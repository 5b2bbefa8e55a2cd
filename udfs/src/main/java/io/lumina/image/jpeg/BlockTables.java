package io.lumina.image.jpeg;

import java.util.ArrayList;
import java.util.List;

/**
 * Tables over the next bits of blocks, each entry of which passes over as many codes as these bits
 * hold: all of a block at best.
 *
 * <p>An entry has in its lower six bits how many bits it passes over, at most {@value #MOST_BITS};
 * above by how many coefficients it goes on; and its sign says that it ends its block. A pair of
 * codes has a table for the beginning of a block, and behind it one for what follows.
 */
final class BlockTables {
  static final int FAST = HuffmanCode.FAST;

  /** From a pair's first table to its second. */
  static final int OTHERS = 1 << FAST;

  /** So that 57 bits are enough for three entries. */
  private static final int MOST_BITS = 18;

  /** What of a place says where that is. */
  static final int PLACE = Integer.MAX_VALUE;

  private static final int KEPT = Integer.MIN_VALUE;
  private static final int COEFFICIENT = 6;
  private static final int END = 1 << 15;

  /** Of an entry that says nothing: its code is longer, or there is none. */
  private static final short ESCAPE = 64 << COEFFICIENT;

  private final Pair[] unit;
  private final short[] entries;
  private final int[] places;

  /** For each block of a row the code of its first coefficient; null where that is not kept. */
  private final HuffmanCode[] kept;

  /**
   * The codes of a component.
   *
   * @param isKept whether its first coefficients are wanted
   */
  record Pair(HuffmanCode dc, HuffmanCode ac, boolean isKept) {

    /** Whether the tables are the same. */
    boolean isLike(Pair other) {
      return dc == other.dc && ac == other.ac;
    }
  }

  /**
   * The tables of a scan.
   *
   * @param unit codes of each block of a unit; equal ones for equal components
   * @param blocks most of them in a row
   */
  BlockTables(Pair[] unit, int blocks) {
    this.unit = unit.clone();
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : unit) {
      if (pairs.stream().noneMatch(pair::isLike)) {
        pairs.add(pair);
      }
    }
    entries = new short[pairs.size() * 2 * OTHERS];
    kept = new HuffmanCode[blocks];
    places = new int[blocks];
    for (int i = 0; i < pairs.size(); i++) {
      fill(pairs.get(i), i * 2 * OTHERS);
      for (int block = 0; block < places.length; block++) {
        Pair pair = unit[block % unit.length];
        if (pair.isLike(pairs.get(i))) {
          places[block] = i * 2 * OTHERS | (pair.isKept ? KEPT : 0);
          kept[block] = pair.isKept ? pair.dc : null;
        }
      }
    }
  }

  private void fill(Pair pair, int place) {
    for (int bits = 0; bits < OTHERS; bits++) {
      int found = pair.dc.findFast(bits);
      int used = (found >> 8) + (found & 0xff);
      entries[place + bits] = found == 0 ? ESCAPE : entry(pair.ac, bits, used, 1);
      entries[place + OTHERS + bits] = entry(pair.ac, bits, 0, 0);
    }
  }

  /** As many codes as lie in {@code bits}, of which the upper ones are used. */
  private static short entry(HuffmanCode code, int bits, int used, int coefficientsBefore) {
    int at = used;
    int count = coefficientsBefore;
    while (at < FAST && count < 64) {
      int found = code.findFast(bits << at & OTHERS - 1);
      int length = found >> 8;
      int size = found & 15;
      int run = found >> 4 & 15;
      if (found == 0 || at + length > FAST || at + length + size > MOST_BITS) {
        break;
      }
      if (size == 0 && run < 15) {
        return (short) (at + length | count << COEFFICIENT | END);
      }
      at += length + size;
      count += run + 1;
    }
    return count == 0 || at > MOST_BITS ? ESCAPE : (short) (at | count << COEFFICIENT);
  }

  /** By how many coefficients an entry goes on; 64 where it says nothing. */
  static int coefficients(int entry) {
    return entry >> COEFFICIENT & 0x1ff;
  }

  /** The entries of all pairs. */
  short[] entries() {
    return entries;
  }

  /** Where the entries of each block of a row lie; negative where its difference is kept. */
  int[] places() {
    return places;
  }

  /** The difference that the upper bits are in a block whose first coefficient is kept. */
  int difference(int block, long bits) {
    HuffmanCode code = kept[block];
    int fast = code.findFast((int) (bits >>> 64 - FAST));
    int found = fast == 0 ? code.find((int) (bits >>> 48)) : fast;
    return CodeReader.difference(bits, found);
  }

  /** The codes of a block of a row. */
  Pair pair(int block) {
    return unit[block % unit.length];
  }
}
