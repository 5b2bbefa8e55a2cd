package io.lumina.duplicates;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/** A growing array of longs that travels between tasks as bytes. */
final class PackedLongs {
  private static final int FIRST_CAPACITY = 64;

  private long[] values = new long[FIRST_CAPACITY];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
    }
    values[size++] = value;
  }

  void addAll(byte[] packed) {
    int more = packed.length / Long.BYTES;
    if (size + more > values.length) {
      int wanted = Math.addExact(size, more);
      values = Arrays.copyOf(values, Math.max(wanted, (int) Math.min(2L * size, 1 << 30)));
    }
    ByteBuffer.wrap(packed).asLongBuffer().get(values, size, more);
    size += more;
  }

  int size() {
    return size;
  }

  long get(int index) {
    return values[Objects.checkIndex(index, size)];
  }

  void clear() {
    size = 0;
  }

  /** The values so far, in an array of their size. */
  long[] toArray() {
    return Arrays.copyOf(values, size);
  }

  byte[] pack() {
    return pack(values, 0, size);
  }

  static byte[] pack(long[] values, int from, int to) {
    ByteBuffer bytes = ByteBuffer.allocate((to - from) * Long.BYTES);
    bytes.asLongBuffer().put(values, from, to - from);
    return bytes.array();
  }

  static long[] unpack(byte[] packed) {
    long[] values = new long[packed.length / Long.BYTES];
    ByteBuffer.wrap(packed).asLongBuffer().get(values);
    return values;
  }
}
