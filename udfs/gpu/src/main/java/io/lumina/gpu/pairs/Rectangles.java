package io.lumina.gpu.pairs;

import io.lumina.gpu.driver.DeviceMemory;
import io.lumina.gpu.driver.Kernel;
import io.lumina.gpu.driver.Kernels;
import io.lumina.hash.PairSearch.PairSink;
import java.util.Arrays;
import jcuda.Pointer;
import jcuda.driver.JCudaDriver;

/**
 * Divides all pairs into rectangles, one launch each, and those that hold more pairs than there is
 * room for into smaller ones.
 */
final class Rectangles implements AutoCloseable {
  /** Hashes on a side: some 10 milliseconds of work, far more than a launch costs. */
  private static final int SIDE = 1 << 18;

  private static final int CAPACITY = 1 << 22;
  private static final int HELD_WORDS = 16;
  private static final int SPAN_B = 4096;

  private final Kernels kernels;
  private final DeviceMemory a;
  private final DeviceMemory b;
  private final int width;
  private final int threshold;
  private final DeviceMemory found;
  private final DeviceMemory pairs;
  private final long[] foundPairs = new long[1];

  /** Of hashes of a width in words. */
  Rectangles(Kernels kernels, DeviceMemory a, DeviceMemory b, int width, int threshold) {
    this.kernels = kernels;
    this.a = a;
    this.b = b;
    this.width = width;
    this.threshold = threshold;
    this.found = DeviceMemory.of(Long.BYTES);
    try {
      this.pairs = DeviceMemory.of((long) Long.BYTES * CAPACITY);
    } catch (RuntimeException failed) {
      found.close();
      throw failed;
    }
  }

  /** Each pair of one run once. */
  void triangle(int count, PairSink sink) {
    for (int row = 0; row < count; row += SIDE) {
      int rows = Math.min(SIDE, count - row);
      search(row, rows, row, rows, true, sink);
      for (int column = row + SIDE; column < count && column > 0; column += SIDE) {
        search(row, rows, column, Math.min(SIDE, count - column), false, sink);
      }
    }
  }

  /** Each of one run with each of the other. */
  void all(int countA, int countB, PairSink sink) {
    for (int row = 0; row < countA && row >= 0; row += SIDE) {
      for (int column = 0; column < countB && column >= 0; column += SIDE) {
        search(
            row,
            Math.min(SIDE, countA - row),
            column,
            Math.min(SIDE, countB - column),
            false,
            sink);
      }
    }
  }

  @Override
  public void close() {
    try {
      found.close();
    } finally {
      pairs.close();
    }
  }

  private void search(int row, int rows, int column, int columns, boolean same, PairSink sink) {
    long there = launch(row, rows, column, columns, same);
    if (there <= CAPACITY) {
      tell((int) there, row, column, sink);
    } else if (same) {
      int half = rows / 2;
      search(row, half, row, half, true, sink);
      search(row + half, rows - half, row + half, rows - half, true, sink);
      search(row, half, row + half, rows - half, false, sink);
    } else if (rows > columns) {
      int half = rows / 2;
      search(row, half, column, columns, false, sink);
      search(row + half, rows - half, column, columns, false, sink);
    } else {
      int half = columns / 2;
      search(row, rows, column, half, false, sink);
      search(row, rows, column + half, columns - half, false, sink);
    }
  }

  private long launch(int row, int rows, int column, int columns, boolean same) {
    int spanA = Kernel.THREADS * HELD_WORDS / (2 * width);
    long hashBytes = (long) Long.BYTES * width;
    found.clear();
    kernels.launch(
        width == 1 ? Kernel.PAIRS_64 : Kernel.PAIRS_256,
        JCudaDriver.CU_STREAM_PER_THREAD,
        (rows + spanA - 1) / spanA,
        (columns + SPAN_B - 1) / SPAN_B,
        a.address() + row * hashBytes,
        rows,
        b.address() + column * hashBytes,
        columns,
        same ? 1 : 0,
        threshold,
        pairs.address(),
        (long) CAPACITY,
        found.address());
    found.get(Pointer.to(foundPairs), Long.BYTES);
    return foundPairs[0];
  }

  private void tell(int count, int row, int column, PairSink sink) {
    if (count == 0) {
      return;
    }
    long[] near = new long[count];
    pairs.get(Pointer.to(near), (long) Long.BYTES * count);
    // Blocks end in any order; which link joins two groups must not change from run to run.
    Arrays.sort(near);
    for (long pair : near) {
      sink.near(row + (int) (pair >>> Integer.SIZE), column + (int) pair);
    }
  }
}
