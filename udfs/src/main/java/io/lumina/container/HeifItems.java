package io.lumina.container;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The items of a HEIF or AVIF file (ISO/IEC 23008-12): which is the picture, which its thumbnail,
 * what is said of each, and where its bytes lie.
 */
public final class HeifItems {
  /** Real files hold hundreds; of each kind of entry no more are read. */
  private static final int MAX_ENTRIES = 20_000;

  private static final int MAX_ITEM_BYTES = 64 << 20;

  /** A full box begins with its version and its flags. */
  private static final int FULL = 4;

  /** Sizes in pixels, before rotation. */
  public record Size(int width, int height) {}

  /**
   * A stretch that belongs to an item.
   *
   * @param method 0 where it counts from the beginning of the file, 1 from that of the idat box
   */
  public record Extent(long item, int method, long at, long length) {}

  /**
   * What is said of an item.
   *
   * @param rest what follows the type, such as a name and a content type
   */
  public record Entry(long item, String type, String rest) {}

  private final Box meta;
  private final List<Box> parts;
  private final Map<Long, List<Box>> properties = new HashMap<>();
  private final List<Long> thumbnails = new ArrayList<>();
  private final Map<Long, Size> sizes = new HashMap<>();
  private final List<Extent> extents = new ArrayList<>();
  private final Map<Long, Extent> firstExtents = new HashMap<>();
  private long primary = -1;
  private boolean hasProperties;
  private int associations;

  /** Those that a full box of the type {@code meta} tells of. */
  public HeifItems(Box meta) {
    this.meta = meta;
    this.parts = meta.all(FULL);
    part("pitm").filter(box -> box.holds(0, 6)).ifPresent(this::primary);
    parts("iprp").forEach(this::properties);
    parts("iloc").forEach(this::locations);
    part("iref").ifPresent(this::references);
  }

  public static Optional<HeifItems> of(byte[] content) {
    return first(Box.file(content).all(0), "meta").map(HeifItems::new);
  }

  /** The id of the picture, or -1. */
  public long primary() {
    return primary;
  }

  /** Whether the file says what its items are like, of whichever of them. */
  public boolean hasProperties() {
    return hasProperties;
  }

  /** What is said of an item, in the order in which it applies. */
  public List<Box> properties(long item) {
    return properties.getOrDefault(item, List.of());
  }

  public Optional<Size> size(long item) {
    return Optional.ofNullable(sizes.get(item));
  }

  private static int pixels(long side) {
    return (int) Math.min(Integer.MAX_VALUE, side);
  }

  /** All that lie in the file itself. */
  public List<Extent> extents() {
    return extents.stream().filter(extent -> extent.method == 0).toList();
  }

  /** The smallest thumbnail of the picture that shows all of it and has such a shorter side. */
  public Optional<Long> goodThumbnail(int side) {
    return size(primary)
        .flatMap(
            whole ->
                thumbnails.stream()
                    .filter(item -> size(item).filter(it -> isGood(it, whole, side)).isPresent())
                    .findFirst());
  }

  private static boolean isGood(Size thumbnail, Size whole, int side) {
    if (Math.min(thumbnail.width, thumbnail.height) < side) {
      return false;
    }
    // The same shape when scaled to the thumbnail's width, up to a rounding of one pixel.
    double high = (double) whole.height * thumbnail.width / whole.width;
    return Math.abs(high - thumbnail.height) <= 1.0;
  }

  /** The items that have a type. */
  public List<Entry> entries() {
    if (part("iinf").isEmpty() || part("iloc").isEmpty()) {
      return List.of();
    }
    Box list = part("iinf").get();
    return list.children(list.length() > 0 && list.u8(0) == 0 ? 6 : 8).stream()
        .flatMap(box -> entry(box).stream())
        .toList();
  }

  private static Optional<Entry> entry(Box box) {
    if (!box.type().equals("infe") || !box.holds(0, 12) || box.u8(0) < 2) {
      return Optional.empty();
    }
    boolean wide = box.u8(0) >= 3;
    int typeAt = wide ? 10 : 8;
    if (!box.holds(typeAt, 4)) {
      return Optional.empty();
    }
    String rest = new String(box.payload(typeAt + 4), StandardCharsets.ISO_8859_1);
    long item = wide ? box.u32(4) : box.u16(4);
    return Optional.of(new Entry(item, BigEndian.code(box.bytes(), box.start() + typeAt), rest));
  }

  /** Whether the file says where an item lies, rightly or not. */
  public boolean isPlaced(long item) {
    return firstExtents.containsKey(item);
  }

