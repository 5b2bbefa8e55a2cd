package io.lumina.metrics;

import io.lumina.job.Progress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the steps of a run cost and count: measured from their tasks, and shown by Spark's metrics
 * system as {@code lumina.STEP.NAME} while the run goes on. For one thread, the run's.
 */
public final class RunMetrics implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunMetrics.class);

  /** Spark puts properties of this form into the log's context where tasks run. */
  private static final String RUN_ID = "mdc.run_id";

  private static final String STEP = "mdc.step";
  private static final long LONGEST_WAIT_MILLIS = 500;

  private final SparkContext spark;
  private final TaskMeter meter = new TaskMeter(STEP);
  private final LuminaSource source = new LuminaSource();

  private RunMetrics(SparkContext spark) {
    this.spark = spark;
  }

  /** Begins to measure what runs on a context, for one run. */
  public static RunMetrics of(SparkContext spark, String runId) {
    RunMetrics metrics = new RunMetrics(spark);
    spark.addSparkListener(metrics.meter);
    SparkEnv.get().metricsSystem().registerSource(metrics.source);
    spark.setLocalProperty(RUN_ID, runId);
    return metrics;
  }

  /** Says that what this thread starts from now on belongs to a step. */
  public void begin(String step) {
    spark.setLocalProperty(STEP, step);
  }

  /** Shows how far a step is. */
  public Progress progress(String step) {
    return new Progress() {
      @Override
      public void total(long units) {
        source.set(step, Map.of("units", units));
      }

      @Override
      public void current(long units) {
        Map<String, Number> live = new LinkedHashMap<>();
        live.put("units_done", units);
        for (TaskCounter counter : List.of(TaskCounter.FILES_READ, TaskCounter.BYTES_READ)) {
          long counted = meter.counted(step, counter);
          if (counted > 0) {
            live.put(counter.label(), counted);
          }
        }
        source.set(step, live);
      }
    };
  }

  /**
   * Says what a step has counted, and what it cost.
   *
   * @param wall what it took
   * @param database of that, for which the driver waited for PostgreSQL
   * @param units that it had to do
   */
  public StepLoad end(
      String step, Duration wall, Duration database, long units, Map<String, Long> counts) {
    spark.setLocalProperty(STEP, null);
    awaitEvents();
    StepLoad load =
        meter.load(step, seconds(wall), Math.max(1, spark.defaultParallelism()), seconds(database));
    source.set(step, load.byName());
    source.set(step, Map.of("units", units));
    source.set(step, counts);
    return load;
  }

  @Override
  public void close() {
    spark.setLocalProperty(STEP, null);
    spark.setLocalProperty(RUN_ID, null);
    if (!spark.isStopped()) {
      spark.removeSparkListener(meter);
      SparkEnv.get().metricsSystem().removeSource(source);
    }
  }

  /** Events of the last tasks may be on their way yet. */
  private void awaitEvents() {
    try {
      spark.listenerBus().waitUntilEmpty(LONGEST_WAIT_MILLIS);
    } catch (TimeoutException slow) {
      LOG.debug("other listeners are slow: the last tasks may be missing", slow);
    }
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
