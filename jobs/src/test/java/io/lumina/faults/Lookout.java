package io.lumina.faults;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Looks at something again and again, with pauses, on a thread of its own. */
public final class Lookout implements AutoCloseable {
  private static final int PAUSE_MILLIS = 10;

  /** What comes when it is closed is too late. */
  private final ScheduledExecutorService clock =
      new ScheduledThreadPoolExecutor(1, new ThreadPoolExecutor.DiscardPolicy());

  /** What a look finds first; a look that fails ends it. */
  public <T> CompletableFuture<T> first(Callable<Optional<T>> look) {
    CompletableFuture<T> found = new CompletableFuture<>();
    clock.scheduleWithFixedDelay(() -> look(look, found), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    return found;
  }

  /** Does work so much later, unless this is closed before. */
  public Executor after(int millis) {
    return work -> clock.schedule(work, millis, TimeUnit.MILLISECONDS);
  }

  /** Looks no more; what it is about to do is done then. */
  @Override
  public void close() {
    clock.shutdownNow();
    try {
      if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("A look still goes on after a minute");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> void look(Callable<Optional<T>> look, CompletableFuture<T> found) {
    if (found.isDone()) {
      return;
    }
    try {
      look.call().ifPresent(found::complete);
    } catch (Exception failed) {
      found.completeExceptionally(failed);
    }
  }
}
