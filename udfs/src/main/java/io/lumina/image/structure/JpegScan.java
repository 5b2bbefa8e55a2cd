package io.lumina.image.structure;

import io.lumina.container.Bytes;
import io.lumina.image.jpeg.Markers;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;

/**
 * The entropy-coded data of one scan: finds its end, checks the order of restart markers, and finds
 * stretches of zeros that no encoder writes.
 */
final class JpegScan {
  /** Zeros in a row that picture data do not hold: a quarter of the smallest disk block. */
  private static final int ZERO_RUN = 128;

  private final byte[] content;
  private final Damage damage;
  private final int restartInterval;
  private final boolean zeroRunsAllowed;

  JpegScan(byte[] content, Damage damage, int restartInterval, boolean zeroRunsAllowed) {
    this.content = content;
    this.damage = damage;
    this.restartInterval = restartInterval;
    this.zeroRunsAllowed = zeroRunsAllowed;
  }

  /** From the first byte behind the scan's header to the next marker that is not part of it. */
  int skip(int from) {
    int expected = 0;
    int at = from;
    boolean complained = false;
    while (true) {
      at = Markers.nextFf(content, at, content.length);
      if (at + 1 >= content.length) {
        zeros(from, content.length, true);
        return content.length;
      }
      int marker = content[at + 1] & 0xff;
      if (marker == 0) {
        at += 2;
      } else if (marker == 0xff) {
        at++;
      } else if (marker >= 0xd0 && marker <= 0xd7) {
        if (!complained && (restartInterval == 0 || marker != 0xd0 + expected)) {
          complained = true;
          damage.moderate(
              CorruptionReason.BROKEN_STREAM,
              restartInterval == 0
                  ? "A restart marker at " + at + " that nothing announced"
                  : "Restart marker " + (marker - 0xd0) + " at " + at + " instead of " + expected);
        }
        expected = (marker - 0xd0 + 1) & 7;
        at += 2;
      } else {
        zeros(from, at, false);
        return at;
      }
    }
  }

  /** Says the same of data whose end is known, and whose codes and restart markers are sound. */
  void known(int from, int end) {
    zeros(from, end, false);
  }

  /** Looks at every {@link #ZERO_RUN}th byte, and around it only where it is zero. */
  private void zeros(int from, int to, boolean untilEnd) {
    if (zeroRunsAllowed && !untilEnd) {
      return;
    }
    for (int at = from + ZERO_RUN; at < to; at += ZERO_RUN) {
      if (content[at] == 0 && Bytes.bigEndian(content).allZero(at - ZERO_RUN + 1, at)) {
        int end = at;
        while (end < to && content[end] == 0) {
          end++;
        }
        if (!zeroRunsAllowed || end == to) {
          damage.moderate(
              CorruptionReason.ZERO_FILLED,
              "Picture data are zeros from about " + (at - ZERO_RUN + 1) + " to " + end);
          return;
        }
      }
    }
  }
}
