package io.lumina.image.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds markers in entropy-coded data, eight bytes at a time. */
public final class Markers {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private Markers() {}

  /** The next 0xFF at a position or behind it; {@code to} where there is none. */
  public static int nextFf(byte[] content, int from, int to) {
    int at = from;
    int last = to - 8;
    while (at <= last) {
      long word = (long) LONG.get(content, at);
      long hit = ~word - ONES & word & HIGHS;
      if (hit != 0) {
        return at + (Long.numberOfTrailingZeros(hit) >> 3);
      }
      at += 8;
    }
    while (at < to && content[at] != -1) {
      at++;
    }
    return at;
  }

  /** The next marker at a position or behind it, restart markers too; -1 where there is none. */
  static int next(byte[] content, int from, int to) {
    int at = nextFf(content, from, to);
    while (at + 1 < to) {
      int marker = content[at + 1];
      if (marker != 0 && marker != -1) {
        return at;
      }
      at = nextFf(content, marker == 0 ? at + 2 : at + 1, to);
    }
    return -1;
  }

  /**
   * Passes over the data of a scan.
   *
   * @return where the marker behind them is; -1 where there is none, or where a restart marker
   *     comes that was not announced or is not the next one
   */
  static int endOfScan(byte[] content, int from, int to, int restartInterval) {
    int expected = 0;
    int at = next(content, from, to);
    while (at >= 0 && isRestart(content[at + 1])) {
      if (restartInterval == 0 || (content[at + 1] & 7) != expected) {
        return -1;
      }
      expected = expected + 1 & 7;
      at = next(content, at + 2, to);
    }
    return at;
  }

  /** The next marker behind a scan's data, whatever restart markers are in them; or {@code to}. */
  static int behindScan(byte[] content, int from, int to) {
    int at = next(content, from, to);
    while (at >= 0 && isRestart(content[at + 1])) {
      at = next(content, at + 2, to);
    }
    return at < 0 ? to : at;
  }

  static boolean isRestart(int marker) {
    return (marker & 0xf8) == 0xd0;
  }

  static int u8(byte[] content, int at) {
    return content[at] & 0xff;
  }

  static int u16(byte[] content, int at) {
    return (content[at] & 0xff) << 8 | content[at + 1] & 0xff;
  }
}
