package io.lumina.faults;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** A good disk that counts what is written to it. */
public final class DiskMeter implements FaultyDisk.Fault {
  private final AtomicLong bytes = new AtomicLong();
  private final FailingTask files = new FailingTask(0, 0);
  private final DeadMachine commits = DeadMachine.never();

  @Override
  public void beforeCreating(String file) throws IOException {
    files.beforeCreating(file);
    commits.beforeCreating(file);
  }

  @Override
  public int room(int wanted) {
    bytes.addAndGet(wanted);
    return wanted;
  }

  public long bytes() {
    return bytes.get();
  }

  /** Commits of all tables. */
  public int commits() {
    return commits.commits().size();
  }

  /** Files of rows. */
  public int files() {
    return files.begun();
  }
}
