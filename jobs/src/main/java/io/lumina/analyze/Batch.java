package io.lumina.analyze;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Buckets of files spread over tasks by bytes, not by count: the largest goes to the least loaded
 * task first (Graham's LPT rule), and one that is too large for one task is cut.
 *
 * @param tasks how many tasks read
 * @param tasksOf the tasks among which the files of a bucket are shared
 */
record Batch(int tasks, Map<Integer, List<Integer>> tasksOf) implements Serializable {
  private static final long COST_OF_A_TASK = 128L << 20;
  private static final int TASKS_PER_CORE = 3;

  /** Fewer files are not worth a task: its start costs more than reading them. */
  private static final long FILES_OF_A_TASK = 4;

  /** Spreads some buckets. */
  static Batch of(List<BucketLoad> loads, int cores) {
    long cost = loads.stream().mapToLong(BucketLoad::cost).sum();
    long files = loads.stream().mapToLong(BucketLoad::files).sum();
    long wanted = Math.max((long) cores * TASKS_PER_CORE, cost / COST_OF_A_TASK);
    int tasks = (int) Math.max(1, Math.min(files / FILES_OF_A_TASK, wanted));
    long fairShare = Math.max(1, cost / tasks);
    PriorityQueue<long[]> leastLoaded =
        new PriorityQueue<>(
            Comparator.<long[]>comparingLong(task -> task[0]).thenComparingLong(task -> task[1]));
    for (int task = 0; task < tasks; task++) {
      leastLoaded.add(new long[] {0, task});
    }
    List<BucketLoad> largestFirst = new ArrayList<>(loads);
    largestFirst.sort(
        Comparator.comparingLong(BucketLoad::cost).reversed().thenComparingInt(BucketLoad::bucket));
    Map<Integer, List<Integer>> tasksOf = new HashMap<>();
    for (BucketLoad load : largestFirst) {
      long pieces = Math.max(1, Math.min(Math.min(tasks, load.files()), load.cost() / fairShare));
      List<long[]> chosen = new ArrayList<>();
      for (long piece = 0; piece < pieces; piece++) {
        chosen.add(leastLoaded.poll());
      }
      List<Integer> numbers = new ArrayList<>();
      for (long[] task : chosen) {
        numbers.add((int) task[1]);
        task[0] += load.cost() / pieces;
        leastLoaded.add(task);
      }
      tasksOf.put(load.bucket(), numbers);
    }
    return new Batch(tasks, tasksOf);
  }

  /** Whether the copies of a content may come to different tasks. */
  boolean cutsBuckets() {
    return tasksOf.values().stream().anyMatch(tasks -> tasks.size() > 1);
  }
}
