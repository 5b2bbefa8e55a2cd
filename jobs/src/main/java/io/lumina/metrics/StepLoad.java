package io.lumina.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a step did with the time of the cores that it had. Seconds of tasks are sums over all tasks.
 *
 * @param step such as analyze
 * @param seconds wall clock of the step
 * @param cores that could run tasks
 * @param busySeconds wall clock for which at least one task ran
 * @param tasks that ended
 * @param taskSeconds for which tasks ran
 * @param cpuSeconds of the threads of the tasks
 * @param gcSeconds for which tasks stood still while garbage was collected
 * @param readSeconds for which tasks waited for files of the sources
 * @param analysisSeconds for which tasks waited for an analysis beside them
 * @param shuffleSeconds for which tasks waited for rows of other tasks, or wrote such rows
 * @param shuffleBytes that tasks wrote for other tasks, compressed
 * @param databaseSeconds for which the driver waited for PostgreSQL
 */
public record StepLoad(
    String step,
    double seconds,
    int cores,
    double busySeconds,
    long tasks,
    double taskSeconds,
    double cpuSeconds,
    double gcSeconds,
    double readSeconds,
    double analysisSeconds,
    double shuffleSeconds,
    long shuffleBytes,
    double databaseSeconds) {

  public StepLoad {
    Objects.requireNonNull(step, "step");
    if (cores < 1) {
      throw new IllegalArgumentException("cores is " + cores + "; a step has one or more");
    }
  }

  /** Of a step that was passed by: where no time went, nothing is the bottleneck. */
  public static StepLoad none(String step) {
    return new StepLoad(step, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** By name, rounded to milliseconds, as the metrics and {@code run_steps} have them. */
  public Map<String, Number> byName() {
    Map<String, Number> numbers = new LinkedHashMap<>();
    numbers.put("seconds", rounded(seconds));
    numbers.put("cores", cores);
    numbers.put("busy_seconds", rounded(busySeconds));
    numbers.put("tasks", tasks);
    numbers.put("task_seconds", rounded(taskSeconds));
    numbers.put("cpu_seconds", rounded(cpuSeconds));
    numbers.put("gc_seconds", rounded(gcSeconds));
    numbers.put("read_seconds", rounded(readSeconds));
    numbers.put("analysis_seconds", rounded(analysisSeconds));
    numbers.put("shuffle_seconds", rounded(shuffleSeconds));
    numbers.put("shuffle_bytes", shuffleBytes);
    numbers.put("database_seconds", rounded(databaseSeconds));
    return numbers;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
