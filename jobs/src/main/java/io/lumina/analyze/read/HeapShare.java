package io.lumina.analyze.read;

import java.util.concurrent.Semaphore;

/**
 * How many bytes of large files this JVM holds at a time, whatever the number of its tasks: a third
 * of the heap. The rest is for Spark and for files that are small.
 */
final class HeapShare {
  /** Files up to this size need no leave. */
  static final long SMALL = 16L << 20;

  /** The one of this JVM. */
  static final HeapShare OF_THIS_JVM = new HeapShare(of(Runtime.getRuntime().maxMemory()));

  private static final int UNIT = 1 << 10;

  private final long capacity;
  private final Semaphore free;

  HeapShare(long capacity) {
    this.capacity = capacity;
    // Fair, or a large file would wait while small ones pass it by.
    this.free = new Semaphore(units(capacity), true);
  }

  /** The share of a heap. */
  static long of(long heap) {
    return heap / 3;
  }

  /** The largest file that may be held. */
  long capacity() {
    return capacity;
  }

  /**
   * Waits until a file may be held; closing gives its share back.
   *
   * @param bytes no more than {@link #capacity()}
   */
  Lease take(long bytes) {
    if (bytes > capacity) {
      throw new IllegalArgumentException(bytes + " bytes, of " + capacity + " in all");
    }
    if (bytes <= SMALL) {
      return () -> {};
    }
    try {
      free.acquire(units(bytes));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The task was cancelled", e);
    }
    return () -> free.release(units(bytes));
  }

  /** Bytes that could be taken at once. */
  long available() {
    return (long) free.availablePermits() * UNIT;
  }

  private static int units(long bytes) {
    return (int) Math.min(Integer.MAX_VALUE, bytes / UNIT);
  }

  /** A share of the heap. */
  interface Lease extends AutoCloseable {
    @Override
    void close();
  }
}
