package io.lumina.container;

import io.lumina.container.IsoBoxes.IsoBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The items of a HEIF or AVIF file (ISO/IEC 23008-12): which is the picture, which its thumbnail.
 */
public final class HeifItems {
  private static final int MAX_ITEMS = 10_000;

  /** Sizes in pixels, before rotation. */
  public record Size(int width, int height) {}

  /** A stretch of the file that belongs to an item. */
  public record Extent(long item, long at, long length) {}

  private final Bytes bytes;
  private final Map<Long, Size> sizes = new HashMap<>();
  private final List<Long> thumbnails = new ArrayList<>();
  private final List<Extent> extents = new ArrayList<>();
  private long primary = -1;

  private HeifItems(Bytes bytes) {
    this.bytes = bytes;
  }

  public static Optional<HeifItems> of(byte[] content) {
    Bytes bytes = Bytes.bigEndian(content);
    return IsoBoxes.first(IsoBoxes.in(bytes, 0, bytes.length()), "meta")
        .map(
            meta -> {
              HeifItems items = new HeifItems(bytes);
              items.read(meta);
              return items;
            });
  }

  /** The id of the picture, or -1. */
  public long primary() {
    return primary;
  }

  public Optional<Size> size(long item) {
    return Optional.ofNullable(sizes.get(item));
  }

  public List<Extent> extents() {
    return extents;
  }

  /**
   * The smallest thumbnail of the picture that is large enough and shows all of it.
   *
   * @param side what its shorter side has at least
   */
  public Optional<Long> goodThumbnail(int side) {
    Size whole = sizes.get(primary);
    if (whole == null) {
      return Optional.empty();
    }
    return thumbnails.stream().filter(item -> isGood(sizes.get(item), whole, side)).findFirst();
  }

  private static boolean isGood(Size thumbnail, Size whole, int side) {
    if (thumbnail == null || Math.min(thumbnail.width, thumbnail.height) < side) {
      return false;
    }
    // The same shape when scaled to the thumbnail's width, up to a rounding of one pixel.
    double high = (double) whole.height * thumbnail.width / whole.width;
    return Math.abs(high - thumbnail.height) <= 1.0;
  }

  private void read(IsoBox meta) {
    List<IsoBox> boxes = IsoBoxes.in(bytes, meta.from() + 4, meta.to());
    for (IsoBox box : boxes) {
      int version = bytes.u8(box.from());
      long at = box.from() + 4;
      switch (box.type()) {
        case "pitm" -> primary = version == 0 ? bytes.u16(at) : bytes.u32(at);
        case "iprp" -> properties(box);
        case "iloc" -> locations(box, version);
        default -> {}
      }
    }
    IsoBoxes.first(boxes, "iref").ifPresent(this::references);
  }

  private void references(IsoBox iref) {
    boolean wide = bytes.u8(iref.from()) != 0;
    for (IsoBox box : IsoBoxes.in(bytes, iref.from() + 4, iref.to())) {
      long from = wide ? bytes.u32(box.from()) : bytes.u16(box.from());
      if (!"thmb".equals(box.type())) {
        continue;
      }
      long countAt = box.from() + (wide ? 4 : 2);
      for (int i = 0; i < bytes.u16(countAt); i++) {
        long at = countAt + 2 + (wide ? 4L : 2L) * i;
        if ((wide ? bytes.u32(at) : bytes.u16(at)) == primary) {
          thumbnails.add(from);
        }
      }
    }
  }

  private void properties(IsoBox iprp) {
    List<IsoBox> boxes = IsoBoxes.in(bytes, iprp.from(), iprp.to());
    List<IsoBox> container =
        IsoBoxes.first(boxes, "ipco")
            .map(ipco -> IsoBoxes.in(bytes, ipco.from(), ipco.to()))
            .orElse(List.of());
    for (IsoBox box : boxes) {
      if ("ipma".equals(box.type())) {
        associations(box, container);
      }
    }
  }

  private void associations(IsoBox ipma, List<IsoBox> properties) {
    boolean wideItem = bytes.u8(ipma.from()) != 0;
    boolean wideIndex = (bytes.u8(ipma.from() + 3) & 1) != 0;
    long entries = Math.min(MAX_ITEMS, bytes.u32(ipma.from() + 4));
    long at = ipma.from() + 8;
    for (long i = 0; i < entries && at < ipma.to(); i++) {
      long item = wideItem ? bytes.u32(at) : bytes.u16(at);
      at += wideItem ? 4 : 2;
      int count = bytes.u8(at++);
      for (int j = 0; j < count; j++) {
        int index = wideIndex ? bytes.u16(at) & 0x7fff : bytes.u8(at) & 0x7f;
        at += wideIndex ? 2 : 1;
        if (index >= 1 && index <= properties.size()) {
          property(item, properties.get(index - 1));
        }
      }
    }
  }

  private void property(long item, IsoBox box) {
    if ("ispe".equals(box.type())) {
      int width = (int) Math.min(Integer.MAX_VALUE, bytes.u32(box.from() + 4));
      int height = (int) Math.min(Integer.MAX_VALUE, bytes.u32(box.from() + 8));
      sizes.putIfAbsent(item, new Size(width, height));
    }
  }

  private void locations(IsoBox iloc, int version) {
    int sizesField = bytes.u16(iloc.from() + 4);
    int offsetSize = sizesField >> 12;
    int lengthSize = sizesField >> 8 & 15;
    int baseSize = sizesField >> 4 & 15;
    int indexSize = version > 0 ? sizesField & 15 : 0;
    long at = iloc.from() + 6;
    long items = version < 2 ? bytes.u16(at) : bytes.u32(at);
    at += version < 2 ? 2 : 4;
    for (long i = 0; i < Math.min(items, MAX_ITEMS) && at < iloc.to(); i++) {
      long item = version < 2 ? bytes.u16(at) : bytes.u32(at);
      at += version < 2 ? 2 : 4;
      boolean inFile = version == 0 || (bytes.u16(at) & 15) == 0;
      at += version > 0 ? 4 : 2;
      long base = number(at, baseSize);
      at += baseSize;
      int count = bytes.u16(at);
      at += 2;
      for (int j = 0; j < count && at < iloc.to(); j++) {
        at += indexSize;
        long offset = base + number(at, offsetSize);
        long length = number(at + offsetSize, lengthSize);
        at += offsetSize + lengthSize;
        if (inFile && extents.size() < MAX_ITEMS) {
          extents.add(new Extent(item, offset, length));
        }
      }
    }
  }

  private long number(long at, int size) {
    return size == 4 ? bytes.u32(at) : size == 8 ? bytes.s64(at) : 0;
  }
}
