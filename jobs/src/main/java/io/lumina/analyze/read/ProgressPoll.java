package io.lumina.analyze.read;

import io.lumina.job.Progress;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Passes a counter of the tasks on to the progress, four times a second. */
public final class ProgressPoll implements AutoCloseable {
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lumina-progress");
            thread.setDaemon(true);
            return thread;
          });

  private final long total;
  private final Progress progress;

  public ProgressPoll(LongSupplier counter, long total, Progress progress) {
    this.total = total;
    this.progress = progress;
    timer.scheduleWithFixedDelay(
        () -> progress.current(Math.min(total, counter.getAsLong())),
        250,
        250,
        TimeUnit.MILLISECONDS);
  }

  /** Says that all is done. */
  public void done() {
    timer.shutdownNow();
    progress.current(total);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
