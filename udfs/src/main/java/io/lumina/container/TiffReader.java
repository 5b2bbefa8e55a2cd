package io.lumina.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Image file directories of TIFF, BigTIFF, Exif blocks and TIFF-based RAW files. Bounded: a
 * directory has at most 1,000 entries here, and every offset is checked by {@link Bytes}.
 */
public final class TiffReader {
  static final int MAX_ENTRIES = 1000;
  private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

  private final Bytes bytes;
  private final int base;
  private final boolean big;

  private TiffReader(Bytes bytes, int base, boolean big) {
    this.bytes = bytes;
    this.base = base;
    this.big = big;
  }

  /** A reader for the TIFF header at a position; offsets count from there. */
  public static Optional<TiffReader> at(byte[] array, int base) {
    Bytes any = Bytes.bigEndian(array);
    if (!any.has(base, 8)) {
      return Optional.empty();
    }
    Bytes bytes;
    if (any.matches(base, "II")) {
      bytes = Bytes.littleEndian(array);
    } else if (any.matches(base, "MM")) {
      bytes = any;
    } else {
      return Optional.empty();
    }
    int magic = bytes.u16(base + 2L);
    // 42 TIFF, 43 BigTIFF, OR and SR Olympus, 0x55 Panasonic.
    boolean known = magic == 42 || magic == 43 || magic == 0x4f52 || magic == 0x5352 || magic == 85;
    return known ? Optional.of(new TiffReader(bytes, base, magic == 43)) : Optional.empty();
  }

  public Bytes bytes() {
    return bytes;
  }

  public long firstOffset() {
    return big ? bytes.s64(base + 8L) : bytes.u32(base + 4L);
  }

  /** The directory at an offset; with no entries where there is none. */
  public Ifd ifd(long offset) {
    long at = base + offset;
    int countSize = big ? 8 : 2;
    int entrySize = big ? 20 : 12;
    if (offset < 8 || !bytes.has(at, countSize)) {
      return new Ifd(List.of(), 0, false, 0);
    }
    long count = big ? bytes.s64(at) : bytes.u16(at);
    boolean whole =
        count > 0 && count <= MAX_ENTRIES && bytes.has(at + countSize, count * entrySize);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < Math.min(count, MAX_ENTRIES); i++) {
      long entry = at + countSize + (long) i * entrySize;
      if (!bytes.has(entry, entrySize)) {
        break;
      }
      entries.add(entry(entry));
    }
    long nextAt = at + countSize + Math.max(0, Math.min(count, MAX_ENTRIES)) * entrySize;
    long next = big ? bytes.s64(nextAt) : bytes.u32(nextAt);
    return new Ifd(entries, bytes.has(nextAt, big ? 8 : 4) ? next : 0, whole, count);
  }

  private Entry entry(long at) {
    int type = bytes.u16(at + 2);
    long count = big ? bytes.s64(at + 4) : bytes.u32(at + 4);
    long valueField = at + (big ? 12 : 8);
    int inline = big ? 8 : 4;
    int size = type < TYPE_SIZES.length ? TYPE_SIZES[type] : 0;
    long offset = big ? bytes.s64(valueField) : bytes.u32(valueField);
    boolean fits = size == 0 || (count >= 0 && count <= inline / size);
    return new Entry(bytes.u16(at), type, count, size, fits ? valueField : base + offset);
  }

  /** Integer values of an entry, at most {@code max} of them; empty where they are not there. */
  public long[] values(Entry entry, int max) {
    if (entry.size() == 0 || entry.count() < 0) {
      return new long[0];
    }
    int count = (int) Math.min(entry.count(), max);
    if (!bytes.has(entry.at(), (long) count * entry.size())) {
      return new long[0];
    }
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      long at = entry.at() + (long) i * entry.size();
      values[i] =
          switch (entry.size()) {
            case 1 -> bytes.u8(at);
            case 2 -> bytes.u16(at);
            case 4 -> bytes.u32(at);
            default -> bytes.s64(at);
          };
    }
    return values;
  }

  /** The first value of a tag, or a default. */
  public long value(Ifd ifd, int tag, long otherwise) {
    for (Entry entry : ifd.entries()) {
      if (entry.tag() == tag) {
        long[] values = values(entry, 1);
        return values.length == 0 ? otherwise : values[0];
      }
    }
    return otherwise;
  }

  /** The text of a tag, at most 64 characters. */
  String text(Ifd ifd, int tag) {
    for (Entry entry : ifd.entries()) {
      if (entry.tag() == tag && entry.type() == 2) {
        String text = bytes.latin1(entry.at(), (int) Math.max(0, Math.min(entry.count(), 64)));
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
      }
    }
    return "";
  }

  /**
   * A directory.
   *
   * @param next offset of the next one, 0 at the end
   * @param whole whether all entries lie inside the file and their number is plausible
   * @param count entries announced
   */
  public record Ifd(List<Entry> entries, long next, boolean whole, long count) {

    public Optional<Entry> entry(int tag) {
      return entries.stream().filter(e -> e.tag() == tag).findFirst();
    }
  }

  /**
   * One entry.
   *
   * @param size bytes of one value, 0 for a type that does not exist
   * @param at where its values begin in the file; may lie outside of it
   */
  public record Entry(int tag, int type, long count, int size, long at) {}
}
