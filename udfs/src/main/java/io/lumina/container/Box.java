package io.lumina.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One box (QuickTime: atom) of an ISO base media file: a range of a byte array, cut off at the end
 * of its parent whatever its size field says.
 *
 * @param type four characters
 * @param start of the payload
 * @param end behind the payload
 */
public record Box(byte[] bytes, String type, int start, int end) {
  /** More children than that are an attack; real boxes hold dozens. */
  private static final int MAX_CHILDREN = 10_000;

  /** A file's top level. */
  public static Box file(byte[] bytes) {
    return new Box(bytes, "file", 0, bytes.length);
  }

  public int length() {
    return end - start;
  }

  public List<Box> children() {
    return children(0);
  }

  /** The boxes inside, when {@code skip} bytes of other content come first. */
  public List<Box> children(int skip) {
    List<Box> children = new ArrayList<>();
    int at = start + skip;
    while (at + 8 <= end && children.size() < MAX_CHILDREN) {
      long size = BigEndian.u32(bytes, at);
      int header = 8;
      if (size == 1 && at + 16 <= end) {
        size = BigEndian.s64(bytes, at + 8);
        header = 16;
      }
      long next = size == 0 ? end : at + size;
      if (size != 0 && size < header) {
        return children;
      }
      int stop = next < 0 || next > end ? end : (int) next;
      children.add(new Box(bytes, BigEndian.code(bytes, at + 4), at + header, stop));
      at = stop;
    }
    return children;
  }

  public Optional<Box> child(String childType) {
    return children().stream().filter(box -> box.type.equals(childType)).findFirst();
  }

  /** The first box at the end of a path of types. */
  public Optional<Box> descendant(String... path) {
    Optional<Box> at = Optional.of(this);
    for (String step : path) {
      at = at.flatMap(box -> box.child(step));
    }
    return at;
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
