package io.lumina.faults;

import java.util.concurrent.atomic.AtomicLong;

/** A disk that takes so many bytes and no more. */
public final class FullDisk implements FaultyDisk.Fault {
  private final long size;
  private final AtomicLong wanted = new AtomicLong();

  /** Size in bytes. */
  public FullDisk(long size) {
    this.size = size;
  }

  /** Whether somebody wanted more than there is. */
  public boolean isFull() {
    return wanted.get() > size;
  }

  @Override
  public int room(int bytes) {
    long before = wanted.getAndAdd(bytes);
    return (int) Math.max(0, Math.min(bytes, size - before));
  }
}
