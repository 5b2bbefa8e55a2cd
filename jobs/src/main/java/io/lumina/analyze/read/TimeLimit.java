package io.lumina.analyze.read;

import io.lumina.container.FileFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs the analysis of one content at a time on a thread of its own and gives up on it when its
 * time is over: a native decoder cannot be interrupted, but it can be left behind.
 */
final class TimeLimit implements AutoCloseable {
  private final AnalyzeConfig config;
  private ContentReader reader;
  private ExecutorService thread;

  TimeLimit(AnalyzeConfig config) {
    this.config = config;
    start();
  }

  /** The reader at work, for what does not decode pictures. */
  ContentReader reader() {
    return reader;
  }

  /** What the analysis gives, or what stands for it when it takes too long. */
  Content run(Function<ContentReader, Content> analysis, Supplier<Content> overdue) {
    ContentReader used = reader;
    Future<Content> content = thread.submit(() -> analysis.apply(used));
    try {
      return content.get(config.perFile().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      content.cancel(true);
      thread.shutdown();
      used.close();
      start();
      return overdue.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The analysis of a content failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The task was cancelled", e);
    }
  }

  /** A content whose analysis takes too long. */
  Content overdue(String sha256, long size, FileFormat format) {
    return ContentReader.overdue(sha256, size, format, config);
  }

  private void start() {
    reader = new ContentReader(config);
    thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread worker = new Thread(task, "lumina-analysis");
              worker.setDaemon(true);
              return worker;
            });
  }

  @Override
  public void close() {
    thread.shutdownNow();
    reader.close();
  }
}
