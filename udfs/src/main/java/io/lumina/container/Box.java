package io.lumina.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One box (QuickTime: atom) of an ISO base media file (ISO/IEC 14496-12), such as HEIF, AVIF, MP4,
 * MOV, JP2 and JXL: a range of a byte array, cut off at the end of its parent whatever its size
 * field says.
 *
 * @param type four characters
 * @param at where its size field stands
 * @param start of the payload
 * @param end behind the payload
 */
public record Box(byte[] bytes, String type, int at, int start, int end, Fit fit) {
  /** What a size field makes of the room that there is. */
  public enum Fit {
    WHOLE,
    /** The parent ends before the box does. */
    CUT,
    /** The size has no room for its own header: what follows is no box. */
    IMPOSSIBLE
  }

  /** More children than that are an attack; real boxes hold dozens. */
  private static final int MAX_CHILDREN = 10_000;

  private static final int HEADER = 8;

  /** A payload that was found or unpacked elsewhere. */
  public Box(byte[] bytes, String type, int start, int end) {
    this(bytes, type, start, start, end, Fit.WHOLE);
  }

  /** A file's top level. */
  public static Box file(byte[] bytes) {
    return new Box(bytes, "file", 0, bytes.length);
  }

  public boolean isWhole() {
    return fit == Fit.WHOLE;
  }

  public int length() {
    return end - start;
  }

  public List<Box> children() {
    return children(0);
  }

  /** The boxes inside, when {@code skip} bytes of other content come first. */
  public List<Box> children(int skip) {
    return all(skip).stream().filter(box -> box.fit != Fit.IMPOSSIBLE).toList();
  }

  /** As {@link #children(int)}, and at the end what is no box, if there is such a thing. */
  public List<Box> all(int skip) {
    List<Box> boxes = new ArrayList<>();
    int next = start + skip;
    while (next + HEADER <= end && boxes.size() < MAX_CHILDREN) {
      Box box = boxAt(next);
      boxes.add(box);
      next = box.end;
      if (!box.isWhole()) {
        break;
      }
    }
    return boxes;
  }

  private Box boxAt(int place) {
    long size = BigEndian.u32(bytes, place);
    int header = HEADER;
    if (size == 1) {
      header = 2 * HEADER;
      size = place + header <= end ? BigEndian.s64(bytes, place + HEADER) : 1;
    } else if (size == 0) {
      size = end - place;
    }
    Fit found = size < header ? Fit.IMPOSSIBLE : size > end - place ? Fit.CUT : Fit.WHOLE;
    int behind = found == Fit.WHOLE ? (int) (place + size) : end;
    String name = BigEndian.code(bytes, place + 4);
    return new Box(bytes, name, place, Math.min(place + header, behind), behind, found);
  }

  public Optional<Box> child(String childType) {
    return children().stream().filter(box -> box.type.equals(childType)).findFirst();
  }

  /** The first box at the end of a path of types. */
  public Optional<Box> descendant(String... path) {
    Optional<Box> found = Optional.of(this);
    for (String step : path) {
      found = found.flatMap(box -> box.child(step));
    }
    return found;
  }

  /** True where the payload has a byte at this offset. */
  public boolean holds(int offset, int count) {
    return offset >= 0 && count >= 0 && (long) start + offset + count <= end;
  }

  public int u8(int offset) {
    return BigEndian.u8(bytes, start + offset);
  }

  public int u16(int offset) {
    return BigEndian.u16(bytes, start + offset);
  }

  public long u32(int offset) {
    return BigEndian.u32(bytes, start + offset);
  }

  public long s64(int offset) {
    return BigEndian.s64(bytes, start + offset);
  }

  /** A copy of the payload from an offset on. */
  public byte[] payload(int offset) {
    int from = Math.min(start + offset, end);
    return Arrays.copyOfRange(bytes, from, end);
  }
}
