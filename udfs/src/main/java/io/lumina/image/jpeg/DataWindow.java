package io.lumina.image.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A piece of a scan's entropy-coded data, up to a marker, without the zeros stuffed behind 0xFF.
 */
final class DataWindow {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int BYTES = 1 << 15;

  /** Bytes that a block has at most, and a word more; zeros behind the end of the data. */
  private static final int AHEAD = 256;

  private final byte[] content;
  private final int to;
  private final byte[] window = new byte[BYTES + 1 + AHEAD];
  private int at;
  private int end;
  private boolean isLast;

  DataWindow(byte[] content, int from, int to) {
    this.content = content;
    this.at = from;
    this.to = to;
    fill();
  }

  /** From a bit on, in the upper bits: 57 at least, zeros behind the end. */
  static long bits(byte[] window, int position) {
    return (long) LONG.get(window, position >>> 3) << (position & 7);
  }

  byte[] bytes() {
    return window;
  }

  /** Up to which bit may be read on; what is behind needs {@link #move}, or is not there. */
  int limit() {
    return 8 * (isLast ? end : end - AHEAD);
  }

  /** Whether the data end in it. */
  boolean isLast() {
    return isLast;
  }

  /** Bits from a position to the end of the data; less than none where that was passed. */
  int left(int position) {
    return 8 * end - position;
  }

  /** Where the data go on in the content. */
  int next() {
    return at;
  }

  /**
   * Drops what lies before a position and takes in what follows.
   *
   * @return the same position now
   */
  int move(int position) {
    int dropped = position >>> 3;
    System.arraycopy(window, dropped, window, 0, end - dropped);
    end -= dropped;
    fill();
    return position & 7;
  }

  /** Begins anew at a place of the content. */
  void begin(int place) {
    at = place;
    end = 0;
    isLast = false;
    fill();
  }

  private void fill() {
    while (end < BYTES && !isLast) {
      int ff = Markers.nextFf(content, at, Math.min(to, at + BYTES - end));
      System.arraycopy(content, at, window, end, ff - at);
      end += ff - at;
      at = ff;
      if (at >= to || content[at] == -1 && (at + 1 == to || content[at + 1] != 0)) {
        isLast = true;
      } else if (content[at] == -1) {
        window[end++] = -1;
        at += 2;
      }
    }
    Arrays.fill(window, end, end + AHEAD, (byte) 0);
  }
}
