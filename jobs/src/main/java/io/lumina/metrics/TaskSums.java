package io.lumina.metrics;

import java.util.EnumMap;
import java.util.Map;

/** Sums over the tasks of one step. */
final class TaskSums {
  private static final double MILLIS = 1e3;
  private static final double NANOS = 1e9;

  private final Map<TaskCounter, Long> counters = new EnumMap<>(TaskCounter.class);
  private int running;
  private long busySince;
  private long busyMillis;
  private long tasks;
  private long runMillis;
  private long cpuNanos;
  private long gcMillis;
  private long shuffleNanos;
  private long shuffleBytes;

  /** A task began, at a time in milliseconds. */
  void began(long at) {
    if (running++ == 0) {
      busySince = at;
    }
  }

  /** A task that had begun ended, at a time in milliseconds. */
  void ended(long at) {
    tasks++;
    if (running > 0 && --running == 0) {
      busyMillis += Math.max(0, at - busySince);
    }
  }

  /** What Spark measured of a task. */
  void measured(long run, long cpu, long gc, long shuffle, long shuffled) {
    runMillis += run;
    cpuNanos += cpu;
    gcMillis += gc;
    shuffleNanos += shuffle;
    shuffleBytes += shuffled;
  }

  /** What a task counted. */
  void counted(TaskCounter counter, long amount) {
    counters.merge(counter, amount, Long::sum);
  }

  /** What tasks have counted so far. */
  long of(TaskCounter counter) {
    return counters.getOrDefault(counter, 0L);
  }

  StepLoad load(String step, double seconds, int cores, double databaseSeconds) {
    return new StepLoad(
        step,
        seconds,
        cores,
        Math.min(seconds, busyMillis / MILLIS),
        tasks,
        runMillis / MILLIS,
        cpuNanos / NANOS,
        gcMillis / MILLIS,
        of(TaskCounter.READ_NANOS) / NANOS,
        of(TaskCounter.ANALYSIS_NANOS) / NANOS,
        shuffleNanos / NANOS,
        shuffleBytes,
        databaseSeconds);
  }
}