  /** A copy of an item's bytes; none where they lie outside of the file. */
  public Optional<byte[]> content(long item) {
    return Optional.ofNullable(firstExtents.get(item)).flatMap(this::content);
  }

  private Optional<byte[]> content(Extent extent) {
    byte[] file = meta.bytes();
    int base = extent.method == 1 ? part("idat").map(Box::start).orElse(0) : 0;
    long from = base + extent.at;
    long to = extent.length == 0 ? file.length : from + extent.length;
    boolean inside = from >= 0 && to > from && to <= file.length && to - from <= MAX_ITEM_BYTES;
    return inside && extent.method <= 1
        ? Optional.of(Arrays.copyOfRange(file, (int) from, (int) to))
        : Optional.empty();
  }

  private List<Box> parts(String type) {
    return parts.stream().filter(box -> box.type().equals(type)).toList();
  }

  private Optional<Box> part(String type) {
    return first(parts, type);
  }

  private static Optional<Box> first(List<Box> boxes, String type) {
    return boxes.stream().filter(box -> box.type().equals(type)).findFirst();
  }

  private void primary(Box pitm) {
    BoxCursor in = new BoxCursor(pitm, FULL);
    primary = in.next(pitm.u8(0) == 0 ? 2 : 4);
  }

  private void references(Box iref) {
    int width = iref.length() > 0 && iref.u8(0) != 0 ? 4 : 2;
    for (Box box : iref.all(FULL)) {
      if (box.type().equals("thmb")) {
        BoxCursor in = new BoxCursor(box, 0);
        long from = in.next(width);
        for (long i = in.next(2); i > 0 && !in.isBehind(); i--) {
          if (in.next(width) == primary && thumbnails.size() < MAX_ENTRIES) {
            thumbnails.add(from);
          }
        }
      }
    }
  }

  private void properties(Box iprp) {
    List<Box> inside = iprp.all(0);
    Optional<Box> container = first(inside, "ipco");
    List<Box> all = container.map(ipco -> ipco.all(0)).orElse(List.of());
    for (Box box : inside) {
      if (box.type().equals("ipma")) {
        hasProperties |= container.isPresent();
        associate(box, all);
      }
    }
  }

  private void associate(Box ipma, List<Box> all) {
    BoxCursor in = new BoxCursor(ipma, 0);
    int itemWidth = in.next(1) == 0 ? 2 : 4;
    int indexWidth = (in.next(3) & 1) == 0 ? 1 : 2;
    int mask = indexWidth == 1 ? 0x7f : 0x7fff;
    long count = Math.min(in.next(4), MAX_ENTRIES);
    for (long i = 0; i < count && !in.isBehind(); i++) {
      long item = in.next(itemWidth);
      for (long j = in.next(1); j > 0 && !in.isBehind(); j--) {
        int index = (int) in.next(indexWidth) & mask;
        if (index >= 1 && index <= all.size() && associations++ < MAX_ENTRIES * 5) {
          property(item, all.get(index - 1));
        }
      }
    }
  }

  private void property(long item, Box box) {
    properties.computeIfAbsent(item, any -> new ArrayList<>()).add(box);
    if (box.type().equals("ispe") && box.holds(0, 12)) {
      sizes.putIfAbsent(item, new Size(pixels(box.u32(4)), pixels(box.u32(8))));
    }
  }

  private void locations(Box iloc) {
    BoxCursor in = new BoxCursor(iloc, 0);
    int version = (int) in.next(1);
    in.next(3);
    int widths = (int) in.next(2);
    int offsetWidth = widths >> 12;
    int lengthWidth = widths >> 8 & 15;
    int baseWidth = widths >> 4 & 15;
    int indexWidth = version == 0 ? 0 : widths & 15;
    int itemWidth = version < 2 ? 2 : 4;
    long count = Math.min(in.next(itemWidth), MAX_ENTRIES);
    for (long i = 0; i < count && !in.isBehind(); i++) {
      long item = in.next(itemWidth);
      int method = version == 0 ? 0 : (int) in.next(2) & 15;
      in.next(2);
      long base = in.next(baseWidth);
      for (long j = in.next(2); j > 0 && !in.isBehind(); j--) {
        in.next(indexWidth);
        long offset = base + in.next(offsetWidth);
        long length = in.next(lengthWidth);
        if (extents.size() < MAX_ENTRIES) {
          Extent extent = new Extent(item, method, offset, length);
          extents.add(extent);
          // Metadata in several pieces was never seen: the first counts.
          firstExtents.putIfAbsent(item, extent);
        }
      }
    }
  }
}
