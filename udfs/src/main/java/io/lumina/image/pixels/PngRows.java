package io.lumina.image.pixels;

import io.lumina.container.Bytes;
import io.lumina.raster.Rows;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A PNG that is not interlaced, decoded one row at a time: pictures that would not fit into memory.
 * Gives the grey values that the decoder of whole pictures gives.
 */
public final class PngRows implements Rows, AutoCloseable {
  /** Made narrow, all rows are in memory. */
  private static final int MAX_HEIGHT = 1 << 21;

  /** Two of them are in memory. */
  private static final int MAX_ROW = 64 << 20;

  private final byte[] content;
  private final Bytes bytes;
  private final Inflater inflater = new Inflater();
  private final PngPixels pixels;
  private final int width;
  private final int height;
  private final int step;
  private byte[] row;
  private byte[] above;
  private final byte[] filter = new byte[1];
  private int next = 8;

  private PngRows(byte[] content, PngPixels pixels, int width, int height) {
    this.content = content;
    this.bytes = Bytes.bigEndian(content);
    this.pixels = pixels;
    this.width = width;
    this.height = height;
    this.step = Math.max(1, pixels.bitsPerPixel() / 8);
    int length = Math.toIntExact(((long) width * pixels.bitsPerPixel() + 7) / 8);
    row = new byte[length];
    above = new byte[length];
  }

  /** The rows of a PNG whose structure is sound; empty where they cannot be had one by one. */
  public static Optional<PngRows> of(byte[] content) {
    Bytes bytes = Bytes.bigEndian(content);
    int header = 16;
    boolean interlaced = bytes.u8(header + 12L) != 0;
    long width = bytes.u32(header);
    long height = bytes.u32(header + 4L);
    if (interlaced
        || !bytes.matches(12, "IHDR")
        || width < 1
        || height < 1
        || height > MAX_HEIGHT) {
      return Optional.empty();
    }
    PngPixels pixels = new PngPixels(bytes.u8(header + 8L), bytes.u8(header + 9L));
    for (long at = 8; bytes.has(at, 8); at += 12 + bytes.u32(at)) {
      long length = bytes.u32(at);
      if (!bytes.has(at + 8, length + 4) || bytes.matches(at + 4, "IDAT")) {
        break;
      }
      if (bytes.matches(at + 4, "PLTE")) {
        pixels.palette(bytes, (int) at + 8, (int) length);
      } else if (bytes.matches(at + 4, "tRNS")) {
        pixels.transparency(bytes, (int) at + 8, (int) length);
      }
    }
    return pixels.isKnown() && width * pixels.bitsPerPixel() / 8 < MAX_ROW
        ? Optional.of(new PngRows(content, pixels, (int) width, (int) height))
        : Optional.empty();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public void row(int y, byte[] into) {
    byte[] last = above;
    above = row;
    row = last;
    inflate(filter, 1);
    inflate(row, row.length);
    unfilter(filter[0]);
    pixels.grey(row, width, into);
  }

  private void inflate(byte[] into, int count) {
    try {
      int at = 0;
      while (at < count) {
        int done = inflater.inflate(into, at, count - at);
        at += done;
        if (done == 0 && (inflater.finished() || inflater.needsDictionary() || !feed())) {
          throw new BrokenRows("The picture data end early");
        }
      }
    } catch (DataFormatException e) {
      throw new BrokenRows("The picture data cannot be inflated", e);
    }
  }

  /** Hands over the next chunk of picture data; false where there is none. */
  private boolean feed() {
    while (bytes.has(next, 8)) {
      int at = next + 8;
      long length = bytes.u32(next);
      boolean data = bytes.matches(next + 4L, "IDAT");
      boolean last = bytes.matches(next + 4L, "IEND");
      int there = (int) Math.min(length, content.length - at);
      next = there < length ? content.length : at + there + 4;
      if (last) {
        return false;
      }
      if (data && there > 0) {
        inflater.setInput(content, at, there);
        return true;
      }
    }
    return false;
  }

  /** ISO/IEC 15948, 9.2. */
  private void unfilter(int filter) {
    int length = row.length;
    switch (filter) {
      case 0 -> {}
      case 1 -> {
        for (int i = step; i < length; i++) {
          row[i] += row[i - step];
        }
      }
      case 2 -> {
        for (int i = 0; i < length; i++) {
          row[i] += above[i];
        }
      }
      case 3 -> {
        for (int i = 0; i < length; i++) {
          int left = i < step ? 0 : row[i - step] & 0xff;
          row[i] += (byte) (left + (above[i] & 0xff) >> 1);
        }
      }
      case 4 -> {
        for (int i = 0; i < length; i++) {
          int left = i < step ? 0 : row[i - step] & 0xff;
          int corner = i < step ? 0 : above[i - step] & 0xff;
          row[i] += (byte) paeth(left, above[i] & 0xff, corner);
        }
      }
      default -> throw new BrokenRows("There is no filter " + filter);
    }
  }

  private static int paeth(int left, int up, int corner) {
    int toLeft = Math.abs(up - corner);
    int toUp = Math.abs(left - corner);
    int toCorner = Math.abs(left + up - 2 * corner);
    if (toLeft <= toUp && toLeft <= toCorner) {
      return left;
    }
    return toUp <= toCorner ? up : corner;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
