package io.lumina.gpu.luma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A column of bytes as Arrow and cuDF lay it out: row i is {@code data[offsets[i]..offsets[i +
 * 1])}.
 *
 * @param offsets one more than there are rows; not copied
 * @param data of all rows; not copied
 * @param present rows that are not null; not copied
 */
public record ByteRows(int[] offsets, byte[] data, BitSet present) {

  public ByteRows {
    if (offsets.length == 0) {
      throw new IllegalArgumentException("A column of no rows has one offset, not none");
    }
  }

  /** Of values, null ones among them. */
  public static ByteRows of(List<byte[]> values) {
    int[] offsets = new int[values.size() + 1];
    BitSet present = new BitSet(values.size());
    for (int row = 0; row < values.size(); row++) {
      byte[] value = values.get(row);
      present.set(row, value != null);
      offsets[row + 1] = Math.addExact(offsets[row], value == null ? 0 : value.length);
    }
    byte[] data = new byte[offsets[values.size()]];
    for (int row = 0; row < values.size(); row++) {
      if (present.get(row)) {
        System.arraycopy(values.get(row), 0, data, offsets[row], values.get(row).length);
      }
    }
    return new ByteRows(offsets, data, present);
  }

  /** Rows. */
  public int count() {
    return offsets.length - 1;
  }

  /** Whether any row is null. */
  public boolean hasNulls() {
    return present.cardinality() < count();
  }

  /** The validity of all rows, 32 a word, the lowest bit first. */
  public int[] validity() {
    int[] words = new int[words(count())];
    present.stream().forEach(row -> words[row / Integer.SIZE] |= 1 << row);
    return words;
  }

  /** The values, null ones among them. */
  public List<byte[]> values() {
    List<byte[]> values = new ArrayList<>(count());
    for (int row = 0; row < count(); row++) {
      values.add(present.get(row) ? value(row) : null);
    }
    return values;
  }

  /** The bytes of a row; none where it is null. */
  byte[] value(int row) {
    return Arrays.copyOfRange(data, offsets[row], offsets[row + 1]);
  }

  /** A mask as the kernels write it. */
  static BitSet bits(int[] words, int count) {
    BitSet bits = new BitSet(count);
    for (int row = 0; row < count; row++) {
      bits.set(row, (words[row / Integer.SIZE] >>> row & 1) != 0);
    }
    return bits;
  }

  /** Words of a mask with a bit a row. */
  public static int words(int rows) {
    return (rows + Integer.SIZE - 1) / Integer.SIZE;
  }
}
