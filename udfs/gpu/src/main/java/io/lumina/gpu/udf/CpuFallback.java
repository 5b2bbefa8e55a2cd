package io.lumina.gpu.udf;

import io.lumina.gpu.driver.CudaFailure;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import jcuda.CudaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Batches whose kernels the driver will not load or launch go to the CPU and are counted. A lack of
 * memory is left to the plugin, which tries again; after an error that spoils the context nothing
 * can be copied any more, and the plugin ends the executor.
 */
final class CpuFallback {
  private static final Logger LOG = LoggerFactory.getLogger(CpuFallback.class);
  private static final AtomicLong ROWS = new AtomicLong();

  private CpuFallback() {}

  /**
   * The answer of the device, else that of the CPU.
   *
   * @param rows of the batch
   */
  static <T> T unless(int rows, Supplier<T> device, Supplier<T> cpu) {
    try {
      return device.get();
    } catch (CudaFailure | CudaException failed) {
      long all = ROWS.addAndGet(rows);
      LOG.warn(
          "the CPU takes a batch of {} rows, {} of this executor so far, since {}",
          rows,
          all,
          failed.getMessage());
      return cpu.get();
    }
  }

  /** Rows that went to the CPU since this process began. */
  static long rows() {
    return ROWS.get();
  }
}
