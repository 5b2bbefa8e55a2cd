package io.lumina.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.spark.executor.ShuffleReadMetrics;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Adds up tasks by the step that they worked for, which their stage carries as a property: an event
 * that comes late is not counted for the next step. A few additions for each task.
 */
final class TaskMeter extends SparkListener {
  private static final long NANOS_OF_MILLI = 1_000_000;

  private final String property;
  private final Map<Integer, TaskSums> stages = new HashMap<>();
  private final Map<String, TaskSums> steps = new HashMap<>();

  /**
   * Counts nothing yet.
   *
   * @param property of jobs, its value is the step
   */
  TaskMeter(String property) {
    this.property = property;
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted event) {
    Properties properties = event.properties();
    String step = properties == null ? null : properties.getProperty(property);
    if (step != null) {
      stages.put(event.stageInfo().stageId(), sums(step));
    }
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart event) {
    TaskSums sums = stages.get(event.stageId());
    if (sums != null) {
      sums.began(event.taskInfo().launchTime());
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
    TaskSums sums = stages.get(event.stageId());
    if (sums == null) {
      return;
    }
    sums.ended(event.taskInfo().finishTime());
    TaskMetrics task = event.taskMetrics();
    if (task != null) {
      ShuffleReadMetrics read = task.shuffleReadMetrics();
      sums.measured(
          task.executorRunTime(),
          task.executorCpuTime(),
          task.jvmGCTime(),
          read.fetchWaitTime() * NANOS_OF_MILLI + task.shuffleWriteMetrics().writeTime(),
          task.shuffleWriteMetrics().bytesWritten());
    }
    for (AccumulableInfo each : CollectionConverters.asJava(event.taskInfo().accumulables())) {
      count(sums, each);
    }
  }

  /** The sums of a step as they are now. */
  synchronized StepLoad load(String step, double seconds, int cores, double databaseSeconds) {
    return sums(step).load(step, seconds, cores, databaseSeconds);
  }

  /** What the tasks of a step have counted so far. */
  synchronized long counted(String step, TaskCounter counter) {
    return sums(step).of(counter);
  }

  private TaskSums sums(String step) {
    return steps.computeIfAbsent(step, any -> new TaskSums());
  }

  private static void count(TaskSums sums, AccumulableInfo each) {
    if (each.name().isEmpty() || each.update().isEmpty()) {
      return;
    }
    Optional<TaskCounter> counter = TaskCounter.of(each.name().get());
    if (counter.isPresent() && each.update().get() instanceof Long amount) {
      sums.counted(counter.get(), amount);
    }
  }
}
