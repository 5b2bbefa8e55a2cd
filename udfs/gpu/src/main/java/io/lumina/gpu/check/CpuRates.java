package io.lumina.gpu.check;

import io.lumina.gpu.luma.ByteRows;
import io.lumina.gpu.luma.LumaCases;
import io.lumina.gpu.luma.PlainLumas;
import io.lumina.hash.HashRun;
import io.lumina.hash.PlainPairs;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** What the CPU of this machine does in a second, after a warm-up. */
final class CpuRates {
  private static final int LUMAS = 1_000;
  private static final int HASHES = 8_000;
  private static final int PDQ_HASHES = 4_000;

  private final double seconds;
  private final ByteRows lumas = ByteRows.of(LumaCases.random(1, LUMAS));

  /** Rates over two seconds each. */
  CpuRates() {
    this(2);
  }

  CpuRates(double seconds) {
    this.seconds = seconds;
  }

  /** Lumas through all functions. */
  double lumas(int threads) {
    return rate(threads, LUMAS, () -> new PlainLumas().answers(lumas));
  }

  /** Pairs of hashes of a width in words. */
  double pairs(int width, int threads) {
    int count = width == 1 ? HASHES : PDQ_HASHES;
    HashRun run = RandomHashes.of(count, width, 1);
    return rate(
        threads,
        (long) count * (count - 1) / 2,
        () -> new PlainPairs().within(run, 5, (a, b) -> {}));
  }

  /** Units a second of a work that does some at a time. */
  double rate(int threads, long units, Runnable work) {
    measure(threads, work, seconds / 2);
    return measure(threads, work, seconds) * units;
  }

  /** How often all threads together did the work in a second. */
  private static double measure(int threads, Runnable work, double seconds) {
    LongAdder done = new LongAdder();
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    Runnable loop =
        () -> {
          do {
            work.run();
            done.increment();
          } while (System.nanoTime() < end);
        };
    Thread[] all =
        IntStream.range(0, threads).mapToObj(i -> new Thread(loop)).toArray(Thread[]::new);
    for (Thread thread : all) {
      thread.start();
    }
    for (Thread thread : all) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while measuring", e);
      }
    }
    return done.sum() / ((System.nanoTime() - start) / 1e9);
  }
}
