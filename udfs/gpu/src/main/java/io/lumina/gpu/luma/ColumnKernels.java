package io.lumina.gpu.luma;

import io.lumina.gpu.driver.Kernel;
import io.lumina.gpu.driver.Kernels;
import jcuda.driver.CUstream;

/**
 * Launches the kernels of columns. All addresses are of the device; nothing here waits, and nothing
 * allocates.
 */
public final class ColumnKernels {
  /** Bytes of what a look at the rows reports: two ints. */
  public static final int REPORT_BYTES = 8;

  /** More blocks than any device runs at once; each takes every n-th row. */
  private static final int MOST_BLOCKS = 1 << 16;

  private final Kernels kernels;
  private final CUstream stream;

  /** On a stream of the context of this thread. */
  public ColumnKernels(Kernels kernels, CUstream stream) {
    this.kernels = kernels;
    this.stream = stream;
  }

  /**
   * Says which rows are lumas. Must come before all other kernels: they read only rows whose bit is
   * set.
   *
   * @param mask a bit a row, in whole ints
   * @param report {@value #REPORT_BYTES} bytes, all 0
   */
  public void rows(DeviceRows lumas, long mask, long report) {
    kernels.launch(
        Kernel.ROWS,
        stream,
        blocksOfThreads(ByteRows.words(lumas.count())),
        1,
        lumas.offsets(),
        lumas.data(),
        lumas.bytes(),
        lumas.validity(),
        lumas.count(),
        mask,
        report);
  }

  /**
   * Computes one answer a row.
   *
   * @param kernel DHASH, AHASH, WHASH (longs), PDQ_QUALITY (ints) or SHARPNESS (doubles)
   * @param out 0 where the mask has no bit
   */
  public void values(Kernel kernel, DeviceRows lumas, long mask, long out) {
    kernels.launch(
        kernel,
        stream,
        Math.min(MOST_BLOCKS, lumas.count()),
        1,
        lumas.offsets(),
        lumas.data(),
        mask,
        lumas.count(),
        out);
  }

  /**
   * Computes PDQ.
   *
   * @param offsets room for an int more than there are rows: where each hash goes
   * @param out 32 bytes for each bit of the mask
   */
  public void pdq(DeviceRows lumas, long mask, long offsets, long out) {
    kernels.launch(Kernel.PDQ_OFFSETS, stream, 1, 1, mask, lumas.count(), offsets);
    kernels.launch(
        Kernel.PDQ,
        stream,
        Math.min(MOST_BLOCKS, lumas.count()),
        1,
        lumas.offsets(),
        lumas.data(),
        mask,
        lumas.count(),
        offsets,
        out);
  }

  /** Different bits of longs, row by row, as ints. */
  public void hamming(long a, long b, int count, long out) {
    kernels.launch(Kernel.HAMMING, stream, blocksOfThreads(count), 1, a, b, count, out);
  }

  /** Says which rows have two hashes of one length; as {@link #rows}. */
  public void pairRows(DeviceRows a, DeviceRows b, long mask, long report) {
    kernels.launch(
        Kernel.PAIR_ROWS,
        stream,
        blocksOfThreads(ByteRows.words(a.count())),
        1,
        a.offsets(),
        a.data(),
        a.bytes(),
        a.validity(),
        a.count(),
        b.offsets(),
        b.data(),
        b.bytes(),
        b.validity(),
        mask,
        report);
  }

  /** Different bits of bytes, row by row, as ints; 0 where the mask has no bit. */
  public void hamming(DeviceRows a, DeviceRows b, long mask, long out) {
    kernels.launch(
        Kernel.HAMMING_BINARY,
        stream,
        blocksOfThreads(a.count()),
        1,
        a.offsets(),
        a.data(),
        b.offsets(),
        b.data(),
        mask,
        a.count(),
        out);
  }

  private static int blocksOfThreads(int threads) {
    return Math.min(MOST_BLOCKS, (threads + Kernel.THREADS - 1) / Kernel.THREADS);
  }
}
