package io.lumina.meta.film;

import io.lumina.container.BigEndian;
import io.lumina.container.Box;
import io.lumina.meta.field.Findings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items of a HEIF or AVIF file (ISO/IEC 23008-12): size of the primary one, Exif, XMP. */
final class HeifMetadata {
  private static final int MAX_ITEMS = 20_000;
  private static final int MAX_ITEM_BYTES = 64 << 20;

  /** Items may overlap, so their count is what bounds the work. */
  private static final int MAX_METADATA_ITEMS = 16;

  private final Box meta;
  private final IsoFile file;
  private int metadataItems;

  /**
   * @param meta a full box, whose children come after four bytes of version and flags
   */
  HeifMetadata(Box meta, IsoFile file) {
    this.meta = meta;
    this.file = file;
  }

  void read(Findings found) {
    Map<String, Box> parts = new HashMap<>();
    meta.children(4).forEach(box -> parts.putIfAbsent(box.type(), box));
    Optional.ofNullable(parts.get("pitm"))
        .filter(box -> box.holds(0, 6))
        .map(box -> box.u8(0) == 0 ? box.u16(4) : box.u32(4))
        .ifPresent(primary -> size(primary, parts.get("iprp"), found));
    if (!parts.containsKey("iinf") || !parts.containsKey("iloc")) {
      return;
    }
    Map<Long, Extent> extents = extents(parts.get("iloc"));
    for (Box entry :
        parts
            .get("iinf")
            .children(parts.get("iinf").length() > 0 && parts.get("iinf").u8(0) == 0 ? 6 : 8)) {
      item(entry, extents, Optional.ofNullable(parts.get("idat")), found);
    }
  }

  private void item(Box entry, Map<Long, Extent> extents, Optional<Box> idat, Findings found) {
    if (!entry.type().equals("infe") || !entry.holds(0, 12) || entry.u8(0) < 2) {
      return;
    }
    boolean wide = entry.u8(0) >= 3;
    long id = wide ? entry.u32(4) : entry.u16(4);
    int typeAt = wide ? 10 : 8;
    if (!entry.holds(typeAt, 4)) {
      return;
    }
    String type = BigEndian.code(entry.bytes(), entry.start() + typeAt);
    Extent extent = extents.get(id);
    if (extent == null
        || !(type.equals("Exif") || type.equals("mime"))
        || ++metadataItems > MAX_METADATA_ITEMS) {
      return;
    }
    Optional<byte[]> data = extent.of(meta.bytes(), idat);
    if (data.isEmpty()) {
      found.issue("metadata_truncated", "Item " + type + " lies outside the file");
    } else if (type.equals("Exif")) {
      exif(data.get());
    } else if (new String(entry.payload(typeAt + 4), StandardCharsets.ISO_8859_1)
        .contains("rdf+xml")) {
      file.xmp(data.get());
    }
  }

  /** Four bytes say how far behind them the TIFF header stands. */
  private void exif(byte[] data) {
    if (data.length > 12) {
      long header = 4 + BigEndian.u32(data, 0);
      file.exif(Arrays.copyOfRange(data, header + 8 < data.length ? (int) header : 4, data.length));
    }
  }

  private static void size(long primary, Box properties, Findings found) {
    if (properties == null) {
      return;
    }
    Optional<Box> container = properties.child("ipco");
    Optional<Box> associations = properties.child("ipma");
    if (container.isEmpty() || associations.isEmpty()) {
      return;
    }
    List<Box> all = container.get().children();
    HeifTurns turns = new HeifTurns();
    for (int index : associated(associations.get(), primary)) {
      if (index >= 1 && index <= all.size()) {
        Box property = all.get(index - 1);
        turns.property(property);
        if (property.type().equals("ispe") && property.holds(0, 12)) {
          found.size(property.u32(4), property.u32(8));
        }
      }
    }
    found.orientation(Optional.of(turns.orientation()));
  }

  /** Property numbers, counted from one, of an item. */
  private static List<Integer> associated(Box box, long item) {
    List<Integer> indexes = new ArrayList<>();
    if (!box.holds(0, 8)) {
      return indexes;
    }
    boolean wideId = box.u8(0) >= 1;
    boolean wideIndex = (box.u8(3) & 1) == 1;
    long count = Math.min(box.u32(4), MAX_ITEMS);
    int at = 8;
    for (long i = 0; i < count && box.holds(at, (wideId ? 4 : 2) + 1); i++) {
      long id = wideId ? box.u32(at) : box.u16(at);
      at += wideId ? 4 : 2;
      int entries = box.u8(at++);
      for (int e = 0; e < entries && box.holds(at, wideIndex ? 2 : 1); e++) {
        int index = wideIndex ? box.u16(at) & 0x7FFF : box.u8(at) & 0x7F;
        at += wideIndex ? 2 : 1;
        if (id == item) {
          indexes.add(index);
        }
      }
    }
    return indexes;
  }

  private static Map<Long, Extent> extents(Box box) {
    Map<Long, Extent> extents = new HashMap<>();
    if (!box.holds(0, 8)) {
      return extents;
    }
    int version = box.u8(0);
    Cursor cursor = new Cursor(box, 6);
    int sizes = box.u16(4);
    int offsetSize = sizes >> 12;
    int lengthSize = sizes >> 8 & 15;
    int baseSize = sizes >> 4 & 15;
    int indexSize = version == 0 ? 0 : sizes & 15;
    long count = Math.min(cursor.next(version < 2 ? 2 : 4), MAX_ITEMS);
    for (long i = 0; i < count && !cursor.isBehind(); i++) {
      long id = cursor.next(version < 2 ? 2 : 4);
      int method = version == 0 ? 0 : (int) cursor.next(2) & 15;
      cursor.next(2);
      long base = cursor.next(baseSize);
      long parts = cursor.next(2);
      for (long part = 0; part < parts && !cursor.isBehind(); part++) {
        cursor.next(indexSize);
        long offset = cursor.next(offsetSize);
        long length = cursor.next(lengthSize);
        // Metadata in several pieces was never seen: the first counts.
        extents.putIfAbsent(id, new Extent(method, base + offset, length));
      }
    }
    return extents;
  }

  /**
   * Where an item lies.
   *
   * @param method 0 in the file, 1 in the idat box
   */
  private record Extent(int method, long offset, long length) {
    Optional<byte[]> of(byte[] content, Optional<Box> idat) {
      long from = method == 1 ? idat.map(Box::start).orElse(0) + offset : offset;
      long to = length == 0 ? content.length : from + length;
      boolean inside =
          from >= 0 && to > from && to <= content.length && to - from <= MAX_ITEM_BYTES;
      return inside && method <= 1
          ? Optional.of(Arrays.copyOfRange(content, (int) from, (int) to))
          : Optional.empty();
    }
  }

  /** Reads numbers of 0, 2, 4 or 8 bytes; behind the end everything is 0. */
  private static final class Cursor {
    private final Box box;
    private int at;

    Cursor(Box box, int at) {
      this.box = box;
      this.at = at;
    }

    boolean isBehind() {
      return !box.holds(at, 1);
    }

    long next(int size) {
      long value = 0;
      for (int i = 0; i < size; i++, at++) {
        value = value << 8 | (box.holds(at, 1) ? box.u8(at) : 0);
      }
      return value;
    }
  }
}
