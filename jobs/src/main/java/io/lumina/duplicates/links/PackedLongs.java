package io.lumina.duplicates.links;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/** A growing array of longs that travels between tasks as bytes. */
public final class PackedLongs {
  private static final int FIRST_CAPACITY = 64;

  private long[] values = new long[FIRST_CAPACITY];
  private int size;

  public void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
    }
    values[size++] = value;
  }

  public void addAll(byte[] packed) {
    int more = packed.length / Long.BYTES;
    if (size + more > values.length) {
      int wanted = Math.addExact(size, more);
      values = Arrays.copyOf(values, Math.max(wanted, (int) Math.min(2L * size, 1 << 30)));
    }
    ByteBuffer.wrap(packed).asLongBuffer().get(values, size, more);
    size += more;
  }

  public int size() {
    return size;
  }

  public long get(int index) {
    return values[Objects.checkIndex(index, size)];
  }

  public void clear() {
    size = 0;
  }

  /** The values so far, in an array of their size. */
  public long[] toArray() {
    return Arrays.copyOf(values, size);
  }

  public byte[] pack() {
    return pack(values, 0, size);
  }

  public static byte[] pack(long[] values, int from, int to) {
    ByteBuffer bytes = ByteBuffer.allocate((to - from) * Long.BYTES);
    bytes.asLongBuffer().put(values, from, to - from);
    return bytes.array();
  }

  public static long[] unpack(byte[] packed) {
    long[] values = new long[packed.length / Long.BYTES];
    ByteBuffer.wrap(packed).asLongBuffer().get(values);
    return values;
  }
}
