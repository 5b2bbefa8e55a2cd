package io.lumina.faults;

import java.util.concurrent.atomic.AtomicLong;

/** A good disk that counts what is written to it. */
public final class DiskMeter implements FaultyDisk.Fault {
  private final AtomicLong bytes = new AtomicLong();
  private final FailingTask files = new FailingTask(0, 0);

  @Override
  public void beforeCreating(String file) {
    files.beforeCreating(file);
  }

  @Override
  public int room(int wanted) {
    bytes.addAndGet(wanted);
    return wanted;
  }

  public long bytes() {
    return bytes.get();
  }

  /** Files of rows. */
  public int files() {
    return files.begun();
  }
}
