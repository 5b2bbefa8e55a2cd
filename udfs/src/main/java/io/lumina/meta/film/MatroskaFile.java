package io.lumina.meta.film;

import io.lumina.container.BigEndian;
import io.lumina.meta.date.DateField;
import io.lumina.meta.field.Findings;
import io.lumina.meta.field.MetadataField;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Matroska and WebM: date, duration, size and codec from the elements before the first cluster. */
public final class MatroskaFile {
  private static final int MAGIC = 0x1A45DFA3;
  private static final int SEGMENT = 0x18538067;
  private static final int CLUSTER = 0x1F43B675;
  private static final int INFO = 0x1549A966;
  private static final int TRACKS = 0x1654AE6B;
  private static final int TRACK = 0xAE;
  private static final int VIDEO = 0xE0;
  private static final int MAX_ELEMENTS = 10_000;
  private static final Instant EPOCH = Instant.parse("2001-01-01T00:00:00Z");

  private final byte[] bytes;
  private final Findings found;
  private int elements;
  private double scale = 1e6;
  private double length;
  private long width;
  private long height;

  private MatroskaFile(byte[] bytes, Findings found) {
    this.bytes = bytes;
    this.found = found;
  }

  public static boolean matches(byte[] content) {
    return content.length > 16 && BigEndian.u32(content, 0) == MAGIC;
  }

  public static void parse(byte[] content, Findings found) {
    MatroskaFile file = new MatroskaFile(content, found);
    file.walk(0, content.length);
    found.size(file.width, file.height);
    if (file.length > 0) {
      found.number(MetadataField.DURATION, Optional.of(file.length * file.scale / 1e9));
    }
  }

  /** Only five kinds of elements are entered, and none inside itself matters: depth stays small. */
  private void walk(int from, int to) {
    int at = from;
    while (at + 2 <= to && elements++ < MAX_ELEMENTS) {
      int idLength = Integer.numberOfLeadingZeros(BigEndian.u8(bytes, at)) - 23;
      if (idLength > 4 || at + idLength >= to) {
        return;
      }
      int id = (int) number(at, idLength);
      int sizeAt = at + idLength;
      int sizeLength = Integer.numberOfLeadingZeros(BigEndian.u8(bytes, sizeAt)) - 23;
      if (id == CLUSTER || sizeLength > 8 || sizeAt + sizeLength > to) {
        return;
      }
      long mask = (1L << 7 * sizeLength) - 1;
      long size = number(sizeAt, sizeLength) & mask;
      int start = sizeAt + sizeLength;
      int end = size == mask || size > to - start ? to : start + (int) size;
      element(id, start, end);
      at = end;
    }
  }

  private void element(int id, int start, int end) {
    int size = end - start;
    switch (id) {
      case SEGMENT, INFO, TRACKS, TRACK, VIDEO -> walk(start, end);
      case 0x2AD7B1 -> scale = size <= 8 ? number(start, size) : scale;
      case 0x4489 -> length = real(start, size);
      case 0x4461 -> date(start, size);
      case 0xB0 -> width = width == 0 && size <= 8 ? number(start, size) : width;
      case 0xBA -> height = height == 0 && size <= 8 ? number(start, size) : height;
      case 0x86 ->
          found.text(
              MetadataField.CODEC,
              Optional.of(new String(bytes, start, Math.min(size, 64), StandardCharsets.US_ASCII)));
      default -> {}
    }
  }

  private void date(int start, int size) {
    if (size == 8) {
      long nanos = number(start, 8);
      found.instant(DateField.MATROSKA_DATE, Long.toString(nanos), EPOCH.plusNanos(nanos));
    }
  }

  private double real(int start, int size) {
    return switch (size) {
      case 4 -> ByteBuffer.wrap(bytes, start, 4).getFloat();
      case 8 -> ByteBuffer.wrap(bytes, start, 8).getDouble();
      default -> 0;
    };
  }

  private long number(int at, int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 8 | BigEndian.u8(bytes, at + i);
    }
    return value;
  }
}
