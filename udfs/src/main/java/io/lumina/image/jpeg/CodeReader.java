package io.lumina.image.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The bits of a scan's entropy-coded data (ITU-T T.81 F.2.2), and the codes in them. */
final class CodeReader {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** A code and what follows it have at most 31 bits. */
  private static final int ENOUGH = 32;

  /** {@link #difference} where there is no such code. */
  static final int NO_CODE = Integer.MIN_VALUE;

  private final byte[] content;
  private final int to;
  private final int lastWord;

  /** The next bits, from the highest down. */
  private long buffer;

  /** How many of them there are. */
  private int count;

  /** How many of these are no data: zeros in place of what is not there. */
  private int padding;

  /** The next byte that is not among them. */
  private int at;

  CodeReader(byte[] content, int from, int to) {
    this.content = content;
    this.at = from;
    this.to = to;
    this.lastWord = to - 8;
  }

  /** Whether more was read than there is. */
  boolean isBeyond() {
    return count < padding;
  }

  /** The next bit. */
  int bit() {
    if (count == 0) {
      fill();
    }
    int bit = (int) (buffer >>> 63);
    buffer <<= 1;
    count--;
    return bit;
  }

  /** The next difference of first coefficients; {@link #NO_CODE} where none is coded. */
  int difference(char[] sizes, HuffmanCode code) {
    if (count < ENOUGH) {
      fill();
    }
    int entry = sizes[(int) (buffer >>> 64 - HuffmanCode.FAST)];
    if (entry == 0) {
      int found = code.find((int) (buffer >>> 48));
      if (found == 0) {
        return NO_CODE;
      }
      entry = found >> 8 | (found & 0xff) << 5;
    }
    int size = entry >> 5;
    long value = buffer << (entry & 31);
    buffer = value << size;
    count -= (entry & 31) + size;
    // All ones where the first bit of the value is one: it is positive then.
    int positive = (int) (value >> 63);
    return (int) (value >>> 1 >>> 63 - size) + (~positive & 1 - (1 << size));
  }

  /**
   * Passes over the coefficients of a block; false where codes are missing or run over its end.
   *
   * @param first entries for the first codes
   * @param others entries for those behind
   * @param k the next coefficient, 0 or 1
   * @param dc code of the first coefficient
   * @param ac code of the others
   */
  boolean skipBlock(char[] first, char[] others, int k, HuffmanCode dc, HuffmanCode ac) {
    long bits = buffer;
    int left = count;
    char[] entries = first;
    while (true) {
      long before;
      int entry;
      do {
        if (left < ENOUGH) {
          long word;
          if (at <= lastWord && !Markers.hasFf(word = (long) LONG.get(content, at))) {
            // Bits below the whole bytes are the next byte's and will be set again, equally.
            bits |= word >>> left;
            at += 63 - left >> 3;
            left |= 56;
          } else {
            buffer = bits;
            count = left;
            fill();
            bits = buffer;
            left = count;
          }
        }
        entry = entries[(int) (bits >>> 64 - HuffmanCode.FAST)];
        before = bits;
        bits <<= entry & 31;
        left -= entry & 31;
        k += entry >> 5;
        entries = others;
      } while (k < 64);
      if (k == 64 || k > HuffmanCode.END_OF_BLOCK && k < HuffmanCode.END_OF_BLOCK + 64) {
        buffer = bits;
        count = left;
        return true;
      }
      // Too long a code, or the entry reaches over the end of the block: one code by itself.
      k -= entry >> 5;
      left += entry & 31;
      int found = (k == 0 ? dc : ac).find((int) (before >>> 48));
      int size = found & 15;
      int run = k == 0 ? 0 : found >> 4 & 15;
      boolean ends = k > 0 && size == 0 && run < 15;
      int length = (found >> 8) + size;
      bits = before << length;
      left -= length;
      k += run + 1;
      if (found == 0 || k >= 64 || ends) {
        buffer = bits;
        count = left;
        // Some encoders end a block with a run of zeros that reaches over its end.
        return found != 0 && (ends || k == 64 || size == 0);
      }
    }
  }

  private void fill() {
    while (count <= 56) {
      long value = 0;
      if (at < to && content[at] != -1) {
        value = content[at++] & 0xff;
      } else if (at + 1 < to && content[at + 1] == 0) {
        value = 0xff;
        at += 2;
      } else {
        padding += 8;
      }
      buffer |= value << 56 - count;
      count += 8;
    }
  }

  /** Bytes of data that were not read, as far as the buffer knows; -1 where it was read beyond. */
  private int unread() {
    fill();
    return isBeyond() ? -1 : count - padding >> 3;
  }

  /** Takes a restart marker where all bytes before it were read; false where there is none. */
  boolean restart(int number) {
    if (unread() != 0) {
      return false;
    }
    while (at + 1 < to && content[at] == -1 && content[at + 1] == -1) {
      at++;
    }
    if (at + 1 >= to || content[at] != -1 || (content[at + 1] & 0xff) != 0xd0 + number) {
      return false;
    }
    at += 2;
    buffer = 0;
    count = 0;
    padding = 0;
    return true;
  }

  /**
   * Where the marker behind the scan is; -1 where there is none, or a restart marker, or where more
   * bytes were left than an encoder pads with.
   */
  int end(int mostBytesLeft) {
    int unread = unread();
    int marker = Markers.next(content, at, to);
    boolean sound =
        unread >= 0
            && marker >= 0
            && unread + marker - at <= mostBytesLeft
            && !Markers.isRestart(content[marker + 1]);
    return sound ? marker : -1;
  }
}
