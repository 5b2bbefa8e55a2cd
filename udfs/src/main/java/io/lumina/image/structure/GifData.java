package io.lumina.image.structure;

import io.lumina.container.Bytes;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;
import java.util.Arrays;

/**
 * Runs the LZW codes of a GIF frame without writing pixels: how many are there, and do they end?
 */
final class GifData {
  /** A larger frame is checked by its decode alone. */
  private static final long MAX_CHECKED = 16L << 20;

  private static final int MAX_CODES = 4096;

  private final Bytes bytes;
  private final Damage damage;
  private long at;
  private int left;
  private int bits;
  private int bitCount;

  GifData(Bytes bytes, Damage damage) {
    this.bytes = bytes;
    this.damage = damage;
  }

  void check(long from, int codeSize, long pixels) {
    if (pixels > MAX_CHECKED) {
      return;
    }
    at = from;
    int clear = 1 << codeSize;
    int[] lengths = new int[MAX_CODES];
    Arrays.fill(lengths, 0, clear, 1);
    int next = clear + 2;
    int size = codeSize + 1;
    int previous = -1;
    long there = 0;
    int code = next(size);
    while (code >= 0 && code != clear + 1 && there <= pixels) {
      if (code == clear) {
        next = clear + 2;
        size = codeSize + 1;
        previous = -1;
      } else if (code > next || (previous < 0 && code > clear) || (code == next && previous < 0)) {
        damage.moderate(
            CorruptionReason.BROKEN_STREAM, "A code that is not there, after " + there + " pixels");
        return;
      } else {
        there += code == next ? lengths[previous] + 1 : lengths[code];
        if (previous >= 0 && next < MAX_CODES) {
          lengths[next++] = lengths[previous] + 1;
          if (next == 1 << size && size < 12) {
            size++;
          }
        }
        previous = code;
      }
      code = next(size);
    }
    report(there, pixels, code == clear + 1);
  }

  private void report(long there, long pixels, boolean ended) {
    if (there < pixels) {
      damage.moderate(
          CorruptionReason.BROKEN_STREAM,
          "The first frame holds " + there + " pixels of " + pixels);
    } else if (there > pixels) {
      damage.minor(
          CorruptionReason.BROKEN_STREAM,
          "The first frame holds more than its " + pixels + " pixels");
    } else if (!ended) {
      damage.minor(CorruptionReason.BROKEN_STREAM, "The first frame's data have no end code");
    }
  }

  private int next(int size) {
    while (bitCount < size) {
      if (left == 0) {
        left = bytes.u8(at++);
        if (left == 0) {
          return -1;
        }
      }
      bits |= bytes.u8(at++) << bitCount;
      bitCount += 8;
      left--;
    }
    int code = bits & ((1 << size) - 1);
    bits >>>= size;
    bitCount -= size;
    return code;
  }
}
