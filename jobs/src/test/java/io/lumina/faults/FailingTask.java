package io.lumina.faults;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A task that breaks when it begins to write a file of rows, once or each time. */
public final class FailingTask implements FaultyDisk.Fault {
  private static final Pattern ROWS = Pattern.compile("/part-[^/]*\\.parquet$");

  private final int first;
  private final int times;
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger broken = new AtomicInteger();

  /**
   * A fault.
   *
   * @param first which of the files of rows is the first to fail, from 0
   * @param times how many fail from there on
   */
  public FailingTask(int first, int times) {
    this.first = first;
    this.times = times;
  }

  @Override
  public void beforeCreating(String file) {
    if (ROWS.matcher(file).find()) {
      int number = begun.getAndIncrement();
      if (number >= first && number - first < times) {
        broken.incrementAndGet();
        throw new IllegalStateException("This task was broken by a test");
      }
    }
  }

  /** How many files of rows somebody began. */
  public int begun() {
    return begun.get();
  }

  /** How many tasks were broken. */
  public int broken() {
    return broken.get();
  }
}
