package io.lumina.image.structure;

import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The compressed picture data of a PNG: do they inflate to what the header promises? */
final class PngData {
  /** Data that decode within a few milliseconds; a large picture is checked by its decode alone. */
  private static final long MAX_CHECKED = 4L << 20;

  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private record Part(int at, int length) {}

  private final List<Part> parts = new ArrayList<>();

  void add(int at, int length) {
    parts.add(new Part(at, length));
  }

  void check(
      byte[] content,
      int width,
      int height,
      int depth,
      int colour,
      boolean interlaced,
      Damage damage) {
    int channels =
        switch (colour) {
          case 2 -> 3;
          case 4 -> 2;
          case 6 -> 4;
          default -> 1;
        };
    long expected =
        interlaced
            ? interlaced(width, height, (long) depth * channels)
            : rows(width, height, (long) depth * channels);
    if (expected > MAX_CHECKED) {
      return;
    }
    Inflater inflater = new Inflater();
    try {
      long there = inflate(content, inflater);
      if (there < expected) {
        damage.moderate(
            CorruptionReason.BROKEN_STREAM,
            "The picture data hold " + there + " bytes of " + expected);
      } else if (there > expected || !inflater.finished()) {
        damage.minor(
            CorruptionReason.BROKEN_STREAM,
            "The picture data do not end after the last row, at byte " + expected);
      }
    } catch (DataFormatException e) {
      damage.moderate(CorruptionReason.BROKEN_STREAM, "The picture data cannot be inflated");
    } finally {
      inflater.end();
    }
  }

  private long inflate(byte[] content, Inflater inflater) throws DataFormatException {
    byte[] out = new byte[1 << 16];
    for (Part part : parts) {
      inflater.setInput(content, part.at, part.length);
      while (!inflater.needsInput() && !inflater.finished()) {
        if (inflater.getBytesWritten() > MAX_CHECKED || inflater.needsDictionary()) {
          return inflater.getBytesWritten();
        }
        inflater.inflate(out);
      }
    }
    return inflater.getBytesWritten();
  }

  private static long rows(long width, long height, long bitsPerPixel) {
    return width == 0 ? 0 : height * (1 + (width * bitsPerPixel + 7) / 8);
  }

  private static long interlaced(long width, long height, long bitsPerPixel) {
    long sum = 0;
    for (int[] pass : PASSES) {
      long columns = (width - pass[0] + pass[2] - 1) / pass[2];
      long lines = (height - pass[1] + pass[3] - 1) / pass[3];
      if (columns > 0 && lines > 0) {
        sum += rows(columns, lines, bitsPerPixel);
      }
    }
    return sum;
  }
}
