package io.lumina.image.jpeg;

/** The codes in a scan's entropy-coded data (ITU-T T.81 F.2.2). */
final class CodeReader {
  /** Of a coefficient, and of a difference, where none is coded. */
  private static final int BROKEN = Integer.MIN_VALUE;

  private static final int PREFIX = 64 - BlockTables.FAST;

  private final byte[] content;
  private final int to;
  private final DataWindow data;
  private int position;

  CodeReader(byte[] content, int from, int to) {
    this.content = content;
    this.to = to;
    this.data = new DataWindow(content, from, to);
  }

  /** Whether more was read than there is. */
  boolean isBeyond() {
    return data.left(position) < 0;
  }

  /** The next bits; they may lie behind the end. */
  private long bits() {
    if (position > data.limit()) {
      if (data.isLast()) {
        return 0;
      }
      position = data.move(position);
    }
    return DataWindow.bits(data.bytes(), position);
  }

  /** The number in the upper bits (F.2.2.1). */
  private static int signed(long bits, int size) {
    // All ones where the first bit is one: the number is positive then.
    int positive = (int) (bits >> 63);
    return (int) (bits >>> 1 >>> 63 - size) + (~positive & 1 - (1 << size));
  }

  /**
   * Passes over blocks.
   *
   * @param differences takes the difference of the first coefficient of each block that is kept
   * @return how many blocks there were; fewer where codes are missing, or run over the end of their
   *     block, or the data end
   */
  int blocks(BlockTables tables, int blocks, int[] differences) {
    short[] entries = tables.entries();
    int[] places = tables.places();
    byte[] window = data.bytes();
    int limit = data.limit();
    int at = position;
    for (int block = 0; block < blocks; block++) {
      if (at > limit) {
        position = at;
        if (data.isLast()) {
          return block;
        }
        at = data.move(at);
        limit = data.limit();
      }
      int place = places[block] & BlockTables.PLACE;
      long bits = DataWindow.bits(window, at);
      int entry = entries[place + (int) (bits >>> PREFIX)];
      if (places[block] < 0) {
        differences[block] = tables.difference(block, bits);
      }
      place += BlockTables.OTHERS;
      int k = BlockTables.coefficients(entry);
      while (true) {
        // On while it does not end its block and says something: twice, then the bits are used up.
        while ((entry | 63 - k) >= 0) {
          bits <<= entry;
          at += entry & 63;
          entry = entries[place + (int) (bits >>> PREFIX)];
          k += BlockTables.coefficients(entry);
          if ((entry | 63 - k) < 0) {
            break;
          }
          bits <<= entry;
          at += entry & 63;
          entry = entries[place + (int) (bits >>> PREFIX)];
          k += BlockTables.coefficients(entry);
          if ((entry | 63 - k) < 0) {
            break;
          }
          at += entry & 63;
          bits = DataWindow.bits(window, at);
          entry = entries[place + (int) (bits >>> PREFIX)];
          k += BlockTables.coefficients(entry);
        }
        if (k < 64) {
          at += entry & 63;
          break;
        }
        // Too long a code, or the entry reaches to the end of the block: one code by itself.
        position = at;
        k = one(k - BlockTables.coefficients(entry), tables.pair(block));
        at = position;
        if (k == BROKEN) {
          return block;
        }
        if (k == 64) {
          break;
        }
        bits = DataWindow.bits(window, at);
        entry = entries[place + (int) (bits >>> PREFIX)];
        k += BlockTables.coefficients(entry);
      }
    }
    position = at;
    return isBeyond() ? blocks - 1 : blocks;
  }

  /** Passes over one code; the next coefficient, 64 at the end, or {@link #BROKEN}. */
  private int one(int k, BlockTables.Pair pair) {
    long bits = DataWindow.bits(data.bytes(), position);
    int found = (k > 0 ? pair.ac() : pair.dc()).find((int) (bits >>> 48));
    int size = found & 15;
    int run = k > 0 ? found >> 4 & 15 : 0;
    position += (found >> 8) + size;
    int next = k > 0 && size == 0 && run < 15 ? 64 : k + run + 1;
    // Some encoders end a block with a run of zeros that reaches over its end.
    boolean sound = found != 0 && (next <= 64 || size == 0);
    return sound ? Math.min(next, 64) : BROKEN;
  }

  /** The difference of a first coefficient in the upper bits; 0 where there is none. */
  static int difference(long bits, int lengthAndSize) {
    return signed(bits << (lengthAndSize >> 8), lengthAndSize & 0xff);
  }

  /**
   * Reads blocks that have a first coefficient only.
   *
   * @param unit code of each block of a unit
   * @see #blocks
   */
  int differences(HuffmanCode[] unit, int blocks, int[] differences) {
    for (int done = 0; done < blocks; done++) {
      long bits = bits();
      int found = unit[done % unit.length].find((int) (bits >>> 48));
      position += (found >> 8) + (found & 0xff);
      if (found == 0 || isBeyond()) {
        return done;
      }
      differences[done] = difference(bits, found);
    }
    return blocks;
  }

  /** Reads bits; how many there were. */
  int bits(int wanted, int[] bits) {
    for (int i = 0; i < wanted; i++) {
      bits[i] = (int) (bits() >>> 63);
      position++;
      if (isBeyond()) {
        return i;
      }
    }
    return wanted;
  }

  /** Whole bytes that were not read, as far as the window goes; less than none beyond the end. */
  private int unread() {
    if (!data.isLast()) {
      position = data.move(position);
    }
    return data.left(position) >> 3;
  }

  /** Takes a restart marker where all bytes before it were read; false where there is none. */
  boolean restart(int number) {
    boolean ends = unread() == 0 && data.isLast();
    int at = data.next();
    while (at + 1 < to && content[at] == -1 && content[at + 1] == -1) {
      at++;
    }
    if (!ends || at + 1 >= to || content[at] != -1 || (content[at + 1] & 0xff) != 0xd0 + number) {
      return false;
    }
    data.begin(at + 2);
    position = 0;
    return true;
  }

  /**
   * Where the marker behind the scan is; -1 where there is none, or a restart marker, or where more
   * bytes were left than an encoder pads with.
   */
  int end(int mostBytesLeft) {
    int unread = unread();
    int marker = Markers.next(content, data.next(), to);
    boolean sound =
        unread >= 0
            && marker >= 0
            && unread + marker - data.next() <= mostBytesLeft
            && !Markers.isRestart(content[marker + 1]);
    return sound ? marker : -1;
  }
}
